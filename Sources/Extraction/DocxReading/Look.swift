internal import XMLEvents

/// What decides whether text is seen, as far as one place says it: a run, or a style.
struct Look {
  /// `w:color` (17.3.2.6); nil inside is `auto`, which shows on any ground.
  var ink: Ink??
  /// `w14:textFill`, which wins over the colour.
  var fill: TextFill?
  /// `w:shd` (17.3.2.32).
  var ground: Ground?
  /// `w:highlight` (17.3.2.15), which lies over the shading.
  var highlight: Ground?
  /// Whether `w:sz` (17.3.2.38) is a point and a half or less.
  var isTiny: Bool?
  /// Whether `w:w` (17.3.2.43) is a hundredth or less.
  var isNarrow: Bool?
  /// Whether `w14:textOutline` draws a line around the characters.
  var hasOutline: Bool?

  /// Whether text that looks so may be unseen on white paper, or stands on a ground of its own.
  var isNotable: Bool {
    if isTiny == true || isNarrow == true { return true }
    if ground?.isThere == true || highlight?.isThere == true { return true }
    switch fill {
    case .ink(let ink, let isClear)?: return isClear || !ink.isDark
    case .nothing?: return true
    case .unknown?: return false
    case nil: break
    }
    if case .some(.some(let ink)) = ink { return !ink.isDark }
    return false
  }

  /// Takes what is left open from `other`.
  mutating func fill(from other: Look) {
    fill = fill ?? other.fill
    ink = ink ?? other.ink
    ground = ground ?? other.ground
    highlight = highlight ?? other.highlight
    isTiny = isTiny ?? other.isTiny
    isNarrow = isNarrow ?? other.isNarrow
    hasOutline = hasOutline ?? other.hasOutline
  }

  /// Reads a property of `w:rPr`.
  mutating func read(_ word: WordName, _ attributes: borrowing XMLAttributes) {
    switch word {
    case .color: ink = .some(attributes.ink)
    case .shd: ground = attributes.ground
    case .highlight: highlight = attributes.highlight
    case .sz: isTiny = attributes.isAtMost(3, inHalfPoints: true)
    case .w: isNarrow = attributes.isAtMost(1, inHalfPoints: false)
    default: break
    }
  }
}

/// `w14:textFill`.
enum TextFill {
  /// No fill at all.
  case nothing
  /// One colour; clear if it is wholly transparent.
  case ink(Ink, isClear: Bool)
  /// A gradient.
  case unknown
}

/// Reads what stands in `w14:textFill` or `w14:textOutline` (MS-ODRAWXML 2.2).
struct TextFillReader {
  private(set) var fill: TextFill?
  private var ink = Ink()
  private var isClear = false

  /// Whether a line is drawn.
  var isOutline: Bool {
    switch fill {
    case .nothing?, nil: false
    default: true
    }
  }

  mutating func start(_ word: WordName, _ attributes: borrowing XMLAttributes) {
    switch word {
    case .noFill: fill = .nothing
    case .gradFill: fill = .unknown
    case .srgbClr: ink.literal = attributes.string(.val).flatMap { RGB(hex: $0.utf8) }
    case .schemeClr: ink.slot = attributes.string(.val).flatMap { Theme.Slot($0) }
    // Here the share of transparency, unlike in DrawingML.
    case .alpha: isClear = share(attributes) >= 0.97
    case .lumMod, .shade: ink.factor *= share(attributes)
    case .lumOff: ink.offset += share(attributes)
    case .tint:
      ink.factor *= share(attributes)
      ink.offset += 1 - share(attributes)
    default: return
    }
    if case .unknown? = fill { return }
    guard ink.literal != nil || ink.slot != nil else { return }
    fill = .ink(ink, isClear: isClear)
  }

  /// `w14:val` in thousandths of a percent.
  private func share(_ attributes: borrowing XMLAttributes) -> Double {
    Double(attributes.integer(.val).map { min(max($0, 0), 1_000_000) } ?? 0) / 100_000
  }
}

/// What lies under text: `w:shd` (17.3.5), `w:highlight`.
enum Ground {
  /// Nothing: what lies below shows.
  case none
  case colour(Ink)
  /// A pattern.
  case unknown

  /// Whether it lies over what is below.
  var isThere: Bool {
    if case .none = self { false } else { true }
  }
}

/// Short values as ``XMLAttributes/packed(_:)`` gives them.
private enum Packed {
  static let auto: UInt64 = 0x6175_746F
  static let black: UInt64 = 0x3030_3030_3030
  static let clear: UInt64 = 0x63_6C65_6172
}

extension XMLAttributes {
  /// The colour of `w:color`; nil for `auto`.
  var ink: Ink? { ink(.val, theme: .themeColor, tint: .themeTint, shade: .themeShade) }

  private func ink(
    _ name: WordName, theme: WordName, tint: WordName, shade: WordName
  ) -> Ink? {
    let packed = packed(name.rawValue)
    let literal =
      packed == Packed.auto
      ? nil : packed == Packed.black ? .black : packed.flatMap(RGB.init(packed:))
    var ink = Ink(literal: literal)
    if let name = string(theme), let slot = Theme.Slot(name) {
      ink.slot = slot
      if let share = share(tint) {
        ink.factor = share
        ink.offset = 1 - share
      } else if let share = share(shade) {
        ink.factor = share
      }
    }
    return ink.literal == nil && ink.slot == nil ? nil : ink
  }

  /// Two hexadecimal digits as a share of 255.
  private func share(_ name: WordName) -> Double? {
    string(name).flatMap { Int($0, radix: 16) }.map { Double(min(max($0, 0), 255)) / 255 }
  }

  /// `w:shd`: a fill, a pattern of two colours, or nothing.
  var ground: Ground {
    if packed(WordName.val.rawValue) == Packed.clear,
      packed(WordName.fill.rawValue) == Packed.auto,
      firstByte(of: WordName.themeFill.rawValue) == nil
    {
      return .none
    }
    let pattern = string(.val) ?? "clear"
    func fill() -> Ink? {
      ink(.fill, theme: .themeFill, tint: .themeFillTint, shade: .themeFillShade)
    }
    func front() -> Ink? { ink(.color, theme: .themeColor, tint: .themeTint, shade: .themeShade) }
    switch pattern {
    case "clear": return fill().map(Ground.colour) ?? .none
    case "nil": return .none
    case "solid": return .colour(front() ?? Ink(literal: .black))
    default: break
    }
    let (back, over) = (fill() ?? Ink(literal: .white), front() ?? Ink(literal: .black))
    guard pattern.hasPrefix("pct"), let percent = Int(pattern.dropFirst(3)), back.slot == nil,
      over.slot == nil, let under = back.literal, let over = over.literal
    else { return .unknown }
    return .colour(Ink(literal: under.mixed(with: over, share: Double(percent) / 100)))
  }

  /// `w:highlight`: one of sixteen colours by name.
  var highlight: Ground {
    let colours: [String: UInt32] = [
      "black": 0, "blue": 0x0000FF, "cyan": 0x00FFFF, "darkBlue": 0x000080, "darkCyan": 0x008080,
      "darkGray": 0x808080, "darkGreen": 0x008000, "darkMagenta": 0x800080, "darkRed": 0x800000,
      "darkYellow": 0x808000, "green": 0x00FF00, "lightGray": 0xC0C0C0, "magenta": 0xFF00FF,
      "red": 0xFF0000, "white": 0xFFFFFF, "yellow": 0xFFFF00,
    ]
    guard let colour = string(.val).flatMap({ colours[$0] }) else { return .none }
    return .colour(Ink(literal: RGB(value: colour)))
  }

  /// Whether `w:val` is at most `limit`: half points (or `0.5pt`), or percent (or `1%`).
  ///
  /// Nearly all sizes have two digits, and are not looked at further.
  func isAtMost(_ limit: Double, inHalfPoints: Bool) -> Bool {
    if let packed = packed(WordName.val.rawValue), (0x3130...0x3939).contains(packed) {
      return false
    }
    guard let value = string(.val) else { return false }
    if let number = Double(value) { return number <= limit }
    if value.hasSuffix("pt"), inHalfPoints, let points = Double(value.dropLast(2)) {
      return points * 2 <= limit
    }
    if value.hasSuffix("%"), !inHalfPoints, let percent = Double(value.dropLast()) {
      return percent <= limit
    }
    return false
  }
}
