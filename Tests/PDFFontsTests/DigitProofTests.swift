import PDFObjects
import Testing

@testable import PDFFonts

/// Fonts whose ToUnicode says of digits what their glyphs don't show.
@Suite struct DigitProofTests {
  /// Codes A to D are said to be 3, 7, a blank and 8.
  private static let said = FontSample.Object.cmap(
    "4 beginbfchar <41> <0033> <42> <0037> <43> <0020> <44> <0038> endbfchar")

  private func named(_ names: String) throws(PDFRefusal) -> String {
    try FontSample(encoding: "/Encoding << /Differences [65 \(names)] >>", toUnicode: Self.said)
      .text("ABCD")
  }

  @Test func namesThatSayTheSame() throws(PDFRefusal) {
    #expect(try named("/three /seven /space /eight") == "37 8")
    #expect(try named("/uni0033 /seven.lnum /g12 /g13") == "37 8")
    // Letters make no number, and some programs call glyphs by them.
    #expect(try named("/A /B /C /D") == "37 8")
  }

  @Test func namesThatSayAnotherDigit() throws(PDFRefusal) {
    #expect(try named("/seven /three /space /eight") == "∅∅ 8")
    #expect(try named("/uni0037 /u0033 /five /comma") == "∅∅∅∅")
  }

  @Test func anEncodingThatSaysAnotherDigit() throws(PDFRefusal) {
    let map = FontSample.Object.cmap("2 beginbfchar <33> <0037> <34> <0034> endbfchar")
    let font = try FontSample(encoding: "/Encoding /WinAnsiEncoding", toUnicode: map)
    #expect(font.text("345") == "∅45")
  }

  @Test func aProcedureThatPaintsNothing() throws(PDFRefusal) {
    let font = try FontSample(
      """
      /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /Widths [500 500 500 500] \
      /Encoding << /Differences [65 /a /b /c /d] >> /ToUnicode 2 0 R \
      /CharProcs << /a 3 0 R /b 4 0 R /c 3 0 R /d 5 0 R >>
      """,
      [
        Self.said, FontSample.Object(stream: Array("500 0 d0 0 0 9 9 re f".utf8)),
        FontSample.Object(stream: Array("500 0 d0 0 0 9 9 re n".utf8)),
        FontSample.Object(stream: Array("500 0 d0".utf8)),
      ])
    #expect(font.text("ABCD") == "3∅∅∅")
  }

  @Test func aProcedureWithoutTheHolesOfItsDigit() throws(PDFRefusal) {
    func text(_ eight: String) throws(PDFRefusal) -> String {
      try FontSample(
        """
        /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /Widths [500 500 500 500] \
        /Encoding << /Differences [65 /a /b /c /d] >> /ToUnicode 2 0 R \
        /CharProcs << /a 3 0 R /b 3 0 R /d 4 0 R >>
        """,
        [
          Self.said, FontSample.Object(stream: Array("500 0 d0 0 0 m 9 9 l 9 0 l h f".utf8)),
          FontSample.Object(stream: Array("500 0 d0 \(eight)".utf8)),
        ]
      ).text("ABCD")
    }
    let ring = "0 0 m 9 9 l 9 0 l h "
    #expect(try text(ring + ring + ring + "f") == "37 8")
    #expect(try text(ring + "f") == "37 ∅")
    #expect(try text("0 0 m 9 9 l 9 0 l S") == "37 8")
    // A bitmap, as of a scanner's font.
    #expect(try text("BI /W 8 /H 8 /IM true ID 0 m EI") == "37 8")
  }

  @Test func aGlyphWithoutInkIsNoDigit() throws(PDFRefusal) {
    #expect(try embedded(contours: [0, 1, 0, 0, 3]).text("ABCD") == "3∅ 8")
  }

  @Test func aGlyphWithInkIsNoBlank() throws(PDFRefusal) {
    #expect(try embedded(contours: [0, 1, 1, 1, 3]).text("ABCD") == "37∅8")
  }

  @Test func aGlyphWithoutTheHolesOfItsDigit() throws(PDFRefusal) {
    #expect(try embedded(contours: [0, 1, 1, 0, 1]).text("ABCD") == "37 ∅")
  }

  @Test func aFontWhoseDigitsAreAllOfAnotherStyle() throws(PDFRefusal) {
    #expect(try embedded(contours: [0, 2, 2, 0, 2]).text("ABCD") == "37 8")
  }

  @Test func aCharacterMapThatSaysAnotherDigit() throws(PDFRefusal) {
    let font = try composite(contours: [0, 1, 1, 0, 3], digits: [3: 2, 7: 1, 8: 4])
    #expect(font.text([0, 1, 0, 2, 0, 3, 0, 4]) == "∅∅ 8")
  }

  @Test func aCharacterMapThatSaysTheSame() throws(PDFRefusal) {
    // What the font itself calls an 8 may be drawn otherwise.
    let font = try composite(contours: [0, 1, 1, 0, 1], digits: [3: 1, 7: 2, 8: 4])
    #expect(font.text([0, 1, 0, 2, 0, 3, 0, 4]) == "37 8")
  }

  @Test func damagedProgramsSayNothing() throws(PDFRefusal) {
    let program = Self.program(contours: [0, 1, 1, 0, 3], digits: [3: 2, 7: 1, 8: 4])
    for count in program.indices {
      _ = try composite(Array(program[..<count])).text([0, 1, 0, 2])
      for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
        var damaged = program
        damaged[count] = value
        _ = try composite(damaged).text([0, 1, 0, 2])
      }
    }
    #expect(try composite([]).text([0, 1, 0, 2]) == "37")
  }

  @Test func aSymbolFontWhoseCodesAreDigits() throws(PDFRefusal) {
    // As Ghostscript writes them: no ToUnicode and no encoding, only codes.
    func text(_ codes: String, _ contours: [Int]) throws(PDFRefusal) -> String {
      let first = Int(codes.utf8.first ?? 0)
      return try FontSample(
        """
        /Subtype /TrueType /FirstChar \(first) /Widths [500 500 500 500 500 500 500 500 500 500 500] \
        /FontDescriptor << /Type /FontDescriptor /Flags 65540 /FontFile2 2 0 R >>
        """,
        [
          FontSample.Object(
            stream: Self.program(contours: [0] + contours, digits: [:], first: first))
        ]
      ).text(codes)
    }
    #expect(try text("0123456789:", [2, 1, 1, 1, 2, 1, 2, 1, 3, 2, 2]) == "0123456789:")
    // A 7 has no two closed lines.
    #expect(try text("0123456789:", [2, 1, 1, 1, 2, 1, 2, 2, 3, 2, 2]) == "∅∅∅∅∅∅∅∅∅∅∅")
    // So few digits look like those of many other orders.
    #expect(try text("789:", [1, 3, 2, 2]) == "∅∅∅∅")
  }

  // MARK: Fonts

  /// A simple font whose glyphs from 1 on are those of the codes from A on.
  private func embedded(contours: [Int]) throws(PDFRefusal) -> FontSample {
    try FontSample(
      """
      /Subtype /TrueType /FirstChar 65 /Widths [500 500 500 500] /ToUnicode 2 0 R \
      /FontDescriptor << /Type /FontDescriptor /Flags 4 /FontFile2 3 0 R >>
      """, [Self.said, FontSample.Object(stream: Self.program(contours: contours, digits: [:]))])
  }

  private func composite(
    contours: [Int], digits: [Int: Int]
  ) throws(PDFRefusal) -> FontSample {
    try composite(Self.program(contours: contours, digits: digits))
  }

  private func composite(_ program: [UInt8]) throws(PDFRefusal) -> FontSample {
    try FontSample(
      encoding: "/Identity-H",
      metrics: "/DW 500 /FontDescriptor << /Type /FontDescriptor /Flags 4 /FontFile2 4 0 R >>",
      entries: "/ToUnicode 3 0 R",
      [
        .cmap("4 beginbfchar <0001> <0033> <0002> <0037> <0003> <0020> <0004> <0038> endbfchar"),
        FontSample.Object(stream: program),
      ])
  }

  /// A TrueType program of glyphs with so many contours, and the glyph of each digit in its map from Unicode.
  ///
  /// Without digits it has a map from bytes: the code `first`, A, is glyph 1.
  private static func program(
    contours: [Int], digits: [Int: Int], first: Int = 0x41
  ) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 54)
    head[18] = 0x03
    head[19] = 0xE8
    var glyf: [UInt8] = []
    var loca: [UInt8] = [0, 0]
    for (index, count) in contours.enumerated() {
      // Glyphs differ in their last byte.
      if count > 0 { glyf += pairs([count, 0, 0, 500, 700, index]) }
      loca += pairs([glyf.count / 2])
    }
    var map = pairs([0, 262, 0]) + [UInt8](repeating: 0, count: 256)
    if digits.isEmpty {
      for glyph in 1..<contours.count { map[5 + first + glyph] = UInt8(glyph) }
    } else {
      map = pairs([12, 0, 0, 0, 0, 0, 0, digits.count])
      for (digit, glyph) in digits.sorted(by: { $0.key < $1.key }) {
        map += pairs([0, 0x30 + digit, 0, 0x30 + digit, 0, glyph])
      }
    }
    let platform = digits.isEmpty ? [1, 0] : [3, 1]
    let cmap = pairs([0, 1] + platform + [0, 12]) + map
    let tables = [("cmap", cmap), ("glyf", glyf), ("head", head), ("loca", loca)]
    var program = pairs([0, 1, tables.count, 0, 0, 0])
    var place = 12 + 16 * tables.count
    for (name, content) in tables {
      program += Array(name.utf8) + pairs([0, 0, place >> 16, place, 0, content.count])
      place += content.count
    }
    return program + tables.flatMap(\.1)
  }

  private static func pairs(_ values: [Int]) -> [UInt8] {
    values.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }
}
