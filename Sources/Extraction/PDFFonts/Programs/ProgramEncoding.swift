internal import PDFObjects

/// The encoding that a font program has of its own.
enum ProgramEncoding {
  case standard
  /// A character, or `unknown`, for each code that has a glyph with a name.
  case glyphs(CharacterTable)
  /// None is found.
  case none

  /// Reads `/Encoding StandardEncoding def` or `/Encoding 256 array … dup 65 /A put … def` in the clear text of a Type 1
  /// font.
  init(type1 program: [UInt8]) {
    self = .none
    var tokens = PostScriptTokenizer(program, in: 0..<min(program.count, Self.clearBytes))
    while let token = tokens.next() {
      if case .name(let name) = token, tokens.word(name) == "Encoding" { break }
      if tokens.isOperator(token, "eexec") { return }
    }
    guard let first = tokens.next() else { return }
    if tokens.isOperator(first, "StandardEncoding") {
      self = .standard
    } else if case .other(let count) = first, tokens.word(count) == "256" {
      self = .glyphs(Self.glyphs(&tokens))
    }
  }

  /// Reads the encoding of a font in the Compact Font Format.
  init(compact program: [UInt8]) { self = CompactFont(program)?.encoding ?? .none }

  /// More than the clear text of any font with 256 names.
  private static let clearBytes = 64 << 10

  /// The names up to `def`, which ends the array and stands behind the last of them.
  private static func glyphs(_ tokens: inout PostScriptTokenizer) -> CharacterTable {
    var glyphs = CharacterTable(missing: .unknown)
    while let token = tokens.next(), !tokens.isOperator(token, "def") {
      guard tokens.isOperator(token, "dup"), case .other(let digits) = tokens.next(),
        let code = number(tokens.word(digits)), case .name(let name) = tokens.next()
      else { continue }
      if (0..<256).contains(code) {
        glyphs.set(code, to: GlyphNames.characters(of: tokens.word(name)))
      }
    }
    return glyphs
  }

  /// `65` or `8#101`.
  private static func number(_ text: String) -> Int? {
    text.hasPrefix("8#") ? Int(text.dropFirst(2), radix: 8) : Int(text)
  }
}
