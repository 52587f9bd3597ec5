import PDFFonts
import PDFObjects
import Testing

/// ToUnicode CMaps, whole and damaged.
///
/// What poppler 22.12 makes of each was looked at with `pdftotext -bbox`.
@Suite struct ToUnicodeTests {
  /// What a Type 1 font in WinAnsiEncoding shows for the codes of A to H.
  private func text(_ cmap: String, _ string: String = "ABCDEFGH") throws(PDFRefusal) -> String {
    try FontSample(encoding: "/Encoding /WinAnsiEncoding", toUnicode: .cmap(cmap)).text(string)
  }

  @Test func itComesBeforeTheEncoding() throws(PDFRefusal) {
    #expect(try text("2 beginbfchar <41> <0031> <42> <4E00> endbfchar") == "1一CDEFGH")
    #expect(try text("") == "ABCDEFGH")
    let names = try FontSample(
      encoding: "/Encoding /WinAnsiEncoding", entries: "/ToUnicode /Identity-H")
    #expect(names.text("A1") == "A1")
  }

  @Test func ranges() throws(PDFRefusal) {
    let ranges = """
      3 beginbfrange <41> <43> <0031> <44> <46> [<0061> <0062> <0063>] <47> <48> <00660068>
      endbfrange
      """
    #expect(try text(ranges) == "123abc{fh}{fi}")
    #expect(try text("1 beginbfrange <45> <41> <0031> endbfrange") == "ABCDEFGH")
    #expect(
      try text("1 beginbfrange <41> <43> <D83DDE00> <44> <45> <D83DDFFF> endbfrange")
        == "😀😁😂\u{1F7FF}∅FGH")
  }

  @Test func unreadableCharacters() throws(PDFRefusal) {
    let entries = """
      8 beginbfchar <41> <0000> <42> <FFFD> <43> <E000> <44> <0009> <45> <D83D> <46> <FFFE> <47> <>
      <48> <00310000> endbfchar
      """
    #expect(try text(entries) == "∅∅∅ ∅∅∅∅")
  }

  @Test func oddLengths() throws(PDFRefusal) {
    let entries = """
      6 beginbfchar <41> <31> <0042> <3> <43> <003100> <44> <0032 0033> <45> <00G1> <46> <00310G32>
      endbfchar
      """
    #expect(try text(entries) == "1∅1{23}E∅GH")
    let long = String(repeating: "0031", count: 64)
    #expect(try text("1 beginbfchar <41> <\(long)> <42> <0032> endbfchar") == "A2CDEFGH")
  }

  @Test func laterEntriesReplaceEarlierOnes() throws(PDFRefusal) {
    let entries = """
      1 beginbfchar <41> <0031> endbfchar 1 beginbfrange <41> <42> <0032> endbfrange
      1 beginbfchar <42> <00340035> endbfchar
      """
    #expect(try text(entries) == "2{45}CDEFGH")
  }

  @Test func damage() throws(PDFRefusal) {
    // The word behind the end of a block is passed over.
    #expect(
      try text("beginbfchar <41> <0031> endbfchar beginbfchar <42> <0032> endbfchar") == "1BCDEFGH")
    #expect(
      try text("1 beginbfchar <41> <0031> <42> endbfchar 1 beginbfchar <43> <0033> endbfchar")
        == "1B3DEFGH")
    #expect(
      try text(
        "1 beginbfchar <41> /six <42> <0032> endbfchar 1 beginbfrange <43> <43> /A <44> <44> <0034> endbfrange"
      )
        == "A2C4EFGH")
    #expect(
      try text("2 beginbfrange <41> <42> [<0061> <0062> <0063> <0064>] <45> <45> <0033> endbfrange")
        == "abCDEFGH")
    #expect(
      try text("1 beginbfchar <41> <0031> endbfchar \0 1 beginbfchar <42> <0032> endbfchar")
        == "1BCDEFGH")
    #expect(try text("1 beginbfchar <41> %<0031>\n <0032> endbfchar") == "2BCDEFGH")
  }

  @Test func longCodes() throws(PDFRefusal) {
    let entries = """
      1 beginbfrange <00000041> <00000043> <0031> <FFFF> <1FFFF> <0031> endbfrange
      1 beginbfchar <1000044> <0034> <0045> <0039> endbfchar
      """
    #expect(try text(entries) == "123D9FGH")
  }

  /// poppler takes the CIDs for characters, but nothing says that they are.
  @Test func cidsAreNoCharacters() throws(PDFRefusal) {
    let entries = "1 begincidchar <41> 49 endcidchar 1 begincidrange <42> <44> 50 endcidrange"
    #expect(try text(entries) == "∅∅∅∅EFGH")
  }

  @Test func aCMapThatOnlyPopplerHas() throws(PDFRefusal) {
    let entry = "1 beginbfchar <41> <0031> endbfchar"
    #expect(try text("/Adobe-GB1-UCS2 usecmap \(entry)") == "1¿¿¿¿¿¿¿")
    #expect(try text("\(entry) /Adobe-GB1-UCS2 usecmap") == "¿¿¿¿¿¿¿¿")
    #expect(try text("/Foo usecmap \(entry)") == "1BCDEFGH")
  }

  @Test func endlessRangesAreRefused() {
    let ranges = String(repeating: "<0000> <FFFF> <0031> ", count: 10)
    let limit = PDFRefusal.limit("characters of a ToUnicode CMap")
    #expect(throws: limit) { try text("10 beginbfrange \(ranges) endbfrange") }
    #expect(throws: limit) {
      try text("1 beginbfrange <0000> <FFFF> <\(String(repeating: "0031", count: 60))> endbfrange")
    }
    #expect(throws: limit) {
      try text("10 begincidrange \(String(repeating: "<00> <FFFFFFFF> 0 ", count: 10)) endcidrange")
    }
  }

  @Test(.timeLimit(.minutes(1))) func garbageIsRead() throws(PDFRefusal) {
    var bytes: [UInt8] = []
    var state: UInt32 = 1
    let words = [
      "<", ">", "[", "]", "(", ")", "/", "%", "\n", " ", "<41>", "<0031>", "beginbfchar ",
      "endbfchar ", "beginbfrange ", "endbfrange ", "usecmap ", "begincidrange ",
    ]
    while bytes.count < 1 << 20 {
      state = state &* 1_664_525 &+ 1_013_904_223
      bytes += words[Int(state >> 16) % words.count].utf8
    }
    let font = try FontSample(
      encoding: "/Encoding /WinAnsiEncoding", toUnicode: FontSample.Object(stream: bytes))
    #expect(font.glyphs([0x41]).count == 1)
  }
}
