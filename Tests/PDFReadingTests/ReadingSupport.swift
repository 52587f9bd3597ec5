import Diagnostics
import DocumentModel
import TestSupport

@testable import PDFReading

/// What became of a PDF, as tests compare it: paragraphs as they are, rows with a bar between cells.
struct Reading: Equatable, CustomStringConvertible {
  var blocks: [String]
  var issues: [IssueCode]

  init(_ blocks: [String], issues: [IssueCode] = []) {
    self.blocks = blocks
    self.issues = issues
  }

  init(_ file: PDFWriter) async throws(Failure) {
    try await self.init(file.bytes)
  }

  init(_ bytes: [UInt8]) async throws(Failure) {
    let result = try await PDFReader(limits: .patient).read(SourceFile(name: "a.pdf", bytes: bytes))
    blocks = result.value.blocks.flatMap { block in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let table): table.rows.map { $0.map(\.text).joined(separator: "|") }
      }
    }
    issues = result.issues.map(\.code)
  }

  var description: String { blocks.joined(separator: "\n") + "\n\(issues)" }
}
