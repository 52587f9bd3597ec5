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
    // Far more lines are a drawing.
    guard horizontal.count <= Self.most else { return self }
    let lines = horizontal.sorted { $0.position < $1.position }
    // Borders of cells one beside the other make one line.
    var rows: [[Ruling]] = []
    for line in lines {
      if let first = rows.last?.first, line.position - first.position < Self.thickness {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    let lengths = rows.map { row in
      row.reduce(0) { max($0, $1.end) } - row.reduce(.infinity) { min($0, $1.start) }
    }
    var kept: [Ruling] = []
    for (index, row) in rows.enumerated() {
      let near = rows.indices.filter { other in
        other != index && lengths[other] > lengths[index] + 2 * Self.slack
          && abs(rows[other][0].position - row[0].position) < Self.farthest
      }
      kept += row.filter { line in
        !near.contains { other in
          rows[other].first { $0.start < line.start + Self.slack && $0.end > line.end - Self.slack }
            .map { line.isStray(beside: $0, words) } ?? false
        }
      }
    }
    guard kept.count < lines.count else { return self }
    var rest = self
    rest.horizontal = kept
    return rest
  }

  /// How far apart two lines may be, in points: cells that are higher may hold text.
  private static let farthest = 16.0
  private static let most = 600
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
