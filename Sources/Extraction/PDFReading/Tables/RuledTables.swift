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
    if let last = grids.last, let index = inside.indices.last {
      let spilled = spilledWords(rest, below: last, inside[index])
      inside[index] += spilled
      let orders = Set(spilled.map(\.order))
      rest.removeAll { orders.contains($0.order) }
    }
    var issues: [Issue] = []
    let tables = zip(grids, inside).map { grid, words in
      table(grid, words: words, page: page, pageWidth: pageWidth, issues: &issues)
    }
    return (tables, rest, issues)
  }

  /// The words below `grid` that go on an upright text from its last row: LibreOffice lets such text run out of a cell
  /// that a page break cuts. They stand exactly below it, one character each; moved up into the cell.
  private static func spilledWords(
    _ words: [Word], below grid: RuledGrid, _ inside: [Word]
  ) -> [Word] {
    guard let lastRow = grid.rowEdges.dropLast().last else { return [] }
    let upright = inside.filter {
      $0.text.unicodeScalars.count == 1 && $0.box.bottom > lastRow - $0.size * 2
    }
    return words.filter { word in
      word.text.unicodeScalars.count == 1 && !Figure.isPart(word.text)
        && word.box.middleY > grid.box.bottom && word.box.top < grid.box.bottom + word.size * 8
        && upright.contains {
          word.box.left > $0.box.left - 1 && word.box.right < $0.box.right + 1
            && $0.order < word.order
        }
    }
  }

  private static func table(
    _ grid: RuledGrid, words: [Word], page: Int, pageWidth: Double,
    issues: inout [Issue]
  ) -> GridTable {
    var contents: [RuledGrid.Span: [Word]] = [:]
    for word in words {
      for piece in pieces(of: word, grid, page: page, issues: &issues) {
        guard let span = span(at: piece, grid) else { continue }
        contents[span, default: []].append(piece)
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
    let rooms = CellRooms(grid, contents)
    let texts = Dictionary(
      uniqueKeysWithValues: contents.map { ($0, CellText($1, room: rooms.room(of: $0))) })
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

  /// `word`, cut where it runs over borders of cells: text without padding touches that of the next cell.
  private static func pieces(
    of word: Word, _ grid: RuledGrid, page: Int, issues: inout [Issue]
  ) -> [Word] {
    let slack = max(1.5, word.size / 5)
    guard let row = interval(of: word.box.middleY, in: grid.rowEdges) else { return [word] }
    let borders = grid.columnEdges.indices.filter { edge in
      let position = grid.columnEdges[edge]
      guard position > word.box.left + slack, position < word.box.right - slack else {
        return false
      }
      guard edge > 0, edge < grid.columnCount else { return true }
      return grid.span(row: row, column: edge - 1) != grid.span(row: row, column: edge)
    }
    guard !borders.isEmpty else { return [word] }
    let cuts = borders.compactMap { word.cut(at: grid.columnEdges[$0]) }
    if cuts.count < borders.count {
      issues.append(
        Issue(
          .pdfColumnUncertain, "“\(word.text)” runs over the border of its cell",
          at: .page(page, box: word.box)))
      return [word]
    }
    return word.pieces(cutBefore: cuts)
  }

  private static func span(at word: Word, _ grid: RuledGrid) -> RuledGrid.Span? {
    guard
      let row = interval(of: min(word.box.middleY, grid.box.bottom), in: grid.rowEdges),
      let column = interval(of: word.box.middleX, in: grid.columnEdges)
    else { return nil }
    return grid.span(row: row, column: column)
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
