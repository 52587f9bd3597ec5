import Conversion
import DocumentModel
import Foundation
import RecordWriting
import ReportRecords
import TestSupport
import Testing

/// An input below `Fixtures/` and the files that say what must come of it.
struct FixtureCase: Sendable, CustomTestStringConvertible {
  /// Relative to `Fixtures/`: `reports/yunxi-housing-2020/input.txt`.
  let path: String
  /// Whether its folder has other inputs, so that the format is part of the expected files' names.
  private let isTwin: Bool

  var testDescription: String { path }
  var folder: String { String(path.split(separator: "/")[0]) }
  var file: URL { TestFolders.fixtures.appending(path: path) }
  /// The document as `gongkai extract` prints it.
  var expectedText: URL { expected("txt") }
  /// The output line.
  var expectedLine: URL { expected("jsonl") }

  private func expected(_ kind: String) -> URL {
    let format = isTwin ? "-\(file.pathExtension)" : ""
    return file.deletingLastPathComponent().appending(path: "expected\(format).\(kind)")
  }

  /// Every document, in the order of their paths.
  static let all = inputs.filter { $0.folder != "archives" }
  /// The archives of documents.
  static let archives = inputs.filter { $0.folder == "archives" }

  private static let inputs: [FixtureCase] = {
    let root = TestFolders.fixtures
    let names = (FileManager.default.enumerator(atPath: root.path)?.allObjects ?? [])
      .compactMap { $0 as? String }
    let inputs = names.filter { URL(filePath: $0).lastPathComponent.hasPrefix("input.") }.sorted()
    let folders = inputs.map { URL(filePath: $0).deletingLastPathComponent().path }
    return zip(inputs, folders).map { input, folder in
      FixtureCase(path: input, isTwin: folders.count { $0 == folder } > 1)
    }
  }()

  static func named(_ path: String) throws -> FixtureCase {
    try #require(all.first { $0.path == path }, "no fixture \(path)")
  }

  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: file)) }

  func source() throws -> SourceFile {
    SourceFile(name: file.lastPathComponent, bytes: try bytes())
  }

  /// LibreOffice is on some machines and not on others, and its versions write one document in several ways.
  static let converter = DocumentConverter(
    limits: .patient, programs: ConversionPrograms(searchPath: "/nowhere"))

  /// One, or one for each member of an archive.
  func records() async throws -> [Record] {
    var input = await InputRecords(
      of: try source(), path: path, Self.converter)
    var records: [Record] = []
    while let record = await input.next() { records.append(record) }
    return records
  }

  func record() async throws -> Record {
    await Self.converter
      .record(of: try source(), path: path)
  }
}
