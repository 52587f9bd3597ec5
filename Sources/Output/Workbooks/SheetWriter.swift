internal import DurableFiles

/// Writes a sheet of a workbook row by row; its memory doesn't depend on their number.
///
/// The XML goes into a file of its own until the workbook is put together. Every error of writing is told.
package final class SheetWriter {
  package let title: String
  let temporary: String
  private let writer: FileWriter
  /// Rows so far.
  package private(set) var rows = 0
  package private(set) var losses = SheetLosses()
  private var merged: [MergedCells] = []
  private let filteredColumns: Int
  /// The row that is written, and the letters of the columns so far: kept, as there are millions of cells.
  private var row: [UInt8] = []
  private var letters: [[UInt8]] = []

  /// - Parameters:
  ///   - widths: Of the columns, in characters.
  ///   - frozenRows: Those that stay in sight.
  ///   - filteredColumns: Columns of the first row by which rows can be filtered; 0 for none.
  ///   - isSelected: Whether it is what is shown first.
  ///   - fitsPage: Whether it is printed as narrow as a page.
  init(
    _ title: String, widths: [Double], frozenRows: Int, filteredColumns: Int,
    isSelected: Bool, fitsPage: Bool, in folder: Folder, temporary: String
  ) throws {
    self.title = title
    self.temporary = temporary
    self.filteredColumns = filteredColumns
    writer = try folder.create(temporary)
    var xml = WorkbookParts.declaration
    xml += "<worksheet xmlns=\"\(WorkbookParts.main)\">"
    if fitsPage { xml += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>" }
    xml += "<sheetViews><sheetView workbookViewId=\"0\""
    xml += isSelected ? " tabSelected=\"1\">" : ">"
    if frozenRows > 0 {
      xml += "<pane ySplit=\"\(frozenRows)\" topLeftCell=\"A\(frozenRows + 1)\""
      xml += " activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>"
    }
    xml += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
    if !widths.isEmpty {
      xml += "<cols>"
      for (index, width) in widths.enumerated() {
        xml +=
          "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
      }
      xml += "</cols>"
    }
    try writer.write(Array((xml + "<sheetData>").utf8))
  }

  /// Writes the next row.
  ///
  /// - Parameter height: In points; nil for what the program that shows it finds right.
  package func add(
    _ cells: [(cell: SheetCell, style: SheetStyle)], height: Double? = nil
  ) throws {
    row.removeAll(keepingCapacity: true)
    let number = Array(String(rows + 1).utf8)
    row += "<row r=\"".utf8
    row += number
    row += "\"".utf8
    if let height { row += " ht=\"\(height)\" customHeight=\"1\"".utf8 }
    row += ">".utf8
    for (column, (cell, style)) in cells.prefix(SheetLimits.columns).enumerated() {
      append(cell, style, column, number)
    }
    row += "</row>".utf8
    rows += 1
    try writer.write(row)
  }

  /// Makes one of cells that were written, or will be.
  package func merge(_ cells: MergedCells) {
    guard cells.rows.count > 1 || cells.columns.count > 1 else { return }
    merged.append(cells)
  }

  func close() throws {
    var xml = "</sheetData>"
    if filteredColumns > 0 {
      let last = CellReference.name(row: max(0, rows - 1), column: filteredColumns - 1)
      xml += "<autoFilter ref=\"A1:\(last)\"/>"
    }
    if !merged.isEmpty {
      xml += "<mergeCells count=\"\(merged.count)\">"
      for cells in merged { xml += "<mergeCell ref=\"\(cells.reference)\"/>" }
      xml += "</mergeCells>"
    }
    // A height of 0 is as many pages as it takes; only sheets that fit a page look at it.
    xml += "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/></worksheet>"
    try writer.write(Array(xml.utf8))
    try writer.close()
  }

  private func append(
    _ cell: SheetCell, _ style: SheetStyle, _ column: Int, _ number: [UInt8]
  ) {
    switch cell {
    case .empty:
      guard style != .plain else { return }
      start(style, column, number)
      row += "/>".utf8
    case .boolean(let isTrue):
      start(style, column, number)
      row += isTrue ? " t=\"b\"><v>1</v></c>".utf8 : " t=\"b\"><v>0</v></c>".utf8
    case .number(let text):
      guard SheetText.isKept(number: text) else {
        losses.textNumbers += 1
        return append(.text(text), style, column, number)
      }
      start(style, column, number)
      row += "><v>".utf8
      row += text.utf8
      row += "</v></c>".utf8
    case .day(let text):
      guard let serial = SheetText.serial(day: text) else {
        return append(.text(text), style, column, number)
      }
      start(style == .plain ? .day : style, column, number)
      row += "><v>\(serial)</v></c>".utf8
    case .text(let text):
      let (kept, isCut) = SheetText.fitting(text)
      if isCut { losses.cutTexts += 1 }
      start(style == .plain && SheetText.isQuoted(kept) ? .quoted : style, column, number)
      row += " t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
      SheetText.append(kept, to: &row)
      row += "</t></is></c>".utf8
    }
  }

  /// `<c r="B2" s="3"`.
  private func start(_ style: SheetStyle, _ column: Int, _ number: [UInt8]) {
    while letters.count <= column {
      letters.append(Array(CellReference.letters(letters.count).utf8))
    }
    row += "<c r=\"".utf8
    row += letters[column]
    row += number
    row += "\"".utf8
    if style != .plain { row += " s=\"\(style.rawValue)\"".utf8 }
  }
}
