internal import XMLEvents

/// Characters of fonts whose codes are not Unicode, as the Unicode characters that look the same.
enum SymbolFont {
  /// The character at `code` of `font`; nil for one that is not in the tables.
  ///
  /// Word writes the code as it is or moved to the private use area: 0x6C and 0xF06C are both ● in Wingdings.
  static func character(_ code: Int, font: String) -> Character? {
    let low = (0xF000...0xF0FF).contains(code) ? code - 0xF000 : code
    return switch font {
    case "Symbol": symbol[low]
    case "Wingdings": wingdings[low]
    case "Wingdings 2": wingdings2[low]
    case "Wingdings 3": wingdings3[low]
    case "Webdings": webdings[low]
    // An ordinary font: the code is Unicode unless it lies in the private use area.
    default: (0xE000...0xF8FF).contains(code) ? nil : unicode(code)
    }
  }

  static func isSymbolic(_ font: String) -> Bool {
    ["Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"].contains(font)
  }

  /// A bullet or label with its private use characters made readable; what is not in the tables becomes •.
  static func readable(_ text: String, font: String?) -> String {
    let isSymbolic = font.map(Self.isSymbolic) ?? false
    guard isSymbolic || text.unicodeScalars.contains(where: { isPrivate($0) }) else { return text }
    var readable = ""
    for scalar in text.unicodeScalars {
      if isPrivate(scalar) {
        readable.append(character(Int(scalar.value), font: font ?? "Symbol") ?? "•")
      } else if isSymbolic, scalar.isASCII, scalar != " ",
        let character = character(Int(scalar.value), font: font ?? "")
      {
        readable.append(character)
      } else {
        readable.unicodeScalars.append(scalar)
      }
    }
    return readable
  }

  static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000...0xF8FF).contains(scalar.value)
  }

  private static func unicode(_ code: Int) -> Character? {
    UInt32(exactly: code).flatMap(Unicode.Scalar.init).map(Character.init)
  }

  private static let symbol: [Int: Character] = table([
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"),
    (0xE5, "∑"), (0xF2, "∫"),
  ])
  private static let wingdings: [Int: Character] = table([
    (0x6C, "●"), (0x6D, "❍"), (0x6E, "■"), (0x6F, "□"), (0x71, "❑"), (0x72, "❒"), (0x74, "⧫"),
    (0x75, "◆"), (0x76, "❖"), (0x77, "⬥"), (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x9E, "·•"),
    (0xA1, "○"), (0xA7, "▪□"), (0xAB, "★"), (0xD8, "➢"), (0xDF, "←→↑↓"), (0xE0, "→"),
    (0xE8, "➔"), (0xF0, "⇨"), (0xFB, "✗✓☒☑"), (0x28, "☎"), (0x2A, "✉"), (0x46, "☞"),
  ])
  private static let wingdings2: [Int: Character] = table([
    (0x4F, "✗✓☒☑☒"), (0xA2, "■□"), (0x97, "●"), (0x98, "●"), (0x52, "☑"), (0x54, "☒"),
    (0x6A, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
  ])
  private static let wingdings3: [Int: Character] = table([
    (0x5B, "←→↑↓"), (0x70, "▲▼△▽◀▶◁▷"),
  ])
  private static let webdings: [Int: Character] = table([
    (0x61, "✓"), (0x63, "□"), (0x67, "■"), (0x6E, "●"),
  ])

  /// Runs of characters from a code on.
  private static func table(_ runs: [(first: Int, characters: String)]) -> [Int: Character] {
    var table: [Int: Character] = [:]
    for (first, characters) in runs {
      for (offset, character) in characters.enumerated() { table[first + offset] = character }
    }
    return table
  }
}

extension XMLAttributes {
  /// The font of `w:rFonts` if its codes are not Unicode, else nil.
  var symbolFont: String? {
    // Nearly every run names a font, and it is seldom one of these.
    guard let first = firstByte(of: WordName.ascii.rawValue),
      first == UInt8(ascii: "S") || first == UInt8(ascii: "W"), let font = string(.ascii)
    else { return nil }
    return SymbolFont.isSymbolic(font) ? font : nil
  }
}
