internal import Diagnostics
internal import DocumentModel

/// Tables built from the lines drawn around their cells: exact, whatever the text in them looks like.
enum RuledTables {
  /// Takes the words inside `grids` into tables; what is left stands outside.
  static func tables(
    _ grids: [RuledGrid], words: [Word], page: Int, pageWidth: Double
  ) -> (tables: [GridTable], rest: [Word], issues: [Issue]) {
    var rest: [Word] = []
    var inside: [[Word]] = Array(repeating: [], count: grids.count)
    for word in words {
      if let grid = grids.firstIndex(where: {
        $0.box.contains(x: word.box.middleX, y: word.box.middleY)
      }) {
        inside[grid].append(word)
      } else {
        rest.append(word)
      }
    }
    var issues: [Issue] = []
    let tables = zip(grids, inside).map { grid, words in
      table(grid, words: words, page: page, pageWidth: pageWidth, issues: &issues)
    }
    return (tables, rest, issues)
  }

  private static func table(
    _ grid: RuledGrid, words: [Word], page: Int, pageWidth: Double,
    issues: inout [Issue]
  ) -> GridTable {
    var contents: [RuledGrid.Span: [Word]] = [:]
    for word in words {
      guard let row = interval(of: word.box.middleY, in: grid.rowEdges),
        let column = interval(of: word.box.middleX, in: grid.columnEdges)
      else { continue }
      let span = grid.span(row: row, column: column)
      contents[span, default: []].append(word)
      let cell = grid.box(of: span)
      let slack = max(2, word.size / 4)
      if word.box.left < cell.left - slack || word.box.right > cell.right + slack {
        issues.append(
          Issue(
            .pdfColumnUncertain, "a word reaches over the border of its cell",
            at: .page(page, box: word.box)))
      }
    }
    if !grid.isSound {
      issues.append(
        Issue(
          .pdfColumnUncertain, "the lines of a table do not close around its cells",
          at: .page(page, box: grid.box)))
    }
    if grid.box.left < -2 || grid.box.right > pageWidth + 2 {
      issues.append(
        Issue(
          .pdfColumnUncertain, "a table runs over the edge of the page, where its text is lost",
          at: .page(page, box: grid.box)))
    }
    let padding = self.padding(grid, contents)
    var texts: [RuledGrid.Span: CellText] = [:]
    for (span, words) in contents {
      let cell = grid.box(of: span)
      texts[span] = CellText(words, room: cell.width - 2 * padding)
    }
    let rows = (0..<grid.rowCount).map { row in
      (0..<grid.columnCount).map { column in
        let span = grid.span(row: row, column: column)
        let box = grid.box(of: span)
        if row == span.rows.lowerBound, column == span.columns.lowerBound {
          let text = texts[span]
          if let issue = text?.issue(at: .page(page, box: box)) { issues.append(issue) }
          return GridCell(
            text: text?.text ?? "", box: box, page: page, endsFull: text?.endsFull ?? false)
        }
        return GridCell(
          text: "",
          coverage: column > span.columns.lowerBound ? .coveredFromLeft : .coveredFromAbove,
          box: box, page: page)
      }
    }
    return GridTable(page: page, box: grid.box, edges: grid.columnEdges, rows: rows)
  }

  /// How far text keeps from the sides of its cell, in points.
  private static func padding(
    _ grid: RuledGrid, _ contents: [RuledGrid.Span: [Word]]
  ) -> Double {
    let margins = contents.flatMap { span, words in
      let cell = grid.box(of: span)
      return words.map { min($0.box.left - cell.left, cell.right - $0.box.right) }
    }
    return min(max(margins.min() ?? 0, 0), 7)
  }

  /// Which space between two of `edges` holds `position`; nil outside of all.
  private static func interval(of position: Double, in edges: [Double]) -> Int? {
    var low = 0
    var high = edges.count - 1
    guard high > 0, position >= edges[low], position <= edges[high] else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if position < edges[middle] { high = middle } else { low = middle }
    }
    return low
  }
}
