internal import Diagnostics
internal import Glibc
internal import PDFFonts
internal import PagePaint

/// What all glyphs of one string have in common.
struct GlyphLine {
  let toPage: AffineMatrix
  let size: Double
  /// The width of an em on the page.
  let width: Double
  let turn: Double
  let mode: Int
  let shapeBase: UInt32
  /// Whether glyphs are seen as in a mirror: what they show isn't what the font says.
  let isMirrored: Bool
  private let text: TextState
  private let isVertical: Bool

  init(toPage: AffineMatrix, text: TextState, isVertical: Bool, shapeBase: UInt32) {
    self.toPage = toPage
    self.text = text
    self.isVertical = isVertical
    self.shapeBase = shapeBase
    mode = text.mode
    isMirrored = (toPage.a * toPage.d - toPage.b * toPage.c) * text.horizontalScale > 0
    size = abs(text.size) * toPage.heightScale
    width = abs(text.size * text.horizontalScale) * toPage.widthScale
    turn =
      toPage.b == 0 && toPage.a > 0
      ? text.size < 0 ? 180 : 0
      : atan2(toPage.b * text.size, toPage.a * text.size) * 180 / .pi
  }

  /// How far the glyph after `glyph` lies from it, in text space (9.4.4).
  func displacement(of glyph: FontGlyph) -> Double {
    let spacing = text.characterSpacing + (glyph.isSingleByteSpace ? text.wordSpacing : 0)
    return isVertical
      ? glyph.verticalDisplacement * text.size + spacing
      : (glyph.width * text.size + spacing) * text.horizontalScale
  }

  /// Where the baseline of `glyph` begins and ends on the page; of upright text, where its middle line does.
  func ends(of glyph: FontGlyph, at offset: Double) -> (PagePoint, PagePoint) {
    if isVertical {
      let length = glyph.verticalDisplacement * text.size
      return (toPage.apply(text.rise, offset), toPage.apply(text.rise, offset + length))
    }
    let width = glyph.width * text.size * text.horizontalScale
    return (toPage.apply(offset, text.rise), toPage.apply(offset + width, text.rise))
  }

  /// What a glyph takes up whose baseline runs from `start` to `end`.
  func box(from start: PagePoint, to end: PagePoint) -> BoundingBox {
    var up = (x: toPage.c * text.size, y: toPage.d * text.size)
    var down = (x: -up.x * Self.descent, y: -up.y * Self.descent)
    if isVertical {
      // To both sides of the line that runs through the middle of its glyphs.
      up = (toPage.a * text.size * 0.5, toPage.b * text.size * 0.5)
      down = (-up.x, -up.y)
    } else {
      up = (up.x * Self.ascent, up.y * Self.ascent)
    }
    let xs = (start.x + up.x, start.x + down.x, end.x + up.x, end.x + down.x)
    let ys = (start.y + up.y, start.y + down.y, end.y + up.y, end.y + down.y)
    return BoundingBox(
      left: min(xs.0, xs.1, xs.2, xs.3), top: min(ys.0, ys.1, ys.2, ys.3),
      right: max(xs.0, xs.1, xs.2, xs.3), bottom: max(ys.0, ys.1, ys.2, ys.3))
  }

  /// What digits and ideographs take up of an em above and below the baseline.
  private static let ascent = 0.76
  private static let descent = 0.06
}
