import Diagnostics
import DocumentModel
import TestSupport
import Testing

@Suite struct HostileInputTests {
  private let report = DocxBuilder(
    p("某市年度报告") + tbl(tr(tc(span(2), "甲"), tc("", "1")), tr(tc("", "乙"), tc("", "2"), tc("", "3"))))

  /// The package of `builder` with its main part replaced.
  private func package(_ xml: String) -> ZipBuilder {
    var entries = report.entries()
    for index in entries.indices where entries[index].name == "word/document.xml" {
      entries[index].content = Array(xml.utf8)
    }
    return ZipBuilder(entries)
  }

  @Test func aPackageCutOffAnywhereFails() async throws {
    var builder = report
    builder.styles = String(repeating: "<w:style w:styleId=\"x\"/>", count: 500)
    let bytes = builder.bytes()
    for count in stride(from: 0, to: bytes.count, by: 997) {
      #expect(await failure(of: Array(bytes[..<count])) == .zipCorrupt, "\(count) bytes")
    }
  }

  @Test func anXMLCutOffAnywhereFails() async throws {
    let xml = report.documentXML
    for count in stride(from: 1, to: xml.count - 1, by: 97) {
      #expect(await failure(of: package(String(xml.prefix(count))).archive()) == .xmlMalformed)
    }
  }

  @Test func everyFlippedByteGivesADocumentOrAFailure() async throws {
    let bytes = DocxBuilder(p("甲") + tbl(tr(tc("", "1"), tc("", "2")))).bytes()
    for offset in stride(from: 0, to: bytes.count, by: 3) {
      var flipped = bytes
      flipped[offset] ^= 0x11
      #expect(await failure(of: flipped) != .internal)
    }
  }

  @Test func anEncryptedMainPartIsEncrypted() async throws {
    var zip = package(report.documentXML)
    for index in zip.entries.indices { zip.entries[index].isEncrypted = true }
    #expect(await failure(of: zip.archive()) == .encrypted)
  }

  @Test func aBombInTheMainPartIsALimit() async throws {
    var limits = Limits()
    limits.partBytes = 1 << 20
    var entries = report.entries().filter { $0.name != "word/document.xml" }
    entries.append(ZipBuilder.Entry("word/document.xml", zeros: 20 << 20))
    // The content is no XML either, but the parser may notice that first.
    let code = await failure(of: ZipBuilder(entries).archive(), limits: limits)
    #expect(code == .zipLimit || code == .xmlMalformed)
    limits.partBytes = 2_000
    #expect(
      await failure(
        of: DocxBuilder(p(String(repeating: "x", count: 3_000))).bytes(), limits: limits)
        == .zipLimit)
  }

  @Test func aDamagedChecksumOfTheMainPartFails() async throws {
    var zip = package(report.documentXML)
    for index in zip.entries.indices where zip.entries[index].name == "word/document.xml" {
      zip.entries[index].declaredChecksum = 7
    }
    #expect(await failure(of: zip.archive()) == .zipCorrupt)
  }

  @Test func aDocumentTypeIsRefusedInEveryPart() async throws {
    #expect(await failure(of: package("<!DOCTYPE a><a/>").archive()) == .xmlDTD)
    var zip = ZipBuilder(report.entries())
    zip.entries[1].content = Array("<!DOCTYPE a><a/>".utf8)
    #expect(await failure(of: zip.archive()) == .xmlDTD)
  }

  @Test func nestingWithoutEndIsALimit() async throws {
    let deep = String(repeating: "<w:sdt><w:sdtContent>", count: 100_000)
    #expect(await failure(of: DocxBuilder(deep).bytes()) == .xmlLimit)
    let tables =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: 60) + p("底")
      + String(repeating: "</w:tc></w:tr></w:tbl>", count: 60)
    #expect(try await lines(tables) == ["底"])
  }

  @Test(.timeLimit(.minutes(15)))
  func aTagOf400000AttributesEndsSoon() async throws {
    var body = "<w:p"
    for index in 0..<400_000 { body += " a\(index)=\"\"" }
    #expect(await failure(of: DocxBuilder(body + "/>").bytes()) == .xmlLimit)
  }

  @Test(.timeLimit(.minutes(15)))
  func aHundredThousandRunsAreOneParagraph() async throws {
    let runs = String(repeating: "<w:r><w:t>1</w:t></w:r>", count: 100_000)
    let document = try await read(DocxBuilder("<w:p>\(runs)</w:p>")).value
    #expect(
      document.blocks
        == [.paragraph(Paragraph(String(repeating: "1", count: 100_000), at: .paragraph(1)))])
  }

  @Test(.timeLimit(.minutes(15)))
  func manyDeletedMarksAreJoinedInTime() async throws {
    let one = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>公开</w:t></w:r></w:p>"
    let document = try await read(DocxBuilder(String(repeating: one, count: 50_000))).value
    #expect(document.blocks.count == 1)
  }

  @Test(.timeLimit(.minutes(15)))
  func aMessOfMergesIsATable() async throws {
    let rows = (0..<200).map { row in
      let cells = (0..<30).map { column in
        let merge = (row * 7 + column * 3) % 3
        return tc(
          span((row + column) % 4 + 1)
            + (merge == 0 ? "<w:vMerge/>" : merge == 1 ? "<w:vMerge w:val=\"restart\"/>" : ""),
          "\(column)")
      }
      return "<w:tr><w:trPr><w:gridBefore w:val=\"\(row % 5)\"/></w:trPr>\(cells.joined())</w:tr>"
    }
    let document = try await read(DocxBuilder("<w:tbl>\(rows.joined())</w:tbl>")).value
    guard case .table(let table) = try #require(document.blocks.first) else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count == 200)
    #expect(table.rows.allSatisfy { $0.count == table.columnCount })
  }

  @Test func aParagraphOrDocumentBeyondItsLimitFails() async throws {
    var limits = Limits()
    limits.paragraphBytes = 100
    #expect(
      await failure(of: DocxBuilder(p(String(repeating: "公", count: 50))).bytes(), limits: limits)
        == .documentLimit)
    limits = Limits()
    limits.documentBytes = 100
    #expect(
      await failure(
        of: DocxBuilder(String(repeating: p("公开"), count: 50)).bytes(), limits: limits)
        == .documentLimit)
  }
}
