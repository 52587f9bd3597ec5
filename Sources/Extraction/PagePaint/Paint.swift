/// A colour as far as it matters here: whether it tells something from its ground.
package struct PaintColour: Hashable, Sendable {
  /// 0 to 255.
  package var red, green, blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Of parts from 0 to 1; what lies outside, or is no number, is taken to the nearer end.
  package init(red: Double, green: Double, blue: Double) {
    self.init(red: Self.byte(red), green: Self.byte(green), blue: Self.byte(blue))
  }

  package static let white = PaintColour(red: UInt8(255), green: 255, blue: 255)
  package static let black = PaintColour(red: UInt8(0), green: 0, blue: 0)

  /// From 0 to 255, as the eye weighs the parts.
  package var lightness: Int { (Int(red) * 30 + Int(green) * 59 + Int(blue) * 11) / 100 }

  /// Whether a person sees something in this colour on `ground`: (250, 250, 250) on white is not seen.
  package func isSeen(on ground: PaintColour) -> Bool {
    max(
      Self.distance(red, ground.red), Self.distance(green, ground.green),
      Self.distance(blue, ground.blue)) > Self.faintest
  }

  /// This colour painted on `ground` with `alpha`, from 0 (nothing is seen of it) to 1.
  package func over(_ ground: PaintColour, alpha: Double) -> PaintColour {
    if alpha == 1 { return self }
    return PaintColour(
      red: Self.mixed(red, ground.red, alpha), green: Self.mixed(green, ground.green, alpha),
      blue: Self.mixed(blue, ground.blue, alpha))
  }

  private static func mixed(_ one: UInt8, _ other: UInt8, _ alpha: Double) -> Double {
    (Double(one) * alpha + Double(other) * (1 - alpha)) / 255
  }

  private static func distance(_ one: UInt8, _ other: UInt8) -> Int {
    abs(Int(one) - Int(other))
  }

  private static func byte(_ part: Double) -> UInt8 {
    part > 0 ? part < 1 ? UInt8(part * 255 + 0.5) : 255 : 0
  }

  /// Differences of up to six in a hundred are left by printers and screens too.
  package static let faintest = 15
}

/// Between which all colours of a shading or a pattern lie, part by part.
package struct ColourBounds: Hashable, Sendable {
  package var low, high: PaintColour

  package init(_ colour: PaintColour) {
    low = colour
    high = colour
  }

  /// The same, `colour` too.
  package func including(_ colour: PaintColour) -> ColourBounds {
    var bounds = self
    bounds.low.red = min(low.red, colour.red)
    bounds.low.green = min(low.green, colour.green)
    bounds.low.blue = min(low.blue, colour.blue)
    bounds.high.red = max(high.red, colour.red)
    bounds.high.green = max(high.green, colour.green)
    bounds.high.blue = max(high.blue, colour.blue)
    return bounds
  }
}

/// What becomes of a colour and what lies below it (ISO 32000-1, 11.3.5), as far as it is computed here.
package enum BlendMode: UInt8, Hashable, Sendable {
  case normal, multiply, screen, darken, lighten
  case other

  /// By its name, as in `/Multiply` or `multiply`.
  package init(name: String) {
    self =
      switch name {
      case "Normal", "Compatible", "normal": .normal
      case "Multiply", "multiply": .multiply
      case "Screen", "screen": .screen
      case "Darken", "darken": .darken
      case "Lighten", "lighten": .lighten
      default: .other
      }
  }
}

/// How something is painted: its colour, how much of it shows, and its place in the order of painting.
package struct Paint: Hashable, Sendable {
  /// Nil for a pattern, a shading or a colour space that isn't computed: what it looks like isn't known.
  package var colour: PaintColour?
  /// What is known of its colours where `colour` is nil.
  package var bounds: ColourBounds?
  /// 0 shows nothing, 1 hides all below.
  package var alpha: Double
  package var blend: BlendMode
  /// Whether any share of it up to `alpha` may show: behind a soft mask, of a pattern with gaps.
  package var isUncertain: Bool
  /// Which of ``PagePaint/clips`` it is cut by, besides a box; nil for none.
  package var clip: Int32?
  package var order: Int

  package init(
    colour: PaintColour?, bounds: ColourBounds? = nil, alpha: Double = 1,
    blend: BlendMode = .normal, isUncertain: Bool = false, clip: Int32? = nil, order: Int
  ) {
    self.colour = colour
    self.bounds = bounds
    self.alpha = alpha
    self.blend = blend
    self.isUncertain = isUncertain
    self.clip = clip
    self.order = order
  }

  /// Whether it replaces what lies below.
  package var isNormal: Bool { blend == .normal }

  /// Whether nothing of what lies below is seen through it.
  package var isOpaque: Bool { alpha > 0.95 && isNormal && !isUncertain }
}
