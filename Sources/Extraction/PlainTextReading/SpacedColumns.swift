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

/// A line cut where two or more blanks stand.
struct SpacedRow {
  struct Field {
    var text: String
    /// Where it stands in the line, in characters, and where as wide as they are shown: an ideograph is two.
    var characters, cells: Range<Int>
    var isFigure: Bool
  }

  private(set) var fields: [Field] = []
  private(set) var figures = 0
  private(set) var line: Int
  private var joined = false

  /// Nil for a line that no such table has: prose, or one that sets cells in another way.
  init?(_ line: TextLine, in bytes: Span<UInt8>) {
    guard line.kind == .columns || line.kind == .paragraph, !line.isVerbatim,
      line.range.count < 2_000
    else { return nil }
    self.line = line.number
    // The blanks before the line count too.
    var start = line.range.lowerBound
    var column = (characters: 0, cells: 0)
    var lead = start
    while lead > 0, bytes[lead - 1] == 0x20 { lead -= 1 }
    column = (start - lead, start - lead)
    var begin = column
    var end = column
    var gap = 0
    var index = start
    while index < line.range.upperBound {
      let (scalar, length) = bytes.scalar(at: index)
      let width = scalar == 0x3000 ? 2 : scalar == 0x20 || scalar == 0xA0 ? 1 : 0
      if width == 0 {
        if gap > 1 {
          add(CleanText.line(bytes.extracting(start..<index)), begin, end)
          start = index
          begin = column
        }
        gap = 0
      }
      gap += width
      column.characters += 1
      column.cells +=
        width > 0 ? width : scalar ?? 0 >= 0x2E80 || scalar == 0x201C || scalar == 0x201D ? 2 : 1
      if width == 0 { end = column }
      index += length
    }
    add(CleanText.line(bytes.extracting(start..<line.range.upperBound)), begin, end)
    guard !fields.isEmpty, !fields.contains(where: { FieldText.isProse($0.text) }) else {
      return nil
    }
    figures = fields.count(where: \.isFigure)
    if figures == 0, fields.count > 1 { fields = fields.flatMap(Self.words) }
  }

  /// The labels of a header that single blanks part, as in narrow columns of `w3m`.
  private static func words(_ field: Field) -> [Field] {
    let words = field.text.split(separator: " ")
    guard words.count > 1, words.allSatisfy({ $0.unicodeScalars.count > 1 }),
      field.characters.count == field.text.unicodeScalars.count
    else { return [field] }
    var result: [Field] = []
    var characters = field.characters.lowerBound
    var cells = field.cells.lowerBound
    for word in words {
      let count = word.unicodeScalars.count
      let width = word.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      result.append(
        Field(
          text: String(word), characters: characters..<characters + count,
          cells: cells..<cells + width, isFigure: false))
      characters += count + 1
      cells += width + 1
    }
    return result
  }

  /// Whether each figure has a field of its own, and a label stands before the first.
  var isClean: Bool {
    guard figures > 0 else { return true }
    guard let first = fields.first, !first.isFigure else { return false }
    var hasFigure = false
    for field in fields {
      if field.isFigure {
        hasFigure = true
        let words = field.text.split(separator: " ")
        guard words.count(where: { FieldText.isFigure(String($0)) }) < 2 else { return false }
      } else if let last = field.text.split(separator: " ").last, last.count < field.text.count,
        FieldText.isFigure(String(last))
      {
        // 四、结转下年度继续办理 0
        return false
      } else if hasFigure {
        // Words behind figures are a part of another label.
        return FieldText.length(field.text) <= 8
      }
    }
    return true
  }

  /// Adds a field; the characters of a word spaced out (总　计) are one field.
  private mutating func add(
    _ text: String, _ begin: (characters: Int, cells: Int), _ end: (characters: Int, cells: Int)
  ) {
    guard !text.isEmpty else { return }
    let characters = begin.characters..<max(end.characters, begin.characters)
    let cells = begin.cells..<max(end.cells, begin.cells)
    if let last = fields.last, Self.isIdeograph(text), joined || Self.isIdeograph(last.text) {
      let index = fields.count - 1
      fields[index].text += text
      fields[index].characters = last.characters.lowerBound..<characters.upperBound
      fields[index].cells = last.cells.lowerBound..<cells.upperBound
      joined = true
    } else {
      fields.append(
        Field(
          text: text, characters: characters, cells: cells, isFigure: FieldText.isFigure(text)))
      joined = false
    }
  }

  private static func isIdeograph(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.dropFirst().isEmpty else { return false }
    return (0x4E00...0x9FFF).contains(first.value)
  }
}

/// The columns of rows set by blanks: a field stands in the column whose figures it lies under.
///
/// Which column a figure of a short row belongs to is told by the rows that have all. Where that leaves a doubt, its figures share
/// a cell, which nobody takes for a number.
private struct SpacedGrid {
  private(set) var rows = TableRows()

  private let labels: Int
  private let columns: [Range<Int>]
  private let place: (SpacedRow.Field) -> Range<Int>

  /// Nil where the rows don't show all columns: a figure or the label of a column stands under none of them.
  init?(_ source: [SpacedRow]) {
    let most = source.lazy.map(\.figures).max() ?? 0
    let full = source.filter { $0.figures == most }
    labels =
      source.lazy.map { $0.fields.prefix { !$0.isFigure }.count * ($0.figures > 0 ? 1 : 0) }.max()
      ?? 1
    let byCells = Self.columns(full, most) { $0.cells }
    let byCharacters = Self.columns(full, most) { $0.characters }
    if let byCells {
      columns = byCells
      place = { $0.cells }
    } else {
      columns = byCharacters ?? []
      place = { $0.characters }
    }
    guard isComplete(source, most) else { return nil }
    rows.rows = source.map { row(of: $0, most) }
  }

  private func isComplete(_ source: [SpacedRow], _ most: Int) -> Bool {
    guard source.contains(where: { (1..<most).contains($0.figures) }) else { return true }
    guard let first = columns.first else {
      return most < 4 && source.allSatisfy { [0, 1, most].contains($0.figures) }
    }
    for row in source where row.fields.count > 2 || row.figures > 0 {
      for field in row.fields {
        let range = place(field)
        if field.isFigure {
          // Two figures of a row may share a column's place only where they are refused; one alone must be certain.
          guard row.figures == most || column(of: field) != nil || row.figures > 1 else {
            return most < 4
          }
          guard columns.contains(where: { $0.overlaps(range) }) else {
            return most < 4 && row.figures == 1
          }
        } else if range.lowerBound >= first.lowerBound {
          guard columns.contains(where: { $0.overlaps(range) }) else { return false }
        }
      }
    }
    return true
  }

  /// What the figures of whole rows cover; nil where those of two columns overlap.
  private static func columns(
    _ rows: [SpacedRow], _ count: Int, _ place: (SpacedRow.Field) -> Range<Int>
  ) -> [Range<Int>]? {
    guard rows.count > 1 else { return nil }
    var columns: [Range<Int>] = []
    for row in rows {
      let own = row.fields.filter(\.isFigure).map(place)
      guard own.count == count else { return nil }
      if columns.isEmpty {
        columns = own
      } else {
        for index in own.indices {
          columns[index] =
            min(
              columns[index].lowerBound, own[index].lowerBound)..<max(
              columns[index].upperBound, own[index].upperBound)
        }
      }
    }
    for index in columns.indices.dropFirst()
    where columns[index].lowerBound < columns[index - 1].upperBound { return nil }
    return columns
  }

  private func row(of source: SpacedRow, _ most: Int) -> [TableCell] {
    let at = Location.line(source.line)
    let fields = source.fields
    func cells(_ fields: some Sequence<SpacedRow.Field>) -> [TableCell] {
      fields.map { TableCell($0.text, at: at) }
    }
    let own = fields.prefix { !$0.isFigure }
    guard source.figures > 0 else { return header(fields, at) ?? cells(fields) }
    let filler = [TableCell](repeating: TableCell("", at: at), count: max(0, labels - own.count))
    let values = fields[own.count...]
    if source.figures == most { return cells(own) + filler + cells(values) }
    var placed = [TableCell?](repeating: nil, count: columns.count)
    for value in values {
      guard let column = column(of: value), placed[column] == nil else {
        // One figure alone stands under a header of its own.
        let text = values.map(\.text).joined(separator: " ")
        return cells(own) + filler + [TableCell(text, at: at)]
      }
      placed[column] = TableCell(value.text, at: at)
    }
    return cells(own) + filler + placed.map { $0 ?? TableCell("", at: at) }
  }

  /// The column that `field` lies under; nil for none, or for two.
  private func column(of field: SpacedRow.Field) -> Int? {
    let range = place(field)
    let under = columns.indices.filter { columns[$0].overlaps(range) }
    return under.count == 1 ? under.first : nil
  }

  /// The labels of columns above them; nil where one stands above none or two.
  private func header(_ fields: [SpacedRow.Field], _ at: Location) -> [TableCell]? {
    guard !columns.isEmpty, fields.count > 1 else { return nil }
    var cells = [TableCell](repeating: TableCell("", at: at), count: labels + columns.count)
    var hasColumn = false
    for (index, field) in fields.enumerated() {
      if let column = column(of: field), cells[labels + column].text.isEmpty {
        cells[labels + column] = TableCell(field.text, at: at)
        hasColumn = true
      } else {
        guard !hasColumn, index < labels, cells[index].text.isEmpty else { return nil }
        cells[index] = TableCell(field.text, at: at)
      }
    }
    return cells
  }
}
