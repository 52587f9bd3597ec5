internal import ConfinedPrograms

/// Writing values so that a YAML parser reads them back.
enum YAMLText {
  /// `text` in double quotes, unless it is a plain word.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    let startsPlain = text.utf8.first.map { $0 >= UInt8(ascii: ".") && $0 != UInt8(ascii: "~") }
    if isPlain, startsPlain == true, text != "null" { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}",
        "\u{E000}"..."\u{F8FF}", "\u{FFFE}"..."\u{FFFF}", "\u{F0000}"...:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func converter(_ converter: SiteConverter) -> String {
    "{when: \(quoted(converter.when)), command: \(list(converter.command)), "
      + "output: \(converter.output.rawValue), timeout: \(converter.timeout), "
      + "reads: \(list(converter.reads))}"
  }

  static func list(_ items: [String]) -> String {
    "[" + items.map(quoted).joined(separator: ", ") + "]"
  }
}
