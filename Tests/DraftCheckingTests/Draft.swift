import Conversion
import DocumentModel
import Foundation
import RecordReading
import RecordWriting
import TestSupport
import Testing

/// A report without a fault, changed as its author might have.
enum Draft {
  /// The record of the report after each of `edits`: the first string, which must be there, replaced by the second.
  static func record(_ edits: (String, String)...) async throws -> RecordView {
    try await record(edits)
  }

  static func record(_ edits: [(String, String)]) async throws -> RecordView {
    var text = try String(contentsOf: original, encoding: .utf8)
    for (old, new) in edits {
      #expect(text.contains(old), "\(old) is not in the report")
      text = text.replacing(old, with: new)
    }
    let record = await DocumentConverter().record(
      of: SourceFile(name: "draft.txt", bytes: Array(text.utf8)), path: "draft.txt")
    var writer = RecordWriter()
    return try #require(RecordView(writer.line(record)))
  }

  private static let original = TestFolders.package.appending(
    path: "Fixtures/twins/yunxi-water-2023/input.txt")
}
