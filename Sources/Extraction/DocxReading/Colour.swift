/// A colour in eight bits a channel: `0xRRGGBB`.
struct RGB {
  var value: UInt32

  static let white = RGB(value: 0xFFFFFF)
  static let black = RGB(value: 0)

  init(value: UInt32) { self.value = value }

  /// The colour that `hex` spells in six digits; nil for `auto` and anything else.
  init?(hex: some Collection<UInt8>) {
    guard hex.count == 6 else { return nil }
    var value: UInt32 = 0
    for byte in hex {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    self.value = value
  }

  /// The colour that six digits spell, one a byte.
  init?(packed: UInt64) {
    guard packed >> 40 != 0, packed >> 48 == 0 else { return nil }
    self.init(
      hex: stride(from: 40, through: 0, by: -8).map { UInt8(truncatingIfNeeded: packed >> $0) })
  }

  init(red: Double, green: Double, blue: Double) {
    func channel(_ value: Double) -> UInt32 { UInt32((min(max(value, 0), 1) * 255).rounded()) }
    value = channel(red) << 16 | channel(green) << 8 | channel(blue)
  }

  private var channels: (Int, Int, Int) {
    (Int(value >> 16 & 0xFF), Int(value >> 8 & 0xFF), Int(value & 0xFF))
  }

  /// Whether nobody can tell the two apart in print: no channel differs by more than 15 of 255.
  func isNear(_ other: RGB) -> Bool {
    if value & 0xF0F0F0 == 0, other.value == 0xFFFFFF { return false }
    let (a, b) = (channels, other.channels)
    return abs(a.0 - b.0) <= 15 && abs(a.1 - b.1) <= 15 && abs(a.2 - b.2) <= 15
  }

  /// The mixture of this colour and `share` (0...1) of `other`.
  func mixed(with other: RGB, share: Double) -> RGB {
    let (a, b) = (channels, other.channels)
    func mix(_ a: Int, _ b: Int) -> Double { (Double(a) * (1 - share) + Double(b) * share) / 255 }
    return RGB(red: mix(a.0, b.0), green: mix(a.1, b.1), blue: mix(a.2, b.2))
  }

  /// The colour with its lightness (of HSL) multiplied and raised.
  func withLightness(times factor: Double, plus offset: Double) -> RGB {
    let (r, g, b) = channels
    let (red, green, blue) = (Double(r) / 255, Double(g) / 255, Double(b) / 255)
    let (most, least) = (max(red, green, blue), min(red, green, blue))
    let old = (most + least) / 2
    let new = min(max(old * factor + offset, 0), 1)
    guard most > least else { return RGB(red: new, green: new, blue: new) }
    // Hue and saturation stay: each channel keeps its place between the least and the most.
    let spread = (1 - abs(2 * old - 1))
    let saturation = (most - least) / spread
    let chroma = (1 - abs(2 * new - 1)) * saturation
    func channel(_ value: Double) -> Double {
      new - chroma / 2 + (value - least) / (most - least) * chroma
    }
    return RGB(red: channel(red), green: channel(green), blue: channel(blue))
  }
}

/// A colour as a part of the package names it; eight bytes, for every run has one.
struct Ink {
  private var colour: UInt32 = 0
  private var hasLiteral = false
  private var slotNumber: UInt8 = 0xFF
  private var factorByte: UInt8 = 255
  private var offsetByte: UInt8 = 0

  init(literal: RGB? = nil, slot: Theme.Slot? = nil) {
    self.literal = literal
    self.slot = slot
  }

  /// What it spells out; beside a theme's colour the program's memory of it.
  var literal: RGB? {
    get { hasLiteral ? RGB(value: colour) : nil }
    set {
      hasLiteral = newValue != nil
      colour = newValue?.value ?? 0
    }
  }

  var slot: Theme.Slot? {
    get { slotNumber == 0xFF ? nil : Theme.Slot(number: slotNumber) }
    set { slotNumber = newValue?.number ?? 0xFF }
  }

  /// What the lightness of the theme's colour is multiplied by, and what is added then; 0...1 in 255 steps.
  var factor: Double {
    get { Double(factorByte) / 255 }
    set { factorByte = UInt8((min(max(newValue, 0), 1) * 255).rounded()) }
  }
  var offset: Double {
    get { Double(offsetByte) / 255 }
    set { offsetByte = UInt8((min(max(newValue, 0), 1) * 255).rounded()) }
  }

  /// The colour in `theme`; nil where it can't be told.
  func resolved(in theme: Theme) -> RGB? {
    guard let slot, let colour = theme[slot] else { return literal }
    return factorByte == 255 && offsetByte == 0
      ? colour : colour.withLightness(times: factor, plus: offset)
  }

  /// Whether it shows on white, whatever the theme.
  var isDark: Bool {
    if slotNumber != 0xFF {
      return slotNumber == 0 && factorByte > 127 && offsetByte < 128
    }
    return hasLiteral && !RGB(value: colour).isNear(.white)
  }
}

/// The colours of the document's theme (20.1.6.2).
struct Theme {
  /// The place of a colour among twelve.
  struct Slot {
    let number: UInt8

    static let dark1 = Slot(number: 0)
    static let light1 = Slot(number: 1)

    /// The slot by its name in `w:themeColor` (17.18.97), in DrawingML or in `w14:schemeClr`.
    init?(_ name: String) {
      let names = [
        "dark1 text1 dk1 tx1", "light1 background1 lt1 bg1", "dark2 text2 dk2 tx2",
        "light2 background2 lt2 bg2", "accent1", "accent2", "accent3", "accent4", "accent5",
        "accent6", "hyperlink hlink", "followedHyperlink folHlink",
      ]
      guard
        let number = names.firstIndex(where: { names in
          names.split(separator: " ").contains { $0 == name }
        })
      else { return nil }
      self.number = UInt8(number)
    }

    init(number: UInt8) { self.number = number }

    var isDark1: Bool { number == 0 }
  }

  private var colours = [RGB?](repeating: nil, count: 12)

  /// Black on white, as nearly every theme has it; the other colours are not known.
  static var usual: Theme {
    var theme = Theme()
    theme[.dark1] = .black
    theme[.light1] = .white
    return theme
  }

  subscript(slot: Slot) -> RGB? {
    get { colours[Int(slot.number)] }
    set { colours[Int(slot.number)] = newValue }
  }
}
