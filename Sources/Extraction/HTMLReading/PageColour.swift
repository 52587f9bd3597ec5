internal import Glibc

/// A colour of a style sheet in eight bits a channel.
struct PageColour: Hashable {
  var red, green, blue: Int

  static let black = PageColour(red: 0, green: 0, blue: 0)
  static let white = PageColour(red: 255, green: 255, blue: 255)

  /// Whether nobody can tell the two apart: no channel differs by more than 15 of 255.
  func isNear(_ other: PageColour) -> Bool {
    abs(red - other.red) <= 15 && abs(green - other.green) <= 15 && abs(blue - other.blue) <= 15
  }

  /// The ink of a text, or what it stands on.
  enum Value: Hashable {
    case colour(PageColour)
    /// Nothing is painted: `transparent`.
    case clear
    /// That of what is around it.
    case inherited
    /// A picture, a function or a name that isn't known.
    case unknown
  }

  /// What is less opaque can't be told from nothing.
  private static let leastAlpha = 0.06

  /// The value that `text` spells: `#fff`, `rgb(255 255 255 / 50%)`, `hsl(0, 0%, 20%)`, `white`, `transparent`.
  static func value(_ text: String) -> Value {
    let text = text.lowercased()
    if text.hasPrefix("#") { return hexadecimal(text.dropFirst()) }
    if let open = text.firstIndex(of: "(") {
      var parts = text[text.index(after: open)...].split { ",/ )".contains($0) }
      // `color(display-p3 1 0 0)`: the spaces that are used differ by less than an eye sees on a page.
      if text[..<open] == "color" { parts = Array(parts.dropFirst()) }
      guard parts.count == 3 || parts.count == 4 else { return .unknown }
      if parts.count == 4 {
        guard let alpha = StyleDeclarations.factor(String(parts[3])) else { return .unknown }
        if alpha < leastAlpha { return .clear }
      }
      let colour: PageColour? =
        switch text[..<open] {
        case "rgb", "rgba": rgb(parts)
        case "color": rgb(parts, whole: 1)
        case "hsl", "hsla": hsl(parts)
        case "oklch": oklab(parts, isPolar: true)
        case "oklab": oklab(parts, isPolar: false)
        default: nil
        }
      return colour.map { .colour($0) } ?? .unknown
    }
    return named(text)
  }

  /// The value of an attribute, `color="FFFFFF"`, as HTML has it: a name, or whatever stands there taken as digits.
  static func attribute(_ text: String) -> Value {
    let text = text.trimmed.lowercased()
    let name = named(text)
    if name != .unknown || text.isEmpty { return name }
    if text.utf8.count == 4, text.hasPrefix("#") { return hexadecimal(text.dropFirst()) }
    var digits = (text.hasPrefix("#") ? text.dropFirst() : text[...]).unicodeScalars.prefix(128).map
    {
      $0.properties.isASCIIHexDigit ? Character($0).hexDigitValue ?? 0 : 0
    }
    while digits.isEmpty || digits.count % 3 != 0 { digits.append(0) }
    let length = digits.count / 3
    let channels = (0..<3).map { channel in
      let own = digits[(channel * length)..<((channel + 1) * length)].suffix(8)
      return length < 2 ? own.first ?? 0 : own.prefix(2).reduce(0) { $0 * 16 + $1 }
    }
    return .colour(PageColour(red: channels[0], green: channels[1], blue: channels[2]))
  }

  private static func hexadecimal(_ text: Substring) -> Value {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.utf8.count else { return .unknown }
    func clears(_ alpha: Int) -> Bool { Double(alpha) < leastAlpha * 255 }
    switch digits.count {
    case 3, 4:
      if digits.count == 4, clears(digits[3] * 17) { return .clear }
      return .colour(PageColour(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17))
    case 6, 8:
      if digits.count == 8, clears(digits[6] * 16 + digits[7]) { return .clear }
      return .colour(
        PageColour(
          red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3],
          blue: digits[4] * 16 + digits[5]))
    default: return .unknown
    }
  }

  /// - Parameter whole: The number that all of a channel is.
  private static func rgb(_ parts: [Substring], whole: Double = 255) -> PageColour? {
    let channels = parts.prefix(3).compactMap { percent($0, whole: whole).map { byte($0 * 255) } }
    guard channels.count == 3 else { return nil }
    return PageColour(red: channels[0], green: channels[1], blue: channels[2])
  }

  private static func byte(_ value: Double) -> Int {
    Int(min(max(value.isNaN ? 0 : value, 0), 255))
  }

  /// - Parameter parts: `210deg`, `20%`, `50%`.
  private static func hsl(_ parts: [Substring]) -> PageColour? {
    guard let hue = angle(parts[0]), let saturation = percent(parts[1], whole: 100),
      let lightness = percent(parts[2], whole: 100)
    else { return nil }
    let reach = saturation * min(lightness, 1 - lightness)
    func channel(_ place: Double) -> Int {
      let turn = (place + hue / 30).truncatingRemainder(dividingBy: 12)
      let step = turn < 0 ? turn + 12 : turn
      return byte((lightness - reach * max(-1, min(step - 3, 9 - step, 1))) * 255)
    }
    return PageColour(red: channel(0), green: channel(8), blue: channel(4))
  }

  /// - Parameter isPolar: Whether the parts are lightness, chroma and hue.
  private static func oklab(_ parts: [Substring], isPolar: Bool) -> PageColour? {
    guard let light = percent(parts[0], whole: 1),
      var first = percent(parts[1], whole: 1, part: 0.4)
    else { return nil }
    var second = 0.0
    if isPolar {
      guard let hue = angle(parts[2]) else { return nil }
      (first, second) = (first * cos(hue * .pi / 180), first * sin(hue * .pi / 180))
    } else {
      guard let other = percent(parts[2], whole: 1, part: 0.4) else { return nil }
      second = other
    }
    let long = light + 0.3963377774 * first + 0.2158037573 * second
    let medium = light - 0.1055613458 * first - 0.0638541728 * second
    let short = light - 0.0894841775 * first - 1.2914855480 * second
    let (l, m, s) = (long * long * long, medium * medium * medium, short * short * short)
    return PageColour(
      red: gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
      green: gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
      blue: gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
  }

  private static func gamma(_ linear: Double) -> Int {
    byte(
      (linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055) * 255)
  }

  /// Degrees of `210`, `210deg`, `0.5turn`; `none` is 0.
  private static func angle(_ text: Substring) -> Double? {
    if text == "none" { return 0 }
    let number = Double(text.prefix { $0.isNumber || "+-.".contains($0) })
    switch text.drop(while: { $0.isNumber || "+-.".contains($0) }) {
    case "", "deg": return number
    case "turn": return number.map { $0 * 360 }
    case "rad": return number.map { $0 * 180 / .pi }
    case "grad": return number.map { $0 * 0.9 }
    default: return nil
    }
  }

  /// The share that `text` is of the whole: 0.2 of `20%`, and of `20` where that is 100; 100 % are `part`.
  private static func percent(_ text: Substring, whole: Double, part: Double = 1) -> Double? {
    if text == "none" { return 0 }
    return StyleDeclarations.share(String(text)).map { $0 * part }
      ?? Double(text).map { $0 / whole }
  }

  private static func named(_ text: String) -> Value {
    switch text {
    case "transparent": return .clear
    case "inherit", "currentcolor", "unset", "revert", "revert-layer": return .inherited
    case "initial", "canvastext", "windowtext", "auto", "fieldtext", "buttontext", "infotext",
      "captiontext", "menutext", "marktext":
      return .colour(.black)
    case "window", "canvas", "field", "highlighttext": return .colour(.white)
    default: return ColourNames.colours[text[...]].map { .colour($0) } ?? .unknown
    }
  }
}
