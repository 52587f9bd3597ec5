internal import Diagnostics
internal import DocumentModel

/// Makes blocks of lines: one pass, and no line is looked at more than a few times.
struct BlockAssembly {
  let lines: [TextLine]
  let limits: Limits
  private(set) var document = Document()
  private(set) var issues: [Issue] = []
  private var textBytes = 0
  private var cells = 0

  init(lines: [TextLine], limits: Limits) {
    self.lines = lines
    self.limits = limits
  }

  mutating func run() throws(Failure) {
    var next = 0
    while next < lines.count {
      switch lines[next].kind {
      case .paragraph:
        try paragraph(lines[next])
        next += 1
      case .row: next = try tabRows(from: next)
      case .cell: next = try cellLines(from: next)
      case .pipes: next = try pipeRows(from: next)
      case .columns: next = try spacedColumns(from: next)
      }
    }
  }

  /// Whether the lines at `next` and before it belong to one table as far as the gap between them tells.
  ///
  /// Two blank lines are what printing puts between two tables; one is in a table that a page break cut, and any number
  /// where the page break itself is seen.
  func continuesTable(at next: Int) -> Bool {
    lines[next].blanksBefore < 2 || lines[next].followsPageBreak
  }

  // MARK: Adding to the document

  /// Adds a line that is no part of a table; a note is told by its mark.
  mutating func paragraph(_ line: TextLine) throws(Failure) {
    let isNote = !line.isVerbatim && line.bytes.first == UInt8(ascii: "[")
    if isNote, let note = note(line) {
      try count(note.text, line: line.number)
      document.notes.append(note)
      return
    }
    if line.tabs > 0 {
      try paragraph(
        line.fields().filter { !$0.isEmpty }.joined(separator: " "), line: line.number)
    } else {
      try paragraph(line.text, line: line.number)
    }
  }

  mutating func paragraph(_ text: String, line: Int) throws(Failure) {
    guard !text.isEmpty else { return }
    try count(text, line: line)
    document.blocks.append(.paragraph(Paragraph(text, at: .line(line))))
  }

  mutating func table(_ rows: TableRows) throws(Failure) {
    let columns = rows.columnCount
    guard columns > 1 else {
      for field in rows.rows.lazy.flatMap(\.fields) {
        try paragraph(field.text, line: field.line)
      }
      return
    }
    guard columns <= limits.tableColumns else {
      throw limit("A table row has \(columns) fields, over \(limits.tableColumns)")
    }
    let (positions, overflow) = columns.multipliedReportingOverflow(by: rows.rows.count)
    guard !overflow, positions <= limits.tableCells - cells else {
      throw limit("The tables have over \(limits.tableCells) cells")
    }
    cells += positions
    for field in rows.rows.lazy.flatMap(\.fields) { try count(field.text, line: field.line) }
    document.blocks.append(.table(rows.table(columnCount: columns)))
  }

  mutating func rebuilt(_ message: String, line: Int) {
    issues.append(Issue(.textTableRebuilt, message, at: .line(line)))
  }

  private func note(_ line: TextLine) -> Note? {
    for kind in Note.Kind.allCases {
      let mark = PrintedForm.noteMark(kind)
      guard line.bytes.starts(with: mark.utf8) else { continue }
      let rest = line.bytes.dropFirst(mark.utf8.count)
      let text = CleanText.line(rest.span)
      return text.isEmpty ? nil : Note(kind, text, at: .line(line.number))
    }
    return nil
  }

  private mutating func count(_ text: String, line: Int) throws(Failure) {
    let bytes = text.utf8.count
    guard bytes <= limits.paragraphBytes else {
      throw limit("Line \(line) has \(bytes) bytes of text, over \(limits.paragraphBytes)")
    }
    textBytes += bytes
    guard textBytes <= limits.documentBytes else {
      throw limit("The text has over \(limits.documentBytes) bytes")
    }
  }

  private func limit(_ message: String) -> Failure { Failure(.documentLimit, message) }
}
