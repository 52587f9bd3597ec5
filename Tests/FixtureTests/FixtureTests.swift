import Conversion
import Diagnostics
import DocumentModel
import RecordWriting
import ReportRecords
import TestSupport
import Testing

@Suite struct FixtureTests {
  @Test(arguments: FixtureCase.all + FixtureCase.archives)
  func everyInputGivesItsExpectedFiles(fixture: FixtureCase) async throws {
    var writer = RecordWriter()
    let lines = try await fixture.records().flatMap { writer.line($0) }
    try Golden.check(lines, against: fixture.expectedLine, lines: JSONFacts.lines)
    try Golden.check(await printed(fixture), against: fixture.expectedText) { bytes in
      String(decoding: bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Nil for a failure.
  private func printed(_ fixture: FixtureCase) async throws -> [UInt8]? {
    let source = try fixture.source()
    do throws(Failure) {
      return Array(
        try await FixtureCase.converter.extract(source).value.printed().utf8)
    } catch {
      return nil
    }
  }

  @Test func damagedFilesFailWithACodeAndOtherFilesDoNot() async throws {
    for fixture in FixtureCase.all {
      let record = try await fixture.record()
      let isDamaged = fixture.folder == "damaged"
      #expect((record.status == .failed) == isDamaged, "\(fixture.path)")
      #expect(record.failure?.code != .internal, "\(fixture.path)")
    }
  }
}
