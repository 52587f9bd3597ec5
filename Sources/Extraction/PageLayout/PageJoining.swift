internal import Diagnostics
internal import DocumentModel

/// Joins pages: paragraphs and tables go on over page breaks.
struct PageJoining {
  private(set) var blocks: [Block] = []
  /// What was put together over page breaks and may be wrong.
  private(set) var issues: [Issue] = []
  private var paragraph = ParagraphAssembly()
  private var table: GridTable?
  private var tableEndPage = 0

  init(_ pages: [PageContent]) {
    let margins = TextFlow.margins(of: pages.flatMap(\.lines))
    for page in pages { add(page, margins: margins) }
    finishParagraph()
    finishTable()
  }

  private mutating func add(_ page: PageContent, margins: (left: Double, right: Double)?) {
    var lines = page.lines[...]
    for table in page.tables {
      let above = lines.prefix { $0.box.middleY < table.box.middleY }
      add(Array(above), of: page, margins: margins)
      lines = lines.dropFirst(above.count)
      add(table)
    }
    add(Array(lines), of: page, margins: margins)
    for text in page.unplaced {
      finishTable()
      finishParagraph()
      blocks.append(.paragraph(Paragraph(text, at: .page(page.number, box: nil))))
    }
  }

  private mutating func add(
    _ lines: [Line], of page: PageContent, margins: (left: Double, right: Double)?
  ) {
    guard !lines.isEmpty else { return }
    finishTable()
    for flow in TextFlow.flows(lines, fallback: margins, pageWidth: page.width) {
      for line in flow.lines {
        if let finished = paragraph.add(line, of: flow, page: page.number) {
          blocks.append(.paragraph(finished))
        }
      }
    }
  }

  private mutating func add(_ part: GridTable) {
    finishParagraph()
    var next = part
    if var table, !table.isWhole, !next.isWhole, tableEndPage + 1 == next.page {
      if let joined = TableJoining.joined(table, next, issues: &issues) {
        self.table = joined
        tableEndPage = next.page
        return
      }
      TableJoining.moveRest(of: &table, from: &next, issues: &issues)
      self.table = table
      if next.rows.isEmpty {
        tableEndPage = next.page
        return
      }
    }
    finishTable()
    table = next
    tableEndPage = next.page
  }

  private mutating func finishParagraph() {
    if let finished = paragraph.finish() { blocks.append(.paragraph(finished)) }
  }

  private mutating func finishTable() {
    guard let table else { return }
    self.table = nil
    guard table.columnCount > 1 else {
      for cell in table.rows.joined() where !cell.text.isEmpty {
        blocks.append(.paragraph(Paragraph(cell.text, at: .page(cell.page, box: cell.box))))
      }
      return
    }
    let rows = table.rows.map { row in
      row.map { TableCell($0.text, $0.coverage, at: .page($0.page, box: $0.box)) }
    }
    blocks.append(.table(Table(columnCount: table.columnCount, rows: rows)))
  }
}
