import PDFObjects
import Testing

@testable import PDFFonts

/// Encodings and widths of simple fonts.
///
/// What poppler 22.12 prints for each was looked at with `pdftotext -bbox`.
@Suite struct SimpleFontTests {
  @Test func namedEncodings() throws(PDFRefusal) {
    let windows = try FontSample(encoding: "/Encoding /WinAnsiEncoding")
    #expect(windows.text([0x41, 0x27, 0x60, 0x7F, 0x80, 0x96, 0xA0, 0xAD, 0xB0]) == "A'`•€– -°")
    #expect(windows.text([0x00, 0x1F]) == "∅∅")
    let mac = try FontSample(encoding: "/Encoding /MacRomanEncoding")
    #expect(mac.text([0x41, 0x27, 0x80, 0xA5, 0xDE, 0xDF, 0xF0]) == "A'Ä•{fi}{fl}∅")
    let expert = try FontSample(encoding: "/Encoding /MacExpertEncoding")
    #expect(expert.text("A1") == "∅∅")
  }

  @Test func theBaseOfDifferences() throws(PDFRefusal) {
    let font = try FontSample(
      encoding: "/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [66 /six 68 /f_i /g12] >>"
    )
    #expect(font.text("ABCDEF") == "A6C{fi}∅F")
  }

  @Test func glyphNames() throws(PDFRefusal) {
    let names = """
      /one /uni0032 /u0033 /one.oldstyle /f_i /fi /uni00410042 /Euro /afii10017 /Delta /onecircle \
      /u1F600 /twosuperior
      """
    let font = try FontSample(encoding: "/Encoding << /Differences [65 \(names)] >>")
    #expect(font.text("ABCDEFGHIJKLM") == "1231{fi}{fi}{AB}€А∆①😀²")
  }

  /// poppler prints the number of such a name, or the code.
  @Test func namesThatSayNoCharacter() throws(PDFRefusal) {
    let names = """
      /g12 /c34 /G2A /cid43522 /a65 /0 /uniE000 /uniD800 /uniFFFD /u110000 /f_xx /.notdef /zz.alt \
      /uni /uni004 /u12
      """
    let font = try FontSample(encoding: "/Encoding << /Differences [65 \(names)] >>")
    #expect(font.text("ABCDEFGHIJKLMNOP") == String(repeating: "∅", count: 16))
  }

  @Test func theLastOfTwoNamesCounts() throws(PDFRefusal) {
    let font = try FontSample(
      "/Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /Widths [] /Encoding << /Differences [65 /one 65 /g1 66 /g2 66 /two] >>"
    )
    #expect(font.text("AB") == "∅2")
  }

  @Test func fontsWithoutEncoding() throws(PDFRefusal) {
    let descriptor = "/FontDescriptor << /Type /FontDescriptor /Flags"
    #expect(try FontSample(encoding: "").text("a1'`") == "a1’‘")
    #expect(try FontSample(encoding: "", entries: "\(descriptor) 32 >>").text("a1") == "a1")
    #expect(try FontSample(encoding: "", entries: "\(descriptor) 4 >>").text("a1") == "∅∅")
    #expect(try FontSample(encoding: "", entries: "/BaseFont /Symbol").text("a1") == "¿¿")
    let trueType = "/Subtype /TrueType /BaseFont /Foo /Widths []"
    #expect(try FontSample(trueType).text("a1'`") == "a1∅∅")
    #expect(try FontSample("\(trueType) \(descriptor) 4 >>").text("a1") == "∅∅")
  }

  @Test func embeddedFontsWithoutEncoding() throws(PDFRefusal) {
    func text(_ key: String, flags: Int, _ entries: String = "") throws(PDFRefusal) -> String {
      try FontSample(
        """
        /Subtype /Type1 /Widths [0] \
        /FontDescriptor << /Type /FontDescriptor /Flags \(flags) /\(key) 2 0 R >>
        """, [FontSample.Object(stream: Array("nothing".utf8), entries)]
      ).text("A1'")
    }
    #expect(try text("FontFile", flags: 4) == "∅∅∅")
    #expect(try text("FontFile2", flags: 4) == "∅∅∅")
    #expect(try text("FontFile2", flags: 32) == "A1∅")
    #expect(try text("FontFile3", flags: 32, "/Subtype /OpenType") == "∅∅∅")
  }

  @Test func widths() throws(PDFRefusal) {
    let font = try FontSample(
      """
      /Subtype /TrueType /Encoding /WinAnsiEncoding /FirstChar 66 /LastChar 67 \
      /Widths [300 2 0 R 500] /FontDescriptor << /Flags 32 /MissingWidth 250 >>
      """, [FontSample.Object("412.5")])
    #expect(font.widths("ABCD") == [250, 300, 412.5, 250])
    #expect(
      font.glyphs([0x20, 0x42]) == [
        FontGlyph(code: 32, width: 0.25, isSingleByteSpace: true, characters: .one(" ")),
        FontGlyph(code: 66, width: 0.3, isSingleByteSpace: false, characters: .one("B")),
      ])
  }

  @Test func widthsOfStandardFonts() throws(PDFRefusal) {
    func widths(_ name: String, _ encoding: String = "/WinAnsiEncoding") throws(PDFRefusal)
      -> [Double]
    {
      try FontSample("/Subtype /Type1 /BaseFont /\(name) /Encoding \(encoding)").widths("A1 '")
    }
    #expect(try widths("Helvetica") == [667, 556, 278, 191])
    #expect(try widths("Helvetica", "/StandardEncoding") == [667, 556, 278, 222])
    #expect(try widths("Arial,BoldItalic") == [722, 556, 278, 238])
    #expect(try widths("TimesNewRomanPSMT") == [722, 500, 250, 180])
    #expect(try widths("Times-Bold") == [722, 500, 250, 278])
    #expect(try widths("Times-Italic") == [611, 500, 250, 214])
    #expect(try widths("Times-BoldItalic") == [667, 500, 250, 278])
    #expect(try widths("CourierNew,Bold") == [600, 600, 600, 600])
    let noEncoding = try FontSample("/Subtype /TrueType /BaseFont /Arial#20MT")
    #expect(noEncoding.widths([0x27, 0xAE]) == [222, 500])
    #expect(noEncoding.text([0x27, 0xAE]) == "’{fi}")
  }

  @Test func type3() throws(PDFRefusal) {
    let font = try FontSample(
      """
      /Subtype /Type3 /FontMatrix [0.5 0 0 -0.25 0 1] /FirstChar 65 /Widths [0.5 1] \
      /Encoding << /Differences [65 /six /g7] >>
      """)
    #expect(font.text("AB") == "6∅")
    #expect(font.widths("AB") == [250, 500])
    #expect(font.font.isType3)
    #expect(font.font.fontMatrix == FontMatrix(a: 0.5, b: 0, c: 0, d: -0.25, e: 0, f: 1))
  }

  @Test func ascentAndDescent() throws(PDFRefusal) {
    func sizes(_ entries: String) throws(PDFRefusal) -> [Double] {
      let font = try FontSample("/Subtype /Type1 /Widths [] \(entries)").font
      return [font.ascent, font.descent]
    }
    #expect(try sizes("") == [0.95, -0.35])
    #expect(try sizes("/FontDescriptor << /Ascent 880 /Descent -120 >>") == [0.88, -0.12])
    #expect(try sizes("/FontDescriptor << /Ascent -880 /Descent 120 >>") == [0.88, -0.12])
    #expect(try sizes("/FontDescriptor << /Ascent 0 /Descent 32768 >>") == [0.95, -0.35])
    #expect(
      try sizes("/BaseFont /Helvetica /FontDescriptor << /Ascent 880 >>") == [0.718, -0.207])
  }

  @Test func refusals() {
    func refusal(_ dictionary: String) -> PDFRefusal? {
      do {
        _ = try FontSample(dictionary)
        return nil
      } catch { return error }
    }
    #expect(refusal("/Subtype /CIDFontType0") == .unsupported("font CIDFontType0"))
    #expect(refusal("/Subtype /Type1 /BaseFont /Foo") == .unsupported("font without Widths"))
    #expect(refusal("/Subtype /Type1 /BaseFont /Symbol") == .unsupported("font without Widths"))
    #expect(refusal("/Subtype /Type3 /Widths []") == .damaged("FontMatrix"))
    #expect(
      refusal("/Subtype /Type3 /FontMatrix [1 1 0 1 0 0] /Widths []") == .unsupported("FontMatrix"))
  }
}
