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
  /// Columns in the order in which paragraphs name them: row by row, so that 总计 may follow 自然人.
  private var looseColumns: [Int] = []
  /// Words of table rows that are no label, by their positions.
  private var strangers: [Int: FormCell] = [:]
  /// Cells of the widest header line.
  private(set) var width = 0

  /// Notes the column labels of `line`; what a page break repeats is noted once.
  mutating func add(_ line: FormLine, in table: TableID) {
    if line.isLoose { addLoose(line, in: table) }
    // Labels that are a paragraph each follow one another row by row.
    guard line.blocks.count == 1 else { return }
    if !line.isLoose {
      width = max(width, line.cells.count)
      for (position, cell) in line.cells.enumerated()
      where cell.kind == .words && strangers[position] == nil {
        strangers[position] = cell
      }
    }
    for (position, cell) in line.cells.enumerated() {
      for case .column(let column) in cell.roles(in: table).map(\.role)
      where !places.contains(where: { $0.column == column }) {
        places.append(Place(column: column, line: lineCount, position: position))
      }
    }
    lineCount += 1
  }

  private mutating func addLoose(_ line: FormLine, in table: TableID) {
    for cell in line.cells {
      for case .column(let column) in cell.roles(in: table).map(\.role)
      where !looseColumns.contains(column) {
        looseColumns.append(column)
      }
    }
  }

  /// The labels of columns that the form doesn't have, by their positions, and the positions of the form's own from left
  /// to right; nil where the header isn't a grid.
  func grid(_ count: Int) -> (strangers: [Int: FormCell], positions: [Int])? {
    let positions = Set(places.map(\.position))
    guard places.count == count, positions.count == count else { return nil }
    return (strangers.filter { !positions.contains($0.key) }, positions.sorted())
  }

  /// How many of the form's columns have a label.
  var namedColumns: Int { Set(places.map(\.column)).union(looseColumns).count }

  /// The columns that have a label, with the positions of these, where they stand one beside the other; nil where the
  /// header isn't such a grid.
  var partialGrid: [(column: Int, position: Int)]? {
    let sorted = places.sorted { $0.position < $1.position }
    guard let first = sorted.first, let last = sorted.last, looseColumns.isEmpty, sorted.count > 3,
      last.position - first.position + 1 == sorted.count,
      zip(sorted, sorted.dropFirst()).allSatisfy({ $0.position < $1.position })
    else { return nil }
    return sorted.map { ($0.column, $0.position) }
  }

  /// The columns as paragraphs name them; nil where that can't be the order of the values.
  private func looseOrder(_ count: Int) -> [Int]? {
    let fixed = Array(0..<count)
    let total = count - 1
    if looseColumns.starts(with: [total, 0]) {
      let kinds = looseColumns.dropFirst()
      return kinds == kinds.sorted()[...] || Set(kinds) == Set(0..<total) ? [total] + kinds : nil
    }
    if let place = looseColumns.firstIndex(of: total), place != looseColumns.count - 1 {
      // 自然人, 法人或其他组织 and 总计 stand a row above the kinds of organisations.
      guard place == 0 ? !looseColumns.contains(0) : place == 1 && looseColumns[0] == 0 else {
        return nil
      }
    }
    let columns = looseColumns.filter { $0 != total }
    if columns == columns.sorted() { return fixed }
    guard Set(columns) == Set(fixed.dropLast()) else { return nil }
    return columns + [total]
  }

  /// The columns from left to right; the form's own order where the header can't be read, nil where what can be read of
  /// it contradicts that order and doesn't give another.
  func order(in table: TableID, count: Int) -> [Int]? {
    if isPositional(count) { return places.sorted { $0.position < $1.position }.map(\.column) }
    if places.count == count, !strangers.isEmpty, let grid = grid(count), !grid.strangers.isEmpty,
      grid.positions.count == count
    {
      return places.sorted { $0.position < $1.position }.map(\.column)
    }
    if !looseColumns.isEmpty {
      guard let loose = looseOrder(count) else { return nil }
      if loose != Array(0..<count) { return loose }
    }
    // Labels of one line stand in their true order even where merged cells left no trace.
    var order = Array(0..<count)
    for (_, line) in Dictionary(grouping: places, by: \.line).sorted(by: { $0.key < $1.key }) {
      let columns = line.sorted { $0.position < $1.position }.map(\.column)
      // 总计 before 自然人, where the kinds of organisations stand a row below.
      if columns == [count - 1, 0] {
        order.removeLast()
        order.insert(count - 1, at: 0)
        continue
      }
      let sorted = columns.sorted()
      if columns == sorted { continue }
      // Neighbours that change places among themselves, such as the five kinds of organisations.
      guard let first = sorted.first, sorted == Array(first..<(first + sorted.count)) else {
        return nil
      }
      let shift = order[0] == count - 1 ? 1 : 0
      guard first + shift + sorted.count <= count else { return nil }
      order.replaceSubrange(first + shift..<(first + shift + sorted.count), with: columns)
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
