internal import Diagnostics
internal import PagePaint

/// Lines through the middle of characters.
enum StrikeLines {
  /// The indices of glyphs that are struck out; nil where more than `limit` comparisons would be needed.
  ///
  /// A line through text that reaches far beyond it on either side is the border of a cell that is too low.
  static func struckGlyphs(of paint: PagePaint, upTo limit: Int) -> [Int]? {
    // What a reader strikes out with an annotation still stands there.
    let lines = paint.lines.filter {
      $0.isHorizontal && $0.paint.colour != .white && $0.paint.alpha > 0.1
        && $0.paint.order < paint.annotationOrder
    }
    guard !lines.isEmpty, !paint.glyphs.isEmpty else { return [] }
    let strips = glyphsByStrip(paint)
    let verticals = paint.lines.filter { !$0.isHorizontal }
    var struck: [Int] = []
    var comparisons = 0
    for line in lines {
      let home = strip(at: line.ruling.position, strips.count)
      var crossed: [Int] = []
      for strip in max(home - 1, 0)...min(home + 1, strips.count - 1) {
        comparisons += strips[strip].count
        crossed += strips[strip].filter { line.crosses(paint.glyphs[$0]) }
      }
      guard comparisons <= limit else { return nil }
      if line.endsWith(crossed.map { paint.glyphs[$0] }), !line.meets(verticals) {
        struck += crossed
      }
    }
    return struck
  }

  /// For each strip of the page the glyphs of level text whose middle lies in it.
  private static func glyphsByStrip(_ paint: PagePaint) -> [[Int]] {
    var strips: [[Int]] = Array(
      repeating: [], count: min(max(Int(paint.height / stripHeight) + 1, 1), 2_000))
    for (index, glyph) in paint.glyphs.enumerated() where abs(glyph.turn) < 1 && !glyph.isBlank {
      strips[strip(at: glyph.origin.y - glyph.size * middle, strips.count)].append(index)
    }
    return strips
  }

  private static func strip(at y: Double, _ count: Int) -> Int {
    y > 0 ? min(Int(min(y, 1e6) / stripHeight), count - 1) : 0
  }

  private static let stripHeight = 24.0
  /// Where a strike line runs above the baseline, in ems.
  private static let middle = 0.33
}

extension PaintedLine {
  /// Whether it runs through the middle of `glyph`, neither below nor above it.
  fileprivate func crosses(_ glyph: PaintedGlyph) -> Bool {
    let height = (glyph.origin.y - ruling.position) / max(glyph.size, 1)
    let x = glyph.box.middleX
    return height > 0.14 && height < 0.58 && thickness < glyph.size * 0.25
      && x > ruling.start && x < ruling.end
  }

  /// Whether both its ends are at `verticals`, as those of a cell's border are whose text is too large for it.
  fileprivate func meets(_ verticals: [PaintedLine]) -> Bool {
    let there = verticals.filter {
      $0.ruling.start < ruling.position + 1.5 && $0.ruling.end > ruling.position - 1.5
    }
    return there.contains { abs($0.ruling.position - ruling.start) < 1.5 }
      && there.contains { abs($0.ruling.position - ruling.end) < 1.5 }
  }

  /// Whether it begins and ends about where the characters that it crosses do.
  fileprivate func endsWith(_ glyphs: [PaintedGlyph]) -> Bool {
    guard let left = glyphs.map(\.box.left).min(), let right = glyphs.map(\.box.right).max(),
      let size = glyphs.map(\.size).max()
    else { return false }
    return ruling.start > left - size && ruling.end < right + size
  }
}
