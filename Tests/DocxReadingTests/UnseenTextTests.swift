import Diagnostics
import DocumentModel
import TestSupport
import Testing

/// Text that nobody sees is no text: 2641 and a white 9 are 2641.
@Suite struct UnseenTextTests {
  private func r(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// A cell that shows 2641, and 9 with `properties`.
  private func cell(_ properties: String, _ cell: String = "", _ paragraph: String = "") -> String {
    "<w:tc><w:tcPr>\(cell)</w:tcPr><w:p><w:pPr>\(paragraph)</w:pPr>\(r("2641"))\(r("9", properties))</w:p></w:tc>"
  }

  private func table(_ cell: String, _ properties: String = "") -> String {
    "<w:tbl><w:tblPr>\(properties)</w:tblPr>\(tr(tc("", "行政许可"), cell))</w:tbl>"
  }

  private func shown(_ builder: DocxBuilder) async throws -> String {
    let lines = try await lines(builder)
    return lines.last.map { String($0.dropFirst(5)) } ?? ""
  }

  private static let white = "<w:color w:val=\"FFFFFF\"/>"
  private static func fill(_ name: String) -> String {
    "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(name)\"/>"
  }

  @Test(arguments: [
    white, "<w:color w:val=\"fefefe\"/>", "<w:color w:val=\"F0F0F0\"/>",
    "<w:color w:val=\"FFFFFF\" w:themeColor=\"background1\"/>",
    "<w:color w:themeColor=\"light1\"/>",
    "<w:color w:val=\"000000\" w:themeColor=\"background1\"/>",
    "<w:color w:val=\"F2F2F2\" w:themeColor=\"background1\" w:themeShade=\"F2\"/>",
    "<w:color w:val=\"000000\" w:themeColor=\"text1\" w:themeTint=\"05\"/>",
    "<w:color w:val=\"FF0000\"/>" + fill("FF0000"),
    "<w:color w:val=\"000000\"/><w:highlight w:val=\"black\"/>",
    "<w:highlight w:val=\"yellow\"/><w:color w:val=\"FFFF00\"/>",
    "<w:color w:val=\"808080\"/><w:shd w:val=\"pct50\" w:color=\"auto\" w:fill=\"FFFFFF\"/>",
    "<w:color w:val=\"112233\"/><w:shd w:val=\"solid\" w:color=\"112233\" w:fill=\"FFFFFF\"/>",
    "<w:sz w:val=\"1\"/>", "<w:sz w:val=\"3\"/>", "<w:sz w:val=\"1pt\"/>", "<w:w w:val=\"1\"/>",
    "<w:w w:val=\"1%\"/>",
    "<w14:textFill><w14:noFill/></w14:textFill>",
    "<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"FFFFFF\"/></w14:solidFill></w14:textFill>",
    "<w14:textFill><w14:solidFill><w14:schemeClr w14:val=\"bg1\"><w14:lumMod w14:val=\"95000\"/></w14:schemeClr></w14:solidFill></w14:textFill>",
    "<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"000000\"><w14:alpha w14:val=\"100000\"/></w14:srgbClr></w14:solidFill></w14:textFill>",
  ])
  func unseenTextIsLeftOutAndSaid(properties: String) async throws {
    let result = try await read(DocxBuilder(table(cell(properties))))
    #expect(lines(result.value) == ["行政许可|2641"])
    #expect(
      result.issues == [
        Diagnostics.Issue(
          .docxUnseenTextOmitted, "text that nobody can see is left out: 9",
          at: .cell(table: 1, row: 1, cell: 2))
      ])
  }

  @Test(arguments: [
    "", "<w:color w:val=\"auto\"/>", "<w:color w:val=\"D0D0D0\"/>", "<w:color w:val=\"FF0000\"/>",
    "<w:color w:val=\"000000\" w:themeColor=\"text1\"/>",
    "<w:color w:val=\"7F7F7F\" w:themeColor=\"background1\" w:themeShade=\"7F\"/>",
    white + fill("4472C4"), white + "<w:highlight w:val=\"darkBlue\"/>",
    white + "<w:shd w:val=\"diagStripe\" w:color=\"000000\" w:fill=\"FFFFFF\"/>",
    "<w:sz w:val=\"4\"/>", "<w:sz w:val=\"21\"/>", "<w:w w:val=\"33\"/>",
    "<w14:textFill><w14:solidFill><w14:schemeClr w14:val=\"tx1\"/></w14:solidFill></w14:textFill>",
    "<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"000000\"><w14:alpha w14:val=\"40000\"/></w14:srgbClr></w14:solidFill></w14:textFill>",
    white + "<w14:textFill><w14:gradFill><w14:gsLst/></w14:gradFill></w14:textFill>",
    "<w14:textOutline><w14:solidFill><w14:srgbClr w14:val=\"000000\"/></w14:solidFill></w14:textOutline><w14:textFill><w14:noFill/></w14:textFill>",
  ])
  func whatCanBeSeenStays(properties: String) async throws {
    let result = try await read(DocxBuilder(table(cell(properties))))
    #expect(lines(result.value) == ["行政许可|26419"])
    #expect(result.issues == [])
  }

  @Test func theGroundIsTheNearestShading() async throws {
    let dark = Self.fill("4472C4")
    let light = Self.fill("FFFFFF")
    #expect(try await shown(DocxBuilder(table(cell(Self.white, dark)))) == "26419")
    #expect(try await shown(DocxBuilder(table(cell(Self.white, dark, light)))) == "2641")
    #expect(try await shown(DocxBuilder(table(cell(Self.white, light), dark))) == "2641")
    #expect(try await shown(DocxBuilder(table(cell(Self.white), dark))) == "26419")
    #expect(
      try await shown(DocxBuilder(table(cell("<w:color w:val=\"4472C4\"/>", dark)))) == "2641")
    #expect(
      try await shown(
        DocxBuilder(table(cell(Self.white, Self.fill("auto"), "<w:shd w:val=\"nil\"/>")))) == "2641"
    )
    let row =
      "<w:tbl><w:tr><w:tblPrEx>\(dark)</w:tblPrEx>\(tc("", "行政许可"))\(cell(Self.white))</w:tr>"
      + "<w:tr>\(tc("", "行政处罚"))\(cell(Self.white))</w:tr></w:tbl>"
    #expect(try await lines(row) == ["行政许可|26419", "行政处罚|2641"])
    // A table in a dark cell, and the cell behind it.
    let nested =
      "<w:tbl>\(tr("<w:tc><w:tcPr>\(dark)</w:tcPr>\(table(cell(Self.white)))<w:p/></w:tc>", cell(Self.white)))</w:tbl>"
    #expect(try await lines(nested) == ["|2641", "行政许可|26419"])
  }

  @Test func stylesMayHideText() async throws {
    var builder = DocxBuilder(
      table(cell("<w:rStyle w:val=\"Ghost\"/>"))
        + table(cell("<w:rStyle w:val=\"Ghost\"/><w:color w:val=\"auto\"/>"))
        + table(cell("", "", "<w:pStyle w:val=\"Tiny\"/>"))
        + table(cell("<w:sz w:val=\"21\"/>", "", "<w:pStyle w:val=\"Tiny\"/>"))
        + table(cell(Self.white, "", "<w:pStyle w:val=\"Band\"/>")))
    builder.styles = """
      <w:style w:type="character" w:styleId="Base"><w:rPr>\(Self.white)</w:rPr></w:style>
      <w:style w:type="character" w:styleId="Ghost"><w:basedOn w:val="Base"/></w:style>
      <w:style w:type="paragraph" w:styleId="Tiny"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Band"><w:pPr>\(Self.fill("000000"))</w:pPr></w:style>
      """
    #expect(
      try await lines(builder) == [
        "行政许可|2641", "行政许可|26419", "行政许可|", "行政许可|9", "行政许可|26419",
      ])
  }

  @Test func aStyleOfACellsColourIsRead() async throws {
    // Nothing in the styles is hidden, light or small; only the cell's shading makes a colour matter.
    var builder = DocxBuilder(table(cell("<w:rStyle w:val=\"Red\"/>", Self.fill("C00000"))))
    builder.styles =
      "<w:style w:type=\"character\" w:styleId=\"Red\"><w:rPr><w:color w:val=\"C00000\"/></w:rPr></w:style>"
    #expect(try await shown(builder) == "2641")
    builder.body = table(cell("<w:rStyle w:val=\"Red\"/>", Self.fill("D9D9D9")))
    #expect(try await shown(builder) == "26419")
  }

  @Test func whatAllTextHasInCommonMayHideIt() async throws {
    var builder = DocxBuilder(
      p("甲") + table("<w:tc><w:p>\(r("2641", "<w:color w:val=\"auto\"/>"))\(r("9"))</w:p></w:tc>"))
    builder.styles =
      "<w:docDefaults><w:rPrDefault><w:rPr>\(Self.white)</w:rPr></w:rPrDefault></w:docDefaults>"
    #expect(try await lines(builder) == ["|2641"])
  }

  @Test func aStyleOfTablesMayPutAGroundUnderText() async throws {
    func styled(_ look: String, _ properties: String) -> DocxBuilder {
      var builder = DocxBuilder(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblLook w:val=\"\(look)\"/></w:tblPr>"
          + tr(tc("", "行政许可"), cell(Self.white)) + tr(tc("", "行政处罚"), cell(Self.white)) + "</w:tbl>"
      )
      builder.styles = "<w:style w:type=\"table\" w:styleId=\"Grid\">\(properties)</w:style>"
      return builder
    }
    let dark = "<w:tcPr>\(Self.fill("4472C4"))</w:tcPr>"
    let head =
      "<w:tblStylePr w:type=\"firstRow\"><w:rPr>\(Self.white)</w:rPr>\(dark)</w:tblStylePr>"
    let last = head.replacing("firstRow", with: "lastRow")
    #expect(try await lines(styled("04A0", head + last)) == ["行政许可|26419", "行政处罚|2641"])
    #expect(try await lines(styled("0480", head + last)) == ["行政许可|2641", "行政处罚|2641"])
    // Which row is the last is not known before the end.
    #expect(try await lines(styled("0440", head + last)) == ["行政许可|26419", "行政处罚|26419"])
    #expect(try await lines(styled("04A0", dark)) == ["行政许可|26419", "行政处罚|26419"])
    let bands =
      dark.replacing("<w:tcPr>", with: "<w:tblStylePr w:type=\"band1Horz\"><w:tcPr>")
      + "</w:tblStylePr>"
    #expect(try await lines(styled("0420", bands)) == ["行政许可|26419", "行政处罚|26419"])
    #expect(try await lines(styled("0620", bands)) == ["行政许可|2641", "行政处罚|2641"])
  }

  @Test func theThemeHasTheLastWord() async throws {
    let accent = "<w:color w:val=\"FFFFFF\" w:themeColor=\"accent2\"/>"
    var builder = DocxBuilder(table(cell(accent)))
    #expect(try await shown(builder) == "2641")
    builder.theme = """
      <a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:srgbClr val="333333"/></a:lt1>
      <a:accent2><a:srgbClr val="C00000"/></a:accent2><a:accent3><a:srgbClr val="FFFFFF"/></a:accent3>
      """
    #expect(try await shown(builder) == "26419")
    builder.body = table(
      cell(accent.replacing("FFFFFF", with: "000000").replacing("accent2", with: "accent3")))
    #expect(try await shown(builder) == "2641")
    builder.body = table(cell("<w:color w:val=\"FFFFFF\" w:themeColor=\"background1\"/>"))
    #expect(try await shown(builder) == "26419")
  }

  @Test func whatParagraphAndRowClipIsUnseen() async throws {
    let exact = "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>"
    #expect(try await shown(DocxBuilder(table(cell("", "", exact)))) == "")
    #expect(
      try await shown(DocxBuilder(table(cell("", "", exact.replacing("20", with: "560")))))
        == "26419")
    let row =
      "<w:tbl>\(tr(tc("", "行政许可"), tc("", "0")))<w:tr><w:trPr><w:trHeight w:val=\"10\" w:hRule=\"exact\"/></w:trPr>"
      + "\(tc("", "行政处罚"))\(tc("", "9"))</w:tr></w:tbl>"
    #expect(try await lines(row) == ["行政许可|0", "|"])
  }

  @Test func whatStandsAroundUnseenTextMakesNoNewNumber() async throws {
    #expect(try await lines("<w:p>\(r("2"))\(r("6", Self.white))\(r("41"))</w:p>") == ["2 41"])
    #expect(
      try await lines("<w:p>\(r("2"))\(r("6", "<w:sz w:val=\"1\"/>"))\(r("41"))</w:p>") == ["241"])
    #expect(
      try await lines("<w:p>\(r("甲"))\(r(" ", Self.white))\(r("乙"))\(r("丙", Self.white))</w:p>")
        == ["甲 乙"])
    #expect(
      try await lines(
        "<w:p>\(r("12"))<w:r><w:rPr>\(Self.white)</w:rPr><w:noBreakHyphen/></w:r></w:p>") == ["12"])
  }

  @Test func aGroundThatIsNotKnownHidesNothing() async throws {
    let box =
      "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>\(r("标题", Self.white))</w:p>"
      + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    #expect(try await lines("<w:p>\(box)</w:p>") == ["标题"])
    let cover =
      "<w:p><w:r><w:drawing><wp:anchor behindDoc=\"1\"><pic:pic/></wp:anchor></w:drawing></w:r></w:p>"
    #expect(
      try await lines(cover + "<w:p>\(r("封面", Self.white))</w:p>" + table(cell(Self.white))) == [
        "封面", "行政许可|2641",
      ])
    #expect(try await lines("<w:p>\(r("封面", Self.white))</w:p>") == [])
  }

  @Test func eachPieceHasItsPlaceUpToAPoint() async throws {
    let many = (1...25).map { "<w:p>\(r("甲\($0)"))\(r("9", Self.white))</w:p>" }.joined()
    let issues = try await read(DocxBuilder(many)).issues
    #expect(issues.count == 21)
    #expect(issues.map(\.location).prefix(2) == [.paragraph(1), .paragraph(2)])
    #expect(issues.last?.message == "5 more pieces of text that nobody can see are left out")
  }

  @Test func aHeaderIsReadAlike() async throws {
    var builder = DocxBuilder(p("甲") + "<w:sectPr><w:headerReference r:id=\"header1\"/></w:sectPr>")
    builder.runningText = [("header1", "<w:p>\(r("页眉"))\(r("9", Self.white))</w:p>")]
    builder.styles = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:rPr><w:b/></w:rPr></w:style>"
    let result = try await read(builder)
    #expect(result.value.notes.map(\.text) == ["页眉"])
    #expect(result.issues.map(\.location) == [.part("word/header1.xml")])
  }
}
