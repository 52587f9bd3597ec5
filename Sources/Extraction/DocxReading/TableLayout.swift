/// Which columns each cell of a table covers.
struct TableLayout {
  /// Grid columns at which the table's columns begin, ascending.
  private(set) var columns: [Int] = []
  /// For each row and cell, the columns it covers; empty for a cell without width of its own.
  private(set) var cellColumns: [[Range<Int>]] = []
  /// For each row, the columns of its cells that take part in a vertical merge.
  private(set) var mergeable: [Set<Range<Int>>] = []
  /// Cells with a span that no grid can have, or beyond the columns that are read.
  private(set) var clampedCount = 0

  /// Twips; less than 2 mm, while the margins of a cell alone take 3.8.
  private static let narrowest = 113

  init(_ draft: DraftTable, columnLimit: Int) {
    var grids = placed(draft, columnLimit: columnLimit)
    closeSlivers(&grids, draft)
    var isStart = [Bool](repeating: false, count: columnLimit + 1)
    for cells in grids {
      for cell in cells where cell.lowerBound < columnLimit { isStart[cell.lowerBound] = true }
    }
    columns = isStart.indices.filter { isStart[$0] }
    map(grids, draft, columnLimit: columnLimit)
  }

  /// The grid columns of every cell; a span beyond `columnLimit` reaches to the end of the widest other row.
  private mutating func placed(_ draft: DraftTable, columnLimit: Int) -> [[Range<Int>]] {
    var widest = 1
    for row in draft.rows {
      var width = min(row.before, columnLimit)
      for cell in row.cells { width += cell.span > columnLimit ? 1 : cell.span }
      widest = max(widest, min(width, columnLimit))
    }
    return draft.rows.map { row in
      var column = min(row.before, columnLimit - 1)
      return row.cells.enumerated().map { index, cell in
        var span = cell.span
        if span > columnLimit {
          clampedCount += 1
          span = max(1, widest - column - (row.cells.count - index - 1))
        }
        let start = min(column, columnLimit)
        if start == columnLimit { clampedCount += 1 }
        column = min(column + span, columnLimit)
        return start..<column
      }
    }
  }

  /// Moves cells that begin at a grid column too narrow for text to the next one, where every row allows it.
  ///
  /// Word leaves such columns behind when rows were dragged to slightly different widths; each would add a blank
  /// position to every other row.
  private func closeSlivers(_ grids: inout [[Range<Int>]], _ draft: DraftTable) {
    let slivers = draft.gridWidths.indices.filter {
      draft.gridWidths[$0] > 0 && draft.gridWidths[$0] < Self.narrowest
    }
    guard !slivers.isEmpty, slivers.count * 2 < draft.gridWidths.count else { return }
    var isUsed = [Bool](repeating: false, count: draft.gridWidths.count)
    for cells in grids {
      for cell in cells where cell.count == 1 && cell.lowerBound < isUsed.count {
        isUsed[cell.lowerBound] = true
      }
    }
    var isSliver = [Bool](repeating: false, count: draft.gridWidths.count)
    for column in slivers { isSliver[column] = !isUsed[column] }
    for row in grids.indices {
      for index in grids[row].indices {
        let cell = grids[row][index]
        let start = shifted(cell.lowerBound, isSliver)
        grids[row][index] = start..<max(start, shifted(cell.upperBound, isSliver))
      }
    }
  }

  private func shifted(_ line: Int, _ isSliver: [Bool]) -> Int {
    line < isSliver.count && isSliver[line] ? line + 1 : line
  }

  private mutating func map(_ grids: [[Range<Int>]], _ draft: DraftTable, columnLimit: Int) {
    // The first column at or after each grid line.
    var next = [Int](repeating: columns.count, count: columnLimit + 2)
    var column = columns.count
    for line in stride(from: columnLimit, through: 0, by: -1) {
      if column > 0, columns[column - 1] == line { column -= 1 }
      next[line] = column
    }
    for (row, cells) in zip(draft.rows, grids) {
      var ranges: [Range<Int>] = []
      ranges.reserveCapacity(cells.count)
      var merges: Set<Range<Int>> = []
      for (cell, grid) in zip(row.cells, cells) {
        let range =
          next[min(grid.lowerBound, columnLimit)]..<next[min(grid.upperBound, columnLimit)]
        ranges.append(range)
        if cell.vertical != .none { merges.insert(range) }
      }
      cellColumns.append(ranges)
      mergeable.append(merges)
    }
  }
}
