import Conversion
import Diagnostics
import DocumentModel
import Foundation
import RecordWriting
import ReportRecords
import TestSupport
import Testing

/// Damaged bytes give a record or a failure with a code, in bounded time.
///
/// `GONGKAI_FUZZ` multiplies the number of attempts: 1 takes about a minute, 100 is for a night. One after the other,
/// because a document that waits for its turn would look slow.
@Suite(.serialized) struct RobustnessTests {
  private static let factor =
    ProcessInfo.processInfo.environment["GONGKAI_FUZZ"].flatMap { Int($0) } ?? 1
  /// The bomb is slow by design, and what is left of it after damage shows nothing new.
  private static let cases = FixtureCase.all.filter { !$0.path.hasPrefix("damaged/bomb") }
  private static let timeLimit = Duration.seconds(60)

  @Test(arguments: cases)
  func aTruncatedFileGivesARecordOrACode(fixture: FixtureCase) async throws {
    let count = fixture.file.pathExtension == "pdf" ? 4 : 15
    for bytes in Mutations.truncations(try fixture.bytes(), count: count * Self.factor) {
      await expectAnAnswer(bytes, "\(fixture.path) cut at \(bytes.count)", fixture)
    }
  }

  @Test(arguments: cases)
  func changedBytesGiveARecordOrACode(fixture: FixtureCase) async throws {
    let count = fixture.file.pathExtension == "pdf" ? 6 : 25
    let flips = Mutations.flips(
      try fixture.bytes(), count: count * Self.factor, seed: fixture.path)
    for (index, bytes) in flips.enumerated() {
      await expectAnAnswer(bytes, "\(fixture.path) flip \(index)", fixture)
    }
  }

  @Test(arguments: cases.filter { $0.file.pathExtension == "docx" && $0.folder != "damaged" })
  func changedBytesInsideTheMainPartGiveARecordOrACode(fixture: FixtureCase) async throws {
    let package = try StoredPackage(unpacking: try fixture.bytes())
    let part = "word/document.xml"
    let damaged =
      Mutations.flips(package[part], count: 25 * Self.factor, seed: fixture.path + " inside")
      + Mutations.truncations(package[part], count: 8 * Self.factor)
    for (index, bytes) in damaged.enumerated() {
      var changed = package
      changed[part] = bytes
      await expectAnAnswer(changed.archive(), "\(fixture.path) inner \(index)", fixture)
    }
  }

  private func expectAnAnswer(_ bytes: [UInt8], _ what: String, _ fixture: FixtureCase) async {
    let file = SourceFile(name: fixture.file.lastPathComponent, bytes: bytes)
    let start = ContinuousClock.now
    let record = await DocumentConverter(limits: .patient).record(of: file, path: fixture.path)
    let elapsed = ContinuousClock.now - start
    #expect(record.failure?.code != .internal, "\(what)")
    #expect((record.failure == nil) == (record.status != .failed), "\(what)")
    #expect(elapsed < Self.timeLimit, "\(what) took \(elapsed)")
    var writer = RecordWriter()
    let line = writer.line(record)
    #expect(line.firstIndex(of: UInt8(ascii: "\n")) == line.count - 1, "\(what)")
  }
}
