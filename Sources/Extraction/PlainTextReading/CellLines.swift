internal import Diagnostics
internal import DocumentModel

/// Cells one a line with a TAB before each, rows divided by blank lines: what converters of office files write.
///
///     →规章          a row: 规章, 0, 0, 0; a line with only a TAB is an empty cell
///     →0
///     →0
///     →0
///
///     →本年新        the next row; a line without TAB goes on with the cell above: 本年新制作数量
///     制作数量
extension BlockAssembly {
  /// Reads the cells from line `start` on and returns the line after them.
  mutating func cellLines(from start: Int) throws(Failure) -> Int {
    var reading = CellReading()
    var next = start
    while next < lines.count {
      let line = lines[next]
      let text = text(line)
      if line.kind == .cell {
        if FieldText.isProse(text) { break }
        reading.cell(text, line: line, isNewRow: line.blanksBefore > 0 || line.followsPageBreak)
      } else if continuesCell(next, text, above: reading.lastText) {
        reading.goOn(text)
      } else {
        break
      }
      next += 1
    }
    guard next > start else {
      // A paragraph with a TAB for its indent.
      try paragraph(lines[start])
      return start + 1
    }
    try add(reading.rows)
    return next
  }

  /// Whether the line at `index`, which has no TAB before it, is a part of the cell above it.
  private func continuesCell(_ index: Int, _ text: String, above: String) -> Bool {
    let line = lines[index]
    guard line.kind == .paragraph || line.kind == .columns, !line.isVerbatim,
      !line.followsPageBreak,
      !FieldText.isHeading(text), !FieldText.isProse(text)
    else { return false }
    let length = FieldText.length(text)
    let isBeforeCell = index + 1 < lines.count && lines[index + 1].kind == .cell
    if line.blanksBefore > 0 {
      // A blank line in a narrow cell: 总, blank, 计.
      return line.blanksBefore == 1 && isBeforeCell && length <= 4 && !above.isEmpty
        && FieldText.length(above) <= 4 && !FieldText.isFigure(above)
    }
    if above.isEmpty { return isBeforeCell && length <= 20 }
    // After a figure comes a unit, another piece of the figure, or the next caption.
    if FieldText.isFigure(above) { return length <= 6 && isBeforeCell }
    return length <= 40
  }

  private mutating func add(_ rows: [[TableCell]]) throws(Failure) {
    guard Self.isTable(rows) else { return try paragraphs(rows) }
    // Headings and captions that are indented by a TAB like the cells below them.
    let headings = rows.prefix { $0.count == 1 && FieldText.isHeading($0[0].text) }
    try paragraphs(headings)
    var body = rows.dropFirst(headings.count)
    while let last = body.last, last.count == 1, last[0].text.isEmpty { body = body.dropLast() }
    try table(TableRows(rows: Array(body)))
  }

  /// Whether rows of cells are a table and not indented paragraphs.
  ///
  /// Two rows of at least two cells, and figures among them or a third such row. Where labels follow figures again and again in
  /// one row, the blank lines between rows are lost: then paragraphs tell more than one endless row.
  private static func isTable(_ rows: [[TableCell]]) -> Bool {
    let wide = rows.filter { $0.count > 1 }
    guard wide.count > 1 else { return false }
    var figures = 0
    for row in wide {
      var turns = 0
      var afterFigure = false
      for field in row {
        let isFigure = FieldText.isFigure(field.text)
        if isFigure { figures += 1 }
        if afterFigure, !isFigure, !field.text.isEmpty { turns += 1 }
        afterFigure = isFigure || afterFigure && field.text.isEmpty
      }
      if turns > 3 { return false }
    }
    return figures > 0 || wide.count > 2
  }
}

/// Rows under construction.
private struct CellReading {
  private var finished: [[TableCell]] = []
  private var row: [TableCell] = []
  private var text: String?
  private var line = 0
  /// What the line before shows.
  private(set) var lastText = ""

  /// All rows, the last one included.
  var rows: [[TableCell]] {
    var copy = self
    copy.endRow()
    return copy.finished
  }

  mutating func cell(_ text: String, line: TextLine, isNewRow: Bool) {
    if isNewRow { endRow() } else { endCell() }
    self.text = text
    lastText = text
    self.line = line.number
  }

  mutating func goOn(_ piece: String) {
    // Taken out first, so that it grows in place.
    var joined = text.take() ?? ""
    joined += CleanText.joint(between: joined, and: piece)
    joined += piece
    text = joined
    lastText = piece
  }

  private mutating func endCell() {
    if let text { row.append(TableCell(text, at: .line(line))) }
    text = nil
  }

  private mutating func endRow() {
    endCell()
    if !row.isEmpty { finished.append(row) }
    row = []
  }
}
