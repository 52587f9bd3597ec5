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
      if let shadow = previous, shadow.count == run.count, run.count <= longest,
        isShadow(glyphs[shadow], glyphs[run]), run.allSatisfy({ reasons[$0] == nil })
      {
        for index in shadow where reasons[index] == nil { reasons[index] = .repeated }
      }
      previous = run
      start = end
    }
  }

  /// Whether `shadow` lies so near to the text painted over it that both can't be read.
  private static func isShadow(
    _ shadow: ArraySlice<PaintedGlyph>, _ text: ArraySlice<PaintedGlyph>
  ) -> Bool {
    guard let first = text.first, let last = text.last, let other = shadow.first,
      let colour = first.paint.colour, let paler = other.paint.colour,
      paler.lightness > colour.lightness + leastPaler
    else { return false }
    let (x, y) = (first.origin.x - other.origin.x, first.origin.y - other.origin.y)
    let width = last.origin.x + last.advance - first.origin.x
    guard abs(x) < width - first.advance * 0.3, abs(x) < first.size, abs(y) < first.size * 0.7,
      abs(x) + abs(y) > 0.1
    else { return false }
    return zip(shadow, text).allSatisfy { one, two in
      guard case .one(let scalar) = one.characters, case .one(scalar) = two.characters else {
        return false
      }
      return abs(two.origin.x - one.origin.x - x) < 0.1
        && abs(two.origin.y - one.origin.y - y) < 0.1
    }
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

extension PaintColour {
  /// From 0 to 255.
  fileprivate var lightness: Int { (Int(red) * 30 + Int(green) * 59 + Int(blue) * 11) / 100 }
}
