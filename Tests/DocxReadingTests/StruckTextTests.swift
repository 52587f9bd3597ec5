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
        + p("旧", "<w:pStyle w:val=\"Gone\"/>"))
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
        table.replacing("strike", with: "b") + p("甲") + "<w:p>\(struck("乙"))\(r("丙"))</w:p>"))
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
  }

  @Test func struckBlanksAloneAreNotWorthAWord() async throws {
    let builder = DocxBuilder("<w:p>\(r("公开"))\(struck(" "))\(r("情况"))</w:p>")
    #expect(try await codes(builder) == [])
  }
}
