import NationalForm

/// The labels above the values of table 3.
struct ReviewHeader {
  private struct Label {
    var index: Int
    var line, position: Int
  }

  private let table = TableID.reviewLitigation
  private var groups: [Label] = []
  /// 行政诉讼, above two of the groups.
  private var lawsuits: Label?
  private var columns: [Label] = []
  /// Words that are no label: damaged ones.
  private var words: [Label] = []
  private var lines: [[String]] = []
  private var lineCount: Int { lines.count }

  private static let width = NationalForm.reviewLitigation.columns.count
  private static let fixed = Array(NationalForm.reviewLitigation.rows.indices)

  mutating func add(_ line: FormLine) {
    for (position, cell) in line.cells.enumerated() {
      if cell.kind == .words { words.append(Label(index: 0, line: lineCount, position: position)) }
      for meaning in cell.roles(in: table) {
        let label = { [lineCount] in Label(index: $0, line: lineCount, position: position) }
        switch meaning.role {
        case .row(let group) where !groups.contains { $0.index == group }:
          groups.append(label(group))
        case .group(let group) where lawsuits == nil: lawsuits = label(group)
        case .column(let column): columns.append(label(column))
        default: break
        }
      }
    }
    lines.append(line.cells.map(\.text))
  }

  /// Whether `line` has come before.
  func holds(_ line: FormLine) -> Bool { lines.contains(line.cells.map(\.text)) }

  /// Whether all column labels have come.
  var isComplete: Bool { columns.count >= Self.width * Self.fixed.count }

  /// The groups whose values come next, from left to right; all three in the form's order where the labels don't tell.
  var rowOrder: [Int] {
    let expected = columns.count / Self.width
    guard !groups.isEmpty, columns.count % Self.width == 0, expected == groups.count else {
      return Self.fixed
    }
    let suits = orderOfSuits
    guard let review = groups.first(where: { $0.index == 0 }) else { return suits }
    let comesLast =
      lawsuits.map { $0.line == review.line && $0.position < review.position } ?? false
    return comesLast ? suits + [review.index] : [review.index] + suits
  }

  /// The two groups of lawsuits from left to right.
  private var orderOfSuits: [Int] {
    let suits = groups.filter { $0.index > 0 }
    let byPosition = suits.sorted { ($0.position, $0.line) < ($1.position, $1.line) }.map(\.index)
    let byLine = suits.sorted { ($0.line, $0.position) < ($1.line, $1.position) }.map(\.index)
    // A broken line of the header begins anew at its left; where lines and positions differ, one of them has the form's order.
    return byPosition == byLine ? byPosition : suits.map(\.index).sorted()
  }

  /// The five columns of `group` from left to right; the form's order where the labels don't tell.
  func columns(of group: Int) -> [Int] {
    let fixed = Array(0..<Self.width)
    let order = rowOrder
    // Where cells are merged, the labels below 行政复议 stand a line above the others.
    let labelled = isOneLine ? order : order.filter { $0 == 0 } + order.filter { $0 > 0 }
    guard let place = labelled.firstIndex(of: group),
      columns.count == Self.width * labelled.count
    else { return fixed }
    let own = columns.sorted { ($0.line, $0.position) < ($1.line, $1.position) }
      .dropFirst(place * Self.width).prefix(Self.width).map(\.index)
    return Set(own).count == Self.width ? own : fixed
  }

  /// Whether what can be read of the labels fits the form's order, where that has to stand in for labels which can't.
  var fitsFixedOrder: Bool { groupsFit && columnsFit(Self.fixed.count) }

  /// Whether ``rowOrder`` and ``columns(of:)`` follow the labels, all of which were read.
  var isReadable: Bool {
    guard groups.count == Self.fixed.count, isComplete, lawsuits != nil,
      columns.count == Self.width * Self.fixed.count
    else { return false }
    return Self.fixed.allSatisfy { group in
      let own = columns.sorted { ($0.line, $0.position) < ($1.line, $1.position) }
        .dropFirst(group * Self.width).prefix(Self.width)
      return Set(own.map(\.index)).count == Self.width
    }
  }

  /// The columns of groups that stand one below the other, by the last line that names them; nil where it contradicts
  /// the form's order without giving another.
  var stackedColumns: [Int]? {
    guard let line = columns.last?.line else { return Array(0..<Self.width) }
    let own = columns.filter { $0.line == line }.map(\.index)
    if own.count == Self.width, Set(own).count == Self.width { return own }
    let last = own.suffix(Self.width)
    if own.count == Self.width * Self.fixed.count, Set(last).count == Self.width {
      return Array(last)
    }
    return columnsFit(Self.fixed.count) ? Array(0..<Self.width) : nil
  }

  private var groupsFit: Bool {
    let suits = groups.filter { $0.index > 0 }
    for one in groups {
      for other in groups
      where one.index < other.index && one.line == other.line && one.position > other.position {
        return false
      }
    }
    guard let review = groups.first(where: { $0.index == 0 }) else {
      // What stands right of 行政诉讼 may be 行政复议.
      return !words.contains { word in
        lawsuits.map { $0.line == word.line && $0.position < word.position } ?? false
      }
    }
    if let lawsuits { return lawsuits.line != review.line || lawsuits.position > review.position }
    let isLast = !suits.isEmpty && suits.allSatisfy { $0.position < review.position }
    return !isLast && !words.contains { $0.line == review.line && $0.position < review.position }
  }

  /// Whether the column labels of each line ascend, at most `count` times in all, with no damaged label between two that
  /// are neighbours in the form.
  private func columnsFit(_ count: Int) -> Bool {
    var runs = 0
    for line in 0..<lineCount {
      let own = columns.filter { $0.line == line }
      for (index, label) in own.enumerated() {
        guard index > 0, own[index - 1].index < label.index else {
          runs += 1
          continue
        }
        let previous = own[index - 1]
        if label.index == previous.index + 1,
          words.contains(where: {
            $0.line == line && $0.position > previous.position && $0.position < label.position
          })
        {
          return false
        }
      }
    }
    return runs <= count
  }

  private var isOneLine: Bool { Set(columns.map(\.line)).count == 1 }

  /// The position of the first value column, where the labels stand one beside the other.
  func firstPosition(count: Int) -> Int? {
    let positions = Set(columns.map(\.position))
    guard columns.count == count, positions.count == count, let first = positions.min(),
      let last = positions.max(), last - first + 1 == count
    else { return nil }
    return first
  }
}
