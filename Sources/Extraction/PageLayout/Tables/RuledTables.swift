internal import Diagnostics
internal import DocumentModel

/// Tables built from the lines drawn around their cells: exact, whatever the text in them looks like.
enum RuledTables {
  /// Takes the words inside `grids` into tables; what is left stands outside.
  static func tables(
    _ grids: [RuledGrid], words: [Word], content: CellContent, page: Int, pageWidth: Double
  ) -> (tables: [GridTable], rest: [Word], issues: [Issue]) {
    let grids = grids.map { $0.withoutHoles(words) }
    var rest: [Word] = []
    var inside: [[Word]] = Array(repeating: [], count: grids.count)
    var previous: (word: Word, grid: Int)?
    for word in words {
      let own =
        grids.firstIndex { $0.box.contains(x: word.box.middleX, y: word.box.middleY) }
        ?? grids.firstIndex { !spans(aroundBorderIn: word, $0, words).isEmpty }
      let goesOn = previous.flatMap { word.goesOnUpright(from: $0.word) ? $0.grid : nil }
      if let grid = goesOn ?? own {
        inside[grid].append(word)
        previous = (word, grid)
      } else {
        rest.append(word)
        previous = nil
      }
    }
    var issues: [Issue] = []
    let tables = zip(grids, inside).map { grid, words in
      table(
        grid, words: words, content: content, page: page, pageWidth: pageWidth, issues: &issues)
    }
    return (tables, rest, issues)
  }

  private static func table(
    _ grid: RuledGrid, words: [Word], content: CellContent, page: Int, pageWidth: Double,
    issues: inout [Issue]
  ) -> GridTable {
    var contents: [RuledGrid.Span: [Word]] = [:]
    var words = words
    if grid.isCut(byPageOf: pageWidth) {
      issues.append(
        Issue(
          .pdfColumnUncertain,
          "the edge of the page cuts a table: columns are missing, so that its figures were not read",
          at: .page(page, box: grid.box)))
      for index in words.indices { words[index].text = Figure.unreadable(words[index].text) }
    }
    var previous: (word: Word, span: RuledGrid.Span)?
    for word in words {
      if let last = previous, word.goesOnUpright(from: last.word) {
        contents[last.span, default: []].append(word)
        previous = (word, last.span)
        continue
      }
      let parted = spans(aroundBorderIn: word, grid, words)
      if !parted.isEmpty {
        issues.append(
          Issue(
            .pdfColumnUncertain,
            "“\(word.text)” stands on the border of its cell, and may be part of the number above or below",
            at: .page(page, box: word.box)))
        var piece = word
        piece.text = Figure.unreadable(word.text)
        for span in parted { contents[span, default: []].append(piece) }
        previous = nil
        continue
      }
      for piece in pieces(of: word, grid, page: page, issues: &issues) {
        guard let span = span(at: piece, grid) else { continue }
        contents[span, default: []].append(piece)
        previous = (piece, span)
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
          if text == nil, let mark = content.mark(in: box) {
            if mark == CellContent.picture {
              issues.append(
                Issue(
                  .pdfPictureInCell, "the cell holds a picture or a drawing, no text",
                  at: .page(page, box: box)))
            }
            return GridCell(text: mark, box: box, page: page)
          }
          if let issue = text?.issue(at: .page(page, box: box)) { issues.append(issue) }
          return GridCell(
            text: text?.text ?? "", box: box, page: page, endsFull: text?.endsFull ?? false,
            endsNearlyFull: text?.endsNearlyFull ?? false)
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
    guard let row = RuledGrid.interval(of: word.box.middleY, in: grid.rowEdges) else {
      return [word]
    }
    if word.box.left < grid.box.left - slack || word.box.right > grid.box.right + slack {
      issues.append(
        Issue(
          .pdfColumnUncertain, "“\(word.text)” runs over the edge of its table",
          at: .page(page, box: word.box)))
    }
    let borders = grid.columnEdges.indices.dropFirst().dropLast().filter { edge in
      let position = grid.columnEdges[edge]
      guard position > word.box.left + slack, position < word.box.right - slack else {
        return false
      }
      return grid.span(row: row, column: edge - 1) != grid.span(row: row, column: edge)
    }
    guard !borders.isEmpty else { return [word] }
    let cuts = borders.compactMap { word.cut(at: grid.columnEdges[$0]) }
    if cuts.count < borders.count {
      issues.append(
        Issue(
          .pdfColumnUncertain, "“\(word.text)” runs over the border of its cell",
          at: .page(page, box: word.box)))
      var piece = word
      // It may be the numbers of both.
      if Figure.isPart(word.text) { piece.text = Figure.unreadable(word.text) }
      return [piece]
    }
    if word.cutsFigure(before: cuts) {
      issues.append(
        Issue(
          .pdfColumnUncertain,
          "“\(word.text)” stands in two cells, and may be one number or several",
          at: .page(page, box: word.box)))
    }
    return word.pieces(cutBefore: cuts)
  }

  /// The cells above and below a border that runs through the middle of a figure which goes on from one above it, as they have
  /// no room for both; at the edge of the table one cell.
  private static func spans(
    aroundBorderIn word: Word, _ grid: RuledGrid, _ words: [Word]
  ) -> [RuledGrid.Span] {
    guard Figure.hasDigit(word.text), word.turned == nil,
      let column = RuledGrid.interval(of: word.box.middleX, in: grid.columnEdges)
    else { return [] }
    guard let edge = Self.border(through: word, grid),
      words.contains(where: { other in
        Figure.hasDigit(other.text) && other.box.left < word.box.right
          && other.box.right > word.box.left && border(through: other, grid) == nil
          && RuledGrid.interval(of: other.box.middleY, in: grid.rowEdges) == edge - 1
      })
    else { return [] }
    let above = edge > 0 ? grid.span(row: edge - 1, column: column) : nil
    let below = edge < grid.rowCount ? grid.span(row: edge, column: column) : nil
    return above == below ? [] : [above, below].compactMap { $0 }
  }

  /// The line between rows that runs through the middle of the digits of `word`.
  private static func border(through word: Word, _ grid: RuledGrid) -> Int? {
    let middle: Range<Double>
    if let baseline = word.baseline, let size = word.fontSize, size > 0 {
      // Digits are seven tenths of an em high.
      middle = (baseline - size * 0.55)..<(baseline - size * 0.15)
    } else {
      let inner = (word.box.bottom - word.box.top) * 0.3
      guard inner > 0 else { return nil }
      middle = (word.box.top + inner)..<(word.box.bottom - inner)
    }
    return grid.rowEdges.firstIndex(where: middle.contains)
  }

  private static func span(at word: Word, _ grid: RuledGrid) -> RuledGrid.Span? {
    guard let row = RuledGrid.interval(of: word.box.middleY, in: grid.rowEdges),
      let column = RuledGrid.interval(of: word.box.middleX, in: grid.columnEdges)
    else { return nil }
    return grid.span(row: row, column: column)
  }
}
