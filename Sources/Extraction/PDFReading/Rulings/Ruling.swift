/// A straight line along one axis of a page, in points from the top left corner.
struct Ruling: Hashable, Sendable {
  /// y of a horizontal line, x of a vertical one.
  var position: Double
  /// Where it runs along the other axis; `start` is not above `end`.
  var start, end: Double
}

/// The lines of one page that may border the cells of a table.
struct Rulings: Hashable, Sendable {
  var horizontal: [Ruling] = []
  var vertical: [Ruling] = []

  /// Takes the line from one point to another, unless it slants or is shorter than a table's border can be.
  mutating func add(from a: (x: Double, y: Double), to b: (x: Double, y: Double)) {
    let width = abs(a.x - b.x)
    let height = abs(a.y - b.y)
    guard width.isFinite, height.isFinite, max(abs(a.x), abs(a.y)) < 20_000 else { return }
    if height <= Self.slant, width > height {
      horizontal.append(
        Ruling(position: (a.y + b.y) / 2, start: min(a.x, b.x), end: max(a.x, b.x)))
    } else if width <= Self.slant, height > width {
      vertical.append(Ruling(position: (a.x + b.x) / 2, start: min(a.y, b.y), end: max(a.y, b.y)))
    }
  }

  /// The same lines, those that overlap or touch end to end made one; what stays very short is dropped.
  ///
  /// Borders are drawn cell by cell, twice where cells meet, and as dots where they are dotted.
  func merged() -> Rulings {
    Rulings(horizontal: Self.merged(horizontal), vertical: Self.merged(vertical))
  }

  private static func merged(_ rulings: [Ruling]) -> [Ruling] {
    var merged: [Ruling] = []
    var group: [Ruling] = []
    func close() {
      guard !group.isEmpty else { return }
      let position = group.reduce(0) { $0 + $1.position } / Double(group.count)
      group.sort { $0.start < $1.start }
      var current = Ruling(position: position, start: group[0].start, end: group[0].end)
      for next in group.dropFirst() {
        if next.start <= current.end + gap {
          current.end = max(current.end, next.end)
        } else {
          merged.append(current)
          current = Ruling(position: position, start: next.start, end: next.end)
        }
      }
      merged.append(current)
      group.removeAll()
    }
    for ruling in rulings.sorted(by: { $0.position < $1.position }) {
      if let first = group.first, ruling.position - first.position > thickness { close() }
      group.append(ruling)
    }
    close()
    return merged.filter { $0.end - $0.start >= shortest }
  }

  private static let slant = 0.75
  /// The two edges of a thick or double border count as one line.
  private static let thickness = 2.0
  private static let gap = 2.5
  /// A row or column cannot be smaller than its smallest character.
  private static let shortest = 5.0
}
