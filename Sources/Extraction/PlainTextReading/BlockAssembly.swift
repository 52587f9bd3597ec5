internal import Diagnostics
internal import DocumentModel

/// Makes blocks of lines: one pass, and no line is looked at more than a few times.
struct BlockAssembly {
  let lines: [TextLine]
  let buffer: [UInt8]
  let limits: Limits
  private(set) var document = Document()
  private(set) var issues: [Issue] = []
  private var textBytes = 0
  private var cells = 0
  /// The line after cells that were looked at and are no copy of a table: from within them it is no other.
  var noCopyBefore = 0

  init(_ text: TextLines, limits: Limits) {
    lines = text.lines
    buffer = text.buffer
    self.limits = limits
  }

  mutating func run() throws(Failure) {
    var next = 0
    while next < lines.count {
      if let end = try copiedCells(from: next) {
        next = end
        continue
      }
      // The rule above the first row of a table.
      if next + 1 < lines.count, lines[next + 1].kind == .pipes, isBoxRule(lines[next]) {
        next += 1
        continue
      }
      switch lines[next].kind {
      case .paragraph, .note:
        try paragraph(lines[next])
        next += 1
      case .row: next = try tabRows(from: next)
      case .cell: next = try cellLines(from: next)
      case .pipes: next = try pipeRows(from: next)
      case .columns: next = try spacedColumns(from: next)
      }
    }
  }

  // MARK: Reading lines

  /// Whether the lines at `next` and before it belong to one table as far as the gap between them tells.
  ///
  /// Two blank lines are what printing puts between two tables; one is in a table that a page break cut, and any number
  /// where the page break itself is seen.
  func continuesTable(at next: Int) -> Bool {
    lines[next].blanksBefore < 2 || lines[next].followsPageBreak
  }

  /// A line as one clean text.
  func text(_ line: TextLine) -> String { text(line.range) }

  func text(_ range: Range<Int>) -> String { CleanText.line(buffer.span.extracting(range)) }

  /// The clean text of a field, whose line breaks join as lines do.
  func field(_ range: Range<Int>, of line: TextLine) -> TableCell {
    guard line.mayHaveSoftBreaks else { return TableCell(text(range), at: .line(line.number)) }
    let parts = SoftBreak.parts(of: range, in: buffer.span).map { text($0) }
    return TableCell(CleanText.joinLines(parts), at: .line(line.number))
  }

  /// The fields of a line between TABs.
  func fields(_ line: TextLine) -> [TableCell] {
    var fields: [TableCell] = []
    fields.reserveCapacity(line.tabs + 1)
    let span = buffer.span
    var start = line.range.lowerBound
    for index in line.range where span[index] == 0x09 {
      fields.append(field(start..<index, of: line))
      start = index + 1
    }
    fields.append(field(start..<line.range.upperBound, of: line))
    return fields
  }

  // MARK: Adding to the document

  /// Adds a line that is no part of a table: a paragraph or a note.
  mutating func paragraph(_ line: TextLine) throws(Failure) {
    let text = text(line)
    if let kind = line.noteKind, !text.isEmpty {
      try count(text, at: .line(line.number))
      document.notes.append(Note(kind, text, at: .line(line.number)))
    } else {
      try paragraph(text, at: .line(line.number))
    }
  }

  mutating func paragraph(_ text: String, at place: Location) throws(Failure) {
    guard !text.isEmpty else { return }
    try count(text, at: place)
    document.blocks.append(.paragraph(Paragraph(text, at: place)))
  }

  /// Adds each filled cell as a paragraph, where cells turned out to be no table.
  mutating func paragraphs(_ rows: some Sequence<[TableCell]>) throws(Failure) {
    for row in rows {
      for cell in row { try paragraph(cell.text, at: cell.location) }
    }
  }

  mutating func table(_ rows: TableRows) throws(Failure) {
    let columns = rows.columnCount
    guard columns > 1 else { return try paragraphs(rows.rows) }
    guard columns <= limits.tableColumns else { throw tooWide(columns) }
    let (positions, overflow) = columns.multipliedReportingOverflow(by: rows.rows.count)
    guard !overflow, positions <= limits.tableCells - cells else {
      throw Failure(.documentLimit, "The cells of its tables are \(limits.over(.tableCells))")
    }
    cells += positions
    for row in rows.rows {
      for cell in row { try count(cell.text, at: cell.location) }
    }
    document.blocks.append(.table(rows.table(columnCount: columns)))
  }

  mutating func rebuilt(_ message: String, at place: Location) {
    issues.append(Issue(.textTableRebuilt, message, at: place))
  }

  func tooWide(_ columns: Int) -> Failure {
    Failure(.documentLimit, "A table row has \(columns) fields, \(limits.over(.tableColumns))")
  }

  private mutating func count(_ text: String, at place: Location) throws(Failure) {
    let bytes = text.utf8.count
    guard bytes <= limits.paragraphBytes else {
      throw Failure(
        .documentLimit,
        "There are \(bytes) bytes of text in \(place), \(limits.over(.paragraphBytes))")
    }
    textBytes += bytes
    guard textBytes <= limits.documentBytes else {
      throw Failure(.documentLimit, "The bytes of its text are \(limits.over(.documentBytes))")
    }
  }
}
