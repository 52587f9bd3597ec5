/// Which columns of a grid the cells of a table cover: Word's rows only say where each cell begins and ends.
struct RowLayout {
  struct Cell {
    /// Grid columns.
    var columns: Range<Int>
    var horizontal = RowFormat.Merge.none
    var vertical = RowFormat.Merge.none
    var shade: Shade?
    /// The cells of the row whose content it shows, by index.
    var sources: [Int]
    var isBlank: Bool

    var span: Int { columns.count }
  }

  struct Row {
    /// Grid columns left out at either end.
    var before = 0
    var after = 0
    var cells: [Cell] = []
  }

  private(set) var rows: [Row] = []
  /// Of the grid columns, in twips.
  private(set) var widths: [Int] = []
  /// Where the grid's columns begin and the last one ends.
  private var lines: [Int] = []

  /// Twips: edges of rows that were dragged to one place differ by rounding.
  private static let tolerance = 4
  /// Twips: cells of a row that does not say where they begin.
  private static let usualWidth = 1_000

  init(_ table: [TableFrame.Row]) {
    let edges = Self.edges(table)
    for edge in edges.joined().sorted() where edge - (lines.last ?? .min / 2) > Self.tolerance {
      lines.append(edge)
    }
    widths = zip(lines, lines.dropFirst()).map { $1 - $0 }
    for (row, edges) in zip(table, edges) { rows.append(placed(row, edges)) }
    mendRestarts()
  }

  /// The edges of the cells of each row, one more than there are cells.
  private static func edges(_ table: [TableFrame.Row]) -> [[Int]] {
    var previous: [Int] = []
    return table.map { row in
      var edges = row.format.edges
      if edges.count < 2 {
        edges = previous.count == row.cells.count + 1 ? previous : [edges.first ?? 0]
      }
      while edges.count < row.cells.count + 1 { edges.append((edges.last ?? 0) + usualWidth) }
      edges.removeSubrange((row.cells.count + 1)...)
      previous = edges
      return edges
    }
  }

  /// The grid line at `edge`, which is near one.
  private func line(at edge: Int) -> Int {
    var (low, high) = (0, lines.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle] <= edge { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func placed(_ row: TableFrame.Row, _ edges: [Int]) -> Row {
    var placed = Row()
    guard !row.cells.isEmpty else { return placed }
    placed.before = line(at: edges[0])
    for (index, cell) in row.cells.enumerated() {
      let columns = line(at: edges[index])..<line(at: edges[index + 1])
      let format =
        row.format.cells.indices.contains(index) ? row.format.cells[index] : RowFormat.Cell()
      // What goes on with the cell before it is one with it, unless it has text that would then be shown.
      let isJoined = columns.isEmpty || format.horizontal == .continue && cell.isBlank
      if isJoined, let last = placed.cells.indices.last {
        placed.cells[last].columns = placed.cells[last].columns.lowerBound..<columns.upperBound
        if !cell.isBlank { placed.cells[last].sources.append(index) }
        continue
      }
      placed.cells.append(
        Cell(
          columns: columns, horizontal: format.horizontal, vertical: format.vertical,
          shade: format.shade, sources: [index], isBlank: cell.isBlank))
    }
    placed.after = widths.count - (placed.cells.last?.columns.upperBound ?? widths.count)
    // A cell without width at the beginning takes a column, and so moves the others.
    placed.cells.removeAll { $0.columns.isEmpty && $0.isBlank }
    return placed
  }

  /// Makes one merge of cells below each other that all begin one, as some programs write it.
  ///
  /// A cell that begins a merge is followed by one that goes on with it; where none is, the blank ones below it are meant.
  private mutating func mendRestarts() {
    for row in rows.indices.dropFirst() {
      for index in rows[row].cells.indices {
        let cell = rows[row].cells[index]
        guard cell.vertical == .restart, cell.isBlank,
          let above = vertical(of: cell.columns, in: row - 1), above != .none,
          row + 1 == rows.count || vertical(of: cell.columns, in: row + 1) != .continue
        else { continue }
        rows[row].cells[index].vertical = .continue
      }
    }
  }

  private func vertical(of columns: Range<Int>, in row: Int) -> RowFormat.Merge? {
    rows[row].cells.first { $0.columns == columns }?.vertical
  }
}
