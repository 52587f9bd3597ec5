internal import Diagnostics
internal import DocumentModel

/// Rows whose columns are set by blanks: what `w3m` and `pandoc` print, and tables that were typed again.
///
///     信息内容        本年制发件数    本年废止件数    现行有效件数
///     规章                 0              0              0
///
/// Taken for a table only where figures stand in rows, one a field and behind a label: a title spaced out (`目    录`) and a line
/// of contacts are not, and lines out of a PDF, whose figures stand beside parts of labels, are left for the parser.
extension BlockAssembly {
  /// Reads the rows from line `start` on and returns the line after them.
  mutating func spacedColumns(from start: Int) throws(Failure) -> Int {
    guard let first = SpacedRow(lines[start], in: buffer.span), first.fields.count > 2 else {
      try paragraph(lines[start])
      return start + 1
    }
    var rows = [first]
    var end = start + 1
    while end < lines.count, continuesTable(at: end),
      let row = SpacedRow(lines[end], in: buffer.span),
      belongs(row, at: end)
    {
      rows.append(row)
      end += 1
    }
    let figureRows = rows.lazy.filter { $0.fields.count > 2 && $0.figures > 0 }.count
    guard figureRows > 1, figureRows * 2 >= rows.count, rows.allSatisfy(\.isClean),
      !isPart(start..<end)
    else {
      for line in lines[start..<end] { try paragraph(line) }
      return end
    }
    while let last = rows.last, last.figures == 0 {
      rows.removeLast()
      end -= 1
    }
    guard let grid = SpacedGrid(rows) else {
      for line in lines[start..<end] { try paragraph(line) }
      return end
    }
    try table(grid.rows)
    let (top, bottom) = (rows[0].line, rows[rows.count - 1].line)
    rebuilt(
      "Lines \(top) to \(bottom) are set in columns by blanks and were read as a table",
      at: .line(top))
    return end
  }

  /// Whether rows of figures stand right above or below that are none of these: lines out of a PDF, some of which look whole.
  private func isPart(_ range: Range<Int>) -> Bool {
    func hasFigures(_ index: Int) -> Bool {
      SpacedRow(lines[index], in: buffer.span).map { $0.figures > 1 || !$0.isClean } ?? false
    }
    var next = range.upperBound
    while next < min(lines.count, range.upperBound + 3), lines[next].blanksBefore == 0 {
      if hasFigures(next) { return true }
      next += 1
    }
    var previous = range.lowerBound
    while previous > max(0, range.lowerBound - 3), lines[previous].blanksBefore == 0 {
      previous -= 1
      if hasFigures(previous) { return true }
    }
    return false
  }

  /// Whether `row` goes on with a table: it has figures or columns, or is a label between two rows that have.
  private func belongs(_ row: SpacedRow, at index: Int) -> Bool {
    if row.fields.count > 1 { return row.figures > 0 || row.fields.count > 2 }
    guard FieldText.length(row.fields[0].text) <= 40, !FieldText.isHeading(row.fields[0].text)
    else {
      return false
    }
    return (index + 1..<min(lines.count, index + 3)).contains { lines[$0].kind == .columns }
  }
}
