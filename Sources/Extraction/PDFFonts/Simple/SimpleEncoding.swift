internal import PDFObjects

/// From the codes of a simple font to its glyphs (9.6.6).
struct SimpleEncoding {
  private var base: BaseEncoding
  /// Whether the codes that Differences leave out certainly show what `base` says.
  private let isBaseCertain: Bool
  /// The glyphs that Differences or the font program name.
  private var named = CharacterTable(missing: .unknown)

  /// What the font's dictionary says, or for lack of it its program, as poppler (GfxFont.cc) and 9.6.6 agree on.
  ///
  /// - Parameters:
  ///   - codes: Those that the font has glyphs for.
  ///   - isNeeded: Whether the encoding is asked about a code: names are looked up, and the program is read, only for
  ///     those.
  init(
    _ font: PDFDictionary, _ descriptor: FontDescriptor, subtype: String, codes: Range<Int>,
    in file: PDFFile, isNeeded: (Int) -> Bool
  ) throws(PDFRefusal) {
    let encoding = try file.resolve(font["Encoding"])
    let dictionary = encoding.dictionary
    let baseName = try file.resolve(dictionary?["BaseEncoding"]).name
    let known = BaseEncoding(name: (encoding.name ?? baseName)?.text)
    base = known ?? Self.implicitBase(descriptor, subtype: subtype)
    isBaseCertain =
      descriptor.program == nil || known != nil && (subtype != "TrueType" || !descriptor.isSymbolic)
    if let differences = try file.resolve(dictionary?["Differences"]).array {
      try read(differences, in: file, isNeeded)
    }
    guard known == nil, let program = descriptor.program, program.hasEncoding,
      codes.contains(where: { isNeeded($0) && !named.hasEntry($0) })
    else { return }
    complete(by: try program.encoding(in: file))
  }

  /// The glyph of `code`, a ligature as one character.
  func glyph(_ code: Int) -> GlyphCharacters {
    named.hasEntry(code) ? named[code] : base[code]
  }

  /// Enters what all codes show that `characters` has no entry for.
  func fill(_ characters: inout CharacterTable) {
    guard base.isKnown || !named.isEmpty else { return }
    for code in 0..<256 where !characters.hasEntry(code) {
      let glyph = glyph(code)
      if glyph != .unknown { characters.set(code, to: GlyphNames.expanded(glyph)) }
    }
  }

  /// Whether `name` begins like `three`, `uni0033` or `comma`.
  private static func mayNameDigit(_ name: String) -> Bool {
    let name = name.utf8
    return switch name.first {
    case 0x63, 0x65, 0x66, 0x68, 0x6D, 0x6E, 0x6F, 0x70, 0x73, 0x74, 0x7A:
      (3...12).contains(name.count)
    case 0x75: name.starts(with: "uni003".utf8) || name.starts(with: "u003".utf8)
    default: false
    }
  }

  /// The glyph that the font's dictionary names for `code`; `unknown` where its program may say otherwise.
  func dictionaryGlyph(_ code: Int) -> GlyphCharacters {
    if named.hasEntry(code) { return named[code] }
    return isBaseCertain ? base[code] : .unknown
  }

  private mutating func read(
    _ differences: [PDFObject], in file: PDFFile, _ isNeeded: (Int) -> Bool
  ) throws(PDFRefusal) {
    var code = 0
    // Codes that a subset leaves out have one name all: in a font of a browser that is most of them.
    var last = (name: PDFName(""), isKnown: false, characters: GlyphCharacters.unknown)
    for item in differences {
      let name: PDFName
      switch item {
      case .name(let direct): name = direct
      case .integer(let value):
        code = value
        continue
      default:
        let value = try file.resolve(item)
        if let number = value.integer { code = number }
        guard let indirect = value.name else { continue }
        name = indirect
      }
      guard (0..<256).contains(code) else { continue }
      if isNeeded(code) || Self.mayNameDigit(name.text) {
        if name != last.name {
          let characters = GlyphNames.characters(of: name.text)
          last = (name, characters != .unknown, characters)
        }
        if last.isKnown || base.isKnown || named.hasEntry(code) {
          named.set(code, to: last.characters)
        }
      }
      code &+= 1
    }
  }

  /// Takes what Differences say nothing of from a font program.
  private mutating func complete(by program: ProgramEncoding) {
    switch program {
    case .none: break
    case .standard: base = .standard
    case .glyphs(let glyphs):
      for code in 0..<256 where !named.hasEntry(code) && glyphs.hasEntry(code) {
        named.set(code, to: glyphs[code])
      }
    }
  }

  private static func implicitBase(_ font: FontDescriptor, subtype: String) -> BaseEncoding {
    switch font.program {
    case .type1, .compact: return .unknown
    case .trueType: return font.isSymbolic ? .unknown : .winAnsiAndStandard
    case nil: break
    }
    if let standard = font.standardFont { return standard.hasLatinLetters ? .standard : .untold }
    if subtype == "Type3" || font.isSymbolic { return .unknown }
    return subtype == "TrueType" ? .winAnsiAndStandard : .standard
  }
}
