import Diagnostics
import TestSupport
import Testing

@Suite struct FieldTests {
  private func char(_ type: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>"
  }

  private func code(_ text: String) -> String { "<w:r><w:instrText>\(text)</w:instrText></w:r>" }

  private func r(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }

  @Test func theResultIsShownAndTheCodeIsNot() async throws {
    let field = char("begin") + code("PAGE") + r("代码") + char("separate") + r("3") + char("end")
    #expect(try await lines("<w:p>\(r("第"))\(field)\(r("页"))</w:p>") == ["第3页"])
  }

  @Test func aSimpleFieldShowsWhatItHolds() async throws {
    #expect(
      try await lines("<w:p><w:fldSimple w:instr=\"DATE\">\(r("2025年1月20日"))</w:fldSimple></w:p>")
        == ["2025年1月20日"])
  }

  @Test func aFieldInTheCodeOfAnotherIsPartOfTheCode() async throws {
    let inner = char("begin") + code("X") + char("separate") + r("1") + char("end")
    let field =
      char("begin") + code("IF ") + inner + code(" = 1") + char("separate") + r("是") + char("end")
    #expect(try await lines("<w:p>\(field)</w:p>") == ["是"])
  }

  @Test func aResultMayGoOnOverParagraphs() async throws {
    let body =
      "<w:p>\(char("begin"))\(code("TOC"))\(char("separate"))\(r("一"))</w:p><w:p>\(r("二"))\(char("end"))</w:p>"
    #expect(try await lines(body) == ["一", "二"])
    #expect(try await codes(DocxBuilder(body)) == [])
  }

  @Test func aFieldThatNeverGoesOnHidesNothing() async throws {
    let builder = DocxBuilder("<w:p>\(char("begin"))\(r("甲"))</w:p>\(p("乙"))")
    #expect(try await lines(builder) == ["甲", "乙"])
    #expect(try await codes(builder) == [.docxFieldUnbalanced])
  }

  @Test func endsWithoutABeginningAreOdd() async throws {
    let builder = DocxBuilder("<w:p>\(r("甲"))\(char("end"))\(char("separate"))\(r("乙"))</w:p>")
    #expect(try await lines(builder) == ["甲乙"])
    #expect(try await codes(builder) == [.docxFieldUnbalanced])
  }

  @Test func aFormShowsItsCheckBoxesAndChoices() async throws {
    let box = "<w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData>"
    let list =
      "<w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"甲\"/><w:listEntry w:val=\"乙\"/></w:ddList></w:ffData>"
    func field(_ data: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\">\(data)</w:fldChar></w:r>" + code("FORM")
        + char("end")
    }
    #expect(try await lines("<w:p>\(field(box))\(field(list))</w:p>") == ["☒乙"])
  }

  @Test func aRingedCharacterIsReadFromItsCode() async throws {
    let field = char("begin") + code("eq \\o\\ac(○,7)") + char("end")
    #expect(try await lines("<w:p>\(field)\(r("其他"))</w:p>") == ["⑦其他"])
  }
}
