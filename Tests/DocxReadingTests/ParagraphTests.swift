import Diagnostics
import DocumentModel
import TestSupport
import Testing

@Suite struct ParagraphTests {
  private func run(_ content: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr>\(content)</w:r>"
  }

  private func t(_ text: String) -> String { "<w:t xml:space=\"preserve\">\(text)</w:t>" }

  @Test func runsOfAParagraphAreOneText() async throws {
    #expect(
      try await lines("<w:p>\(run(t("0527—83593")))\(run(t("059")))</w:p>") == ["0527—83593059"])
  }

  @Test func digitsShownFromTheRightAreNotTaken() async throws {
    let reversed = "<w:bdo w:val=\"rtl\">\(run(t("123")))</w:bdo>"
    #expect(
      try await lines("<w:p>\(run(t("共")))\(reversed)\(run(t("件")))</w:p>") == ["共\u{FFFD}123件"])
    let plain = "<w:bdo w:val=\"ltr\">\(run(t("123")))</w:bdo>"
    #expect(try await lines("<w:p>\(plain)\(run(t("件")))</w:p>") == ["123件"])
  }

  @Test func emptyParagraphsAreNotBlocks() async throws {
    #expect(
      try await lines("<w:p/>\(p("甲"))<w:p><w:r><w:t> </w:t></w:r></w:p>\(p("乙"))") == ["甲", "乙"])
  }

  @Test func paragraphsAreNumberedAsPrinted() async throws {
    let document = try await read(DocxBuilder("\(p("甲"))<w:p/>\(p("乙"))")).value
    #expect(
      document
        == Document(blocks: [
          .paragraph(Paragraph("甲", at: .paragraph(1))),
          .paragraph(Paragraph("乙", at: .paragraph(2))),
        ]))
  }

  @Test(arguments: [
    "<w:br/>", "<w:cr/>", "<w:br w:type=\"page\"/>", "<w:br w:type=\"textWrapping\"/>",
  ])
  func aBreakEndsALineAndBeginsAnother(mark: String) async throws {
    #expect(
      try await lines("<w:p>\(run(t("某市科学技术局") + mark + t("2024年度报告")))</w:p>")
        == ["某市科学技术局", "2024年度报告"])
  }

  @Test func marksOfARunStandForCharacters() async throws {
    let marks = "\(t("a"))<w:tab/>\(t("b"))<w:noBreakHyphen/>\(t("c"))<w:softHyphen/>\(t("d"))"
    #expect(try await lines("<w:p>\(run(marks))</w:p>") == ["a b-cd"])
  }

  @Test func blanksAtTheEndsOfTextCountOnlyWhereTheyAreKept() async throws {
    let runs = "<w:r><w:t>12 </w:t></w:r><w:r><w:t>\n 34</w:t></w:r>"
    #expect(try await lines("<w:p>\(runs)</w:p>") == ["1234"])
    #expect(try await lines("<w:p>\(run(t("12 ")))\(run(t("34")))</w:p>") == ["12 34"])
  }

  @Test func aLineBreakInTheXMLIsABlank() async throws {
    #expect(try await lines(p("a\nb")) == ["a b"])
  }

  @Test func raisedDigitsStayApart() async throws {
    let raised = "<w:vertAlign w:val=\"superscript\"/>"
    #expect(
      try await lines(
        "<w:p>\(run(t("10")))\(run(t("2a"), raised))\(run(t("5"), "<w:vertAlign w:val=\"subscript\"/>"))</w:p>"
      )
        == ["10²a₅"])
  }

  @Test(arguments: [("8", "10²"), ("-6", "10₂"), ("0", "102"), ("4.5pt", "10²"), ("-3pt", "10₂")])
  func digitsOffTheLineStayApart(position: String, text: String) async throws {
    let moved = run(t("2"), "<w:position w:val=\"\(position)\"/>")
    #expect(try await lines("<w:p>\(run(t("10")))\(moved)</w:p>") == [text])
  }

  @Test func aWholeNumberSetOffTheLineIsAsItIs() async throws {
    let lowered = "<w:position w:val=\"-6\"/>"
    #expect(
      try await lines("<w:p>\(run(t("共")))\(run(t("1"), lowered))\(run(t("2"), lowered))</w:p>")
        == ["共12"])
    #expect(try await lines("<w:p>\(run(t("1"), lowered))\(run(t("12")))</w:p>") == ["₁12"])
    let straight = "<w:position w:val=\"-2\"/>"
    #expect(try await lines("<w:p>\(run(t("1"), straight))\(run(t("2")))</w:p>") == ["12"])
  }

  @Test func symbolsBecomeTheCharactersTheyLookLike() async throws {
    let builder = DocxBuilder(
      """
      <w:p>\(run("<w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/>"))\(run(t("是")))\
      \(run(t("£"), "<w:rFonts w:ascii=\"Wingdings 2\"/>"))\
      \(run("<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/>"))\
      \(run("<w:sym w:font=\"Nowhere\" w:char=\"F001\"/>"))</w:p>
      """)
    let result = try await read(builder)
    #expect(lines(result.value) == ["☑是□≥\u{FFFD}"])
    #expect(result.issues.map(\.code) == [.docxSymbolUnmapped])
  }

  @Test func hiddenTextIsLeftOut() async throws {
    let shown = run(t("一"), "<w:vanish w:val=\"0\"/>") + run(t("二"), "<w:webHidden/>")
    let builder = DocxBuilder("<w:p>\(run(t("密"), "<w:vanish/>"))\(shown)</w:p>")
    #expect(try await lines(builder) == ["一二"])
    #expect(try await codes(builder) == [.docxHiddenTextOmitted])
  }

  @Test func aStyleMayHideText() async throws {
    var builder = DocxBuilder(
      "<w:p>\(run(t("密"), "<w:rStyle w:val=\"Derived\"/>"))\(run(t("明"), "<w:rStyle w:val=\"Derived\"/><w:vanish w:val=\"false\"/>"))</w:p>"
        + p("藏", "<w:pStyle w:val=\"Hidden\"/>"))
    builder.styles = """
      <w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Derived"><w:basedOn w:val="Hidden"/></w:style>
      """
    #expect(try await lines(builder) == ["明"])
  }

  @Test func stylesBasedOnEachOtherEndSomewhere() async throws {
    var builder = DocxBuilder(p("甲", "<w:pStyle w:val=\"A\"/>"))
    builder.styles = """
      <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
      <w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="C"/></w:style>
      """
    #expect(try await lines(builder) == ["甲"])
  }

  @Test func aHeadingRunsIntoItsTextWhereItsMarkIsHidden() async throws {
    let heading =
      "<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>\(run(t("一、总体情况。")))</w:p>"
    #expect(try await lines(heading + p("正文")) == ["一、总体情况。正文"])
  }

  @Test func wrappersAreTransparentAtEveryLevel() async throws {
    let inner =
      "<w:smartTag><w:customXml><w:hyperlink r:id=\"x\">\(run(t("乙")))</w:hyperlink></w:customXml></w:smartTag>"
    let body = """
      <w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>
        <w:customXml><w:p><w:sdt><w:sdtContent>\(run(t("甲")))</w:sdtContent></w:sdt>\(inner)</w:p></w:customXml>
      </w:sdtContent></w:sdt>
      """
    #expect(try await lines(body) == ["甲乙"])
    #expect(try await codes(DocxBuilder(body)) == [])
  }

  @Test func placeholderTextIsShownAsInWord() async throws {
    let sdt =
      "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(run(t("单击此处输入文字")))</w:sdtContent></w:sdt>"
    #expect(try await lines("<w:p>\(sdt)</w:p>") == ["单击此处输入文字"])
  }

  private func ruby(_ aid: String, over base: String) -> String {
    run(
      "<w:ruby><w:rubyPr/><w:rt>\(run(t(aid)))</w:rt><w:rubyBase>\(run(t(base)))</w:rubyBase></w:ruby>"
    )
  }

  @Test func readingAidsAreNotesOfTheirParagraph() async throws {
    let builder = DocxBuilder(
      "<w:p>\(ruby("xū", over: "盱"))\(ruby("yí", over: "眙"))\(run(t("县")))</w:p>"
        + "<w:p>\(run(t("1")))\(ruby("2", over: "3"))</w:p>")
    let result = try await read(builder)
    #expect(lines(result.value) == ["盱眙县", "13"])
    #expect(
      result.value.notes == [
        Note(.footnote, "xū yí", at: .part("word/document.xml")),
        Note(.footnote, "2", at: .part("word/document.xml")),
      ])
    #expect(result.issues.map(\.code) == [.docxRubyMoved])
  }

  @Test func oddReadingAidsLoseNothing() async throws {
    // Not in a paragraph; with a paragraph inside; around the code of a field.
    let loose = "<w:rt>\(p("甲"))</w:rt>"
    let nested = "<w:p>\(run("<w:ruby><w:rt>\(p("乙"))</w:rt></w:ruby>"))\(run(t("丙")))</w:p>"
    let code = "<w:fldChar w:fldCharType=\"begin\"/>"
    let field =
      "<w:p>\(run("<w:ruby><w:rt>\(run(t("丁")))\(run(code))</w:rt></w:ruby>"))\(run(t("戊")))</w:p>"
    let result = try await read(DocxBuilder(loose + nested + field))
    #expect(lines(result.value) == ["甲", "丙", "戊"])
    #expect(result.value.notes.map(\.text) == ["乙", "丁"])
  }

  @Test func aFormulaKeepsItsNumbersApart() async throws {
    let formula = """
      <m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>\
      <m:r><m:t>+</m:t></m:r><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>
      """
    #expect(try await lines("<w:p>\(formula)</w:p>") == ["1/2+10^2"])
  }

  @Test func theMarkOfANoteIsNoDigitOfAFigure() async throws {
    let reference = "<w:footnoteReference w:id=\"1\"/>"
    let own = "<w:footnoteReference w:id=\"1\" w:customMarkFollows=\"1\"/><w:t>1</w:t>"
    let raised = "<w:rPr><w:position w:val=\"8\"/><w:sz w:val=\"14\"/></w:rPr><w:t>1</w:t>"
    let lines = try await lines(
      [reference, own, raised].map {
        "<w:p>\(run("<w:t>12</w:t>"))\(run($0))\(run("<w:t>件</w:t>"))</w:p>"
      }.joined())
    #expect(lines == ["12件", "12¹件", "12¹件"])
  }

  @Test func whatCannotBeReadIsNamed() async throws {
    let body = """
      <w:p>\(run("<w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing>"))\
      \(run("<w:drawing><a:graphic><c:chart/></a:graphic></w:drawing>"))\
      \(run("<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object>"))\
      \(run("<w:commentReference w:id=\"1\"/>"))</w:p><w:altChunk r:id="x"/><w:mystery>\(p("?"))</w:mystery>
      """
    let issues = try await read(DocxBuilder(body)).issues
    #expect(
      issues.map(\.message) == [
        "1 pictures are not read", "1 of chart are not read",
        "1 of OLE object Excel.Sheet.12 are not read", "1 comments are left out",
        "1 elements of WordprocessingML are not known and left out",
        "the part that altChunk x imports is not in the package",
      ])
  }

  @Test func textBoxesFollowTheParagraphThatHoldsThem() async throws {
    let box = "<w:txbxContent>\(p("某市人民政府文件"))\(tbl(tr(tc("", "甲"), tc("", "1"))))</w:txbxContent>"
    let modern = "<w:drawing><wps:wsp><wps:txbx>\(box)</wps:txbx></wps:wsp></w:drawing>"
    let old = "<w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict>"
    let both = """
      <mc:AlternateContent><mc:Choice Requires="wps">\(modern)</mc:Choice>\
      <mc:Fallback>\(old)</mc:Fallback></mc:AlternateContent>
      """
    let expected = ["正文在前", "某市人民政府文件", "甲|1", "下文"]
    for content in [modern, old, both] {
      #expect(
        try await lines("<w:p>\(run(t("正文")))\(run(content))\(run(t("在前")))</w:p>\(p("下文"))")
          == expected)
    }
  }

  @Test func theFallbackIsReadWhereTheChoiceIsNotUnderstood() async throws {
    let choice = "<mc:Choice Requires=\"cx\">\(run(t("新")))</mc:Choice>"
    let content =
      "<mc:AlternateContent>\(choice)<mc:Fallback>\(run(t("旧")))</mc:Fallback></mc:AlternateContent>"
    #expect(try await lines("<w:p>\(content)</w:p>") == ["旧"])
  }

  @Test func looseRunsAndNestedParagraphsKeepTheirText() async throws {
    #expect(
      try await lines(
        "\(run(t("甲")))<w:p>\(run(t("乙")))<w:p>\(run(t("丙")))</w:p>\(run(t("丁")))</w:p>")
        == ["甲", "乙", "丙", "丁"])
  }
}
