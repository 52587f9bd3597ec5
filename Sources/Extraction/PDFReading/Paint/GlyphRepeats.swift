internal import PageLayout
internal import PagePaint

/// Characters painted twice in nearly the same place, which is how bold letters and shadows are made.
enum GlyphRepeats {
  /// Marks the seen glyphs that repeat an earlier seen one.
  static func mark(in glyphs: [PaintedGlyph], _ reasons: inout [GlyphSight.Reason?]) {
    var squares = Squares(glyphs)
    for (index, glyph) in glyphs.enumerated() where reasons[index] == nil && !glyph.isBlank {
      switch neighbour(of: glyph, glyphs, squares) {
      case .copy(let distance):
        reasons[index] = distance < max(glyph.size * farthestBold, 0.3) ? .overprinted : .repeated
        continue
      case .other(let other):
        // Two digits typed over one another are neither.
        reasons[index] = .overtyped
        reasons[other] = .overtyped
      case nil: break
      }
      squares.add(index, at: glyph.origin)
    }
  }

  /// The squares of a page, and which glyphs begin in each.
  private struct Squares {
    private let columns, rows: Int
    /// The newest glyph of each square, and of each glyph the one before it there; -1 for none.
    private var newest, before: [Int32]

    init(_ glyphs: [PaintedGlyph]) {
      var (right, bottom) = (0.0, 0.0)
      for glyph in glyphs {
        right = max(right, glyph.origin.x)
        bottom = max(bottom, glyph.origin.y)
      }
      columns = min(Int(right / side), GlyphRepeats.mostSquares - 1) + 1
      rows = min(Int(bottom / side), GlyphRepeats.mostSquares - 1) + 1
      newest = Array(repeating: -1, count: columns * rows)
      before = Array(repeating: -1, count: glyphs.count)
    }

    func column(at x: Double) -> Int { min(max(Int(x / side), 0), columns - 1) }

    func row(at y: Double) -> Int { min(max(Int(y / side), 0), rows - 1) }

    func newest(row: Int, column: Int) -> Int { Int(newest[row * columns + column]) }

    func glyph(before index: Int) -> Int { Int(before[index]) }

    mutating func add(_ index: Int, at origin: PagePoint) {
      let square = row(at: origin.y) * columns + column(at: origin.x)
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
    of glyph: PaintedGlyph, _ glyphs: [PaintedGlyph], _ squares: Squares
  ) -> Neighbour? {
    let near = max(min(glyph.size * nearest, glyph.advance * nearestOfAdvance), 0.3)
    let far = glyph.size * farthest
    let reach = max(near, far)
    let (x, y) = (glyph.origin.x, glyph.origin.y)
    let (ownRow, ownColumn) = (squares.row(at: y), squares.column(at: x))
    let lowest = max(squares.row(at: y - reach), ownRow - 1)
    let leftmost = max(squares.column(at: x - reach), ownColumn - 1)
    for row in lowest...min(squares.row(at: y + reach), ownRow + 1) {
      for column in leftmost...min(squares.column(at: x + reach), ownColumn + 1) {
        var next = squares.newest(row: row, column: column)
        var looked = 0
        while next >= 0, looked < 24 {
          let place = glyphs[next].origin
          let (right, down) = (abs(place.x - x), abs(place.y - y))
          // Two equal digits side by side are level; a shadow is lower too.
          if right < near && down < near
            || right < far && down < far && down > glyph.size * leastDrop
          {
            let other = glyphs[next]
            if abs(other.size - glyph.size) < glyph.size * 0.1 {
              if other.isSameCharacter(as: glyph) { return .copy(max(right, down)) }
              if other.isDigit, glyph.isDigit, right < near, down < near { return .other(next) }
            }
          }
          next = squares.glyph(before: next)
          looked += 1
        }
      }
    }
    return nil
  }

  /// In ems; two narrow letters side by side are farther apart.
  private static let nearest = 0.26
  private static let nearestOfAdvance = 0.55
  private static let farthest = 0.42
  private static let leastDrop = 0.08
  /// In ems; up to here the copy makes a letter bold, farther away it is one of its own.
  static let farthestBold = 0.1
  /// A square is wider than two places of a repeated character are apart, up to letters of 30 points.
  private static let side = 8.0
  /// In either direction; what lies beyond is in the last one.
  private static let mostSquares = 150
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
