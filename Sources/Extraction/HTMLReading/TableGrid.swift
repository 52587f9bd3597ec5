internal import Diagnostics
internal import DocumentModel

/// Places the cells of a table as HTML does, with spans that are cut where they can't be meant.
struct TableGrid {
  /// A cell as the source has it.
  struct Cell {
    var text: String
    var remarks: [Remark]
    var columns: Int
    /// 0 for all rows of its group that follow.
    var rows: Int
  }

  private let columnLimit: Int
  /// Columns that the page doesn't show.
  private let collapsed: Set<Int>
  private(set) var table = PageTable()
  /// What reaches down into the row at hand, by column.
  private var above: [Reach?] = []
  private var grid: [[PageTable.Position?]] = []
  /// What the columns that aren't shown hold.
  private(set) var hidden: [Remark] = []

  private struct Reach {
    var row: Int
    var cell: Int
    /// Columns of the cell; the first has the text.
    var columns: Range<Int>
    /// The row behind the last that it covers.
    var end: Int
  }

  /// - Parameters:
  ///   - groups: For each row, the rows of its group (`tbody`); no span leaves it.
  ///   - collapsed: Columns that aren't shown; those that a cell spans with others are.
  /// - Returns: nil if there would be more than `cellLimit` positions.
  init?(
    _ rows: [[Cell]], groups: [Range<Int>], collapsed: Set<Int>, columnLimit: Int, cellLimit: Int
  ) {
    self.columnLimit = columnLimit
    self.collapsed = collapsed
    var positions = 0
    let width = Self.usualWidth(rows)
    for (row, cells) in rows.enumerated() {
      endReaches(at: row, cells, width: width)
      place(cells, row, group: groups[row])
      positions += grid[row].count
      guard positions <= cellLimit else { return nil }
    }
    let (size, overflows) = (grid.map(\.count).max() ?? 0).multipliedReportingOverflow(
      by: grid.count)
    guard !overflows, size <= cellLimit else { return nil }
    if !collapsed.isEmpty { uncover() }
    compress()
  }

  /// Moves what stands in a column that isn't shown to the first shown one that its cell spans; what isn't moved is hidden.
  private mutating func uncover() {
    for row in grid.indices {
      for column in grid[row].indices where collapsed.contains(column) {
        guard var position = grid[row][column] else { continue }
        let next = column + 1
        let goesOn =
          next < grid[row].count && grid[row][next]?.coverage == .coveredFromLeft
          && grid[row][next]?.row == position.row && grid[row][next]?.cell == position.cell
        if goesOn, position.coverage != .coveredFromLeft {
          // It is cut off where it has less room than it needs.
          if position.coverage == .own, CleanText.isFigure(position.text) {
            position.remarks.append(.unclear(position.text))
            position.text += LineBuilder.pictureText
          }
          grid[row][next] = position
        } else if position.coverage == .own, !position.text.isEmpty {
          hidden.append(.hidden(position.text))
        }
        grid[row][column] = nil
      }
    }
  }

  /// The sum of spans that most rows without anything above them have: what the table was drawn with.
  private static func usualWidth(_ rows: [[Cell]]) -> Int {
    var reach: [(columns: Int, end: Int)] = []
    var counts: [Int: Int] = [:]
    for (row, cells) in rows.enumerated() {
      reach.removeAll { $0.end <= row }
      var width = reach.reduce(0) { $0 + $1.columns }
      for cell in cells {
        width += cell.columns
        if cell.rows > 1, reach.count < 64 { reach.append((cell.columns, row + cell.rows)) }
      }
      counts[width, default: 0] += 1
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }

  /// Ends what reaches down into a row that is full without it: a span of one row too many would push all its cells aside.
  private mutating func endReaches(at row: Int, _ cells: [Cell], width: Int) {
    for column in above.indices {
      if let reach = above[column], reach.end <= row { above[column] = nil }
    }
    let own = cells.reduce(0) { $0 + $1.columns }
    let reaching = above.indices.filter { above[$0]?.columns.lowerBound == $0 }
    let covered = reaching.reduce(0) { $0 + (above[$1]?.columns.count ?? 0) }
    guard covered > 0, own + covered > width, !cells.isEmpty else { return }
    if own == width {
      for column in reaching { end(column) }
      return
    }
    let fitting = reaching.filter { own + covered - (above[$0]?.columns.count ?? 0) == width }
    if fitting.count == 1 { end(fitting[0]) }
  }

  private mutating func end(_ column: Int) {
    guard let reach = above[column] else { return }
    table.clamped.append((reach.row, reach.cell))
    for index in reach.columns where index < above.count { above[index] = nil }
  }

  private mutating func place(_ cells: [Cell], _ row: Int, group: Range<Int>) {
    var line: [PageTable.Position?] = []
    for index in above.indices {
      guard let reach = above[index] else {
        line.append(nil)
        continue
      }
      let isFirst = index == reach.columns.lowerBound
      line.append(
        PageTable.Position(
          text: "", coverage: isFirst ? .coveredFromAbove : .coveredFromLeft, row: reach.row,
          cell: reach.cell))
    }
    while let last = line.last, last == nil { line.removeLast() }
    var column = 0
    for (index, cell) in cells.enumerated() {
      while column < line.count, line[column] != nil { column += 1 }
      guard column < columnLimit else {
        table.clamped.append((row + 1, index + 1))
        break
      }
      var end = min(column + cell.columns, columnLimit)
      if end < column + cell.columns { table.clamped.append((row + 1, index + 1)) }
      // No cell lies over another one.
      for other in column..<end where other < line.count && line[other] != nil {
        end = other
        break
      }
      while line.count < end { line.append(nil) }
      for place in column..<end {
        line[place] = PageTable.Position(
          text: place == column ? cell.text : "",
          coverage: place == column ? .own : .coveredFromLeft,
          row: row + 1, cell: index + 1, remarks: place == column ? cell.remarks : [])
      }
      let last = cell.rows == 0 ? group.upperBound : min(row + cell.rows, group.upperBound)
      if last > row + 1 {
        while above.count < end { above.append(nil) }
        for place in column..<end {
          above[place] = Reach(row: row + 1, cell: index + 1, columns: column..<end, end: last)
        }
      }
      column = end
    }
    grid.append(line)
  }

  /// Leaves out columns that no cell begins at, and rows that no cell begins in, and makes a rectangle of the rest.
  private mutating func compress() {
    let width = grid.map(\.count).max() ?? 0
    var isStart = [Bool](repeating: false, count: width)
    for line in grid {
      for (column, position) in line.enumerated() where position?.coverage == .own {
        isStart[column] = true
      }
    }
    let columns = isStart.indices.filter { isStart[$0] && !collapsed.contains($0) }
    table.columnCount = columns.count
    for (row, line) in grid.enumerated() where line.contains(where: { $0?.coverage == .own }) {
      if line.count < width { table.ragged.append(table.rows.count + 1) }
      let cells = line.reduce(0) { max($0, $1?.row == row + 1 ? $1?.cell ?? 0 : 0) }
      table.rows.append(
        columns.map { column in
          (column < line.count ? line[column] : nil)
            ?? PageTable.Position(text: "", coverage: .own, row: row + 1, cell: max(1, cells))
        })
    }
  }
}
