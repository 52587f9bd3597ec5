internal import Diagnostics
internal import PagePaint

/// What the elements around say of how the next one is painted.
struct SVGState {
  /// From the place of an element to the page.
  private(set) var matrix = SVGMatrix()
  /// Around what can be painted on the page; nil where that is nothing.
  private(set) var clip: BoundingBox?
  /// Whether nearly all within `clip` can be.
  private(set) var fillsClip = true
  /// What of `clip` can be, in all of these shapes at once.
  private(set) var clipShapes: [PaintedShape] = []
  private(set) var style = SVGStyle()
  /// What masks and groups leave of everything within them, where it is the same everywhere.
  private var alpha = 1.0
  /// Whether a mask leaves more in one place than in another.
  private var isMasked = false
  /// Whether such a mask has the shape of a picture.
  private(set) var isStencil = false
  /// What becomes of a colour and what lies below it.
  private var blend = BlendMode.normal

  /// Before the first element of a page.
  ///
  /// - Parameter clip: The page.
  init(clip: BoundingBox) {
    self.clip = clip
  }

  /// What holds within an element with `attributes`.
  func entering(
    _ attributes: SVGAttributes, _ definitions: SVGDefinitions
  ) throws(SVGRefusal) -> SVGState {
    var state = self
    if let matrix = try attributes.matrix() { state.matrix = matrix.followed(by: self.matrix) }
    state.style.take(attributes, definitions)
    if let opacity = attributes.share(.opacity) { state.alpha *= opacity }
    if let operation = attributes.text(.operation), !Self.normalOperations.contains(operation) {
      let own = BlendMode(name: operation)
      state.blend = blend == .normal ? own : .other
    }
    if case .clip(let clip) = attributes.target(.clip).flatMap({ definitions[$0] }) {
      state.add(clip)
    }
    if case .mask(let mask) = attributes.target(.mask).flatMap({ definitions[$0] }) {
      state.add(mask)
    }
    return state
  }

  /// A colour as it is painted here.
  ///
  /// How much is left by a mask that changes from place to place, or by a pattern, isn't certain.
  func paint(_ ink: SVGStyle.Ink, opacity: Double, order: Int) -> Paint {
    var paint = Paint(
      colour: nil, alpha: alpha * opacity, blend: blend, isUncertain: isMasked, order: order)
    switch ink {
    case .none: paint.alpha = 0
    case .colour(let colour): paint.colour = colour
    case .other(let server):
      paint.bounds = server.bounds
      if !server.isOpaque { paint.isUncertain = true }
    }
    return paint
  }

  /// How thick lines are that are horizontal, or vertical, on the page; 0 for what no page has room for.
  var strokeWidths: (horizontal: Double, vertical: Double) {
    let scales = matrix.thicknessScales
    let (horizontal, vertical) = (
      style.strokeWidth * scales.horizontal, style.strokeWidth * scales.vertical
    )
    return (horizontal < 20_000 ? horizontal : 0, vertical < 20_000 ? vertical : 0)
  }

  private mutating func add(_ other: SVGClip) {
    guard let box = other.box else {
      clip = nil
      return
    }
    clip = clip.flatMap { matrix.apply(box).intersection($0) }
    if var shape = other.shape
      ?? (matrix.keepsBoxes ? nil : PaintedShape([PathShape(box)], rule: .nonzero))
    {
      shape.parts = shape.parts.map { $0.map { matrix.apply($0.x, $0.y) } }
      clipShapes.append(shape)
    }
    if !other.fillsBox || !matrix.keepsBoxes { fillsClip = false }
  }

  private mutating func add(_ mask: SVGMask) {
    if let left = mask.alpha {
      alpha *= left
    } else {
      isMasked = true
      isStencil = mask.isPicture
    }
  }

  /// Of cairo 1.16, then of later ones.
  private static let normalOperations = ["src-over", "normal"]
}
