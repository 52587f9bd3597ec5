import Diagnostics
import TestSupport
import Testing

/// Text that is struck out is what a correction replaced.
@Suite struct StruckTextTests {
  private func r(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  private func struck(_ text: String) -> String { r(text, "<w:strike/>") }

  @Test(arguments: ["strike", "dstrike"])
  func struckTextIsLeftOutAndNamed(mark: String) async throws {
    let builder = DocxBuilder(
      "<w:p>\(r("12", "<w:\(mark)/>"))\(r("15", "<w:\(mark) w:val=\"0\"/>"))</w:p>")
    let result = try await read(builder)
    #expect(lines(result.value) == ["15"])
    #expect(
      result.issues.map { [$0.code.rawValue, $0.severity.rawValue, $0.message] } == [
        [
          "docx_struck_text_omitted", "warning",
          "1 pieces of struck-out text are left out, the first: 12",
        ]
      ])
  }

  @Test func aStyleMayStrikeText() async throws {
    var builder = DocxBuilder(
      "<w:p>\(r("12", "<w:rStyle w:val=\"Old\"/>"))\(r("15", "<w:rStyle w:val=\"Old\"/><w:dstrike w:val=\"false\"/>"))</w:p>"
        + p("旧1", "<w:pStyle w:val=\"Gone\"/>"))
    builder.styles = """
      <w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Base"><w:rPr><w:dstrike/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Old"><w:basedOn w:val="Base"/></w:style>
      """
    #expect(try await lines(builder) == ["15"])
  }

  @Test func theFirstPieceIsSaidWithItsPlace() async throws {
    let cell = "<w:tc><w:p>\(struck("12"))\(struck("3"))\(r("15"))</w:p></w:tc>"
    let table = tbl(tr(tc("", "规章"), tc("", "0")), tr(tc("", "其他"), cell))
    let inTable = try await read(DocxBuilder(p("甲") + table))
    #expect(lines(inTable.value) == ["甲", "规章|0", "其他|15"])
    let inText = try await read(
      DocxBuilder(
        table.replacing("strike", with: "b") + p("甲") + "<w:p>\(struck("乙"))\(r("丙1"))</w:p>"))
    #expect(
      (inTable.issues + inText.issues).map { "\($0.message) at \($0.location?.description ?? "-")" }
        == [
          "2 pieces of struck-out text are left out, the first: 12 at table 1 row 2 cell 2",
          "1 pieces of struck-out text are left out, the first: 乙 at paragraph 2",
        ])
  }

  @Test func whatStandsAroundStruckTextMakesNoNewNumber() async throws {
    #expect(try await lines("<w:p>\(r("3"))\(struck("件，"))\(r("5"))</w:p>") == ["3 5"])
    #expect(try await lines("<w:p>\(r("3"))\(struck("件"))\(struck("1"))\(r("5"))</w:p>") == ["3 5"])
    #expect(
      try await lines("<w:p>\(r("３"))\(struck(" "))\(r("５"))</w:p><w:p>\(r("1"))\(r("2"))</w:p>")
        == ["３ ５", "12"])
  }

  @Test func aCorrectedDigitBelongsToItsNumber() async throws {
    #expect(try await lines("<w:p>\(r("1"))\(struck("2"))\(r("5"))</w:p>") == ["15"])
    // Also one that stands higher than the rest.
    let raised = r("3", "<w:position w:val=\"12\"/>")
    #expect(try await lines("<w:p>\(r("1"))\(struck("2"))\(raised)</w:p>") == ["1³"])
  }

  @Test func struckWordsAreKeptWhereNoFiguresAre() async throws {
    let builder = DocxBuilder(
      "<w:p>\(r("管理"))\(struck("暂行"))\(r("办法"))</w:p>"
        + "<w:p>\(r("draft "))\(struck("1"))\(struck("1"))\(r("2 of "))\(struck("May"))</w:p>"
        + "<w:p>\(r("x"))\(r("2", "<w:strike/><w:vertAlign w:val=\"superscript\"/>"))</w:p>")
    let result = try await read(builder)
    #expect(lines(result.value) == ["管理暂行办法", "draft 11 2 of May", "x²"])
    #expect(
      result.issues.map { [$0.code.rawValue, $0.message, $0.location?.description ?? "-"] } == [
        [
          "docx_struck_text_kept",
          "5 pieces of struck-out text are kept as text, the first: 暂行", "paragraph 1",
        ]
      ])
  }

  @Test(arguments: [
    ("共收到", "行政复议", "申请12件", "共收到申请12件"), ("", "二", "三级", "三级"), ("", "无", "3", "3"),
    ("", "１２", "１５", "１５"), ("甲", "（", "乙１", "甲乙１"),
  ])
  func struckWordsAreLeftOutBesideFigures(
    _ before: String, _ gone: String, _ after: String, _ shown: String
  ) async throws {
    let cell = "<w:tc><w:p>\(r(before))\(struck(gone))\(r(after))</w:p></w:tc>"
    #expect(
      try await lines("<w:p>\(r(before))\(struck(gone))\(r(after))</w:p>" + tbl(tr(cell, cell)))
        == [shown, "\(shown)|\(shown)"])
  }

  @Test func theMarksOfStruckTextReachNobody() async throws {
    let hidden = r("乙", "<w:strike/><w:vanish/>")
    let code =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\(struck("TOC"))<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(struck("丙"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let symbol = "<w:r><w:rPr><w:strike/></w:rPr><w:noBreakHyphen/></w:r>"
    #expect(
      try await lines("<w:p>\(r("甲"))\(hidden)\(code)\(symbol)\(struck("丁"))</w:p>") == ["甲丙-丁"])
  }

  @Test func struckBlanksAloneAreNotWorthAWord() async throws {
    let builder = DocxBuilder("<w:p>\(r("公开"))\(struck(" "))\(r("情况"))</w:p>")
    #expect(try await codes(builder) == [])
  }
}
