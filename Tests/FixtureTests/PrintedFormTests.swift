import Conversion
import Diagnostics
import DocumentModel
import TestSupport
import Testing

@Suite struct PrintedFormTests {
  private static let readable = FixtureCase.all.filter { $0.folder != "damaged" }

  @Test(arguments: readable)
  func thePrintedDocumentParsesToTheSameRecord(fixture: FixtureCase) async throws {
    let source = try fixture.source()
    let document = try await DocumentConverter(limits: .patient).extract(source).value
    let printed = SourceFile(name: source.name, bytes: Array(document.printed().utf8))
    let again = await DocumentConverter(limits: .patient).record(
      of: printed, path: fixture.path, as: .text)
    let difference = LineDifference(from: try await fixture.record().facts, to: again.facts)
    #expect(difference.isEmpty, "document -, printed +\n\(difference)")
  }

  @Test(arguments: readable)
  func printingWhatWasPrintedChangesNothing(fixture: FixtureCase) async throws {
    let printed = try await DocumentConverter(limits: .patient).extract(try fixture.source()).value
      .printed()
    let source = SourceFile(name: "printed.txt", bytes: Array(printed.utf8))
    let again = try await DocumentConverter(limits: .patient).extract(source, as: .text).value
      .printed()
    let difference = LineDifference(from: lines(printed), to: lines(again))
    #expect(difference.isEmpty, "\(difference)")
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
