import Diagnostics
import DocumentModel
import DocxReading
import TestSupport
import Testing

/// What a docx imports of another format: all that programs write which make a docx of a web page.
@Suite struct ImportedPageTests {
  private func read(_ name: String, _ content: String) async throws -> Diagnosed<Document> {
    let body = "\(p("标题"))<w:altChunk r:id=\"c\"/>\(p("尾"))<w:altChunk r:id=\"c\"/>"
    var entries = DocxBuilder(body).entries()
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    for index in entries.indices where entries[index].name == "word/_rels/document.xml.rels" {
      entries[index].content = Array(
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="c" Type="\(type)" Target="/word/\(name)"/></Relationships>
        """.utf8)
    }
    entries.append(ZipBuilder.Entry("word/\(name)", content.utf8))
    let bytes = ZipBuilder(entries).archive()
    return try await DocxReader(limits: Limits()).read(SourceFile(name: "a.docx", bytes: bytes))
  }

  @Test func aPageStandsWhereItIsImported() async throws {
    let table = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"
    let read = try await read("chunk.html", "<p>一、总体情况</p>\(table)")
    let once = ["一、总体情况", "甲|1", "乙|2"]
    #expect(lines(read.value) == ["标题"] + once + ["尾"] + once)
    guard case .table(let second) = read.value.blocks.last else {
      #expect(Bool(false), "the last block is no table")
      return
    }
    #expect(second.rows[1][1].location == .cell(table: 2, row: 2, cell: 2))
  }

  @Test func aPageThatWasSavedAsOneFile() async throws {
    let archive = """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary=b

      --b
      Content-Type: text/html; charset=utf-8

      <p>一、总体情况</p>
      --b--
      """
    #expect(
      lines(try await read("chunk.mht", archive).value) == ["标题", "一、总体情况", "尾", "一、总体情况"])
  }

  @Test func whatIsNoPageIsNamed() async throws {
    let read = try await read("chunk.rtf", "{\\rtf1 text}")
    #expect(lines(read.value) == ["标题", "尾"])
    #expect(read.issues.map(\.code) == [.docxObjectSkipped])
    #expect(read.issues.map(\.location) == [.part("word/chunk.rtf")])
  }
}
