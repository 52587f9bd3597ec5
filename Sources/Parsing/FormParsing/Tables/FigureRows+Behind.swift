/// Rows of which a part stands elsewhere than behind its beginning.
extension FigureRows {
  private static let mostRowsOfHead = 12
  /// Ways to part the first rows that are told apart: each is held against all sums of the table.
  private static let mostHeads = 100
  private static let mostHeadCombinations = 40_000

  /// The beginnings of the first rows, their ends, and the others row after row; nil where that leaves too many ways.
  ///
  ///     149 59 20 19 49             the first two rows are 149 59 20 19 49 24 320 and 28 4 3 5 5 3 48
  ///     28 4 3 5
  ///     24 320
  ///     5 3 48
  mutating func withEndsBehind() -> [Way]? {
    guard !areLines else { return [] }
    combinationsLeft = Self.mostHeadCombinations
    var ways: [Way] = []
    var seen: Set<[Int]> = []
    let longest = min(figures.count, Self.mostRowsOfHead * (Self.width - 1))
    for behind in 2..<max(3, longest) {
      var heads: [Way] = []
      guard addHeads([], from: 0, and: behind, upTo: behind, to: &heads) else { return nil }
      for head in heads where head.count > 1 {
        let rows = head + inTurn(from: head.count * Self.width)
        // Zeros alone prove nothing.
        let isTold = head.contains { row in row.count { figures[$0] > 0 } > 2 }
        guard isTold, mayBe(rows), seen.insert(rows.joined().map { figures[$0] }).inserted else {
          continue
        }
        ways.append(rows)
        guard ways.count <= Self.mostHeads else { return nil }
      }
    }
    return ways
  }

  /// Adds the ways to make rows of beginnings from `left` up to `middle` and of ends from `right` on; false where there are
  /// too many.
  private mutating func addHeads(
    _ rows: Way, from left: Int, and right: Int, upTo middle: Int, to heads: inout [Way]
  ) -> Bool {
    if left == middle {
      heads.append(rows)
      return heads.count <= Self.mostHeads
    }
    guard rows.count < Self.mostRowsOfHead else { return true }
    for length in 1..<Self.width where left + length <= middle {
      let end = right + Self.width - length
      combinationsLeft -= 1
      guard combinationsLeft > 0 else { return false }
      guard end <= figures.count else { continue }
      let row = Array(left..<left + length) + Array(right..<end)
      guard holds(row) else { continue }
      guard addHeads(rows + [row], from: left + length, and: end, upTo: middle, to: &heads) else {
        return false
      }
    }
    return true
  }

  /// Row after row, where the end of some stands before their beginning; nil where a row's total doesn't tell where it begins.
  ///
  ///     40 31 56 21                 with the total first 400 168 84 40 31 56 21
  ///     400 168 84
  func withEndsBefore() -> Way? {
    var rows = inTurn(from: 0)
    for index in rows.indices where !holds(rows[index]) {
      let row = rows[index]
      let sum = row.reduce(0) { $0 &+ figures[$1] }
      let totals = row.indices.filter { figures[row[$0]] &* 2 == sum }
      guard totals.count == 1, let place = totals.first else { return nil }
      let first = (place - total + Self.width) % Self.width
      rows[index] = Array(row[first...] + row[..<first])
    }
    return rows
  }

  /// The first columns of the first rows one after another, other rows, and behind these the last columns of the first.
  ///
  ///     4080 244 968  2272 140 538  808 37 179  772 38 175
  ///     441 249 89 74 157 75 1085
  ///     1581 82 333  767 31 171  10280 572 2364
  mutating func withColumnsBehind() -> [Way]? {
    var ways: [Way] = []
    for count in 2...Self.mostRowsOfHead {
      for columns in 1..<Self.width {
        let first = count * columns
        let last = figures.count - count * (Self.width - columns)
        guard first < last else { continue }
        let head = (0..<count).map { row in
          (0..<Self.width).map { column in
            column < columns ? column * count + row : last + (column - columns) * count + row
          }
        }
        guard head.allSatisfy(holds),
          head.contains(where: { row in row.count { figures[$0] > 0 } > 2 })
        else { continue }
        guard let rests = self.ways(from: first, upTo: last) else { return nil }
        ways += rests.map { head + $0 }
        guard ways.count <= Self.mostWays else { return nil }
      }
    }
    return ways
  }
}
