internal import PageLayout
internal import PagePaint

/// Digits that are seen but can't be read for certain.
extension CheckedPage {
  /// Why the digits of a word can't be read for certain though its glyphs are seen; nil where they can.
  ///
  /// - Parameter glyphs: The word's. This must be called for words in the order of painting.
  mutating func doubt(_ glyphs: ArraySlice<Int>) -> PaintFinding.Kind? {
    if !crossed.isEmpty, glyphs.contains(where: crossed.contains) { return .crossed }
    if let first = glyphs.first {
      if paint.glyphs[first].isTurned { return .differs }
      let turn = paint.glyphs[first].turn
      if glyphs.contains(where: { abs(paint.glyphs[$0].turn - turn) > 5 }) {
        return .unseen(.turned)
      }
    }
    return areOverlapped(glyphs) ? .unseen(.overtyped) : nil
  }

  /// Whether digits overlap one another, or the last digit of the word before.
  private mutating func areOverlapped(_ glyphs: ArraySlice<Int>) -> Bool {
    var isCrowded = false
    for index in glyphs where sight.reasons[index] == nil {
      let glyph = paint.glyphs[index]
      guard abs(glyph.turn) < 1 else { return false }
      if let lastGlyph, glyph.isCrowded(by: paint.glyphs[lastGlyph]) { isCrowded = true }
      lastGlyph = index
    }
    return isCrowded
  }
}

extension PagePaint {
  /// Whether most of its text is upside down.
  var isUpsideDown: Bool { glyphs.count(where: \.isTurned) * 2 > glyphs.count }
}

extension PaintedGlyph {
  /// Whether it is upside down.
  fileprivate var isTurned: Bool { abs(abs(turn) - 180) < 1 }

  /// Whether both are digits of one line and they overlap by a quarter or more.
  fileprivate func isCrowded(by other: PaintedGlyph) -> Bool {
    let distance = abs(origin.x - other.origin.x)
    let narrower = origin.x > other.origin.x ? other.advance : advance
    guard distance < narrower * 0.75, abs(origin.y - other.origin.y) < size * 0.3,
      case .one(let own) = characters, case .one(let others) = other.characters
    else { return false }
    return Figure.isDigit(own) && Figure.isDigit(others)
  }
}
