package import Diagnostics

/// What one page shows, in the order in which it is painted.
///
/// Places are those of words: points from the top left corner of the page as it is seen, cut to its crop box and turned
/// by its `/Rotate`. `order` counts everything painted on the page: what has the higher one lies on top.
package struct PagePaint: Hashable, Sendable {
  /// In points, as the page is seen.
  package var width, height: Double
  /// Straight lines along an axis, and filled shapes as thin as one; white ones too.
  package var lines: [PaintedLine] = []
  /// Filled shapes larger than a line: the ground of cells, stripes, boxes over text.
  package var areas: [PaintedArea] = []
  package var pictures: [PaintedPicture] = []
  /// Filled or stroked shapes that are neither line nor rectangle: letters drawn as outlines, logos, seals.
  package var outlines: [PaintedOutline] = []
  /// Strokes that are along no axis, as far as they may lie on one number.
  package var slants: [PaintedSlant] = []
  package var glyphs: [PaintedGlyph] = []
  package var annotations: [PageAnnotation] = []
  /// What ``Paint/clip`` counts: outside of any shape of such a list nothing is painted.
  package var clips: [[PaintedShape]] = []
  /// The order from which on annotations paint, which lie on top of the page; what is of the page itself is below it.
  package var annotationOrder = Int.max
  /// Whether `glyphs` holds every glyph of the page; false where fonts that the file lacks are not drawn.
  package var holdsAllGlyphs = true

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// A stroked line along an axis, or a filled shape not thicker than a border.
package struct PaintedLine: Hashable, Sendable {
  package var isHorizontal: Bool
  package var ruling: Ruling
  /// In points; 0 for the thinnest line that a device draws.
  package var thickness: Double
  package var paint: Paint

  package init(isHorizontal: Bool, ruling: Ruling, thickness: Double, paint: Paint) {
    self.isHorizontal = isHorizontal
    self.ruling = ruling
    self.thickness = thickness
    self.paint = paint
  }

  /// In points.
  package var length: Double { ruling.end - ruling.start }

  /// What it covers, its thickness included.
  package var box: BoundingBox {
    isHorizontal
      ? BoundingBox(
        left: ruling.start, top: ruling.position - thickness / 2, right: ruling.end,
        bottom: ruling.position + thickness / 2)
      : BoundingBox(
        left: ruling.position - thickness / 2, top: ruling.start,
        right: ruling.position + thickness / 2, bottom: ruling.end)
  }
}

/// A filled shape.
package struct PaintedArea: Hashable, Sendable {
  package var box: BoundingBox
  /// Nil for a rectangle, which is all of `box`.
  package var shape: PaintedShape?
  /// Whether its pattern shows pictures, as the background of a web page does.
  package var showsPicture = false
  package var paint: Paint

  package init(box: BoundingBox, shape: PaintedShape? = nil, paint: Paint) {
    self.box = box
    self.shape = shape
    self.paint = paint
  }
}

package struct PagePoint: Hashable, Sendable {
  package var x, y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A picture, or what only its own program could paint.
package struct PaintedPicture: Hashable, Sendable {
  package var box: BoundingBox
  /// What of `box` it takes up; nil for all of it.
  package var shape: PaintedShape?
  /// Its colour is that of a stencil, and not known of other pictures.
  package var paint: Paint
  /// Whether a mask of its own leaves some of it out, as that of a seal does.
  package var isMasked: Bool
  /// Its colours and its mask; nil where they weren't read.
  package var raster: PictureRaster?

  package init(
    box: BoundingBox, shape: PaintedShape? = nil, paint: Paint, isMasked: Bool = false,
    raster: PictureRaster? = nil
  ) {
    self.box = box
    self.shape = shape
    self.paint = paint
    self.isMasked = isMasked
    self.raster = raster
  }
}

/// A shape that may be a letter, though no font says so.
package struct PaintedOutline: Hashable, Sendable {
  package var box: BoundingBox
  package var paint: Paint

  package init(box: BoundingBox, paint: Paint) {
    self.box = box
    self.paint = paint
  }
}

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
}

/// What a reader has put on the page (ISO 32000-1, 12.5), links, form fields and pop-ups left out.
package struct PageAnnotation: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case strikeOut = "StrikeOut"
    case highlight = "Highlight"
    case underline = "Underline"
    case squiggly = "Squiggly"
    case note = "Text"
    case freeText = "FreeText"
    case redaction = "Redact"
    case stamp = "Stamp"
    case caret = "Caret"
    case ink = "Ink"
    case fileAttachment = "FileAttachment"
    /// Lines, squares and whatever else draws.
    case drawing = "Drawing"
  }

  package var kind: Kind
  package var box: BoundingBox
  /// What it says; nil where it says nothing.
  package var text: String?

  package init(kind: Kind, box: BoundingBox, text: String?) {
    self.kind = kind
    self.box = box
    self.text = text
  }
}
