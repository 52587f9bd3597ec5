internal import Diagnostics
internal import PagePaint

/// Borders that leave the cell beside them no room for text: a printer that breaks pages inside rows draws a cell's border
/// anew on the next page, where another row has begun.
///
///     ├──────────┬───────┤
///     │ 行政处罚 ├───────┤        this line touches the figure below it
///     │          │ 18668 │
extension Rulings {
  /// The same without lines that run close along a longer one with nothing between them, and through text or beside it.
  func withoutStrayBorders(_ words: [Word]) -> Rulings {
    let lines = horizontal.sorted { $0.position < $1.position }
    var kept: [Ruling] = []
    for (index, line) in lines.enumerated() {
      let above = lines[..<index].reversed().prefix { line.position - $0.position < Self.farthest }
      let below = lines[(index + 1)...].prefix { $0.position - line.position < Self.farthest }
      let near = Array(above) + Array(below)
      // Borders of cells one beside the other make one line.
      func extent(_ part: Ruling) -> (start: Double, end: Double) {
        let parts = lines.lazy.filter { abs($0.position - part.position) < Self.thickness }
        return (
          parts.reduce(part.start) { min($0, $1.start) }, parts.reduce(part.end) { max($0, $1.end) }
        )
      }
      let isStray = near.contains { other in
        guard other.start < line.start + Self.slack, other.end > line.end - Self.slack,
          line.isStray(beside: other, words)
        else { return false }
        let (own, whole) = (extent(line), extent(other))
        return whole.end - whole.start > own.end - own.start + 2 * Self.slack
      }
      if !isStray { kept.append(line) }
    }
    guard kept.count < lines.count else { return self }
    var rest = self
    rest.horizontal = kept
    return rest
  }

  /// How far apart two lines may be, in points: cells that are higher may hold text.
  private static let farthest = 16.0
  private static let slack = 1.0
  private static let thickness = 1.5
}

extension Ruling {
  /// Whether no line of text fits between it and `other`, a line along all of it.
  fileprivate func isStray(beside other: Ruling, _ words: [Word]) -> Bool {
    let gap = abs(position - other.position)
    let (top, bottom) = (min(position, other.position), max(position, other.position))
    let near = words.filter { word in
      word.box.middleX > start && word.box.middleX < end
        && word.box.bottom > top - Self.reach && word.box.top < bottom + Self.reach
    }
    guard let size = near.map({ $0.fontSize ?? $0.box.height }).min(), gap > 1, gap < size * 1.5,
      !near.contains(where: { $0.box.middleY > top && $0.box.middleY < bottom })
    else { return false }
    return gap < size * 0.95 || near.contains { runs(through: $0) }
  }

  /// Whether it runs through the characters of `word`, or touches them.
  private func runs(through word: Word) -> Bool {
    guard let baseline = word.baseline, let size = word.fontSize else {
      let inner = word.box.height * 0.15
      return position > word.box.top + inner && position < word.box.bottom - inner
    }
    return position > baseline - size * 0.8 && position < baseline - size * 0.05
  }

  private static let reach = 12.0
}
