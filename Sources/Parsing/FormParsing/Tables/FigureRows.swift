import NationalForm

/// Ways to part the figures of a text into the rows of table 2, each of which has the sum that its total says.
///
/// A program that takes text out of a page writes a row's figures one after another, in one line or in several; or some
/// rows that stand near each other together, a column or a few columns at a time:
///
///     166  64 21 17 37  15  320
///       0   0  0  0  0   0    0      written as  166 0  64 21 17 37 0 0 0 0  15 0  320 0
struct FigureRows {
  /// A way to part them: the indices of the figures of each row, from left to right.
  typealias Way = [[Int]]

  /// How freely figures may stand.
  enum Freedom: CaseIterable {
    /// Row after row. One row may have another sum than its total says, where the others leave no doubt.
    case rows
    /// The same, but for the ends of the first rows, which stand behind these: columns whose labels are cut elsewhere.
    case endsBehind
    /// Row after row, of which the end may stand before the beginning.
    case turned
    /// Some rows a column at a time, or a few columns whose figures stand in lines of their own.
    case lines
    /// The same, but for the last columns of the first rows, which stand behind all others.
    case columnsBehind
    /// Some rows a few columns at a time, regardless of lines; a total may have slipped in front of its row.
    case blocks
  }

  let figures: [Int]
  /// For each figure how many there are from it on in its line; 0 for one inside of a line.
  private let lineLengths: [Int]
  let total: Int
  private let freedom: Freedom
  private var known: [Int: [Way]] = [:]
  var combinationsLeft = Self.mostCombinations
  /// Where the figures end that ``ways(from:)`` parts.
  private var end: Int

  static let width = NationalForm.applications.columns.count
  private static let mostRows = 30
  private static let mostRowsOfBlock = 12
  /// Ways to read what is left that are told apart: zeros fit in many.
  static let mostWays = 2_000
  private static let mostCombinations = 400_000

  /// - Parameters:
  ///   - lines: The figures of each line of the text.
  ///   - total: Where in a row its total stands.
  init(_ lines: [[Int]], total: Int, _ freedom: Freedom) {
    figures = lines.flatMap { $0 }
    lineLengths = lines.flatMap { line in line.indices.map { $0 == 0 ? line.count : 0 } }
    end = figures.count
    self.total = total
    self.freedom = freedom
  }

  /// All ways that differ in a figure; nil where there are too many.
  mutating func ways() -> [Way]? {
    guard figures.count % Self.width == 0, figures.count <= Self.width * Self.mostRows else {
      return []
    }
    switch freedom {
    case .rows: return mayBe(inTurn(from: 0)) ? [inTurn(from: 0)] : []
    case .endsBehind: return withEndsBehind()
    case .turned: return withEndsBefore().map { [$0] } ?? []
    case .lines, .blocks: return ways(from: 0)
    case .columnsBehind: return withColumnsBehind()
    }
  }

  /// Whether each line of the text has as many figures as a row.
  var areLines: Bool {
    stride(from: 0, to: figures.count, by: Self.width).allSatisfy { lineLengths[$0] == Self.width }
  }

  func inTurn(from start: Int) -> Way {
    stride(from: start, to: figures.count, by: Self.width).map { Array($0..<$0 + Self.width) }
  }

  /// Whether rows are lines, or all sums but one hold and enough of them say something.
  func mayBe(_ rows: Way) -> Bool {
    let telling = rows.count { row in row.count { figures[$0] > 0 } > 2 && holds(row) }
    let wrong = rows.count { !holds($0) }
    return wrong == 0 || areLines || wrong == 1 && telling > 4
  }

  /// All ways to part the figures from `first` up to `last`.
  mutating func ways(from first: Int, upTo last: Int) -> [Way]? {
    end = last
    known = [:]
    return ways(from: first)
  }

  private mutating func ways(from start: Int) -> [Way]? {
    if start == end { return [[]] }
    if let known = known[start] { return known }
    var ways: [Way] = []
    var seen: Set<[Int]> = []
    let most = freedom == .blocks ? Self.mostRowsOfBlock : Self.mostRows
    for count in 1...max(1, min(most, (end - start) / Self.width)) {
      for rows in rows(count, from: start) {
        guard let rests = self.ways(from: start + count * Self.width) else { return nil }
        for rest in rests {
          let way = rows + rest
          combinationsLeft -= 1
          if seen.insert(way.joined().map { figures[$0] }).inserted { ways.append(way) }
          guard ways.count <= Self.mostWays, combinationsLeft > 0 else { return nil }
        }
      }
    }
    known[start] = ways
    return ways
  }

  /// `count` rows that stand at `start`, one for itself or several column by column, as the lines and the sums allow.
  private func rows(_ count: Int, from start: Int) -> [Way] {
    guard start + count * Self.width <= end else { return [] }
    guard count == 1 else { return columns(Way(repeating: [], count: count), from: start) }
    let row = Array(start..<start + Self.width)
    if holds(row) { return [[row]] }
    let slipped = Array(row.dropFirst()) + row.prefix(1)
    return freedom == .blocks && total == Self.width - 1 && holds(slipped) ? [[slipped]] : []
  }

  /// `rows` and the columns that stand at `next`, in all ways that are as wide as the table.
  private func columns(_ rows: Way, from next: Int) -> [Way] {
    let room = Self.width - rows[0].count
    if room == 0 { return rows.allSatisfy(holds) ? [rows] : [] }
    let length = lineLengths[next]
    guard freedom == .blocks || length > 0 && length <= room && length < Self.width else {
      return []
    }
    var ways: [Way] = []
    for width in freedom == .blocks ? 1...min(room, Self.width - 1) : length...length {
      let last = next + width * rows.count
      guard last <= end else { break }
      if freedom != .blocks {
        guard
          (next..<last).allSatisfy({ lineLengths[$0] == (($0 - next) % width == 0 ? width : 0) })
        else { break }
      }
      var wider = rows
      for row in wider.indices {
        let start = next + row * width
        wider[row] += start..<start + width
      }
      ways += columns(wider, from: last)
    }
    return ways
  }

  func holds(_ row: [Int]) -> Bool {
    let sum = row.reduce(0) { $0 &+ figures[$1] }
    return sum == figures[row[total]] &* 2
  }
}
