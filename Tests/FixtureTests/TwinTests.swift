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
}
