internal import PagePaint

/// How many of 25 places of a glyph are seen, and why not.
struct GlyphPlaces {
  var clipped = 0
  private var seen = 0
  /// It has the colour of its ground.
  private var grounded = 0
  /// Hidden by what itself isn't seen.
  private var erased = 0
  /// Hidden by a thin line or a seal that is seen itself: one reads what lies below by its rest.
  private var crossed = 0
  private var unclear = 0

  mutating func add(_ place: PlaceSight) {
    switch place.result {
    case .seen: seen += 1
    case .grounded: grounded += 1
    case .erased: erased += 1
    case .crossed: crossed += 1
    case .unclear: unclear += 1
    }
  }

  func reason(isIdeograph: Bool) -> GlyphSight.Reason? {
    if clipped > (isIdeograph ? 17 : 10) { return .clipped }
    let count = seen + grounded + erased + crossed + unclear
    let hidden = grounded + erased + crossed
    guard hidden + unclear > 0 else { return nil }
    if hidden * 5 >= count * 4 { return grounded >= erased + crossed ? .groundColoured : .covered }
    if erased + unclear > 6 || grounded + erased + unclear > 12 || hidden + unclear > 15 {
      return unclear > hidden ? .unclear : .partlyCovered
    }
    return nil
  }
}

extension PaintedGlyph {
  /// Whether it is a Chinese character, half of which is read where half a digit may be another.
  var isIdeograph: Bool {
    if case .one(let scalar) = characters { 0x2E80...0x9FFF ~= scalar.value } else { false }
  }
}
