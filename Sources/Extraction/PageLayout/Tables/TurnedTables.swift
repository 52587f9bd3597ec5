internal import Diagnostics
internal import DocumentModel
internal import PagePaint

/// Tables whose lines of text run down or up the page: turned by a quarter, or set as upright writing is.
///
/// Such a table is read as it would stand: its words and its lines are turned back, and its cells keep their places on the
/// page.
enum TurnedTables {
  /// Takes the words of turned tables out of `pages`; returns the tables of each page, and what may be wrong with them.
  ///
  /// A word that, turned back, stands beside the table stays on its page.
  ///
  /// - Parameter rulings: Of each page; nil where its paint isn't known.
  static func take(
    from pages: inout [BoxPage], rulings: [Rulings?], content: [CellContent], cellLimit: Int
  ) -> (tables: [[GridTable]], issues: [Issue]) {
    var tables: [[GridTable]] = pages.map { _ in [] }
    var issues: [Issue] = []
    for index in pages.indices {
      guard let lines = rulings[index], pages[index].words.count(where: \.isTurnedFigure) >= fewest
      else { continue }
      for grid in RuledGrid.grids(in: lines, cellLimit: cellLimit) where !grid.isSingleCell {
        let inside = pages[index].words.filter {
          grid.box.contains(x: $0.box.middleX, y: $0.box.middleY)
        }
        guard let turn = turn(of: inside, on: pages[index]),
          let turned = RuledGrid.grids(
            in: turn.turned(lines.within(grid.box)), cellLimit: cellLimit
          )
          .first(where: { !$0.isSingleCell })
        else { continue }
        let level = joined(inside, turn)
        let read = RuledTables.tables(
          [turned], words: level.words, content: turn.turned(content[index]),
          page: index + 1, pageWidth: turn.pageWidth)
        tables[index] += read.tables.map(turn.back)
        issues += read.issues.map(turn.back)
        let taken = Set(inside.map(\.order))
          .subtracting(read.rest.flatMap { level.parts[$0.order] })
        pages[index].words.removeAll { taken.contains($0.order) }
      }
    }
    return (tables, issues)
  }

  /// How the table of these words is turned; nil where not all of its figures are, in one way.
  private static func turn(of words: [Word], on page: BoxPage) -> Turn? {
    let figures = words.lazy.filter { Figure.isFigure($0.text) }
    let ways = Set(figures.map { $0.turned?.isDown })
    guard ways.count == 1, let isDown = ways.first ?? nil,
      words.count(where: \.isTurnedFigure) >= fewest
    else { return nil }
    return Turn(isDown: isDown, width: page.width, height: page.height)
  }

  /// `words` turned back, the characters of a line joined; `parts` has for each the ``Word/order`` of every word that it is
  /// made of.
  private static func joined(
    _ words: [Word], _ turn: Turn
  ) -> (words: [Word], parts: [[Int]]) {
    var joined: [Word] = []
    var parts: [[Int]] = []
    for word in words {
      let order = word.order
      var word = word
      word.box = turn.turned(word.placeInLine)
      word.turned = nil
      word.baseline = nil
      let size = word.fontSize ?? word.box.height
      if let last = joined.last, abs(last.box.middleY - word.box.middleY) < size / 3,
        abs(word.box.left - last.box.right) < size * 0.2
      {
        joined[joined.count - 1].text += word.text
        joined[joined.count - 1].box = last.box.union(word.box)
        parts[parts.count - 1].append(order)
      } else {
        word.order = joined.count
        joined.append(word)
        parts.append([order])
      }
    }
    return (joined, parts)
  }

  /// Turned figures that a table has at least.
  private static let fewest = 5
}

/// A turn by a quarter, and the way back.
private struct Turn {
  /// Whether lines run from the head of the page to its foot.
  var isDown: Bool
  /// Of the page.
  var width, height: Double

  /// How wide the page is when it is turned back.
  var pageWidth: Double { height }

  func turned(_ box: BoundingBox) -> BoundingBox {
    isDown
      ? BoundingBox(
        left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
      : BoundingBox(
        left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
  }

  func back(_ box: BoundingBox) -> BoundingBox {
    isDown
      ? BoundingBox(
        left: width - box.bottom, top: box.left, right: width - box.top, bottom: box.right)
      : BoundingBox(
        left: box.top, top: height - box.right, right: box.bottom, bottom: height - box.left)
  }

  func turned(_ rulings: Rulings) -> Rulings {
    var turned = Rulings()
    turned.horizontal = rulings.vertical.map {
      isDown
        ? Ruling(position: width - $0.position, start: $0.start, end: $0.end)
        : Ruling(position: $0.position, start: height - $0.end, end: height - $0.start)
    }
    turned.vertical = rulings.horizontal.map {
      isDown
        ? Ruling(position: $0.position, start: width - $0.end, end: width - $0.start)
        : Ruling(position: height - $0.position, start: $0.start, end: $0.end)
    }
    return turned
  }

  func turned(_ content: CellContent) -> CellContent {
    CellContent(
      pictures: content.pictures.map(turned), struckWords: content.struckWords.map(turned))
  }

  func back(_ table: GridTable) -> GridTable {
    var table = table
    table.box = back(table.box)
    table.isWhole = true
    for row in table.rows.indices {
      for column in table.rows[row].indices {
        table.rows[row][column].box = back(table.rows[row][column].box)
      }
    }
    return table
  }

  func back(_ issue: Issue) -> Issue {
    guard case .page(let page, let box?) = issue.location else { return issue }
    var issue = issue
    issue.location = .page(page, box: back(box))
    return issue
  }
}

extension Rulings {
  /// The lines that run within `box`.
  fileprivate func within(_ box: BoundingBox) -> Rulings {
    var inside = Rulings()
    inside.horizontal = horizontal.filter {
      box.contains(x: ($0.start + $0.end) / 2, y: min(max($0.position, box.top), box.bottom))
        && $0.position > box.top - 3 && $0.position < box.bottom + 3
    }
    inside.vertical = vertical.filter {
      box.contains(x: min(max($0.position, box.left), box.right), y: ($0.start + $0.end) / 2)
        && $0.position > box.left - 3 && $0.position < box.right + 3
    }
    return inside
  }
}

extension Word {
  fileprivate var isTurnedFigure: Bool { turned != nil && Figure.isFigure(text) }

  /// What it takes up of its line: a character that stands upright in a turned line is as wide as high.
  fileprivate var placeInLine: BoundingBox {
    if let turned { return turned.box }
    guard let baseline, let fontSize else { return box }
    let top = baseline - fontSize * 0.88
    return BoundingBox(left: box.left, top: top, right: box.right, bottom: top + fontSize)
  }
}
