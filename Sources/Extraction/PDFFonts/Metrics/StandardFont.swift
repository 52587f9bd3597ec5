/// One of the 14 fonts that every reader of PDF has (9.6.2.2).
enum StandardFont: Int, Sendable {
  // The first six in the order of the columns of ``StandardFontMetrics``; oblique fonts are counted as upright ones.
  case helvetica, helveticaBold, timesRoman, timesBold, timesItalic, timesBoldItalic
  case courier, symbol, zapfDingbats

  /// The font that poppler takes for one called `name`: `Arial,Bold` -> Helvetica-Bold.
  ///
  /// Nil for any other.
  init?(alias name: String) {
    let name = name.filter { $0 != " " }
    for (font, aliases) in Self.aliases where aliases.contains(name) {
      self = font
      return
    }
    return nil
  }

  var hasLatinLetters: Bool { rawValue <= Self.courier.rawValue }

  /// Of an em.
  var ascent: Double {
    switch self {
    case .helvetica, .helveticaBold: 0.718
    case .timesRoman, .timesBold, .timesItalic, .timesBoldItalic: 0.683
    case .courier: 0.629
    case .symbol: 1.01
    case .zapfDingbats: 0.82
    }
  }

  /// Of an em, negative.
  var descent: Double {
    switch self {
    case .helvetica, .helveticaBold: -0.207
    case .timesRoman, .timesBold, .timesItalic, .timesBoldItalic: -0.217
    case .courier: -0.157
    case .symbol: -0.293
    case .zapfDingbats: -0.143
    }
  }

  /// The width of the glyph of a character in ems; nil for a glyph that the font lacks.
  func width(of character: Unicode.Scalar) -> Double? {
    guard let widths = Self.widths[character.value] else { return nil }
    return self == .courier ? 0.6 : Double(widths[rawValue]) * 0.001
  }

  private static let widths = Dictionary(
    StandardFontMetrics.widths.split(separator: " ").compactMap { entry -> (UInt32, [Int])? in
      let sides = entry.split(separator: ":")
      guard sides.count == 2, let scalar = UInt32(sides[0], radix: 16) else { return nil }
      return (scalar, sides[1].split(separator: ",").compactMap { Int($0) })
    }, uniquingKeysWith: { first, _ in first })

  private static let aliases: [(StandardFont, Set<String>)] = [
    (
      .helvetica,
      styled(["Arial": [",Italic", "-Italic", "-ItalicMT"], "Helvetica": [",Italic", "-Italic"]])
        .union(["Arial", "ArialMT", "Helvetica", "Helvetica-Oblique"])
    ),
    (
      .helveticaBold,
      styled([
        "Arial": [",Bold", ",BoldItalic", "-Bold", "-BoldItalic", "-BoldItalicMT", "-BoldMT"],
        "Helvetica": [",Bold", ",BoldItalic", "-Bold", "-BoldItalic", "-BoldOblique"],
      ])
    ),
    (
      .timesRoman,
      [
        "Times-Roman", "TimesNewRoman", "TimesNewRomanPS", "TimesNewRomanPSMT",
      ]
    ),
    (
      .timesBold,
      [
        "Times-Bold", "TimesNewRoman,Bold", "TimesNewRoman-Bold", "TimesNewRomanPS-Bold",
        "TimesNewRomanPS-BoldMT", "TimesNewRomanPSMT,Bold",
      ]
    ),
    (
      .timesItalic,
      [
        "Times-Italic", "TimesNewRoman,Italic", "TimesNewRoman-Italic", "TimesNewRomanPS-Italic",
        "TimesNewRomanPS-ItalicMT", "TimesNewRomanPSMT,Italic",
      ]
    ),
    (
      .timesBoldItalic,
      [
        "Times-BoldItalic", "TimesNewRoman,BoldItalic", "TimesNewRoman-BoldItalic",
        "TimesNewRomanPS-BoldItalic", "TimesNewRomanPS-BoldItalicMT",
        "TimesNewRomanPSMT,BoldItalic",
      ]
    ),
    (
      .courier,
      styled([
        "Courier": ["", ",Bold", ",BoldItalic", ",Italic", "-Bold", "-BoldOblique", "-Oblique"],
        "CourierNew": ["", ",Bold", ",BoldItalic", ",Italic", "-Bold", "-BoldItalic", "-Italic"],
        "CourierNewPS": ["-BoldItalicMT", "-BoldMT", "-ItalicMT", "MT"],
      ])
    ),
    (
      .symbol,
      styled(["Symbol": ["", ",Bold", ",BoldItalic", ",Italic"]])
        .union(styled(["SymbolMT": ["", ",Bold", ",BoldItalic", ",Italic"]]))
    ),
    (.zapfDingbats, ["ZapfDingbats"]),
  ]

  /// Each family with each of its styles.
  private static func styled(_ families: [String: [String]]) -> Set<String> {
    Set(families.flatMap { family, styles in styles.map { family + $0 } })
  }
}
