import Diagnostics
import DocumentModel
import Foundation
import PDFReading
import TestSupport
import Testing

/// What the two programs write, damaged: inputs that fuzzing began with or found.
@Suite struct ListingTests {
  static let seeds: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fuzzing/Seeds/pdf").standardizedFileURL
    do {
      return try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
    } catch {
      return []
    }
  }()

  private func document(_ seed: URL) async throws -> Document {
    let parts = try Data(contentsOf: seed).split(
      separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    return try await PDFReader(limits: .patient).document(
      words: Array(parts[0]), drawing: Array(parts[1])
    ).value
  }

  @Test(arguments: seeds)
  func allTextOfADocumentIsClean(seed: URL) async throws {
    let texts = try await document(seed).blocks.flatMap { block in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let table): table.rows.flatMap { $0.map(\.text) }
      }
    }
    try #require(!texts.isEmpty)
    #expect(texts.filter { CleanText.line($0) != $0 } == [])
  }

  @Test func twoFiguresInOnePlaceHaveOneBlankBetweenThem() async throws {
    let seed = try #require(Self.seeds.first { $0.lastPathComponent == "two-figures-in-a-cell" })
    #expect(try await document(seed).printed().contains("\t96乙12 87\t"))
  }
}
