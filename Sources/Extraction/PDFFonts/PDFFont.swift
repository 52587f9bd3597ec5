package import PDFObjects

/// A font of a PDF: which glyphs a shown string consists of, how wide they are, and which characters they show (9.5
/// to 9.7, 9.10).
///
/// Which characters a glyph shows is said only where the font says it; what poppler guesses is `unknown` here.
///
///     let font = try PDFFont(dictionary, in: file)
///     var position = 0
///     while let glyph = font.next(in: [0x36, 0x20], at: &position, before: 2) { … }  // "6" and a space
package final class PDFFont: Sendable {
  private enum Glyphs: Sendable {
    case simple(SimpleFont)
    case composite(CompositeFont)
  }

  /// Whether lines run down (WMode 1).
  package let isVertical: Bool
  package let isType3: Bool
  /// From glyph space to text space: a Type 3 font's own one, 0.001 in both directions for the others.
  package let fontMatrix: FontMatrix
  /// Of an em, 0.95 where the font's descriptor has none or nonsense.
  package let ascent: Double
  /// Of an em and negative, -0.35 where the font's descriptor has none or nonsense.
  package let descent: Double
  private let glyphs: Glyphs

  /// - Throws: `unsupported` where its codes or widths cannot be known for sure, `damaged` for a dictionary that is not
  ///   as 9.6 and 9.7 say, `limit` for a CMap or an array of widths that no real font has.
  package init(_ dictionary: PDFDictionary, in file: PDFFile) throws(PDFRefusal) {
    let subtype = try file.resolve(dictionary["Subtype"]).name?.text ?? ""
    isType3 = subtype == "Type3"
    switch subtype {
    case "Type1", "MMType1", "TrueType", "Type3":
      let descriptor = try FontDescriptor(dictionary, in: file)
      fontMatrix = isType3 ? try Self.matrix(dictionary, in: file) : .thousandth
      (ascent, descent) = (descriptor.ascent, descriptor.descent)
      isVertical = false
      glyphs = .simple(
        try SimpleFont(dictionary, descriptor, subtype: subtype, unit: fontMatrix.a, in: file))
    case "Type0":
      let fonts = try file.resolve(dictionary["DescendantFonts"]).array
      guard let descendant = try file.resolve(fonts?.first).dictionary else {
        throw .damaged("DescendantFonts")
      }
      let descriptor = try FontDescriptor(descendant, in: file)
      fontMatrix = .thousandth
      (ascent, descent) = (descriptor.ascent, descriptor.descent)
      let font = try CompositeFont(dictionary, descendant, in: file)
      isVertical = font.isVertical
      glyphs = .composite(font)
    default: throw .unsupported("font \(subtype)")
    }
  }

  /// The next glyph of a shown string, which ends before `end` of `bytes`; `position` moves behind its code.
  ///
  /// Nil at the end.
  package func next(
    in bytes: [UInt8], at position: inout Int, before end: Int
  ) -> FontGlyph? {
    switch glyphs {
    case .simple(let font): font.next(in: bytes, at: &position, before: end)
    case .composite(let font): font.next(in: bytes, at: &position, before: end)
    }
  }

  /// That of a Type 3 font (9.6.5), which must not shear: glyphs would move up and down.
  private static func matrix(
    _ font: PDFDictionary, in file: PDFFile
  ) throws(PDFRefusal) -> FontMatrix {
    var numbers: [Double] = []
    for item in try file.resolve(font["FontMatrix"]).array ?? [] {
      guard let number = try file.resolve(item).number else { throw .damaged("FontMatrix") }
      numbers.append(number)
    }
    guard numbers.count == 6 else { throw .damaged("FontMatrix") }
    guard numbers[1] == 0 else { throw .unsupported("FontMatrix") }
    return FontMatrix(
      a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
  }
}
