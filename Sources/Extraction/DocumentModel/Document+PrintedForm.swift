extension Document {
  /// The normalized plain-text form, which reads back as the same document up to coverage, locations and pages.
  ///
  /// - A paragraph is a line. A table is a run of lines, one a row, with TAB between grid positions; a covered
  ///   position is empty. A blank line stands between blocks, two between a table and a table.
  /// - After the body and a blank line come the notes, one a line: `[footnote] 含上年结转数量`.
  /// - A line that a reader of foreign text would take for something else begins with ``PrintedForm/guardMark``:
  ///   that reader then takes it as it stands, as a paragraph or as a row if there is a TAB (``PrintedForm`` says when).
  ///   In a note the mark follows the bracket.
  ///
  /// What a document cannot hold is not printed: empty paragraphs and notes, tables without rows. A table of one column
  /// prints as paragraphs.
  ///
  ///     三、收到和处理政府信息公开申请情况
  ///
  ///     一、本年新收政府信息公开申请数量→→→90→2→0→0→0→0→92
  ///     三、本年度办理结果→（一）予以公开→→20→0→0→0→0→0→20
  package func printed() -> String {
    var printer = Printer()
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): printer.paragraph(paragraph.text)
      case .table(let table): printer.table(table)
      }
    }
    printer.notes(notes)
    return printer.text
  }
}

/// The text made so far, and what stands last in it.
private struct Printer {
  private enum Last {
    case nothing, paragraph, table
  }

  private(set) var text = ""
  private var last = Last.nothing

  mutating func paragraph(_ paragraph: String) {
    guard !paragraph.isEmpty else { return }
    begin(.paragraph)
    if PrintedForm.needsGuard(line: paragraph, isFirst: text.isEmpty) {
      text += PrintedForm.guardMark
    }
    text += paragraph
    text += "\n"
  }

  mutating func table(_ table: Table) {
    guard table.columnCount > 1 else {
      for row in table.rows { paragraph(row.first?.text ?? "") }
      return
    }
    guard !table.rows.isEmpty else { return }
    begin(.table)
    let isPlain = PrintedForm.isTable(table.rows)
    for row in table.rows {
      if !isPlain || PrintedForm.needsGuard(row: row.lazy.map(\.text), isFirst: text.isEmpty) {
        text += PrintedForm.guardMark
      }
      for (column, cell) in row.enumerated() {
        if column > 0 { text += "\t" }
        text += cell.text
      }
      text += "\n"
    }
  }

  mutating func notes(_ notes: [Note]) {
    let printed = notes.lazy.filter { !$0.text.isEmpty }
    if !printed.isEmpty { begin(.paragraph) }
    for note in printed {
      text += PrintedForm.noteMark(note.kind)
      if PrintedForm.needsGuard(line: note.text, isFirst: false) { text += PrintedForm.guardMark }
      text += note.text
      text += "\n"
    }
  }

  /// The blank lines before a block.
  private mutating func begin(_ next: Last) {
    switch (last, next) {
    case (.nothing, _): break
    case (.table, .table): text += "\n\n"
    default: text += "\n"
    }
    last = next
  }
}
