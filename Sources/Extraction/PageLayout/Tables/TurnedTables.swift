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
        let level = turn.joined(inside)
        let read = RuledTables.tables(
          [turned], words: level.words, content: turn.turned(content[index]),
          page: index + 1, pageWidth: turn.pageWidth)
        tables[index] += read.tables.map(turn.back)
        issues += read.issues.map { $0.moved(turn.back) }
        let taken = Set(inside.map(\.order))
          .subtracting(read.rest.flatMap { level.parts[$0.order] })
        pages[index].words.removeAll { taken.contains($0.order) }
      }
    }
    return (tables, issues)
  }

  /// How the table of these words is turned; nil where not all of its figures are, in one way.
  private static func turn(of words: [Word], on page: BoxPage) -> QuarterTurn? {
    let figures = words.lazy.filter { Figure.isFigure($0.text) }
    let ways = Set(figures.map { $0.turned?.isDown })
    guard ways.count == 1, let isDown = ways.first ?? nil,
      words.count(where: \.isTurnedFigure) >= fewest
    else { return nil }
    return QuarterTurn(isDown: isDown, width: page.width, height: page.height)
  }

  /// Turned figures that a table has at least.
  private static let fewest = 5
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
}
