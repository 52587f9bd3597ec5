package import Diagnostics
package import DocumentModel
package import PagePaint

/// What pages of words say: paragraphs and tables in reading order.
///
/// Where the words come from and how it is known what is drawn between them is the caller's matter.
package struct PageBlocks: Sendable {
  package private(set) var blocks: [Block] = []
  package private(set) var notes: [Note] = []
  package private(set) var issues: [Issue] = []

  /// Reads tables, with or without lines, and running text.
  ///
  /// - Parameters:
  ///   - pages: With words that can be seen, in the order in which the file holds them.
  ///   - rulings: Of each page; nil for one of which isn't known what is drawn on it: its tables are told by their words.
  ///   - content: Of each page, what may stand in a cell instead of words.
  /// - Throws: `document_limit` where the tables have more than ``Limits/tableCells`` cells.
  package init(
    _ pages: [BoxPage], rulings: [Rulings?], content: [CellContent], limits: Limits
  ) throws(Failure) {
    var (pages, rulings, content) = (pages, rulings, content)
    let lying = LyingPages(&pages, &rulings, &content)
    let turned = TurnedTables.take(
      from: &pages, rulings: rulings, content: content, cellLimit: limits.tableCells)
    issues = turned.issues
    for index in pages.indices { TurnedText.join(&pages[index].words) }
    LetterSpacing.join(&pages)
    let plain = WordTables(pages)
    var contents = ruledPages(
      pages, plain, turned: turned.tables, rulings, content, cellLimit: limits.tableCells)
    let running =
      contents.isRuled
      ? RunningText(contents.pages.map(\.lines), heights: pages.map(\.height)) : plain.running
    for index in contents.pages.indices { contents.pages[index].lines = running.pages[index] }
    takeOpenTables(from: &contents.pages, besides: plain)
    issues += running.issues
    let cells = contents.pages.reduce(0) {
      $0 + $1.tables.reduce(0) { $0 + $1.columnCount * $1.rows.count }
    }
    guard cells <= limits.tableCells else {
      throw Failure(.documentLimit, "the cells of its tables are \(limits.over(.tableCells))")
    }
    let assembly = PageJoining(contents.pages)
    issues += assembly.issues
    blocks = assembly.blocks
    notes = running.notes
    guard !lying.isEmpty else { return }
    blocks = blocks.map { $0.moved(lying.asSeen) }
    notes = notes.map { $0.moved(lying.asSeen) }
    issues = issues.map { $0.moved(lying.asSeen) }
  }

  /// The tables within lines, and the lines of text around them; whether any lines make a table.
  private mutating func ruledPages(
    _ pages: [BoxPage], _ plain: WordTables, turned: [[GridTable]], _ rulings: [Rulings?],
    _ content: [CellContent], cellLimit: Int
  ) -> (pages: [PageContent], isRuled: Bool) {
    var drawn: [Int: Rulings] = [:]
    for index in plain.doubtful.joined() {
      drawn[index] = rulings[index]?.withoutStrayBorders(plain.rest[index])
    }
    let grids = PageGrids.tables(pageCount: pages.count, drawn: drawn, cellLimit: cellLimit)
      .enumerated().map { index, grids in
        grids.filter { grid in
          !turned[index].contains { $0.box.intersection(grid.box) != nil }
            && !grid.leavesCellsTogether(plain.rest[index])
        }
      }
    var contents: [PageContent] = []
    for (index, page) in pages.enumerated() {
      let ruled = RuledTables.tables(
        grids[index], words: plain.rest[index], content: content[index], page: index + 1,
        pageWidth: page.width)
      issues += ruled.issues
      contents.append(
        PageContent(
          number: index + 1, width: page.width,
          lines: grids[index].isEmpty ? plain.lines[index] : LineAssembly.lines(of: ruled.rest),
          tables: ruled.tables + plain.tables[index], unplaced: page.unplaced))
      for table in turned[index] { contents[index].add(table) }
    }
    return (contents, !grids.allSatisfy(\.isEmpty))
  }

  /// The tables without lines, of what lines of text are left.
  private mutating func takeOpenTables(
    from contents: inout [PageContent], besides plain: WordTables
  ) {
    issues += OpenTables.take(from: &contents, on: plain.doubtful)
    for index in contents.indices {
      // In two columns of text, lines look like rows of two cells.
      guard contents[index].tables.isEmpty, !plain.pages.contains(index),
        Gutter(contents[index].lines) == nil
      else { continue }
      let unruled = UnruledTables.tables(in: contents[index].lines, page: index + 1)
      contents[index].lines = unruled.rest
      contents[index].tables = unruled.tables
      issues += unruled.issues
    }
  }
}
