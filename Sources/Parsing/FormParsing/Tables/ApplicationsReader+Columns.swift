import Diagnostics
import NationalForm

/// Which columns the values of table 2 stand in.
extension ApplicationsReader {
  /// Whether the sums of the rows allow that the columns stand in `order`, where the header alone doesn't prove it.
  ///
  /// A row tells where its total stands if two other figures of it aren't 0. An order other than the form's needs such
  /// rows; the form's own is refused where all of several such rows have their total first, in text without cells where
  /// one has.
  static func allow(_ order: [Int], _ windows: [[FormCell]?], isLoose: Bool) -> Bool {
    let total = width - 1
    var sums = [Int](repeating: 0, count: width)
    for case let window? in windows where window.count == width {
      let numbers = window.compactMap { $0.isBlank ? nil : $0.summand }
      guard numbers.count == width, numbers.count(where: { $0 > 0 }) > 2 else { continue }
      let sum = numbers.reduce(0, &+)
      for place in numbers.indices where numbers[place] &* 2 == sum { sums[place] += 1 }
    }
    // Rows that add up elsewhere, and none where the header says, refute it.
    let place = order.firstIndex(of: total) ?? total
    let most = sums.max() ?? 0
    if place == total { return sums[place] > 0 || most < (isLoose ? 1 : 3) }
    return sums[place] > sums[total] || most == 0 && order.last == total - 1
  }

  /// Reports columns with figures that the form doesn't have; beside them values are told by their positions alone.
  mutating func findStrangers(_ rows: [Row], _ board: inout FormBoard) {
    guard let grid = header.grid(Self.width) else { return }
    for (position, cell) in grid.strangers.sorted(by: { $0.key < $1.key })
    where rows.contains(where: { row in
      !row.line.isLoose && position > row.label && row.line.cells.indices.contains(position)
        && row.line.cells[position].kind == .figure
    }) {
      gridPositions = grid.positions
      if isShifted(from: position, rows) { labelPosition = position }
      board.report(
        .columnUnknown, "a column that is not in the form: \(cell.text.prefix(60))",
        at: cell.location)
    }
  }

  /// Whether only some rows have a figure at `position`, left of the form's first column: labels stand there in the others,
  /// and these rows have lost one of their cells.
  private func isShifted(from position: Int, _ rows: [Row]) -> Bool {
    guard let first = gridPositions?.min(), position < first else { return false }
    return rows.contains { row in
      !row.line.isLoose && row.line.hasFigures
        && (row.label >= position
          || row.line.cells.indices.contains(position)
            && [.words, .label].contains(row.line.cells[position].kind))
    }
  }

  /// Reports columns that the table doesn't print; the others are read where each stands below its label, and none where
  /// that can't be told.
  mutating func findMissing(_ rows: [Row], _ board: inout FormBoard) {
    let named = header.namedColumns
    guard (4..<Self.width).contains(named), rows.count > 3,
      rows.allSatisfy({ row in row.values.count { !$0.isBlank } <= named }),
      rows.contains(where: { $0.line.isLoose || $0.values.count < Self.width })
    else { return }
    if let grid = header.partialGrid, grid.count == named,
      rows.allSatisfy({ row in
        !row.line.isLoose && row.line.cells.count == header.width
          && row.values.indices.allSatisfy { index in
            row.values[index].isBlank || grid.contains { $0.position == index }
          }
      })
    {
      partial = grid
      let printed = Set(grid.map(\.column))
      let missing = NationalForm.applications.columns.indices.filter { !printed.contains($0) }
        .compactMap { NationalForm.applications.columns[$0].path.last?.text }
      board.report(
        .columnUnknown, "columns of the form are not printed: \(missing.joined(separator: "、"))",
        at: rows.first?.line.location)
    } else {
      columns = nil
    }
  }
}
