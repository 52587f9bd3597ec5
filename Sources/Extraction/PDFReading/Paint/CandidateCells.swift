internal import Diagnostics
internal import PageLayout
internal import PagePaint

/// The cells of the page's tables in which turned and faint texts stand.
struct CandidateCells {
  /// For each text its cell; nil for one that stands in none, or reaches beyond it.
  private(set) var own: [BoundingBox?] = []
  /// For each text whether its cell holds no other word that is level and plain.
  private(set) var isAlone: [Bool] = []
  /// For each text whether it may be a piece of a number and stands right beside a number, on its line.
  private(set) var isBesideFigure: [Bool] = []

  /// Nil where there are so many texts and tables that comparing them would take seconds.
  ///
  /// - Parameter others: The words that are level and plain.
  init?(_ runs: [WatermarkCandidate], among others: [Word], _ rulings: Rulings?) {
    let grids = (rulings.map { RuledGrid.grids(in: $0, cellLimit: Self.mostCells) } ?? [])
      .filter { !$0.isSingleCell }
    guard runs.count * grids.count <= Self.mostComparisons else { return nil }
    for run in runs {
      let cell = grids.lazy.compactMap { $0.cell(around: run) }.first
      own.append(cell)
      isAlone.append(
        cell.map { cell in
          !others.contains { cell.contains(x: $0.box.middleX, y: $0.box.middleY) }
        } ?? false)
      isBesideFigure.append(
        run.mayBePartOfFigure
          && others.contains { other in
            Figure.hasDigit(other.text) && abs(other.box.middleY - run.box.middleY) < run.size / 2
              && max(other.box.left - run.box.right, run.box.left - other.box.right) < run.size
                * 0.6
          })
    }
  }

  private static let mostCells = 20_000
  private static let mostComparisons = 4_000_000
}

extension RuledGrid {
  /// The cell in which a text stands; nil where it stands in none.
  fileprivate func cell(around run: WatermarkCandidate) -> BoundingBox? {
    let (x, y) = (run.box.middleX, run.box.middleY)
    guard let row = rowEdges.dropLast().lastIndex(where: { $0 <= y }), y <= box.bottom,
      let column = columnEdges.dropLast().lastIndex(where: { $0 <= x }), x <= box.right
    else { return nil }
    let cell = box(of: span(row: row, column: column))
    let slack = max(2, run.size * 0.4)
    return run.box.left > cell.left - slack && run.box.right < cell.right + slack
      && run.box.top > cell.top - slack && run.box.bottom < cell.bottom + slack ? cell : nil
  }
}
