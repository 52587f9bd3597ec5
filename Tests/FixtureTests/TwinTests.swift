import Conversion
import Diagnostics
import DocumentModel
import TestSupport
import Testing

@Suite struct TwinTests {
  private static let twins = [
    "yunxi-water-2023", "tongling-archives-2020", "wangchuan-market-2023",
  ]

  @Test(arguments: twins, ["docx", "pdf", "doc"])
  func theSameReportGivesTheSameRecordInEveryFormat(slug: String, format: String) async throws {
    let text = try await FixtureCase.named("twins/\(slug)/input.txt").record()
    let other = try await FixtureCase.named("twins/\(slug)/input.\(format)").record()
    let difference = LineDifference(from: text.facts, to: other.facts)
    #expect(difference.isEmpty, "txt -, \(format) +\n\(difference)")
  }

  /// Not only the record, but all of the document that it is made of.
  @Test(arguments: [
    "twins/yunxi-water-2023", "twins/tongling-archives-2020", "twins/wangchuan-market-2023",
    "numbering-chinese-counting", "grid-span", "nested-table", "text-box", "hidden-text",
    "footnotes",
  ])
  func aDocumentIsTheSameInWordsOldFormat(name: String) async throws {
    let isTwin = name.hasPrefix("twins/")
    let docx = try await printed(isTwin ? "\(name)/input.docx" : "docx/\(name)/input.docx")
    let doc = try await printed(isTwin ? "\(name)/input.doc" : "doc/\(name)/input.doc")
    let difference = LineDifference(from: docx, to: doc)
    #expect(difference.isEmpty, "docx -, doc +\n\(difference)")
  }

  private func printed(_ path: String) async throws -> [String] {
    let document = try await DocumentConverter(limits: .patient)
      .extract(FixtureCase.named(path).source())
    return document.value.printed().split(separator: "\n").map(String.init)
  }

  private static let originals = [
    "2021": "twins/wangchuan-market-2023/input.docx",
    "2019": "twins/tongling-archives-2020/input.docx",
    "legacy": "reports/songping-transport-2017/input.txt",
  ]
  private static let pages = FixtureCase.all.filter { fixture in
    fixture.folder == "html" && originals.keys.contains { fixture.path.contains("-\($0)/") }
  }

  @Test(arguments: pages)
  func aPageGivesTheRecordOfTheDocumentInIt(page: FixtureCase) async throws {
    let edition = try #require(Self.originals.keys.first { page.path.contains("-\($0)/") })
    let original = try await FixtureCase.named(try #require(Self.originals[edition])).record()
    let other = try await page.record()
    let difference = LineDifference(from: original.facts, to: other.facts)
    #expect(difference.isEmpty, "the document -, its page +\n\(difference)")
  }
}
