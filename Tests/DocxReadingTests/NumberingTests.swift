import Diagnostics
import TestSupport
import Testing

@testable import DocxReading

@Suite struct NumberingTests {
  private func level(
    _ index: Int, _ format: String, _ text: String, _ more: String = ""
  ) -> String {
    """
    <w:lvl w:ilvl="\(index)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/>\(more)\
    <w:lvlText w:val="\(text)"/></w:lvl>
    """
  }

  private func abstract(_ id: Int, _ levels: String...) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels.joined())</w:abstractNum>"
  }

  private func num(_ id: Int, _ abstract: Int, _ more: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(more)</w:num>"
  }

  private func item(_ text: String, _ list: Int = 1, _ level: Int = 0) -> String {
    p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  private func lines(_ body: String, _ numbering: String, styles: String? = nil) async throws
    -> [String]
  {
    var builder = DocxBuilder(body)
    builder.numbering = numbering
    builder.styles = styles
    return try await DocxReadingTests.lines(builder)
  }

  @Test func numbersAreRenderedAsPrinted() async throws {
    let numbering =
      abstract(
        0, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."))
      + num(1, 0)
    #expect(
      try await lines(
        item("总体情况") + item("主动公开情况", 1, 1) + item("加强领导", 1, 2) + item("5万元", 1, 2)
          + item("平台建设", 1, 1) + item("存在问题"), numbering) == [
          "一、总体情况", "（一）主动公开情况", "1.加强领导", "2. 5万元", "（二）平台建设", "二、存在问题",
        ])
  }

  @Test func numbersOfSeveralLevelsAndLegalNumbers() async throws {
    let numbering =
      abstract(
        0, level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "第%3条")) + num(1, 0)
    #expect(
      try await lines(item("a") + item("b", 1, 1) + item("c", 1, 1) + item("为了", 1, 2), numbering)
        == ["I a", "1.1 b", "1.2 c", "第1条 为了"])
  }

  @Test func aListStartsAgainOnlyWhereItSaysSo() async throws {
    let numbering =
      abstract(
        0, level(0, "decimal", "%1."), level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>"))
      + num(1, 0) + num(2, 0)
      + num(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>")
    #expect(
      try await lines(
        item("甲") + item("乙", 1, 1) + item("丙", 2) + item("丁", 2, 1) + item("戊", 3) + item("己", 3),
        numbering) == ["1.甲", "1)乙", "2.丙", "2)丁", "5.戊", "6.己"])
  }

  @Test func anOverriddenLevelIsAnother() async throws {
    let numbering =
      abstract(0, level(0, "decimal", "%1."))
      + num(1, 0, "<w:lvlOverride w:ilvl=\"0\">\(level(0, "upperLetter", "%1)"))</w:lvlOverride>")
    #expect(try await lines(item("x"), numbering) == ["A) x"])
  }

  @Test func aStyleBringsItsLevel() async throws {
    let numbering =
      abstract(
        0, level(0, "decimal", "%1.", "<w:pStyle w:val=\"H1\"/>"),
        level(1, "decimal", "（%2）", "<w:pStyle w:val=\"H2\"/>")) + num(7, 0)
    let styles = """
      <w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
      """
    let body =
      p("甲", "<w:pStyle w:val=\"H1\"/>") + p("乙", "<w:pStyle w:val=\"H2\"/>")
      + p("丙", "<w:pStyle w:val=\"H2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
    #expect(try await lines(body, numbering, styles: styles) == ["1.甲", "（1）乙", "丙"])
  }

  @Test func aNumberingStyleLeadsToItsList() async throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"S\"/></w:abstractNum>"
      + abstract(1, level(0, "decimalEnclosedCircle", "%1")) + num(1, 0) + num(2, 1)
    let styles =
      "<w:style w:type=\"numbering\" w:styleId=\"S\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
    #expect(try await lines(item("甲"), numbering, styles: styles) == ["①甲"])
  }

  @Test func numberingStylesThatLeadInACircleGiveNoNumber() async throws {
    var builder = DocxBuilder(item("甲"))
    builder.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"S\"/></w:abstractNum>"
      + num(1, 0)
    builder.styles =
      "<w:style w:type=\"numbering\" w:styleId=\"S\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    #expect(try await DocxReadingTests.lines(builder) == ["甲"])
    #expect(try await codes(builder) == [.docxNumberingUndefined])
  }

  @Test func aListThatIsNotDefinedIsNamed() async throws {
    let builder = DocxBuilder(item("甲", 9) + item("乙", 9))
    #expect(
      try await read(builder).issues
        == [Issue(.docxNumberingUndefined, "list 9, used 2 times, is not defined")])
  }

  @Test func bulletsAreReadable() async throws {
    let numbering =
      abstract(
        0, level(0, "bullet", "\u{F0D8}", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>"),
        level(1, "bullet", "\u{F0B7}")) + num(1, 0)
    #expect(try await lines(item("甲") + item("乙", 1, 1) + item(""), numbering) == ["➢ 甲", "• 乙"])
  }

  @Test func anEmptyNumberedParagraphShowsItsNumber() async throws {
    let numbering = abstract(0, level(0, "decimal", "%1")) + num(1, 0)
    #expect(try await lines(tbl(tr("<w:tc>\(item(""))</w:tc>", tc("", "甲"))), numbering) == ["1|甲"])
  }

  @Test func theNumberStandsBeforeJoinedParagraphsOnce() async throws {
    let numbering = abstract(0, level(0, "decimal", "%1、")) + num(1, 0)
    let deleted =
      "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>公开</w:t></w:r></w:p>"
    #expect(try await lines(deleted + item("工作") + item("下"), numbering) == ["1、公开工作", "2、下"])
  }

  @Test func aNumberDoesNotGrowIntoItsText() async throws {
    let numbering =
      abstract(0, level(0, "decimal", "%1", "<w:suff w:val=\"nothing\"/>")) + num(1, 0)
    #expect(try await lines(item("5件") + item("件"), numbering) == ["1 5件", "2件"])
  }

  @Test func aLabelWithoutEndIsNoLabel() async throws {
    let numbering =
      abstract(0, level(0, "decimal", String(repeating: "%1", count: 200))) + num(1, 0)
    #expect(try await lines(item("甲"), numbering) == ["甲"])
  }

  @Test(arguments: [
    ("decimal", 12, "12"), ("decimalZero", 3, "03"), ("decimalZero", 12, "12"),
    ("upperRoman", 1994, "MCMXCIV"), ("lowerRoman", 9, "ix"), ("upperRoman", 4000, "4000"),
    ("upperLetter", 26, "Z"), ("lowerLetter", 28, "bb"), ("upperLetter", 781, "781"),
    ("ordinal", 22, "22nd"), ("ordinal", 13, "13th"), ("numberInDash", 3, "- 3 -"),
    ("chineseCounting", 10, "十"), ("chineseCounting", 21, "二十一"), ("chineseCounting", 100, "一〇〇"),
    ("chineseCountingThousand", 11, "十一"), ("chineseCountingThousand", 110, "一百一十"),
    ("chineseCountingThousand", 1_005, "一千零五"), ("chineseCountingThousand", 10_010, "一万零一十"),
    ("taiwaneseCountingThousand", 205, "二百零五"), ("japaneseCounting", 111, "百十一"),
    ("chineseLegalSimplified", 12, "壹拾贰"), ("ideographDigital", 20, "二〇"),
    ("ideographTraditional", 10, "癸"), ("ideographTraditional", 11, "11"),
    ("ideographZodiac", 12, "亥"),
    ("ideographZodiacTraditional", 60, "癸亥"), ("ideographZodiacTraditional", 1, "甲子"),
    ("decimalFullWidth", 10, "１０"), ("decimalEnclosedCircleChinese", 20, "⑳"),
    ("decimalEnclosedCircle", 21, "21"), ("decimalEnclosedFullstop", 1, "⒈"),
    ("decimalEnclosedParen", 2, "⑵"), ("ideographEnclosedCircle", 3, "㊂"), ("bullet", 1, ""),
    ("none", 1, ""), ("chineseCounting", 2_147_483_647, "二一四七四八三六四七"),
    ("chineseCountingThousand", 2_147_483_647, "2147483647"), ("decimal", -5, "-5"),
    ("decimal", .max, "9223372036854775807"),
  ])
  func aNumberInAFormat(name: String, number: Int, text: String) {
    #expect(NumberFormat(named: name)?.text(number) == text)
  }
}
