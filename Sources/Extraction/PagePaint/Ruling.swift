/// A straight line along one axis of a page, in points from the top left corner.
package struct Ruling: Hashable, Sendable {
  /// y of a horizontal line, x of a vertical one.
  package var position: Double
  /// Where it runs along the other axis; `start` is not above `end`.
  package var start, end: Double

  package init(position: Double, start: Double, end: Double) {
    self.position = position
    self.start = start
    self.end = end
  }
}

/// The lines of one page that may border the cells of a table.
package struct Rulings: Hashable, Sendable {
  package var horizontal: [Ruling] = []
  package var vertical: [Ruling] = []

  package init() {}

  /// The same lines, those that overlap or touch end to end made one; what stays very short is dropped.
  ///
  /// Borders are drawn cell by cell, twice where cells meet, and as dots where they are dotted.
  package func merged() -> Rulings {
    var merged = Rulings()
    merged.horizontal = Self.merged(horizontal)
    merged.vertical = Self.merged(vertical)
    return merged
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

  /// The two edges of a thick or double border count as one line.
  private static let thickness = 2.0
  private static let gap = 2.5
  /// A row or column cannot be smaller than its smallest character.
  private static let shortest = 5.0
}
