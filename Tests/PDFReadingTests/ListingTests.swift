import ConfinedPrograms
import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import PDFReading
@testable import PageLayout

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

/// Text of a PDF of which a part can't be read.
@Suite struct UnreadableTextTests {
  /// What is made of a page with this word.
  private func reading(_ word: [UInt8]) throws -> (words: [String], issues: [IssueCode]) {
    let parts = HostileProgram.answer("|").replacing("\\n", with: "\n").split(separator: "|")
    let reader = PDFReader(limits: .patient, tools: .installed)
    let result = try reader.words(
      in: ConfinedProgram.Outcome(
        output: Array(parts[0].utf8) + word + Array(parts[1].utf8), messages: "",
        status: .exited(0)))
    return (result.pages.flatMap { $0.words.map(\.text) }, result.issues.map(\.code))
  }

  @Test func aWordThatIsNoUTF8IsReadAndSaid() throws {
    // Surrogates as some text of /ActualText has them, one of a pair or two.
    let rest = String(repeating: "政府信息公开", count: 100)
    for invalid: [UInt8] in [[0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80, 0xED, 0xA0, 0x80], [0xFF]] {
      let (words, issues) = try reading(Array("甲".utf8) + invalid + Array(rest.utf8))
      #expect(words.count == 1 && words[0].hasPrefix("甲\u{FFFD}") && words[0].hasSuffix(rest))
      #expect(issues == [.garbledText])
    }
  }

  @Test func whatIsMostlySoundIsRead() throws {
    let (words, issues) = try reading(Array("政府信息公开\u{1}\u{FFFD}\u{E000}\u{1}".utf8))
    #expect(words == ["政府信息公开\u{FFFD}\u{E000}"] && issues == [.garbledText])
    #expect(throws: Failure.self) { try reading(Array("政府\u{FFFD}\u{E000}\u{1}".utf8)) }
  }
}
