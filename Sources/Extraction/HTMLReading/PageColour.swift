/// A colour of a style sheet in eight bits a channel.
struct PageColour: Hashable {
  var red, green, blue: Int

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
    /// A picture, a function or a name that isn't known.
    case unknown
  }

  /// The value that `text` spells: `#fff`, `rgb(255, 255, 255)`, `white`, `transparent`.
  static func value(_ text: String) -> Value {
    let text = text.lowercased()
    if text.hasPrefix("#") {
      let digits = text.dropFirst().compactMap(\.hexDigitValue)
      guard digits.count == text.utf8.count - 1 else { return .unknown }
      switch digits.count {
      case 3, 4:
        if digits.count == 4, digits[3] == 0 { return .clear }
        return .colour(
          PageColour(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17))
      case 6, 8:
        if digits.count == 8, digits[6] + digits[7] == 0 { return .clear }
        return .colour(
          PageColour(
            red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3],
            blue: digits[4] * 16 + digits[5]))
      default: return .unknown
      }
    }
    if text.hasPrefix("rgb"), let open = text.firstIndex(of: "(") {
      let parts = text[text.index(after: open)...].split { ",/ )".contains($0) }
      let numbers = parts.prefix(4).map(channel)
      guard numbers.count >= 3, let red = numbers[0], let green = numbers[1], let blue = numbers[2]
      else { return .unknown }
      if numbers.count == 4, parts[3] == "0" || parts[3] == "0.0" || parts[3] == "0%" {
        return .clear
      }
      return .colour(PageColour(red: red, green: green, blue: blue))
    }
    switch text {
    case "transparent": return .clear
    case "windowtext", "auto": return .colour(PageColour(red: 0, green: 0, blue: 0))
    case "window": return .colour(.white)
    default: return names[text].map { .colour($0) } ?? .unknown
    }
  }

  private static func channel(_ text: Substring) -> Int? {
    if text.hasSuffix("%") { return Int(text.dropLast()).map { min(max($0, 0), 100) * 255 / 100 } }
    return Int(text).map { min(max($0, 0), 255) }
  }

  /// The names that hide text on white, and the most frequent others.
  private static let names: [String: PageColour] = {
    var names: [String: PageColour] = [:]
    for (name, value) in [
      ("white", 0xFFFFFF), ("snow", 0xFFFAFA), ("ivory", 0xFFFFF0), ("ghostwhite", 0xF8F8FF),
      ("whitesmoke", 0xF5F5F5), ("floralwhite", 0xFFFAF0), ("mintcream", 0xF5FFFA),
      ("azure", 0xF0FFFF), ("black", 0), ("red", 0xFF0000), ("green", 0x008000),
      ("blue", 0x0000FF), ("gray", 0x808080), ("grey", 0x808080), ("silver", 0xC0C0C0),
      ("maroon", 0x800000), ("navy", 0x000080), ("yellow", 0xFFFF00), ("orange", 0xFFA500),
      ("purple", 0x800080), ("teal", 0x008080), ("lime", 0x00FF00), ("aqua", 0x00FFFF),
      ("fuchsia", 0xFF00FF), ("olive", 0x808000), ("lightgrey", 0xD3D3D3),
      ("lightgray", 0xD3D3D3), ("darkblue", 0x00008B), ("lightblue", 0xADD8E6),
    ] {
      names[name] = PageColour(red: value >> 16, green: value >> 8 & 0xFF, blue: value & 0xFF)
    }
    return names
  }()
}
