internal import PagePaint

/// Characters painted twice in nearly the same place, which is how bold letters and shadows are made.
enum GlyphRepeats {
  /// Marks the seen glyphs that repeat an earlier seen one.
  static func mark(in glyphs: [PaintedGlyph], _ reasons: inout [GlyphSight.Reason?]) {
    // The newest glyph of each square of the page, and of each glyph the one before it there.
    var newest: [Int32] = Array(repeating: -1, count: columns * rows)
    var before: [Int32] = Array(repeating: -1, count: glyphs.count)
    for (index, glyph) in glyphs.enumerated() where reasons[index] == nil && !glyph.isBlank {
      switch neighbour(of: glyph, glyphs, newest, before) {
      case .copy(let distance):
        reasons[index] = distance < max(glyph.size * farthestBold, 0.3) ? .overprinted : .repeated
        continue
      case .other(let other):
        // Two digits typed over one another are neither.
        reasons[index] = .overtyped
        reasons[other] = .overtyped
      case nil: break
      }
      let square = row(at: glyph.origin.y) * columns + column(at: glyph.origin.x)
      before[index] = newest[square]
      newest[square] = Int32(truncatingIfNeeded: index)
    }
  }

  /// What was painted before in the place of a glyph.
  private enum Neighbour {
    /// The same character, so far away.
    case copy(Double)
    /// Another digit: which glyph it is.
    case other(Int)
  }

  /// What was painted before where `glyph` is; nil for nothing.
  private static func neighbour(
    of glyph: PaintedGlyph, _ glyphs: [PaintedGlyph], _ newest: [Int32], _ before: [Int32]
  ) -> Neighbour? {
    let near = max(min(glyph.size * nearest, glyph.advance * nearestOfAdvance), 0.3)
    let far = glyph.size * farthest
    let reach = max(near, far)
    let (x, y) = (glyph.origin.x, glyph.origin.y)
    let (ownRow, ownColumn) = (row(at: y), column(at: x))
    let lowest = max(row(at: y - reach), ownRow - 1)
    let leftmost = max(column(at: x - reach), ownColumn - 1)
    for row in lowest...min(row(at: y + reach), ownRow + 1) {
      for column in leftmost...min(column(at: x + reach), ownColumn + 1) {
        var next = Int(newest[row * columns + column])
        var looked = 0
        while next >= 0, looked < 24 {
          let other = glyphs[next]
          let (x, y) = (abs(other.origin.x - glyph.origin.x), abs(other.origin.y - glyph.origin.y))
          // Two equal digits side by side are level; a shadow is lower too.
          if x < near && y < near || x < far && y < far && y > glyph.size * leastDrop,
            abs(other.size - glyph.size) < glyph.size * 0.1
          {
            if other.isSameCharacter(as: glyph) { return .copy(max(x, y)) }
            if other.isDigit, glyph.isDigit, x < near, y < near { return .other(next) }
          }
          next = Int(before[next])
          looked += 1
        }
      }
    }
    return nil
  }

  private static func column(at x: Double) -> Int { min(max(Int(x / side), 0), columns - 1) }

  private static func row(at y: Double) -> Int { min(max(Int(y / side), 0), rows - 1) }

  /// In ems; two narrow letters side by side are farther apart.
  private static let nearest = 0.26
  private static let nearestOfAdvance = 0.55
  private static let farthest = 0.42
  private static let leastDrop = 0.08
  /// In ems; up to here the copy makes a letter bold, farther away it is one of its own.
  private static let farthestBold = 0.1
  /// A square is wider than two places of a repeated character are apart, up to letters of 30 points.
  private static let side = 8.0
  private static let columns = 150
  private static let rows = 150
}

extension PaintedGlyph {
  fileprivate var isDigit: Bool {
    if case .one(let scalar) = characters { Figure.isDigit(scalar) } else { false }
  }

  fileprivate func isSameCharacter(as other: PaintedGlyph) -> Bool {
    switch (characters, other.characters) {
    case (.one(let own), .one(let others)): own == others
    case (.several(let own), .several(let others)): own == others
    case (.untold, .untold), (.unknown, .unknown): shape == other.shape
    default: false
    }
  }
}
