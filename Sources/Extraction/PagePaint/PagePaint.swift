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
