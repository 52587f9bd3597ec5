internal import DocumentModel

/// What a style says of whether and how text shows; nil where it says nothing.
struct StyleDeclarations {
  enum Display {
    case none, block, inline, inlineBlock, other
    /// Gone itself, while what is in it shows.
    case contents
  }

  enum Visibility {
    case hidden, visible
    /// Hidden, and for a column or row of a table without room for it.
    case collapsed
    /// As that of the element around it.
    case inherited
  }

  var display: Display?
  var visibility: Visibility?
  var ink: PageColour.Value?
  /// The colour of the text in place of ``ink``, `-webkit-text-fill-color`; nil within for none.
  var fill: PageColour.Value??
  var ground: PageColour.Value?
  var isStruck: Bool?
  var height: DigitHeight??
  /// The size of the text, whose shares are of that around it.
  var size: StyleLength?
  /// From 0 for nothing to 1 for all that is painted.
  var opacity: Double?
  /// Moved out of the page, or cut to nothing.
  var isOffPage = false
  /// Whether its first line is moved out of the page, unless it is an inline box, which has none.
  var isLineIndented = false
  /// Whether it may hide, replace, add or reorder characters in a way that isn't followed here.
  var isUnclear = false
  /// By what, where that does to digits only what it does to any text: whoever reads the labels of a table reads the numbers
  /// then, if it is done to both.
  var cause: String?
  /// Whether a rule that isn't followed here may show what another one hides.
  var mayShow = false
  /// What rules of which it isn't known whether they hold paint text with.
  var otherPaints: [Paint] = []
  /// Whether it shows in another place than behind what is before it, or in a box of its own.
  var isMoved = false
  /// Whether its children are boxes of their own: those of a grid or a flexible box.
  var holdsItems = false
  /// What it is apart by from what stands beside it, where it stands in a line: margins, paddings.
  var gaps: [StyleLength] = []
  /// What its characters are apart by.
  var spacing: StyleLength?
  /// Without width or height.
  var isFlat = false
  /// Doesn't show what goes over its sides.
  var isCut = false
  /// Moved over what stands before it, where it stands in a line.
  var isDrawnBack = false
  /// Has a picture as its ground.
  var isPicture = false
  /// The first of the fonts, in lower case; empty where it isn't one by name.
  var family: String?
  var listStyle: String?
  /// `mso-list: Ignore`: the number of a list that Word wrote as text.
  var isListNumber = false

  struct Paint {
    var ink: PageColour.Value?
    var ground: PageColour.Value?
    var cause: String?
  }

  init() {}

  /// What declarations of which each property has one come to together.
  init(_ declarations: some Sequence<StyleProperty>) {
    var box = Box()
    for declaration in declarations { set(declaration.name, declaration.value, &box) }
    settle(box)
  }

  /// Notes that text may not show as it stands in the source.
  mutating func doubt(_ cause: String? = nil) {
    self.cause = Self.cause(of: self.cause, isUnclear, and: cause, true)
    isUnclear = true
  }

  /// The cause of two doubts together, of which either may be none: both are known by their causes only where both have one.
  static func cause(
    of first: String?, _ isFirst: Bool, and second: String?, _ isSecond: Bool
  ) -> String? {
    guard isFirst, isSecond else { return isSecond ? second : isFirst ? first : nil }
    guard let first, let second else { return nil }
    return first == second ? first : "\(first);\(second)"
  }

  /// The colour of its text; nil for that of the text around it.
  private var painted: PageColour.Value? { fill.flatMap { $0 } ?? ink }

  /// Whether text is gone by it, as far as that is known.
  var hides: Bool {
    display == Display.none || visibility == .hidden || visibility == .collapsed || isOffPage
      || isLineIndented && display != .inline
      || isFlat && isCut
      || painted == .clear || opacity.map { $0 < Self.leastOpacity } ?? false
      || size?.pixels().map { $0 < Self.leastSize } ?? false
  }

  /// What is less opaque can't be told from nothing.
  static let leastOpacity = 0.05
  /// Pixels of text that can be read at all.
  static let leastSize = 2.0

  /// Notes what text comes to where a rule holds of which that isn't known.
  mutating func note(_ other: StyleDeclarations, cause: String?) {
    if !hides, other.hides || other.isUnclear && !isUnclear {
      doubt(cause)
    }
    if hides, !other.hides { mayShow = true }
    if other.isMoved { isMoved = true }
    if other.holdsItems { holdsItems = true }
    gaps += other.gaps
    spacing = spacing ?? other.spacing
    if other.ink != ink || other.fill != fill || other.ground != ground {
      otherPaints.append(
        Paint(ink: other.painted, ground: other.ground, cause: cause))
    }
  }

  /// Makes what is hidden unclear: another rule may show it.
  mutating func letShow() {
    guard hides else { return }
    if display == Display.none { display = nil }
    (visibility, size, opacity) = (nil, nil, nil)
    (isOffPage, isLineIndented, isFlat) = (false, false, false)
    doubt()
  }
}
