import Diagnostics
import DocumentModel
import DocxReading
import TestSupport
import Testing

@Suite struct PackageTests {
  private let body = p("甲")

  /// `builder` with the entry `name` replaced.
  private func replacing(
    _ name: String, in builder: DocxBuilder, by text: String?
  ) -> ZipBuilder {
    var entries = builder.entries()
    entries.removeAll { $0.name == name }
    if let text { entries.append(ZipBuilder.Entry(name, text.utf8)) }
    return ZipBuilder(entries)
  }

  private func read(_ zip: ZipBuilder) async throws -> Diagnosed<Document> {
    try await DocxReader(limits: Limits()).read(
      SourceFile(name: "report.docx", bytes: zip.archive()))
  }

  private func relationships(_ target: String, _ more: String = "") -> String {
    """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" \
    Target="\(target)"\(more)/></Relationships>
    """
  }

  @Test func strictPackagesAreReadTheSame() async throws {
    var builder = DocxBuilder(p("甲") + tbl(tr(tc("", "1"), tc("", "2"))))
    builder.isStrict = true
    #expect(try await lines(builder) == ["甲", "1|2"])
  }

  @Test(arguments: ["hidden/text/main7.xml", "Main.xml"])
  func theMainPartIsWhereTheRelationshipSays(part: String) async throws {
    var builder = DocxBuilder(body)
    builder.mainPart = part
    builder.extraEntries = [
      ZipBuilder.Entry("word/document.xml", DocxBuilder(p("诱饵")).documentXML.utf8)
    ]
    #expect(try await lines(builder) == ["甲"])
  }

  @Test(arguments: [
    "/word/document.xml", "word/./document.xml", "../../word/document.xml", "WORD/Document.xml",
    "word%2Fdocument.xml",
  ])
  func targetsAreNormalized(target: String) async throws {
    let zip = replacing("_rels/.rels", in: DocxBuilder(body), by: relationships(target))
    #expect(lines(try await read(zip).value) == ["甲"])
  }

  @Test func twoPartsWhoseNamesDifferInCaseAreRefusedWhereOneIsMeant() async throws {
    var builder = DocxBuilder(body)
    let second = DocxBuilder(p("诱饵")).documentXML.utf8
    builder.extraEntries = [ZipBuilder.Entry("WORD/Document.xml", second)]
    #expect(await failure(of: builder.bytes()) == .zipCorrupt)
  }

  @Test(arguments: ["file:///etc/passwd", "http://example.invalid/a.xml", "../../etc/passwd"])
  func aTargetOutsideThePackageIsNotFollowed(target: String) async throws {
    let outside = relationships(target, " TargetMode=\"External\"")
    for text in [outside, relationships(target)] {
      let zip = replacing("_rels/.rels", in: DocxBuilder(body), by: text)
      #expect(await failure(of: zip.archive()) == .docxNoMainPart)
    }
  }

  @Test func withoutRelationshipsTheContentTypeTells() async throws {
    let zip = replacing("_rels/.rels", in: DocxBuilder(body), by: nil)
    let result = try await read(zip)
    #expect(lines(result.value) == ["甲"])
    #expect(result.issues.map(\.code) == [.docxPartMissing])
  }

  @Test func otherKindsOfPackageAreNamed() async throws {
    let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    let types = """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Override PartName="/xl/workbook.xml" ContentType="\(sheet)"/></Types>
      """
    let packages: [[(name: String, text: String)]] = [
      [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")],
      [("OFD.xml", "<a/>")], [("readme.txt", "1")],
      [
        ("[Content_Types].xml", types), ("_rels/.rels", relationships("xl/workbook.xml")),
        ("xl/workbook.xml", "<a/>"),
      ],
    ]
    for package in packages {
      #expect(await failure(of: ZipBuilder(package).archive()) == .unsupportedFormat)
    }
  }

  @Test func aMainPartOfAnotherKindIsNoDocument() async throws {
    let zip = replacing(
      "word/document.xml", in: DocxBuilder(body), by: "<html><body>1</body></html>")
    #expect(await failure(of: zip.archive()) == .docxNoMainPart)
  }

  @Test(arguments: ["styles", "numbering"])
  func aDamagedPartIsAnIssueAndTheDocumentIsRead(part: String) async throws {
    var builder = DocxBuilder(body)
    builder.styles = ""
    builder.numbering = ""
    let damaged = try await read(replacing("word/\(part).xml", in: builder, by: "<w:vanish"))
    #expect(lines(damaged.value) == ["甲"])
    #expect(damaged.issues.map(\.code) == [.docxPartDamaged])
    let missing = try await read(replacing("word/\(part).xml", in: builder, by: nil))
    #expect(missing.issues.map(\.code) == [.docxPartMissing])
  }

  @Test func notesThatAreReferredToAreRead() async throws {
    var builder = DocxBuilder(
      "<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id=\"3\"/><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
    )
    builder.footnotes = """
      <w:footnote w:type="separator" w:id="-1">\(p("分隔"))</w:footnote><w:footnote w:id="1">\(p("无人引用"))</w:footnote>\
      <w:footnote w:id="2">\(p("注二"))</w:footnote>\
      <w:footnote w:id="3"><w:p><w:r><w:footnoteRef/><w:t>注三</w:t><w:footnoteReference w:id="3"/></w:r></w:p></w:footnote>
      """
    let part = Location.part("word/footnotes.xml")
    #expect(
      try await DocxReadingTests.read(builder).value
        == Document(
          blocks: [.paragraph(Paragraph("正文", at: .paragraph(1)))],
          notes: [Note(.footnote, "注三", at: part), Note(.footnote, "注二", at: part)]))
  }

  @Test func headersAndFootersOfSectionsAreReadOnce() async throws {
    func section(_ header: String) -> String {
      "<w:sectPr><w:headerReference r:id=\"\(header)\"/><w:footerReference r:id=\"footer1\"/></w:sectPr>"
    }
    var builder = DocxBuilder(
      "<w:p><w:pPr>\(section("header1"))</w:pPr></w:p>" + section("header2"))
    builder.runningText = [
      ("header1", p("某市年度报告")), ("header2", p("某市年度报告")), ("header3", p("不用")),
      ("footer1", p("- 1 -")),
    ]
    #expect(
      try await DocxReadingTests.read(builder).value.notes == [
        Note(.header, "某市年度报告", at: .part("word/header1.xml")),
        Note(.footer, "- 1 -", at: .part("word/footer1.xml")),
      ])
  }

  @Test func aDocumentWithoutTextIsEmpty() async throws {
    #expect(try await DocxReadingTests.read(DocxBuilder("")).value == Document())
  }
}
