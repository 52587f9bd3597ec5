import Diagnostics
import DocumentModel
import DocxReading
import TestSupport
import Testing

/// Text that a damaged or odd document could take with it: it is read, or an issue says that it is lost.
@Suite struct LostTextTests {
  private static let referring = """
    <w:p><w:r><w:t>本年受理申请3件。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
    """

  private var withFootnote: DocxBuilder {
    var builder = DocxBuilder(Self.referring)
    builder.footnotes = "<w:footnote w:id=\"2\">\(p("另有2件转交。"))</w:footnote>"
    return builder
  }

  private func read(_ entries: [ZipBuilder.Entry]) async throws -> Diagnosed<Document> {
    try await DocxReader(limits: Limits()).read(
      SourceFile(name: "report.docx", bytes: ZipBuilder(entries).archive()))
  }

  private let relationships = "word/_rels/document.xml.rels"

  @Test func withoutRelationshipsNotesAreFoundByName() async throws {
    let result = try await read(withFootnote.entries().filter { $0.name != relationships })
    #expect(result.value.notes.map(\.text) == ["另有2件转交。"])
    #expect(
      result.issues == [
        Issue(
          .docxPartMissing, "the part is not in the package; related parts are found by name",
          at: .part(relationships))
      ])
  }

  @Test func aNameThatIsDamagedInTheDirectoryIsRightBesideTheBytes() async throws {
    var entries = withFootnote.entries()
    let index = try #require(entries.firstIndex { $0.name == relationships })
    entries[index].directoryName = "word/_rels/dncument.xml.rels"
    let result = try await read(entries)
    #expect(result.value.notes.map(\.text) == ["另有2件转交。"])
    #expect(
      result.issues == [
        Issue(
          .docxPartDamaged,
          "1 entry has two names in the archive, the first: word/_rels/dncument.xml.rels and \(relationships)",
          at: .part("word/_rels/dncument.xml.rels"))
      ])
    // And the other way round.
    entries[index].directoryName = relationships
    entries[index].name = "word/_rels/dncument.xml.rels"
    let other = try await read(entries)
    #expect(
      other.value.notes == result.value.notes && other.issues.map(\.code) == [.docxPartDamaged])
  }

  @Test func damagedRelationshipsLoseNoNumbersNotesOrHeaders() async throws {
    var builder = withFootnote
    builder.body += """
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>\
      <w:sectPr><w:headerReference r:id="header1"/></w:sectPr>
      """
    builder.numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
      <w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    builder.runningText = [("header1", p("某市年度报告"))]
    var entries = builder.entries()
    let index = try #require(entries.firstIndex { $0.name == relationships })
    entries[index].content = Array("<Relationships><Relation".utf8)
    let result = try await read(entries)
    #expect(lines(result.value) == ["本年受理申请3件。", "一、总体情况"])
    #expect(result.value.notes.map(\.text) == ["另有2件转交。", "某市年度报告"])
    #expect(result.issues.map(\.code) == [.docxPartDamaged])
  }

  @Test func aNoteWithoutRelationshipIsFoundByName() async throws {
    var entries = withFootnote.entries()
    let index = try #require(entries.firstIndex { $0.name == relationships })
    entries[index].content = Array("<Relationships/>".utf8)
    let result = try await read(entries)
    #expect(result.value.notes.map(\.text) == ["另有2件转交。"])
    #expect(
      result.issues.map(\.message) == [
        "no relationship leads to the footnotes; they are found by name"
      ])
  }

  @Test func referencesWithoutTheirNoteAreSaid() async throws {
    let absent = try await read(withFootnote.entries().filter { $0.name != "word/footnotes.xml" })
    #expect(absent.issues.map(\.code) == [.docxPartMissing])
    let none = try await DocxReadingTests.read(DocxBuilder(Self.referring))
    #expect(none.issues.map(\.message) == ["1 footnote is referred to, and the package has none"])
    var builder = withFootnote
    builder.body += Self.referring.replacing("\"2\"", with: "\"3\"")
    let one = try await DocxReadingTests.read(builder)
    #expect(one.value.notes.map(\.text) == ["另有2件转交。"])
    #expect(
      one.issues == [
        Issue(
          .docxPartMissing, "1 footnote is missing that the text refers to",
          at: .part("word/footnotes.xml"))
      ])
  }

  @Test func aHeaderWithoutRelationshipIsSaid() async throws {
    var builder = DocxBuilder(
      p("甲")
        + "<w:sectPr><w:headerReference r:id=\"header1\"/><w:footerReference r:id=\"x\"/></w:sectPr>"
    )
    builder.runningText = [("header1", p("某市年度报告"))]
    let result = try await DocxReadingTests.read(builder)
    #expect(result.value.notes.map(\.text) == ["某市年度报告"])
    #expect(result.issues.map(\.code) == [.docxPartMissing])
  }

  /// Each with the lines that are read, and whether an issue says that more stands there.
  @Test(arguments: [
    ("<w:r><v:foo><w:t>丢失</w:t></v:foo></w:r>", [], true),
    ("<w:r><cx:foo>丢失</cx:foo></w:r>", [], true),
    ("<w:r><cx:foo><cx:bar><w:r><w:t>丢失</w:t></w:r></cx:bar></cx:foo></w:r>", [], true),
    ("<w:r><cx:foo> <cx:bar a=\"1\"/>\n</cx:foo></w:r>", [], false),
    ("<w:r><w:t>甲<cx:foo>丢失</cx:foo>乙</w:t></w:r>", ["甲乙"], true),
    ("<w:r>丢失<w:t>甲</w:t> \n</w:r>", ["甲"], true),
    ("丢失<w:r><w:t>甲</w:t></w:r>", ["甲"], true),
    ("<m:oMath><m:r><m:t>甲</m:t><cx:foo>丢失</cx:foo></m:r></m:oMath>", ["甲"], true),
    ("<w14:conflictIns><w:r><w:t>丢失</w:t></w:r></w14:conflictIns>", [], true),
    ("<w14:conflictInsRangeStart w:id=\"1\"/>", [], false),
    (
      "<w:r><w:drawing><wps:wsp><w:p><w:r><w:t>丢失</w:t></w:r></w:p></wps:wsp></w:drawing></w:r>",
      [], true
    ),
    ("<w:r><w:drawing><a:off>12</a:off></w:drawing></w:r>", [], false),
    ("<w:r><wps:txbx>\(box)</wps:txbx></w:r>", ["框内"], false),
    ("<w:r><cx:foo>\(box)</cx:foo></w:r>", ["框内"], false),
    (
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>\(box)</wps:txbx></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>",
      ["框内"], false
    ),
    (
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>\(box)</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
      ["框内"], false
    ),
    (
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"cx\"><w:t>丢失</w:t></mc:Choice></mc:AlternateContent></w:r>",
      [], true
    ),
  ])
  func textInUnknownElementsIsReadOrSaid(
    content: String, lines expected: [String], isSaid: Bool
  ) async throws {
    let result = try await DocxReadingTests.read(DocxBuilder("<w:p>\(content)</w:p>"))
    #expect(lines(result.value) == expected)
    #expect(result.issues.map(\.code) == (isSaid ? [.docxUnknownElement] : []))
  }

  private static let box = "<w:txbxContent>\(p("框内"))</w:txbxContent>"

  @Test func theIssueShowsWhatIsLost() async throws {
    let result = try await DocxReadingTests.read(
      DocxBuilder(
        "<w:p><w:r><v:foo><w:t>丢失一</w:t></v:foo><v:foo><w:t>丢失二</w:t></v:foo></w:r></w:p>"))
    #expect(
      result.issues.map(\.message) == [
        "2 pieces of text in elements that are not known are left out, the first: 丢失一"
      ])
  }
}
