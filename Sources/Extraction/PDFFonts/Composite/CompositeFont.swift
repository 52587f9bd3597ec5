internal import PDFObjects

/// A Type 0 font (9.7): codes of one to four bytes that a CMap maps to the CIDs of a CIDFont.
final class CompositeFont: Sendable {
  private enum Characters: Sendable {
    /// By code, as ``CompositeFont/table`` has them.
    case table
    /// The codes are UTF-16.
    case unicode
    case constant(GlyphCharacters)
  }

  let isVertical: Bool
  private let codeSpace: CodeSpace
  private let map: CIDMap
  /// Whether a code that the map lacks is a glyph of the standard width, and not the one of CID 0.
  private let hasOtherCodes: Bool
  private let widths: CIDWidths
  private let vertical: VerticalMetrics?
  private let characters: Characters
  private let table: CharacterTable

  /// - Parameter descendant: Its only CIDFont.
  init(
    _ font: PDFDictionary, _ descendant: PDFDictionary, in file: PDFFile
  ) throws(PDFRefusal) {
    let ordering = try Self.ordering(descendant, in: file)
    let toUnicode = try Self.toUnicode(font, in: file)
    widths = try CIDWidths(descendant, in: file)
    var predefined: PredefinedCMap?
    switch try file.resolve(font["Encoding"]) {
    case .name("Identity-H"), .name("Identity"):
      (codeSpace, map, isVertical) = (.twoBytes, .identity, false)
    case .name("Identity-V"): (codeSpace, map, isVertical) = (.twoBytes, .identity, true)
    case .name(let name):
      let cmap = try PredefinedCMap(name.text)
      guard ordering == "Adobe-" + cmap.ordering else {
        throw .unsupported("CMap of another character collection")
      }
      guard widths.areStandard(outside: cmap.latin), !cmap.isVertical || descendant["W2"] == nil
      else { throw .unsupported("widths by CIDs of \(cmap.ordering)") }
      (codeSpace, map, isVertical) = (cmap.codeSpace, cmap.map, cmap.isVertical)
      predefined = cmap
    case .stream(let stream):
      let cmap = try EmbeddedCMap(stream, in: file)
      (codeSpace, map, isVertical) = (cmap.codeSpace, cmap.map, cmap.isVertical)
    default: throw .damaged("Encoding of a Type 0 font")
    }
    hasOtherCodes = predefined != nil
    vertical = isVertical ? try VerticalMetrics(descendant, in: file) : nil
    characters = Self.characters(
      toUnicode, ordering: ordering, predefined, isIdentity: map.isIdentity)
    var said = toUnicode?.characters ?? CharacterTable(missing: .unknown)
    if case .table = characters, predefined == nil {
      try Self.prove(&said, descendant, widths, map, in: file)
    }
    table = said
  }

  func next(in bytes: [UInt8], at position: inout Int, before end: Int) -> FontGlyph? {
    guard let (code, byteCount) = codeSpace.next(in: bytes, at: &position, before: end) else {
      return nil
    }
    let cid = map.cid(of: code, byteCount: byteCount)
    let width = cid == nil && hasOtherCodes ? widths.standard : widths.width(of: cid ?? 0)
    var glyph = FontGlyph(
      code: code, width: width, isSingleByteSpace: byteCount == 1 && code == 0x20,
      characters: characters(of: code, byteCount))
    if let vertical {
      let metrics =
        cid == nil && hasOtherCodes
        ? vertical.metrics(of: -1, width: width) : vertical.metrics(of: cid ?? 0, width: width)
      glyph.verticalDisplacement = metrics.displacement
      glyph.positionVector = metrics.origin
    }
    return glyph
  }

  @inline(__always)
  private func characters(of code: Int, _ byteCount: Int) -> GlyphCharacters {
    switch characters {
    case .table: table[code]
    case .unicode: PredefinedCMap.character(code, byteCount: byteCount)
    case .constant(let constant): constant
    }
  }

  /// What poppler (GfxCIDFont) goes by: a ToUnicode that says anything is all that counts.
  private static func characters(
    _ toUnicode: ToUnicodeCMap?, ordering: String, _ predefined: PredefinedCMap?, isIdentity: Bool
  ) -> Characters {
    if let toUnicode, toUnicode.hasEntries { return .table }
    // With an empty one poppler takes codes for CIDs.
    if toUnicode != nil, !isIdentity { return .constant(.unknown) }
    if predefined?.isUnicode == true { return .unicode }
    let isKnown = ["Adobe-GB1", "Adobe-CNS1", "Adobe-Japan1", "Adobe-Korea1"].contains(ordering)
    return .constant(isKnown ? .untold : .unknown)
  }

  /// Takes back what `characters` says of digits that the embedded program shows otherwise.
  private static func prove(
    _ characters: inout CharacterTable, _ descendant: PDFDictionary, _ widths: CIDWidths,
    _ map: CIDMap, in file: PDFFile
  ) throws(PDFRefusal) {
    // An embedded CMap has codes of several lengths; those of two bytes are what programs write.
    func cid(_ code: Int) -> Int { map.cid(of: code, byteCount: 2) ?? 0 }
    var proof = DigitProof(characters) { widths.width(of: cid($0)) }
    guard proof.isNeeded,
      let program = try FontDescriptor(descendant, in: file).program?.trueType(in: file)
    else { return }
    var glyphs: [UInt8]?
    if let stream = try file.resolve(descendant["CIDToGIDMap"]).stream {
      glyphs = try file.decoded(stream)
    }
    proof.look(at: program) { code in
      let cid = cid(code)
      guard let glyphs else { return cid }
      guard 2 &* cid &+ 1 < glyphs.count else { return nil }
      return Int(glyphs[2 &* cid]) &<< 8 | Int(glyphs[2 &* cid &+ 1])
    }
    proof.apply(to: &characters)
  }

  /// Nil where it is none; poppler doesn't look at a name.
  private static func toUnicode(
    _ font: PDFDictionary, in file: PDFFile
  ) throws(PDFRefusal) -> ToUnicodeCMap? {
    guard let stream = try file.resolve(font["ToUnicode"]).stream else { return nil }
    return try ToUnicodeCMap(try file.decoded(stream), missing: .unknown)
  }

  /// Registry and ordering of its character collection (9.7.3): `Adobe-GB1`.
  private static func ordering(
    _ descendant: PDFDictionary, in file: PDFFile
  ) throws(PDFRefusal) -> String {
    let info = try file.resolve(descendant["CIDSystemInfo"]).dictionary
    guard let registry = try file.resolve(info?["Registry"]).string,
      let ordering = try file.resolve(info?["Ordering"]).string
    else { throw .damaged("CIDSystemInfo") }
    return String(decoding: registry, as: UTF8.self) + "-"
      + String(decoding: ordering, as: UTF8.self)
  }
}
