internal import Diagnostics

/// The columns of a table without lines, told by what is known to stand in them: their heads, and rows with a figure in
/// every column.
///
/// What stands above or below a text of a column, if only by a hair, is in that column; what stands beside all of them
/// is in none that can be told.
struct OpenColumns {
  /// What is known to stand in each column, on the x axis.
  private var ranges: [ClosedRange<Double>]
  /// For each column the middles, left and right ends of its figures.
  private var anchors: [[BoundingBox]]

  /// Nil where rows of as many figures as there are `heads` contradict these or each other.
  init?(heads: [BoundingBox], rows: [[BoundingBox]]) {
    ranges = heads.map { $0.left...$0.right }
    anchors = heads.map { _ in [] }
    for row in rows where row.count == heads.count {
      for (column, box) in row.enumerated() {
        anchors[column].append(box)
        ranges[column] =
          min(ranges[column].lowerBound, box.left)...max(ranges[column].upperBound, box.right)
      }
    }
    // The ranges may touch, where the widest figures of two rows do; a figure of one row never lies below another's.
    for row in rows where row.count == heads.count {
      for (column, box) in row.enumerated()
      where heads.indices.contains(where: {
        $0 != column && Self.overlap(box, heads[$0]) > Self.slack
      }) {
        return nil
      }
    }
    learnLines(from: rows, heads)
    learn(from: rows)
  }

  var count: Int { ranges.count }

  /// For each figure of `row`, from left to right, its column; nil for one that can't be told, or that is not alone
  /// there.
  func places(of row: [BoundingBox]) -> [Int?] {
    if row.count == ranges.count { return Array(row.indices) }
    var places = row.map(column)
    // From left to right, one in each column.
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      if places.enumerated().contains(where: { other, column in
        guard other != index, let column else { return false }
        return other < index ? column >= place : column <= place
      }) {
        return row.map { _ in nil }
      }
    }
    // Between two columns with only as many left as there are figures, nothing is in doubt.
    var start = 0
    while start < places.count {
      guard places[start] == nil else {
        start += 1
        continue
      }
      let end = places[start...].firstIndex { $0 != nil } ?? places.count
      let low = start > 0 ? (places[start - 1] ?? -1) + 1 : 0
      let high = end < places.count ? places[end] ?? ranges.count : ranges.count
      if high - low == end - start {
        for index in start..<end { places[index] = low + index - start }
      }
      start = end
    }
    return places
  }

  private func column(of box: BoundingBox) -> Int? {
    let touching = ranges.indices.filter { Self.overlap(box, ranges[$0]) > Self.slack }
    if touching.count == 1 { return touching[0] }
    // A wide figure of another row may reach over; figures in one line with those of a column are that column's.
    let aligned = ranges.indices.filter { isAligned(box, in: $0) }
    guard aligned.count == 1, touching.isEmpty || touching.contains(aligned[0]) else { return nil }
    return aligned[0]
  }

  private func isAligned(_ box: BoundingBox, in column: Int) -> Bool {
    let known = anchors[column]
    guard known.count > 1 || known.first == box else { return false }
    func keeps(_ place: (BoundingBox) -> Double) -> Bool {
      known.allSatisfy { abs(place($0) - place(box)) < Self.aligned }
    }
    return keeps(\.middleX) || keeps(\.left) || keeps(\.right)
  }

  /// Where all figures stand in as many lines as there are columns, one below the other, these are the columns.
  ///
  /// Figures that are set to the right of a wide column stand below no head.
  private mutating func learnLines(from rows: [[BoundingBox]], _ heads: [BoundingBox]) {
    let boxes = rows.joined()
    guard boxes.count > heads.count else { return }
    let places: [(BoundingBox) -> Double] = [{ $0.middleX }, { $0.right }, { $0.left }]
    let lines = places.compactMap { Self.lines(of: boxes, by: $0) }.min { $0.count < $1.count }
    guard let lines, lines.count == ranges.count,
      rows.allSatisfy({ row in lines.allSatisfy { line in row.count(where: line.contains) < 2 } }),
      zip(lines, ranges.indices).allSatisfy({ line, column in
        line.allSatisfy { box in
          !heads.indices.contains {
            $0 != column && Self.overlap(box, heads[$0]) > Self.slack
          }
        }
      })
    else { return }
    for (column, line) in lines.enumerated() {
      for box in line where !anchors[column].contains(box) { anchors[column].append(box) }
    }
  }

  /// `boxes` parted where their places are further apart than those of one column, from left to right; nil where they
  /// are no such lines.
  private static func lines(
    of boxes: some Sequence<BoundingBox>, by place: (BoundingBox) -> Double
  ) -> [[BoundingBox]]? {
    var lines: [[BoundingBox]] = []
    for box in boxes.sorted(by: { place($0) < place($1) }) {
      if let first = lines.last?.first, place(box) - place(first) < aligned {
        lines[lines.count - 1].append(box)
      } else {
        lines.append([box])
      }
    }
    return lines
  }

  /// Widens the columns by figures that can stand in one of them only.
  private mutating func learn(from rows: [[BoundingBox]]) {
    for _ in 0..<3 {
      for row in rows where row.count < ranges.count {
        for (box, place) in zip(row, places(of: row)) {
          guard let place else { continue }
          let low = min(ranges[place].lowerBound, box.left)
          let high = max(ranges[place].upperBound, box.right)
          // Not over what is known of its neighbours.
          let left = place > 0 ? ranges[place - 1].upperBound : -.infinity
          let right = place + 1 < ranges.count ? ranges[place + 1].lowerBound : .infinity
          if low > left, high < right { ranges[place] = low...high }
          if !anchors[place].contains(box) { anchors[place].append(box) }
        }
      }
    }
  }

  private static func overlap(_ one: BoundingBox, _ other: BoundingBox) -> Double {
    min(one.right, other.right) - max(one.left, other.left)
  }

  private static func overlap(_ one: BoundingBox, _ other: ClosedRange<Double>) -> Double {
    min(one.right, other.upperBound) - max(one.left, other.lowerBound)
  }

  /// How far the places of figures of one column may differ, in points.
  private static let aligned = 1.2
  /// What two programs that measure one page may differ by, in points.
  private static let slack = 0.5
}
