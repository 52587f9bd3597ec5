import NationalForm

/// The labels above the columns of table 2, and the order in which they name the columns.
struct ColumnHeader {
  private struct Place {
    var column: Int
    /// Counts header lines from the top.
    var line: Int
    var position: Int
  }

  private var places: [Place] = []
  private var lineCount = 0

  /// Notes the column labels of `line`; what a page break repeats is noted once.
  mutating func add(_ line: FormLine, in table: TableID) {
    // Labels that are a paragraph each follow one another row by row.
    guard line.blocks.count == 1 else { return }
    for (position, cell) in line.cells.enumerated() {
      for case .column(let column) in cell.roles(in: table).map(\.role)
      where !places.contains(where: { $0.column == column }) {
        places.append(Place(column: column, line: lineCount, position: position))
      }
    }
    lineCount += 1
  }

  /// The columns from left to right; the form's own order where the header can't be read, nil where what can be read of
  /// it contradicts that order and doesn't give another.
  func order(in table: TableID, count: Int) -> [Int]? {
    if isPositional(count) { return places.sorted { $0.position < $1.position }.map(\.column) }
    // Labels of one line stand in their true order even where merged cells left no trace.
    var order = Array(0..<count)
    for line in Dictionary(grouping: places, by: \.line).values {
      let columns = line.sorted { $0.position < $1.position }.map(\.column)
      let sorted = columns.sorted()
      if columns == sorted { continue }
      // Neighbours that change places among themselves, such as the five kinds of organisations.
      guard let first = sorted.first, sorted == Array(first..<(first + sorted.count)) else {
        return nil
      }
      order.replaceSubrange(first..<(first + sorted.count), with: columns)
    }
    return order
  }

  /// The position of the first column, where the labels stand above their columns one beside the other.
  func firstPosition(count: Int, in table: TableID) -> Int? {
    guard isPositional(count) else { return nil }
    return places.map(\.position).min()
  }

  /// Whether every column has a label, and their positions are consecutive.
  private func isPositional(_ count: Int) -> Bool {
    let positions = Set(places.map(\.position))
    guard places.count == count, positions.count == count, let first = positions.min(),
      let last = positions.max()
    else { return false }
    return last - first + 1 == count
  }
}
