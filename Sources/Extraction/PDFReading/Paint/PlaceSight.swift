internal import PagePaint

/// One place of a page as it is painted, and what is seen there of the ink of a glyph.
///
/// Every part of a colour is kept as the least and the greatest that it may be, since some of what is painted isn't known.
struct PlaceSight {
  enum Result {
    case seen
    /// The glyph has the colour of its ground.
    case grounded
    /// What hides it has the colour of its ground, or is as large as an area.
    case erased
    /// What hides it is thin and seen itself.
    case crossed
    case unclear
  }

  /// Without the glyph.
  private var low, high: SIMD3<Double>
  /// How much the ink differs from what would be there without it; nil before it is shown.
  private var least: SIMD3<Double>?
  private var greatest = SIMD3<Double>.zero
  /// The ground on which the ink was shown.
  private var groundLow = SIMD3<Double>.zero
  private var groundHigh = SIMD3<Double>.zero
  /// Whether the ground is a picture whose colours weren't read.
  private var isOnUnreadPicture = false
  /// Whether it is larger than what somebody would lay under a number.
  private var isOnBackground = false
  /// Whether ink was seen, or may have been, when it was shown.
  private var wasSeen = false
  /// Whether the last layer above the ink was a thin one.
  private var isBehindThin = false

  init(ground: PaintColour) {
    low = ground.parts
    high = low
  }

  /// Shows the ink of a glyph.
  mutating func show(_ paint: Paint) {
    (groundLow, groundHigh) = (low, high)
    guard let paintColour = paint.colour else {
      let bounds = paint.bounds
      let gap = Self.gap(
        bounds?.low.parts ?? .zero, bounds?.high.parts ?? .one, low, high)
      least = paint.isUncertain ? .zero : gap.least * paint.alpha
      greatest = gap.greatest * paint.alpha
      wasSeen = greatest.max() > Self.faintest
      return
    }
    let colour = paintColour.parts
    var gap = Self.gap(colour, colour, low, high)
    // Text on a picture is dark on light, unless somebody means to hide it.
    if isOnUnreadPicture, isOnBackground || paintColour.lightness < Self.dark {
      gap.least = gap.greatest
    }
    switch paint.blend {
    case .normal: break
    case .multiply, .darken:
      // Only what is darker than the ground shows.
      gap.least = Self.positive(low - colour)
      gap.greatest = Self.positive(high - colour)
      if paint.blend == .multiply {
        gap.least = low * (SIMD3<Double>.one - colour)
        gap.greatest = high * (SIMD3<Double>.one - colour)
      }
    case .screen, .lighten:
      gap.least = Self.positive(colour - high)
      gap.greatest = Self.positive(colour - low)
    case .other: gap.least = .zero
    }
    least = paint.isUncertain ? .zero : gap.least * paint.alpha
    greatest = gap.greatest * paint.alpha
    wasSeen = greatest.max() > Self.faintest
  }

  /// Paints something over all that is here.
  ///
  /// - Parameter isThin: Whether what it hides is read by what it leaves beside it.
  mutating func add(
    _ paint: Paint, isThin: Bool, isPicture: Bool, isBackground: Bool = false
  ) {
    guard paint.alpha > 0 else { return }
    let isUnknown = paint.colour == nil && paint.bounds == nil
    let (colourLow, colourHigh) = (
      paint.colour?.parts ?? paint.bounds?.low.parts ?? .zero,
      paint.colour?.parts ?? paint.bounds?.high.parts ?? .one
    )
    let alpha = min(paint.alpha, 1)
    let (zero, one) = (SIMD3<Double>.zero, SIMD3<Double>.one)
    var (newLow, newHigh, keptLeast, keptGreatest):
      (
        SIMD3<Double>, SIMD3<Double>, SIMD3<Double>, SIMD3<Double>
      )
    switch paint.blend {
    case .normal:
      (newLow, newHigh) = (colourLow, colourHigh)
      (keptLeast, keptGreatest) = (.zero, .zero)
    case .multiply where isUnknown, .darken where isUnknown:
      // A seal or a marker is light, or leaves out most of what it lies on.
      (newLow, newHigh, keptLeast, keptGreatest) = (.zero, high, one, one)
    case .multiply:
      (newLow, newHigh) = (low * colourLow, high * colourHigh)
      (keptLeast, keptGreatest) = (colourLow, colourHigh)
    case .screen:
      (newLow, newHigh) = (
        one - (one - low) * (one - colourLow), one - (one - high) * (one - colourHigh)
      )
      (keptLeast, keptGreatest) = (one - colourHigh, one - colourLow)
    case .darken:
      (newLow, newHigh) = (pointwiseMin(low, colourLow), pointwiseMin(high, colourHigh))
      // Of a part that is lighter than all here nothing is changed.
      (keptLeast, keptGreatest) = (one.replacing(with: zero, where: colourLow .< high), one)
    case .lighten:
      (newLow, newHigh) = (pointwiseMax(low, colourLow), pointwiseMax(high, colourHigh))
      (keptLeast, keptGreatest) = (zero, one.replacing(with: zero, where: colourLow .>= one))
    case .other: (newLow, newHigh, keptLeast, keptGreatest) = (.zero, one, .zero, one)
    }
    newLow = low + (newLow - low) * alpha
    newHigh = high + (newHigh - high) * alpha
    keptLeast = one + (keptLeast - one) * alpha
    keptGreatest = one + (keptGreatest - one) * alpha
    if paint.isUncertain {
      (newLow, newHigh) = (pointwiseMin(low, newLow), pointwiseMax(high, newHigh))
      keptGreatest = one
    }
    (low, high) = (newLow, newHigh)
    if let least {
      self.least = least * keptLeast
      greatest *= keptGreatest
      isBehindThin = isThin
    } else if paint.isOpaque {
      isOnUnreadPicture = isPicture && isUnknown
      isOnBackground = isOnUnreadPicture && isBackground
    } else if isPicture, isUnknown {
      isOnUnreadPicture = true
      isOnBackground = isOnBackground || isBackground
    } else if paint.isUncertain {
      // As on a picture: a shadow, or a bar that fades, lies below text to be read.
      isOnUnreadPicture = true
    }
  }

  var result: Result {
    guard let least else { return .unclear }
    if least.max() > Self.faintest { return .seen }
    guard greatest.max() <= Self.faintest else { return .unclear }
    guard wasSeen else { return .grounded }
    let cover = Self.gap(low, high, groundLow, groundHigh)
    return isBehindThin && cover.greatest.max() > Self.faintest ? .crossed : .erased
  }

  /// How much two colours differ, each of which lies between two.
  private static func gap(
    _ low: SIMD3<Double>, _ high: SIMD3<Double>, _ otherLow: SIMD3<Double>,
    _ otherHigh: SIMD3<Double>
  ) -> (least: SIMD3<Double>, greatest: SIMD3<Double>) {
    let (one, other) = (low - otherHigh, otherLow - high)
    return (
      positive(pointwiseMax(one, other)), pointwiseMax(high - otherLow, otherHigh - low)
    )
  }

  private static func positive(_ parts: SIMD3<Double>) -> SIMD3<Double> {
    pointwiseMax(parts, .zero)
  }

  private static let faintest = (Double(PaintColour.faintest) + 0.5) / 255
  /// Of 255.
  private static let dark = 153
}

extension PaintColour {
  /// From 0 to 1.
  fileprivate var parts: SIMD3<Double> {
    SIMD3(Double(red), Double(green), Double(blue)) / 255
  }
}
