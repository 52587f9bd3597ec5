internal import Diagnostics
internal import PagePaint

/// The shadow of a number: the same characters once more, a little aside and in a lighter colour.
enum GlyphShadows {
  /// Marks the seen glyphs of each shadow as repeated.
  static func mark(in glyphs: [PaintedGlyph], _ reasons: inout [GlyphSight.Reason?]) {
    var previous: Range<Int>?
    var start = 0
    while start < glyphs.count {
      var end = start + 1
      while end < glyphs.count, glyphs[end].continues(glyphs[end - 1]) { end += 1 }
      let run = start..<end
      if let other = previous, other.count == run.count, run.count <= longest,
        let pair = pair(glyphs[other], glyphs[run]),
        pair.text.allSatisfy({ reasons[$0] == nil })
      {
        for index in pair.shadow where reasons[index] == nil {
          reasons[index] = pair.isBold ? .overprinted : .repeated
        }
      }
      previous = run
      start = end
    }
  }

  /// Which of two texts is the shadow of the other; nil where both can be read.
  private static func pair(
    _ one: ArraySlice<PaintedGlyph>, _ two: ArraySlice<PaintedGlyph>
  ) -> (shadow: Range<Int>, text: Range<Int>, isBold: Bool)? {
    guard let first = two.first, let last = two.last, let other = one.first,
      let colour = first.paint.colour, let otherColour = other.paint.colour,
      abs(otherColour.lightness - colour.lightness) > leastPaler
    else { return nil }
    let (x, y) = (first.origin.x - other.origin.x, first.origin.y - other.origin.y)
    let width = last.origin.x + last.advance - first.origin.x
    guard abs(x) < width - first.advance * 0.3, abs(x) < first.size, abs(y) < first.size * 0.7,
      abs(x) + abs(y) > 0.1
    else { return nil }
    let isSame = zip(one, two).allSatisfy { one, two in
      guard case .one(let scalar) = one.characters, case .one(scalar) = two.characters else {
        return false
      }
      return abs(two.origin.x - one.origin.x - x) < 0.1
        && abs(two.origin.y - one.origin.y - y) < 0.1
    }
    guard isSame else { return nil }
    let isBold = max(abs(x), abs(y)) < max(first.size * GlyphRepeats.farthestBold, 0.3)
    return otherColour.lightness > colour.lightness
      ? (one.indices, two.indices, isBold) : (two.indices, one.indices, isBold)
  }

  private static let longest = 40
  /// Of 255.
  private static let leastPaler = 60
}

extension PaintedGlyph {
  /// Whether it stands behind `glyph` on its line, in its size and colour.
  fileprivate func continues(_ glyph: PaintedGlyph) -> Bool {
    let gap = origin.x - glyph.origin.x - glyph.advance
    return paint.colour == glyph.paint.colour && abs(origin.y - glyph.origin.y) < 0.1
      && abs(size - glyph.size) < 0.1 && gap > -size * 0.1 && gap < size * 0.5
  }
}
