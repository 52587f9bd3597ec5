import PDFObjects
import Testing

@testable import PDFFonts

/// Encodings of font programs.
@Suite struct ProgramEncodingTests {
  /// Of fontTools: six, cid12, uni4E00, f_i and Aacute for the codes of A to E, fi and g3 for those of H and I.
  private static let compactFont = bytes(
    """
    010004010001010104466F6F0001010116F81F02F81F038B8BEFEF05D00FDF108BF74A12E51100050101060D\
    1012156369643132756E6934453030665F696733466F6F000000001701870188018900AB006D018A01024104\
    4801000801010B151F29333D4751F8888B16EF0627EF050EF8888B16EF0627EF050EF8888B16EF0627EF050E\
    F8888B16EF0627EF050EF8888B16EF0627EF050EF8888B16EF0627EF050EF8888B16EF0627EF050EF8888B16\
    EF0627EF050E
    """)

  private static func bytes(_ digits: String) -> [UInt8] {
    let digits = Array(digits)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
  }

  /// A font whose program is `program`, as the value of `key`.
  private func font(
    _ key: String, _ program: [UInt8], _ entries: String = ""
  ) throws(PDFRefusal) -> FontSample {
    try FontSample(
      """
      /Subtype /Type1 /FirstChar 65 /LastChar 90 /Widths [500] \(entries) \
      /FontDescriptor << /Type /FontDescriptor /Flags 4 /\(key) 2 0 R >>
      """,
      [FontSample.Object(stream: program), .cmap("1 beginbfchar <41> <4E00> endbfchar")])
  }

  @Test func type1() throws(PDFRefusal) {
    func font(_ encoding: String, _ entries: String = "") throws(PDFRefusal) -> FontSample {
      let program = "%!PS-AdobeFont-1.0: Foo\n/FontName /Foo def\n\(encoding)\ncurrentfile eexec\n"
      return try self.font("FontFile", Array(program.utf8), entries)
    }
    let names = """
      /Encoding 256 array
      0 1 255 {1 index exch /.notdef put} for
      dup 65 /six put
      dup 8#102 /cid43522 put
      dup 300 /seven put
      readonly def
      dup 67 /eight put
      """
    #expect(try font(names).text("ABC") == "6∅∅")
    #expect(try font("/Encoding StandardEncoding def").text("ABC'") == "ABC’")
    #expect(try font("/Encoding Foo def").text("ABC") == "∅∅∅")
    #expect(try font("currentfile eexec /Encoding StandardEncoding def").text("ABC") == "∅∅∅")
    #expect(try font(names, "/Encoding << /Differences [66 /two] >>").text("ABC") == "62∅")
    #expect(try font(names, "/Encoding /WinAnsiEncoding").text("ABC") == "ABC")
    #expect(try font(names, "/ToUnicode 3 0 R").text("ABC") == "一∅∅")
  }

  @Test func compact() throws(PDFRefusal) {
    func text(_ entries: String = "") throws(PDFRefusal) -> String {
      try font("FontFile3", Self.compactFont, entries).text("ABCDEFGHI")
    }
    #expect(try text() == "6∅一{fi}Á∅∅{fi}∅")
    #expect(try text("/Encoding << /Differences [66 /two] >>") == "62一{fi}Á∅∅{fi}∅")
    #expect(try text("/Encoding /WinAnsiEncoding") == "ABCDEFGHI")
    #expect(try text("/ToUnicode 3 0 R") == "一∅一{fi}Á∅∅{fi}∅")
  }

  @Test func damagedPrograms() throws(PDFRefusal) {
    for count in Self.compactFont.indices {
      _ = try font("FontFile3", Array(Self.compactFont[..<count])).text("A")
      for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
        var damaged = Self.compactFont
        damaged[count] = value
        _ = try font("FontFile3", damaged).text("A")
      }
    }
    #expect(try font("FontFile3", Array("OTTO".utf8)).text("A") == "∅")
  }
}
