internal import Diagnostics
internal import PagePaint

/// The graphics state as far as it decides what is seen (ISO 32000-1, 8.4).
struct GraphicsState {
  /// From user space to the page as it is seen.
  var matrix: AffineMatrix
  /// The box around the clipping path; its left lies right of its right where nothing is left of it.
  var clip: BoundingBox
  /// Which of ``PagePaint/clips`` says what of `clip` is painted on; nil for all of it.
  var clipIndex: Int32?
  /// The glyphs that what is painted next shows through (9.3.6); nil where text doesn't clip.
  var textClip: Range<Int>?
  var fill = Ink()
  var stroke = Ink()
  var lineWidth = 1.0
  var isDashed = false
  /// Whether lines reach beyond their ends.
  var hasLongCaps = false
  var blend = BlendMode.normal
  /// What the transparency groups around leave of everything in them.
  var groupAlpha = 1.0
  var groupBlend = BlendMode.normal
  /// What of everything that is painted a soft mask hides; nil for no mask.
  var softMask: SoftMask?
  var text = TextState()

  /// A current colour and its alpha constant.
  struct Ink {
    var space = ColourSpace.grey
    /// Nil where it isn't computed.
    var colour: PaintColour? = .black
    /// What is known of the colours of a pattern.
    var bounds: ColourBounds?
    /// Whether a pattern may leave gaps.
    var isUncertain = false
    /// Whether it is a pattern that shows pictures.
    var showsPicture = false
    /// Whether it leaves no mark on the paper: the ink `None` (8.6.6.4).
    var isNothing = false
    var alpha = 1.0
  }

  /// Narrows the clipping path to what lies within `box` too.
  mutating func clip(to box: BoundingBox) {
    clip = BoundingBox(
      left: max(clip.left, box.left), top: max(clip.top, box.top),
      right: min(clip.right, box.right), bottom: min(clip.bottom, box.bottom))
  }

  func paint(with ink: Ink, order: Int) -> Paint {
    let blend =
      groupBlend == .normal ? blend : self.blend == .normal ? groupBlend : BlendMode.other
    return Paint(
      colour: ink.colour, bounds: ink.bounds,
      alpha: ink.isNothing || softMask == .nothing ? 0 : ink.alpha * groupAlpha, blend: blend,
      isUncertain: ink.isUncertain || softMask == .some || textClip != nil,
      clip: clipIndex, order: order)
  }
}

/// The text state (9.3); text and line matrix are part of the text object.
struct TextState {
  /// Index of the font among those of the document; nil before one is set.
  var font: Int?
  var size = 0.0
  var characterSpacing = 0.0
  var wordSpacing = 0.0
  /// 1 where `Tz` is 100.
  var horizontalScale = 1.0
  var leading = 0.0
  var rise = 0.0
  var mode = 0
}
