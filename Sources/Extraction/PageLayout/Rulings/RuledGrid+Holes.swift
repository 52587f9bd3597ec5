internal import Diagnostics

/// Cells that a missing piece of a line joined: the figure of one row stands in the middle of that row, not of both.
extension RuledGrid {
  /// The same with such cells parted where their rows are.
  func withoutHoles(_ words: [Word]) -> RuledGrid {
    var grid = self
    for word in words where Figure.isFigure(word.text) {
      guard let row = Self.interval(of: word.box.middleY, in: rowEdges),
        let column = Self.interval(of: word.box.middleX, in: columnEdges)
      else { continue }
      let span = span(row: row, column: column)
      guard span.rows.count > 1 else { continue }
      let whole = box(of: span)
      let height = rowEdges[row + 1] - rowEdges[row]
      let middle = (rowEdges[row] + rowEdges[row + 1]) / 2
      let slack = height / 4
      if abs(word.box.middleY - middle) < slack, abs(word.box.middleY - whole.middleY) > slack {
        grid.divide(span)
      }
    }
    return grid
  }

  /// Which space between two of `edges` holds `position`; nil outside of all.
  static func interval(of position: Double, in edges: [Double]) -> Int? {
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
