internal import PDFObjects

/// A font with codes of one byte: Type 1, TrueType, Type 3 (9.6).
final class SimpleFont: Sendable {
  /// By code, in text space units.
  private let widths: [Double]
  private let characters: CharacterTable

  /// - Parameter unit: How long a unit of its widths is in text space, 0.001 but for Type 3.
  init(
    _ font: PDFDictionary, _ descriptor: FontDescriptor, subtype: String, unit: Double,
    in file: PDFFile
  ) throws(PDFRefusal) {
    var characters = CharacterTable(missing: .unknown)
    if let stream = try file.resolve(font["ToUnicode"]).stream {
      characters = try ToUnicodeCMap(try file.decoded(stream), missing: .unknown).characters
    }
    let codes = try Self.codes(font, in: file)
    let array = try file.resolve(font["Widths"]).array
    let encoding = try SimpleEncoding(
      font, descriptor, subtype: subtype, codes: codes, in: file
    ) { array == nil || !characters.hasEntry($0) }
    if let array {
      widths = try Self.widths(
        array, of: codes, missing: descriptor.missingWidth, unit: unit, in: file)
    } else {
      guard subtype != "Type3", descriptor.program == nil, let standard = descriptor.standardFont,
        standard.hasLatinLetters
      else { throw .unsupported("font without Widths") }
      widths = Self.widths(of: standard, encoding, missing: descriptor.missingWidth)
    }
    // The CMap of a collection's CIDs, which poppler carries, says something of all codes.
    var proof = DigitProof(characters) { [widths] in widths[$0] }
    for code in 0..<256 where characters.hasEntry(code) {
      proof.hold(code, said: characters[code], named: encoding.dictionaryGlyph(code))
    }
    if characters.missing == .unknown { encoding.fill(&characters) }
    if font["Encoding"] == nil, descriptor.isSymbolic, characters.isEmpty,
      codes.overlaps(0x30..<0x3A), let program = descriptor.program?.trueType(in: file),
      DigitProof.showsDigits(program)
    {
      // Ghostscript writes fonts without ToUnicode so, and leaves their codes as they were.
      for code in codes where code < 0x7F { characters.set(code, to: BaseEncoding.standard[code]) }
    }
    if proof.isNeeded {
      if subtype == "Type3" {
        try Self.look(at: font, in: file, &proof)
      } else if let program = descriptor.program?.trueType(in: file) {
        let hasNames = font["Encoding"] != nil && !descriptor.isSymbolic && program.hasUnicodeMap
        proof.look(at: program) { code in
          guard hasNames else { return program.glyph(ofByte: code) }
          guard case .one(let scalar) = encoding.dictionaryGlyph(code) else { return nil }
          return program.glyph(of: scalar.value)
        }
      }
    }
    proof.apply(to: &characters)
    self.characters = characters
  }

  /// Looks at the procedures (9.6.5) of the digits and blanks of a Type 3 font.
  private static func look(
    at font: PDFDictionary, in file: PDFFile, _ proof: inout DigitProof
  ) throws(PDFRefusal) {
    let procedures = try GlyphProcedure.all(of: font, in: file)
    func ink(_ code: Int) throws(PDFRefusal) -> GlyphProcedure.Ink? {
      guard let procedure = procedures[code] else { return nil }
      guard let procedure else { return .nothing }
      return GlyphProcedure.ink(of: try file.decoded(procedure))
    }
    var contours: [Int: Int] = [:]
    for (code, _) in proof.digits {
      switch try ink(code) {
      case .nothing: proof.doubt(code)
      case .contours(let count): contours[code] = count
      case .other, nil: break
      }
    }
    proof.look(at: contours)
    for code in proof.blanks {
      // A name without a procedure paints nothing.
      if let ink = try ink(code), ink != .nothing { proof.doubt(code) }
    }
  }

  func next(in bytes: [UInt8], at position: inout Int, before end: Int) -> FontGlyph? {
    guard position >= 0, position < end else { return nil }
    let code = Int(bytes[position])
    position &+= 1
    return FontGlyph(
      code: code, width: widths[code], isSingleByteSpace: code == 0x20,
      characters: characters[code])
  }

  /// `FirstChar` to `LastChar`; all where they say nothing of use.
  private static func codes(
    _ font: PDFDictionary, in file: PDFFile
  ) throws(PDFRefusal) -> Range<Int> {
    var first = try file.resolve(font["FirstChar"]).integer ?? 0
    var last = try file.resolve(font["LastChar"]).integer ?? 255
    if !(0...255).contains(first) { first = 0 }
    if !(0...255).contains(last) { last = 255 }
    return first..<max(first, last &+ 1)
  }

  private static func widths(
    _ array: [PDFObject], of codes: Range<Int>, missing: Double, unit: Double, in file: PDFFile
  ) throws(PDFRefusal) -> [Double] {
    var widths = Array(repeating: missing, count: 256)
    for (code, item) in zip(codes, array) {
      let value = item.reference == nil ? item : try file.resolve(item)
      if let number = value.number { widths[code] = number * unit }
    }
    return widths
  }

  private static func widths(
    of font: StandardFont, _ encoding: SimpleEncoding, missing: Double
  ) -> [Double] {
    (0..<256).map { code in
      if case .one(let scalar) = encoding.glyph(code), let width = font.width(of: scalar) {
        return width
      }
      return code == 0x20 ? font.width(of: " ") ?? missing : missing
    }
  }
}
