import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import PDFReading

/// What becomes of a pdftotext that does not do its work.
@Suite struct BackendTests {
  @Test(arguments: [
    ("echo 'Command Line Error: Incorrect password' >&2; exit 1", FailureCode.encrypted),
    ("exit 1", .pdfCorrupt),
    ("exit 99", .pdfNoPages),
    ("exit 3", .backendFailed),
    ("exit 127", .backendMissing),
    ("echo 'terminate called: std::bad_alloc' >&2; kill -ABRT $$", .backendMemory),
    ("kill -SEGV $$", .backendCrashed),
    ("exit 0", .backendFailed),
    ("printf '<body>\\n<doc>\\n  <page width=\"1.0\" height=\"1.0\">\\n'", .backendFailed),
    (
      "printf '<body>\\n<doc>\\n  <page width=\"595.0\" height=\"842.0\">\\n    <word xMin=\"1.0\" yMin=\"1.0\" xMax=\"9.0\" yMax=\"9.0\">\\377</word>\\n  </page>\\n</doc>\\n</body>\\n</html>\\n'",
      .backendFailed
    ),
    (
      "printf '<body>\\n<doc>\\n  <page width=\"595.0\" height=\"842.0\">\\n    <word xMin=\"1.0\" yMin=\"1.0\" xMax=\"9.0\" yMax=\"9.0\">\\356\\200\\200</word>\\n  </page>\\n</doc>\\n</body>\\n</html>\\n'",
      .textUndecodable
    ),
    ("yes", .backendOutputLimit),
    ("yes | cat", .backendOutputLimit),
    ("yes >&2", .backendOutputLimit),
    ("exec tail -f /dev/null", .backendTimeout),
    ("tail -f /dev/null & wait", .backendTimeout),
    ("trap '' TERM; while :; do :; done", .backendTimeout),
  ])
  func aFailingProgramIsNamed(script: String, code: FailureCode) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "pdftotext")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    var limits = Limits()
    limits.backendSeconds = code == .backendTimeout ? 1 : 60
    limits.backendOutputBytes = 1 << 20
    let reader = PDFReader(limits: limits, tools: PopplerTools(searchPath: folder.path))
    do {
      _ = try await reader.read(SourceFile(name: "a.pdf", bytes: Array("%PDF-1.7".utf8)))
      Testing.Issue.record("no failure")
    } catch {
      #expect(error.code == code, "\(error)")
    }
  }

  @Test(arguments: [
    "exit 1", "kill -SEGV $$", "yes", "echo '<svg '",
  ])
  func withoutADrawingTablesAreReadFromWordsAndFlagged(script: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try #require(PopplerTools.installed().text.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "pdftotext").path, withDestinationPath: text)
    let program = folder.appending(path: "pdftocairo")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    var limits = Limits()
    limits.backendOutputBytes = 1 << 20
    let file = PDFWriter { page, _ in
      page.table(
        [["事项", "甲", "乙"], ["新收", "12", "0"], ["结转", "", "7"]], x: 80, top: 100,
        columns: [120, 60, 60])
    }
    let reader = PDFReader(limits: limits, tools: PopplerTools(searchPath: folder.path))
    let result = try await reader.read(SourceFile(name: "a.pdf", bytes: file.bytes))
    #expect(result.issues.map(\.code) == [.pdfColumnUncertain, .pdfColumnUncertain])
  }

  @Test func hostileCoordinatesAreNoPlaces() throws {
    let words = ["nan", "-nan", "inf", "99999999999999999999.000000", "-1.500000", "2.250000"]
      .map {
        "    <word xMin=\"\($0)\" yMin=\"1.000000\" xMax=\"9.000000\" yMax=\"9.000000\">字&lt;</word>\n"
      }
    let listing = try #require(
      BoxListing(
        Array(
          "<body>\n<doc>\n  <page width=\"nan\" height=\"842.000000\">\n\(words.joined())  </page>\n</doc>\n</body>\n</html>\n"
            .utf8)))
    let page = try #require(listing.pages.first)
    #expect(
      page.words.map(\.box.left) == [-1.5, 2.25] && page.words.map(\.text) == ["字<", "字<"]
        && page.unplaced.count == 4 && page.width == 595)
  }
}
