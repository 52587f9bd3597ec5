import Diagnostics
import DocumentModel
import TestSupport
import Testing
import WordBinaryReading

typealias Builder = WordBinaryBuilder
typealias Paragraph = WordBinaryBuilder.Paragraph
typealias Run = WordBinaryBuilder.Run

func modifier(_ code: Int, _ value: Int) -> [UInt8] { Builder.modifier(code, value) }

func read(_ builder: Builder) async throws -> Diagnosed<Document> {
  try await read(builder.file())
}

func read(_ bytes: [UInt8]) async throws -> Diagnosed<Document> {
  try await WordBinaryReader(limits: Limits()).read(SourceFile(name: "报告.doc", bytes: bytes))
}

func failure(of bytes: [UInt8]) async -> Failure? {
  do throws(Failure) {
    _ = try await WordBinaryReader(limits: Limits()).read(SourceFile(name: "报告.doc", bytes: bytes))
    return nil
  } catch {
    return error
  }
}

/// The document as it is printed, a line each, blank ones and marks that guard a line left out.
func lines(_ paragraphs: [Paragraph]) async throws -> [String] {
  try await lines(Builder(paragraphs))
}

func lines(_ builder: Builder) async throws -> [String] {
  lines(of: try await read(builder).value)
}

func lines(of document: Document) -> [String] {
  document.printed().filter { $0 != "\u{2060}" }.split(separator: "\n").map(String.init)
}

func codes(_ builder: Builder) async throws -> [IssueCode] {
  try await read(builder).issues.map(\.code)
}

/// What the mark of a row says: the edges of its cells in twips, and the two bytes of flags of each.
func row(_ edges: [Int], _ flags: [Int] = [], style: [UInt8] = []) -> Paragraph {
  var definition: [UInt8] = [UInt8(edges.count - 1)] + edges.flatMap(Builder.le16)
  for flag in flags { definition += Builder.le16(flag) + [UInt8](repeating: 0, count: 18) }
  return Paragraph(
    "",
    modifier(0x2416, 1) + modifier(0x2417, 1) + Builder.modifier(0xD608, bytes: definition) + style,
    mark: "\u{7}")
}

func cell(_ text: String) -> Paragraph { cell([Run(text)]) }

func cell(_ runs: [Run]) -> Paragraph { Paragraph(runs, modifier(0x2416, 1), mark: "\u{7}") }
