internal import Diagnostics
internal import DocumentModel

/// A table as a rectangle: every cell at its grid columns, merges resolved.
///
/// Columns are the places where cells begin. A grid line that no cell begins at is no column, however the spans count, and
/// a grid column too narrow for a character is no column either.
struct ResolvedTable {
  struct Position {
    var text: String
    var coverage: TableCell.Coverage
    /// Of the cell that holds or covers the position, from 1; cells are counted in the row where they begin.
    var row: Int
    var cell: Int
  }

  /// Something odd, at a cell.
  struct Oddity {
    var code: IssueCode
    var message: String
    var row: Int
    var cell: Int
  }

  private(set) var columnCount = 0
  private(set) var rows: [[Position]] = []
  /// Tables inside its cells, in order.
  private(set) var nested: [ResolvedTable] = []
  private(set) var oddities: [Oddity] = []

  /// - Returns: nil if there would be more than `cellLimit` positions.
  init?(_ draft: DraftTable, columnLimit: Int, cellLimit: Int) {
    var layout = TableLayout(draft, columnLimit: columnLimit)
    columnCount = layout.columns.count
    let (size, overflows) = columnCount.multipliedReportingOverflow(by: draft.rows.count)
    guard !overflows, size <= cellLimit else { return nil }
    rows.reserveCapacity(draft.rows.count)
    for (rowIndex, row) in draft.rows.enumerated() {
      append(row, rowIndex, &layout)
    }
    for row in draft.rows {
      for cell in row.cells {
        for case .table(let table) in cell.blocks { nested.append(table) }
      }
    }
    if !nested.isEmpty {
      oddities.append(
        Oddity(
          code: .docxNestedTableMoved, message: "\(nested.count) tables in its cells follow it",
          row: 1, cell: 1))
    }
    if layout.clampedCount > 0 {
      oddities.append(
        Oddity(
          code: .docxSpanClamped,
          message:
            "\(layout.clampedCount) cells span more than \(columnLimit) columns or lie beyond",
          row: 1, cell: 1))
    }
  }

  /// Whether it has no text: pictures alone make no table.
  var isBlank: Bool {
    rows.allSatisfy { $0.allSatisfy { $0.text.isEmpty || $0.text == DraftCell.pictureText } }
  }

  /// Whether it has text, and no words.
  var isMadeOfFigures: Bool {
    !isBlank
      && rows.allSatisfy { $0.allSatisfy { $0.text.isEmpty || CleanText.isFigure($0.text) } }
  }

  private mutating func append(_ row: DraftRow, _ rowIndex: Int, _ layout: inout TableLayout) {
    var positions: [Position] = []
    positions.reserveCapacity(columnCount)
    var cellNumber = 0
    for (cell, columns) in zip(row.cells, layout.cellColumns[rowIndex]) {
      // Columns left out before the first cell, or overlapped by nothing.
      pad(&positions, to: columns.lowerBound, row: rowIndex, cell: max(cellNumber, 1))
      guard !columns.isEmpty else { continue }
      var start = Position(
        text: "", coverage: .coveredFromLeft, row: rowIndex + 1, cell: cellNumber)
      if cell.horizontal == .continue, let left = positions.last {
        if !cell.text.isEmpty { noteCoveredText(left) }
        start.cell = left.cell
        start.row = left.row
        positions += repeatElement(start, count: columns.count)
        continue
      }
      if let above = mergedAbove(cell, columns, rowIndex, layout) {
        start.coverage = .coveredFromAbove
        start.row = above.row
        start.cell = above.cell
      } else {
        cellNumber += 1
        start = Position(
          text: cell.holdsFigures ? cell.text + DraftCell.pictureText : cell.textWithPicture,
          coverage: .own, row: rowIndex + 1, cell: cellNumber)
        if cell.picture == .floating || cell.picture == .shape,
          CleanText.isFigure(cell.text)
        {
          oddities.append(
            Oddity(
              code: .docxPictureInCell,
              message: "a picture or shape lies over or beside the figure \(cell.text)",
              row: rowIndex + 1, cell: cellNumber))
        }
        if cell.vertical == .continue {
          oddities.append(
            Oddity(
              code: .docxOrphanVerticalMerge, message: "the cell continues no cell above it",
              row: rowIndex + 1, cell: cellNumber))
        }
      }
      positions.append(start)
      start.text = ""
      if start.coverage == .own { start.coverage = .coveredFromLeft }
      positions += repeatElement(start, count: columns.count - 1)
    }
    if positions.count < columnCount, row.after == 0 {
      oddities.append(
        Oddity(
          code: .docxRaggedRow,
          message: "the row has \(positions.count) of \(columnCount) columns",
          row: rowIndex + 1, cell: max(cellNumber, 1)))
    }
    pad(&positions, to: columnCount, row: rowIndex, cell: max(cellNumber, 1))
    rows.append(positions)
  }

  private func pad(_ positions: inout [Position], to count: Int, row: Int, cell: Int) {
    while positions.count < count {
      positions.append(Position(text: "", coverage: .own, row: row + 1, cell: cell))
    }
  }

  /// The cell that `cell` goes on with: one above it that takes part in a merge and spans the same columns.
  private mutating func mergedAbove(
    _ cell: DraftCell, _ columns: Range<Int>, _ rowIndex: Int, _ layout: TableLayout
  ) -> Position? {
    guard cell.vertical == .continue, rowIndex > 0 else { return nil }
    guard layout.mergeable[rowIndex - 1].contains(columns) else { return nil }
    let above = rows[rowIndex - 1][columns.lowerBound]
    if !cell.text.isEmpty { noteCoveredText(above) }
    return above
  }

  private mutating func noteCoveredText(_ cell: Position) {
    oddities.append(
      Oddity(
        code: .docxHiddenTextOmitted, message: "text under a merged cell is not shown",
        row: cell.row, cell: cell.cell))
  }
}
