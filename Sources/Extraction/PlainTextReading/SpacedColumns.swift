internal import Diagnostics
internal import DocumentModel

/// Rows whose columns are set by blanks: `pdftotext -layout`, and tables that were typed again.
///
///     信息内容        本年制发件数    本年废止件数    现行有效件数
///     规章                 0              0              0
///
/// Taken for a table only where figures stand in rows: a title spaced out (`目    录`) and a line of contacts are not.
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
    guard figureRows > 1, figureRows * 2 >= rows.count else {
      for line in lines[start..<end] { try paragraph(line) }
      return end
    }
    while let last = rows.last, last.figures == 0 {
      rows.removeLast()
      end -= 1
    }
    try table(
      TableRows(rows: rows.map { row in row.fields.map { TableCell($0, at: .line(row.line)) } }))
    let (top, bottom) = (rows[0].line, rows[rows.count - 1].line)
    rebuilt(
      "Lines \(top) to \(bottom) are set in columns by blanks and were read as a table",
      at: .line(top))
    return end
  }

  /// Whether `row` goes on with a table: it has figures or columns, or is a label between two rows that have.
  private func belongs(_ row: SpacedRow, at index: Int) -> Bool {
    if row.fields.count > 1 { return row.figures > 0 || row.fields.count > 2 }
    guard FieldText.length(row.fields[0]) <= 40, !FieldText.isHeading(row.fields[0]) else {
      return false
    }
    return (index + 1..<min(lines.count, index + 3)).contains { lines[$0].kind == .columns }
  }
}

/// A line cut where two or more blanks stand.
private struct SpacedRow {
  var fields: [String] = []
  var figures = 0
  var line: Int

  /// Nil for a line that no such table has: prose, or one that sets cells in another way.
  init?(_ line: TextLine, in bytes: Span<UInt8>) {
    guard line.kind == .columns || line.kind == .paragraph, !line.isVerbatim,
      line.range.count < 2_000
    else { return nil }
    self.line = line.number
    var start = line.range.lowerBound
    var gap = 0
    var index = start
    while index < line.range.upperBound {
      let (scalar, length) = bytes.scalar(at: index)
      let width = scalar == 0x3000 ? 2 : scalar == 0x20 || scalar == 0xA0 ? 1 : 0
      if width == 0 {
        if gap > 1 {
          add(CleanText.line(bytes.extracting(start..<index)))
          start = index
        }
        gap = 0
      }
      gap += width
      index += length
    }
    add(CleanText.line(bytes.extracting(start..<line.range.upperBound)))
    guard !fields.isEmpty, !fields.contains(where: FieldText.isProse) else { return nil }
    figures = fields.lazy.filter { FieldText.isFigure($0) }.count
  }

  /// Adds a field; the characters of a word spaced out (总　计) are one field.
  private mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    if let last = fields.last, Self.isIdeograph(text), joined || Self.isIdeograph(last) {
      fields[fields.count - 1] += text
      joined = true
    } else {
      fields.append(text)
      joined = false
    }
  }

  private var joined = false

  private static func isIdeograph(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.dropFirst().isEmpty else { return false }
    return (0x4E00...0x9FFF).contains(first.value)
  }
}
