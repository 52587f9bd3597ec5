import Conversion
import DocumentModel
import Foundation
import RecordWriting
import TestSupport
import Testing

private let hasPython = (ProcessInfo.processInfo.environment["PATH"] ?? "")
  .split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/python3")
  }

/// Real reports that lie beside some checkouts, against their hand-made truth.
@Suite(.enabled(if: TestFolders.shared != nil && hasPython)) struct SharedScoreTests {
  @Test(arguments: ["seeds", "samples/annual_reports"])
  func everyCellOfTheRealReportsIsRight(folder: String) async throws {
    let shared = try #require(TestFolders.shared)
    let truth = shared.appending(path: "truth")
    let files = try await records(of: inputs(shared, folder, truth))
    try inTemporaryFolder { temporary in
      try Data(files).write(to: temporary.appending(path: "records.jsonl"))
      let score = shared.appending(path: "score/score.py").path
      let result = try BuiltProgram.shell(
        "python3 '\(score)' records.jsonl '\(truth.path)' --misses 5 --min-cells 1.0",
        in: temporary)
      #expect(result.status == 0, "\(result.text)\(result.errors)")
    }
  }

  /// The file of `folder` for each truth; a truth without one there is met by the report of another folder.
  private func inputs(_ shared: URL, _ folder: String, _ truth: URL) throws -> [URL] {
    let folders = [folder, "seeds", "samples/annual_reports"].map { shared.appending(path: $0) }
    let candidates = try folders.flatMap {
      try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
    }
    return try FileManager.default.contentsOfDirectory(atPath: truth.path)
      .filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
        let stem = String(name.dropLast(5))
        return candidates.first { $0.deletingPathExtension().lastPathComponent == stem }
      }
  }

  private func records(of files: [URL]) async throws -> [UInt8] {
    var writer = RecordWriter()
    var lines: [UInt8] = []
    for file in files {
      let name = file.lastPathComponent
      let source = SourceFile(name: name, bytes: Array(try Data(contentsOf: file)))
      lines += writer.line(await DocumentConverter(limits: .patient).record(of: source, path: name))
    }
    return lines
  }
}
