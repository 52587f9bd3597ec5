internal import Diagnostics
internal import DocumentModel

/// Rows set by `|`: Markdown with or without its outer marks, and what web pages become when they are copied.
///
///     | 规章 | 0 | 0 | 0 |
///     |------|---|---|---|        rules between rows are left out
extension BlockAssembly {
  /// Reads the rows from line `start` on and returns the line after them.
  mutating func pipeRows(from start: Int) throws(Failure) -> Int {
    var rows = TableRows()
    var next = start
    var collapsed: Int?
    while next < lines.count, next == start || continuesPipes(at: next) {
      let (fields, count, isCollapsed) = pipeFields(lines[next])
      if isCollapsed { collapsed = collapsed ?? lines[next].number }
      if !fields.isEmpty { rows.rows.append(fields) }
      if count > limits.tableColumns, Self.hasTable(rows) { throw tooWide(count) }
      next += 1
    }
    if Self.hasTable(rows) {
      try table(rows.endingTogether())
      if let collapsed {
        rebuilt(
          "Rows of over \(Self.mostFields) fields were read without their empty ones",
          at: .line(collapsed))
      }
    } else {
      // Such as the links at the foot of a page.
      for line in lines[start..<next] { try paragraph(line) }
    }
    return next
  }

  private func continuesPipes(at index: Int) -> Bool {
    guard !lines[index].isVerbatim, continuesTable(at: index) else { return false }
    return lines[index].kind == .pipes
      // The rule below a row, and the row behind it.
      || isBoxRule(lines[index])
        && (index + 1 == lines.count || continuesTable(at: index + 1)
          || lines[index - 1].kind == .pipes)
  }

  /// Whether `line` is the rule of a table drawn with characters: `+----+----+`, `┼────┼────┼`.
  func isBoxRule(_ line: TextLine) -> Bool {
    guard line.kind == .paragraph, !line.isVerbatim, line.range.count > 4 else { return false }
    let span = buffer.span.extracting(line.range)
    return Self.isJoint(span.scalar(at: 0).scalar) && Self.isRule(span)
  }

  /// Whether lines of a box meet in the character: `+ ＋ ┼ ├ ┌ └ ╔`.
  private static func isJoint(_ scalar: UInt32?) -> Bool {
    switch scalar ?? 0 {
    case 0x2B, 0xFF0B, 0x250C...0x254B, 0x2552...0x256C: true
    default: false
    }
  }

  private static func hasTable(_ rows: TableRows) -> Bool {
    let figures = rows.rows.lazy.joined().filter { FieldText.isFigure($0.text) }.count
    return rows.rows.count > 1 ? rows.rows.count > 2 || figures > 0 : figures > 1
  }

  /// A line of more marks than any table has columns lost its cells on the way: its empty fields go.
  private static let mostFields = 40

  /// The fields of one line, without the empty ones outside of outer marks; none for a rule.
  ///
  /// No more are made than a table may have columns, however many the line has: `count` says how many it has.
  private func pipeFields(
    _ line: TextLine
  ) -> (fields: [TableCell], count: Int, isCollapsed: Bool) {
    let span = buffer.span
    guard !Self.isRule(span.extracting(line.range)) else { return ([], 0, false) }
    guard pipeCount(line) <= Self.mostFields + 1 else { return filledPipeFields(line) }
    var fields: [TableCell] = []
    var start = line.range.lowerBound
    var index = start
    while index < line.range.upperBound {
      let length = PrintedForm.pipeLength(span, at: index)
      if length > 0 {
        fields.append(pipeField(start..<index, of: line))
        start = index + length
      }
      index += max(1, length)
    }
    fields.append(pipeField(start..<line.range.upperBound, of: line))
    if fields.first?.text.isEmpty == true { fields.removeFirst() }
    if fields.last?.text.isEmpty == true { fields.removeLast() }
    return (fields, fields.count, false)
  }

  /// A field without the marks that Markdown sets around bold text: `**12**` shows 12.
  private func pipeField(_ range: Range<Int>, of line: TextLine) -> TableCell {
    var cell = field(range, of: line)
    for mark in ["**", "__"] where cell.text.hasPrefix(mark) && cell.text.hasSuffix(mark) {
      let inner = cell.text.dropFirst(2).dropLast(2)
      guard cell.text.utf8.count > 4, !inner.contains(mark) else { continue }
      cell = TableCell(String(inner), at: cell.location)
    }
    return cell
  }

  private func pipeCount(_ line: TextLine) -> Int {
    let span = buffer.span
    var count = 0
    var index = line.range.lowerBound
    while index < line.range.upperBound {
      let length = PrintedForm.pipeLength(span, at: index)
      if length > 0 { count += 1 }
      index += max(1, length)
    }
    return count
  }

  /// The fields of a line of more than ``mostFields`` marks that have any text.
  private func filledPipeFields(
    _ line: TextLine
  ) -> (fields: [TableCell], count: Int, isCollapsed: Bool) {
    let span = buffer.span
    var fields: [TableCell] = []
    var count = 0
    var start = line.range.lowerBound
    var index = start
    while index <= line.range.upperBound {
      let isEnd = index == line.range.upperBound
      let length = isEnd ? 1 : PrintedForm.pipeLength(span, at: index)
      if length > 0 {
        if index > start {
          let field = field(start..<index, of: line)
          if !field.text.isEmpty {
            count += 1
            if count <= limits.tableColumns { fields.append(field) }
          }
        }
        start = index + length
      }
      index += max(1, length)
    }
    return (fields, count, true)
  }

  /// `|---|:--:|`, `+----+----+`, `├──┼──┤`.
  private static func isRule(_ line: Span<UInt8>) -> Bool {
    var index = 0
    var hasStroke = false
    while index < line.count {
      let (scalar, length) = line.scalar(at: index)
      index += length
      switch scalar ?? 0 {
      case 0x2D, 0x3D, 0x2014, 0x2500...0x2501, 0x2504...0x257F, 0xFF0D: hasStroke = true
      case 0x20, 0x09, 0x2B, 0x3A, 0x7C, 0x2502, 0x2503, 0xFF5C, 0xFF0B: continue
      default: return false
      }
    }
    return hasStroke
  }
}
