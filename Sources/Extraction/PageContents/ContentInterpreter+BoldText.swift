internal import Diagnostics
internal import PagePaint

/// Text made bold by lines along its own outlines: as cairo writes text rendering mode 2.
extension ContentInterpreter {
  /// Whether to stroke the path only makes bold the glyphs that were shown last.
  ///
  /// Each of its shapes is closed and lies in the place of one glyph, and each glyph from the first of these on has as many
  /// as its character has outlines: a line across a number is no such path.
  var strokeMakesTextBold: Bool {
    let shapes = path.shapes
    let count = paint.glyphs.count - boldFrom
    guard count > 0, state.stroke.colour != nil, shapes.count > 0,
      count &* shapes.count <= Self.mostCompared
    else { return false }
    var outlines = Array(repeating: 0, count: count)
    // Whether one of them is no simple line or frame.
    var areLetters = Array(repeating: false, count: count)
    // Shapes come in the order of the glyphs, as far as there is one.
    var next = 0
    for shape in shapes {
      guard shape.corners.first == shape.corners.last, let box = shape.box,
        let place = place(of: box, from: next, count)
      else { return false }
      outlines[place] += 1
      if shape.isCurved || shape.corners.count > 6 { areLetters[place] = true }
      next = place
    }
    guard let first = outlines.firstIndex(where: { $0 > 0 }) else { return false }
    for place in first..<count {
      let glyph = paint.glyphs[boldFrom + place]
      guard glyph.paint.colour == state.stroke.colour,
        glyph.digit == nil || areLetters[place], glyph.hasOutlines(outlines[place])
      else { return false }
    }
    return true
  }

  /// Of which glyph a shape may be an outline, counted from the first that may be bold; nil for none.
  private func place(of box: BoundingBox, from start: Int, _ count: Int) -> Int? {
    for offset in 0..<count {
      let place = (start + offset) % count
      if paint.glyphs[boldFrom + place].holds(box) { return place }
    }
    return nil
  }

  private static let mostCompared = 1_000_000
}

extension PaintedGlyph {
  fileprivate var digit: UInt32? {
    guard case .one(let scalar) = characters, (0x30...0x39).contains(scalar.value) else {
      return nil
    }
    return scalar.value - 0x30
  }

  /// Whether `other` lies in its place.
  fileprivate func holds(_ other: BoundingBox) -> Bool {
    let reach = size * 0.15
    return other.left > box.left - reach && other.right < box.right + reach
      && other.top > box.top - reach && other.bottom < box.bottom + reach
  }

  /// Whether its character has so many outlines.
  fileprivate func hasOutlines(_ count: Int) -> Bool {
    switch digit {
    case 0: (2...3).contains(count)
    case 4: (1...2).contains(count)
    case 6, 9: count == 2
    case 8: count == 3
    case nil: count > 0 || isBlank
    default: count == 1
    }
  }

  private var isBlank: Bool {
    if case .one(let scalar) = characters { scalar.properties.isWhitespace } else { false }
  }
}
