internal import Diagnostics
internal import PagePaint

/// The graphics state as far as it decides what is seen (ISO 32000-1, 8.4).
struct GraphicsState {
  /// From user space to the page as it is seen.
  var matrix: AffineMatrix
  /// The box around the clipping path; its left lies right of its right where nothing is left of it.
  var clip: BoundingBox
  var fill = Ink()
  var stroke = Ink()
  var lineWidth = 1.0
  /// Whether the blend mode is Normal.
  var isNormal = true
  /// What the transparency groups around leave of everything in them.
  var groupAlpha = 1.0
  var isGroupNormal = true
  /// Whether a soft mask (11.6.5) hides an unknown part of what is painted.
  var hasSoftMask = false
  var text = TextState()

  /// A current colour and its alpha constant.
  struct Ink {
    var space = ColourSpace.grey
    /// Nil where it isn't computed.
    var colour: PaintColour? = .black
    var alpha = 1.0
  }

  /// Narrows the clipping path to what lies within `box` too.
  mutating func clip(to box: BoundingBox) {
    clip = BoundingBox(
      left: max(clip.left, box.left), top: max(clip.top, box.top),
      right: min(clip.right, box.right), bottom: min(clip.bottom, box.bottom))
  }

  func paint(with ink: Ink, order: Int) -> Paint {
    // Of what lies behind a soft mask some part is seen.
    let mask = hasSoftMask ? 0.5 : 1
    return Paint(
      colour: ink.colour, alpha: ink.alpha * groupAlpha * mask,
      isNormal: isNormal && isGroupNormal, order: order)
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
