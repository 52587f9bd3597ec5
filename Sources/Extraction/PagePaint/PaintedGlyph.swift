package import Diagnostics

/// One glyph of a font.
package struct PaintedGlyph: Hashable, Sendable {
  /// Which character it shows.
  package enum Characters: Hashable, Sendable {
    case one(Unicode.Scalar)
    case several(Ligature)
    /// Said, but by tables that only poppler has; or by nothing that the maker of this value reads.
    case untold
    /// The font doesn't say it to anybody.
    case unknown
  }

  /// Two or three characters that one glyph shows: ﬃ.
  ///
  /// Kept without a string, so that a page's glyphs are plain memory.
  package struct Ligature: Hashable, Sendable {
    private let first, second: Unicode.Scalar
    private let third: Unicode.Scalar?

    /// Nil for any other number of characters.
    package init?(_ text: String) {
      var scalars = text.unicodeScalars.makeIterator()
      guard let first = scalars.next(), let second = scalars.next() else { return nil }
      self.first = first
      self.second = second
      third = scalars.next()
      guard scalars.next() == nil else { return nil }
    }

    package var text: String {
      var text = String(first)
      text.unicodeScalars.append(second)
      if let third { text.unicodeScalars.append(third) }
      return text
    }

    package var count: Int { third == nil ? 2 : 3 }
  }

  /// Why nobody sees it, as far as it tells by itself; ``PagePaint`` as a whole may tell more.
  package enum Concealment: Hashable, Sendable {
    /// Text rendering modes 3 and 7 (ISO 32000-1, 9.3.6).
    case unpainted
    /// Alpha 0, or nearly.
    case transparent
    /// Outside of the clipping path or of the page.
    case clipped
    /// In a layer that isn't shown (8.11).
    case hiddenLayer
    /// Less than two points high.
    case tiny
    /// Its font has no ink for it.
    case blank
    /// It clips what is painted later, so that some of that shows it, or nothing does.
    case unclear
  }

  /// How a page sets a glyph at its place (ISO 32000-1, 9.4.2).
  package enum Setting: UInt8, Hashable, Sendable {
    /// Behind the glyph before, in the same string or the next.
    case following
    /// Moved within the text object of the glyph before, by `Td` or `Tm`.
    case moved
    /// As the first one of a text object.
    case anew
  }

  package var characters: Characters
  /// What tells this glyph from others where `characters` doesn't: its code and font, or its shape.
  package var shape: UInt32
  /// Where its baseline begins.
  package var origin: PagePoint
  /// From its origin to that of the next glyph, spacing left out; along the writing direction.
  package var advance: Double
  /// The height of an em, in points.
  package var size: Double
  /// Degrees by which its baseline is turned clockwise, from -180 to 180; 0 for usual text.
  package var turn: Double
  /// What it takes up: advance by an em's height, whatever the turn.
  package var box: BoundingBox
  package var paint: Paint
  package var concealment: Concealment?
  /// How it gets to its place; nil where that isn't known.
  package var setting: Setting?

  package init(
    characters: Characters, shape: UInt32, origin: PagePoint, advance: Double, size: Double,
    turn: Double, box: BoundingBox, paint: Paint, concealment: Concealment?
  ) {
    self.characters = characters
    self.shape = shape
    self.origin = origin
    self.advance = advance
    self.size = size
    self.turn = turn
    self.box = box
    self.paint = paint
    self.concealment = concealment
  }

  /// Cuts its box to what a clipping path leaves of it, and conceals it where less than `least` of it is left.
  ///
  /// The box stays whole where so little is left that nobody sees that there is something.
  ///
  /// - Parameter clip: Nil for a path that leaves nothing.
  package mutating func cut(to clip: BoundingBox?, least: Double) {
    guard let clip, let seen = box.intersection(clip) else {
      concealment = .clipped
      return
    }
    let share = seen.width * seen.height / max(box.width * box.height, .leastNormalMagnitude)
    if share < least { concealment = .clipped }
    if share >= Self.leastNoticed { box = seen }
  }

  private static let leastNoticed = 0.2
}
