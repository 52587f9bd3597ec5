import PDFObjects
import Testing

@testable import PDFFonts

@Suite struct CompositeFontTests {
  @Test func identity() throws(PDFRefusal) {
    let toUnicode = FontSample.Object.cmap("2 beginbfchar <0041> <0031> <42> <0032> endbfchar")
    let font = try FontSample(
      encoding: "/Identity-H", metrics: "/DW 900 /W [65 [500 600] 67 70 250]",
      entries: "/ToUnicode 3 0 R", [toUnicode])
    let string: [UInt8] = [0, 0x41, 0, 0x42, 0, 0x43, 0, 0x4E, 0x20]
    #expect(font.text(string) == "12∅∅∅")
    #expect(font.widths(string) == [500, 600, 250, 900, 900])
    #expect(font.glyphs(string).map(\.code) == [0x41, 0x42, 0x43, 0x4E, 0x20])
    #expect(!font.font.isVertical)
  }

  @Test func withoutToUnicode() throws(PDFRefusal) {
    let string: [UInt8] = [0, 0x11, 0, 0x12]
    for entries in ["", "/ToUnicode /Identity-H", "/ToUnicode 3 0 R"] {
      let own = try FontSample(encoding: "/Identity-H", entries: entries, [.cmap("")])
      #expect(own.text(string) == "∅∅")
      let chinese = try FontSample(
        encoding: "/Identity-H", ordering: "GB1", entries: entries, [.cmap("")])
      #expect(chinese.text(string) == "¿¿")
    }
  }

  /// As poppler: a ToUnicode that says anything is all that counts.
  @Test func whatToUnicodeLacksIsUnknown() throws(PDFRefusal) {
    let cmap = FontSample.Object.cmap("1 beginbfchar <0031> <0037> endbfchar")
    let string: [UInt8] = [0, 0x31, 0x4E, 0]
    for encoding in ["/Identity-H", "/UniGB-UCS2-H"] {
      let font = try FontSample(
        encoding: encoding, ordering: "GB1", entries: "/ToUnicode 3 0 R", [cmap])
      #expect(font.text(string) == "7∅")
    }
    let empty = try FontSample(
      encoding: "/UniGB-UCS2-H", ordering: "GB1", entries: "/ToUnicode 3 0 R", [.cmap("")])
    #expect(empty.text(string) == "∅∅")
  }

  @Test func unicodeCMaps() throws(PDFRefusal) {
    let string: [UInt8] = [0, 0x41, 0, 0x20, 0x4E, 0, 0xFF, 0x11, 0xE0, 0, 0, 7]
    for (name, ordering) in [
      ("UniGB-UCS2-H", "GB1"), ("UniGB-UTF16-H", "GB1"), ("UniCNS-UTF16-H", "CNS1"),
      ("UniJIS-UCS2-H", "Japan1"), ("UniKS-UCS2-H", "Korea1"),
    ] {
      let font = try FontSample(
        encoding: "/\(name)", ordering: ordering, metrics: "/DW 1000 /W [1 95 500]")
      #expect(font.text(string) == "A 一１∅∅")
      #expect(font.widths(string) == [500, 500, 1000, 1000, 1000, 1000])
      #expect(font.glyphs(string).allSatisfy { !$0.isSingleByteSpace })
    }
    let wide = try FontSample(encoding: "/UniGB-UTF16-H", ordering: "GB1")
    #expect(wide.text([0xD8, 0x40, 0xDC, 0x0B, 0, 0x31, 0xD8, 0x40]) == "𠀋1∅")
  }

  /// The font of the tests' own PDF files.
  @Test func theFontOfPDFWriter() throws(PDFRefusal) {
    let metrics = "/DW 1000 /W [1 95 500 814 939 500]"
    let string: [UInt8] = [0, 0x31, 0, 0x20, 0x4E, 0]
    let font = try FontSample(encoding: "/UniGB-UTF16-H", ordering: "GB1", metrics: metrics)
    #expect(font.text(string) == "1 一")
    #expect(font.widths(string) == [500, 500, 1000])
    let upright = try FontSample(encoding: "/UniGB-UTF16-V", ordering: "GB1", metrics: metrics)
    #expect(upright.font.isVertical)
    #expect(
      upright.glyphs(string).map(\.positionVector) == [
        GlyphVector(x: 0.25, y: 0.88), GlyphVector(x: 0.25, y: 0.88), GlyphVector(x: 0.5, y: 0.88),
      ])
    #expect(upright.glyphs(string).map(\.verticalDisplacement) == [-1, -1, -1])
  }

  @Test func codesOfSeveralLengths() throws(PDFRefusal) {
    func check(
      _ name: String, _ ordering: String, _ metrics: String, _ bytes: [UInt8], _ widths: [Double]
    ) throws(PDFRefusal) {
      let font = try FontSample(encoding: "/\(name)", ordering: ordering, metrics: metrics)
      #expect(font.text(bytes) == String(repeating: "¿", count: widths.count), "\(name)")
      #expect(font.widths(bytes) == widths, "\(name)")
    }
    let mixed: [UInt8] = [0x31, 0x20, 0xD6, 0xD0, 0x41]
    try check("GBK-EUC-H", "GB1", "/W [814 939 500 7716 [490]]", mixed, [500, 490, 1000, 500])
    try check("GB-EUC-V", "GB1", "/W [814 939 500]", mixed, [500, 1000, 1000, 500])
    try check("GBKp-EUC-H", "GB1", "/W [1 95 550]", mixed, [550, 550, 1000, 550])
    try check("GBpc-EUC-H", "GB1", "/W [1 95 550]", mixed + [0xFD], [550, 550, 1000, 550, 1000])
    try check(
      "GBK2K-H", "GB1", "/W [1 95 550]", [0x31, 0x81, 0x30, 0x85, 0x32, 0xB9, 0xFA],
      [550, 1000, 1000])
    try check(
      "ETen-B5-H", "CNS1", "/W [13648 13742 500]", [0x31, 0xA4, 0x40, 0x41], [500, 1000, 500])
    try check(
      "CNS-EUC-H", "CNS1", "/W [13648 13742 500]", [0x31, 0x8E, 0xA2, 0xA1, 0xA1, 0xC4, 0xA1],
      [500, 1000, 1000])
    try check(
      "90ms-RKSJ-H", "Japan1", "/W [231 632 500]", [0x31, 0x88, 0xEA, 0xB1], [500, 1000, 500])
    try check(
      "KSCms-UHC-HW-H", "Korea1", "/W [8094 8190 500]", [0x31, 0xB0, 0xA1], [500, 1000])
    try check("H", "Japan1", "", [0x30, 0x21, 0x30, 0x22], [1000, 1000])
  }

  @Test func aSpaceOfOneByte() throws(PDFRefusal) {
    let font = try FontSample(encoding: "/GBK-EUC-H", ordering: "GB1")
    #expect(
      font.glyphs([0x20, 0xA1, 0xA1]).map(\.isSingleByteSpace) == [true, false])
  }

  @Test func embeddedCMaps() throws(PDFRefusal) {
    let cmap = """
      /WMode 0 def 2 begincodespacerange <00> <7F> <8140> <FEFE> endcodespacerange
      2 begincidrange <41> <43> 10 <8140> <8150> 20 endcidrange 1 begincidchar <8243> 12 endcidchar
      """
    let font = try FontSample(
      encoding: "3 0 R", metrics: "/W [0 [50] 10 [500 600 700] 20 [800]]",
      entries: "/ToUnicode 4 0 R",
      [.cmap(cmap), .cmap("1 beginbfchar <41> <0031> <8243> <4E8C> endbfchar")])
    let string: [UInt8] = [0x41, 0x81, 0x40, 0x42, 0x82, 0x43, 0x44, 0x82, 0x44]
    #expect(font.text(string) == "1∅∅二∅∅")
    #expect(font.widths(string) == [500, 800, 600, 700, 50, 50])
    let upon = try FontSample(
      encoding: "3 0 R", metrics: "/W [65 [500]]", [.cmap("/Identity-V usecmap")])
    #expect(upon.widths([0, 0x41, 0, 0x42]) == [500, 1000])
    #expect(upon.font.isVertical)
  }

  @Test func verticalMetrics() throws(PDFRefusal) {
    let font = try FontSample(
      encoding: "/Identity-V",
      metrics: "/DW 600 /DW2 [900 -500] /W2 [65 [-250 400 800] 70 72 -750 100 200]")
    let glyphs = font.glyphs([0, 0x41, 0, 0x42, 0, 0x47])
    #expect(glyphs.map(\.verticalDisplacement) == [-0.25, -0.5, -0.75])
    #expect(
      glyphs.map(\.positionVector) == [
        GlyphVector(x: 0.4, y: 0.8), GlyphVector(x: 0.3, y: 0.9), GlyphVector(x: 0.1, y: 0.2),
      ])
  }

  private func refusal(
    encoding: String = "/Identity-H", ordering: String = "GB1", metrics: String = "",
    _ cmap: String = ""
  ) -> PDFRefusal? {
    do {
      _ = try FontSample(
        encoding: encoding, ordering: ordering, metrics: metrics, [.cmap(cmap)])
      return nil
    } catch { return error }
  }

  @Test func unknownWidthsAreRefused() {
    #expect(
      refusal(encoding: "/GBK-EUC-H", metrics: "/W [814 939 500 4559 [600]]")
        == .unsupported("widths by CIDs of GB1"))
    #expect(refusal(encoding: "/GBK-EUC-H", metrics: "/W [814 939 500 4559 [1000]]") == nil)
    #expect(
      refusal(encoding: "/UniGB-UCS2-V", metrics: "/W2 [65 [-700 400 800]]")
        == .unsupported("widths by CIDs of GB1"))
    #expect(refusal(metrics: "/DW 500.0") == .unsupported("DW"))
    #expect(refusal(metrics: "/W [1 3 500 3 [400]]") == .unsupported("two widths of a CID"))
    #expect(refusal(metrics: "/W [1 3]") == .damaged("CID in W"))
    #expect(refusal(metrics: "/W [1 [/A]]") == .damaged("width in W"))
    #expect(refusal(metrics: "/W [-1 [500]]") == .damaged("CID in W"))
  }

  @Test func unknownCodesAreRefused() {
    #expect(
      refusal(encoding: "/UniGB-UCS2-H", ordering: "Identity")
        == .unsupported("CMap of another character collection"))
    #expect(refusal(encoding: "/Foo-H") == .unsupported("CMap Foo-H"))
    #expect(refusal(encoding: "/UniGB-UCS2_H") == .unsupported("CMap UniGB-UCS2_H"))
    #expect(refusal(encoding: "/JIS-H") == .unsupported("CMap JIS-H"))
    #expect(refusal(encoding: "/H", ordering: "Japan1") == nil)
    #expect(refusal(encoding: "/83pv-RKSJ-V") == .unsupported("CMap 83pv-RKSJ-V"))
    #expect(refusal(encoding: "()") == .damaged("Encoding of a Type 0 font"))
    let space = "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    #expect(refusal(encoding: "3 0 R") == .damaged("codespacerange"))
    #expect(
      refusal(encoding: "3 0 R", "\(space) /GBK-EUC-H usecmap") == .unsupported("CMap GBK-EUC-H"))
    #expect(
      refusal(
        encoding: "3 0 R", "\(space) 2 begincidrange <0000> <FFFF> 0 <0041> <0042> 7 endcidrange")
        == .unsupported("overlapping ranges of a CMap"))
    #expect(
      refusal(encoding: "3 0 R", "\(space) 2 begincidrange <00000000> <FFFFFFFF> 0 endcidrange")
        == .damaged("CID of a CMap"))
    #expect(
      refusal(
        encoding: "3 0 R", String(repeating: space + "\n", count: 101))
        == .limit("code spaces of a CMap"))
  }

  @Test func longArraysAreRefused() {
    let widths = "/W [0 [\(String(repeating: "1 ", count: 1 << 17)) 1]]"
    #expect(refusal(metrics: widths) == .limit("widths of a font"))
  }
}
