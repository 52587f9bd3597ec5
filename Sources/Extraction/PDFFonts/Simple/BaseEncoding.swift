/// What the codes of a simple font show before its Differences are applied (9.6.6.1, Annex D).
struct BaseEncoding: Sendable {
  /// Whether any code shows something.
  let isKnown: Bool
  /// By code.
  private let glyphs: [GlyphCharacters]

  subscript(code: Int) -> GlyphCharacters {
    glyphs.indices.contains(code) ? glyphs[code] : .unknown
  }

  /// The encoding that the name of a `BaseEncoding` or `Encoding` means, if poppler knows it; nil for another one.
  init?(name: String?) {
    switch name {
    case "WinAnsiEncoding": self = .winAnsi
    case "MacRomanEncoding": self = .macRoman
    // Small capitals and old-style digits, which have characters of private use only.
    case "MacExpertEncoding": self = .unknown
    default: return nil
    }
  }

  static let winAnsi = BaseEncoding(
    upper: """
      •€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ ¡¢£¤¥¦§¨©ª«¬-®¯°±²³´µ¶·¸¹º»¼½¾¿\
      ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
      """)

  static let macRoman = BaseEncoding(
    upper: """
      \u{FFFD}ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ\
      –—“”‘’÷◊ÿŸ⁄¤‹›\u{FB01}\u{FB02}‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{FFFD}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
      """)

  static let standard = BaseEncoding(
    upper: """
      \(blank(34))¡¢£⁄¥ƒ§¤'“«‹›\u{FB01}\u{FB02}\(blank(1))–†‡·\(blank(1))¶•‚„”»…‰\(blank(1))¿\
      \(blank(1))`´ˆ˜¯˘˙¨\(blank(1))˚¸\(blank(1))˝˛ˇ—\(blank(16))Æ\(blank(1))ª\(blank(4))ŁØŒº\
      \(blank(5))æ\(blank(3))ı\(blank(2))łøœß\(blank(4))
      """, apostrophe: "’", grave: "‘")

  /// Where WinAnsiEncoding, which poppler takes for a TrueType font without an encoding, and StandardEncoding, which
  /// 9.6.6.4 names for it, say the same.
  static let winAnsiAndStandard = BaseEncoding(
    (0..<256).map { winAnsi[$0] == standard[$0] ? winAnsi[$0] : .unknown })

  /// Of a font whose codes mean glyphs by the font's own order.
  static let unknown = BaseEncoding(
    Array(repeating: .unknown, count: 256), isKnown: false)

  /// Of tables that only poppler has.
  static let untold = BaseEncoding(Array(repeating: .untold, count: 256))

  private init(_ glyphs: [GlyphCharacters], isKnown: Bool = true) {
    self.glyphs = glyphs
    self.isKnown = isKnown
  }

  /// - Parameter upper: The characters of the codes from 0x7F on; U+FFFD where a code has none.
  private init(
    upper: String, apostrophe: Unicode.Scalar = "'", grave: Unicode.Scalar = "`"
  ) {
    var glyphs = (0..<0x7F as Range<UInt32>).map { GlyphCharacters(CollectionOfOne($0)) }
    glyphs[0x27] = .one(apostrophe)
    glyphs[0x60] = .one(grave)
    glyphs += upper.unicodeScalars.map { GlyphCharacters(CollectionOfOne($0.value)) }
    self.init(glyphs)
  }

  private static func blank(_ count: Int) -> String {
    String(repeating: "\u{FFFD}", count: count)
  }
}
