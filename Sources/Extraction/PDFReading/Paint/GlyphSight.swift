internal import Diagnostics
internal import PagePaint

/// Whether a person sees each glyph of a page, and why not.
struct GlyphSight {
  /// Why a glyph is not to be read.
  enum Reason: Hashable {
    case unpainted, transparent, clipped, hiddenLayer, tiny, blank
    /// Something opaque lies on it.
    case covered
    /// It has the colour of its ground.
    case groundColoured
    /// The same character was painted in nearly the same place before: a shadow, or a slip.
    case repeated
    /// The same, as close as bold letters are made.
    case overprinted
    /// Another digit stands in the same place.
    case overtyped
    /// Something opaque lies on a part of it.
    case partlyCovered
    /// A line runs through its middle.
    case struck
    /// Too little is known of what lies below or above it.
    case unclear
    /// Its line is turned, so that its cell isn't certain.
    case turned
    /// It lies across other text, as a watermark does.
    case across
    /// The page has so much turned or faint text that its watermarks can't be told from its text.
    case crowded
    /// It stands beside a number in another size or height: it may be a digit or a mark of a note.
    case unlevel

    init(_ concealment: PaintedGlyph.Concealment) {
      self =
        switch concealment {
        case .unpainted: .unpainted
        case .transparent: .transparent
        case .clipped: .clipped
        case .hiddenLayer: .hiddenLayer
        case .tiny: .tiny
        case .blank: .blank
        case .unclear: .unclear
        }
    }
  }

  /// For each glyph; nil for what is seen.
  private(set) var reasons: [Reason?]
  /// Whether a picture hides the glyph, or lies behind an invisible one: it was recognised from the picture.
  private(set) var liesAtPicture: [Bool]

  /// How many glyphs are white on a picture of the page whose colours aren't known.
  private var whiteOnPicture = 0
  /// Whether text that isn't painted lies where letters are drawn as shapes.
  private var liesAtOutlines = false

  /// Nil for a page on which so much is painted that comparing it would take seconds.
  init?(_ paint: PagePaint) {
    guard var ground = PageGround(paint),
      ground.comparisons(of: paint.glyphs) <= Self.mostComparisons,
      let struck = StrikeLines.struckGlyphs(of: paint, upTo: Self.mostComparisons)
    else { return nil }
    reasons = []
    reasons.reserveCapacity(paint.glyphs.count)
    liesAtPicture = Array(repeating: false, count: paint.glyphs.count)
    for (index, glyph) in paint.glyphs.enumerated() {
      let reason = glyph.concealment.map(Reason.init) ?? ground.reason(for: glyph)
      switch reason {
      case .unpainted, .transparent, .covered, .groundColoured:
        liesAtPicture[index] = ground.hasPicture(atX: glyph.box.middleX, y: glyph.box.middleY)
      case nil where glyph.paint.colour == .white:
        let (x, y) = (glyph.box.middleX, glyph.box.middleY)
        if ground.hasUnreadPagePicture(atX: x, y: y) { whiteOnPicture += 1 }
      default: break
      }
      reasons.append(reason)
    }
    guard ground.looksLeft > 0 else { return nil }
    liesAtOutlines = OutlinedText.isBelowText(of: paint)
    GlyphShadows.mark(in: paint.glyphs, &reasons)
    GlyphRepeats.mark(in: paint.glyphs, &reasons)
    for index in struck where reasons[index] == nil { reasons[index] = .struck }
  }

  private static let mostComparisons = 50_000_000

  /// Whether the page's text is a layer that a program recognised in the pictures of the page, or in the shapes of its
  /// letters: at least half of its glyphs aren't seen and stand where these are.
  var isRecognised: Bool {
    let count = reasons.count
    guard count > 0 else { return false }
    // Some scanners write their layer in white over the picture; a heading on a photograph is short.
    if whiteOnPicture >= Self.leastOfLayer, whiteOnPicture * 2 >= count { return true }
    if liesAtOutlines { return true }
    var recognised = 0
    for (index, reason) in reasons.enumerated() where reason != nil && liesAtPicture[index] {
      recognised += 1
    }
    return recognised * 2 >= count
  }

  private static let leastOfLayer = 60
}
