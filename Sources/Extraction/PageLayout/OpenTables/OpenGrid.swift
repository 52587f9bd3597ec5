internal import Diagnostics

/// The grid of a table without lines, filled row by row.
struct OpenGrid {
  private let columnCount: Int
  private var rows: [[GridCell?]] = []

  init(columnCount: Int) {
    self.columnCount = columnCount
  }

  mutating func add(_ places: [(OpenCell, Int)]) {
    addRow(places.map { ($0.0, $0.1, nil) })
  }

  mutating func addRow(_ places: [(cell: OpenCell, column: Int, rest: OpenCell?)]) {
    rows.append(Array(repeating: nil, count: columnCount))
    for place in places {
      put(place.cell, inLastRowAt: place.column)
      if let rest = place.rest { put(rest, inLastRowAt: place.column) }
    }
  }

  mutating func put(_ cell: OpenCell, inLastRowAt column: Int) {
    put(cell, row: rows.count - 1, column: column)
  }

  /// Adds the text of `cell` to what stands there.
  mutating func put(_ cell: OpenCell, row: Int, column: Int) {
    guard rows.indices.contains(row), rows[row].indices.contains(column) else { return }
    if var old = rows[row][column] {
      TextJoining.appendInCell(cell.text, to: &old.text)
      if old.page == cell.page + 1 { old.box = old.box.union(cell.box) }
      rows[row][column] = old
    } else {
      rows[row][column] = GridCell(text: cell.text, box: cell.box, page: cell.page + 1)
    }
  }

  /// Notes that the cell of the last row in `column` may hold a value, and which one can't be told.
  mutating func lose(_ column: Int) {
    guard let row = rows.indices.last, rows[row].indices.contains(column) else { return }
    let known = rows[row].lazy.compactMap(\.self).last
    rows[row][column] = GridCell(
      text: CellContent.unreadable,
      box: known?.box ?? BoundingBox(left: 0, top: 0, right: 0, bottom: 0),
      page: known?.page ?? 1)
  }

  mutating func loseRow(from column: Int) {
    for column in column..<columnCount { lose(column) }
  }

  /// Nil where nothing stands in it.
  func table(around cells: ArraySlice<OpenCell>) -> GridTable? {
    guard let first = cells.first else { return nil }
    let box = cells.lazy.filter { $0.page == first.page }.reduce(first.box) { $0.union($1.box) }
    let rows = rows.map { row in
      // A blank cell is shown where its row is.
      let known = row.lazy.compactMap(\.self).last
      return row.map {
        $0 ?? GridCell(text: "", box: known?.box ?? box, page: known?.page ?? first.page + 1)
      }
    }
    var table = GridTable(
      page: first.page + 1, box: box,
      edges: (0...columnCount).map { box.left + box.width * Double($0) / Double(columnCount) },
      rows: rows)
    table.isWhole = true
    return table
  }
}
