import Testing

@Suite struct TwinTests {
  private static let twins = [
    "yunxi-water-2023", "tongling-archives-2020", "wangchuan-market-2023",
  ]

  @Test(arguments: twins, ["docx", "pdf"])
  func theSameReportGivesTheSameRecordInEveryFormat(slug: String, format: String) async throws {
    let text = try await FixtureCase.named("twins/\(slug)/input.txt").record()
    let other = try await FixtureCase.named("twins/\(slug)/input.\(format)").record()
    let difference = LineDifference(from: text.facts, to: other.facts)
    #expect(difference.isEmpty, "txt -, \(format) +\n\(difference)")
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
