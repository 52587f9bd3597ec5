import Diagnostics
import DocumentModel
import HTMLReading

/// The document of a page, as lines that a test can compare at once.
///
/// A paragraph is its text; a table row is its positions between bars, `<` for one covered from the left and `^` for one
/// covered from above: `三|^|1.属于国家秘密|0`.
func lines(_ page: String) async throws -> [String] { lines(try await read(page).value) }

func read(_ page: String, limits: Limits = Limits()) async throws -> Diagnosed<Document> {
  try await read(Array(page.utf8), limits: limits)
}

func read(_ bytes: [UInt8], limits: Limits = Limits()) async throws -> Diagnosed<Document> {
  try await HTMLReader(limits: limits).read(SourceFile(name: "报告.html", bytes: bytes))
}

func archive(_ message: String) async throws -> Diagnosed<Document> {
  let bytes = Array(message.replacingLineEnds.utf8)
  return try await MHTMLReader(limits: Limits()).read(SourceFile(name: "报告.mht", bytes: bytes))
}

/// The codes of the issues that reading a page raises, in order.
func codes(_ page: String) async throws -> [IssueCode] { try await read(page).issues.map(\.code) }

/// The code of the failure; nil where there is a document.
func failure(_ page: String, limits: Limits = Limits()) async -> FailureCode? {
  do throws(Failure) {
    _ = try await HTMLReader(limits: limits).read(
      SourceFile(name: "报告.html", bytes: Array(page.utf8)))
    return nil
  } catch {
    return error.code
  }
}

/// The same of an archive.
func archiveFailure(_ message: String) async -> FailureCode? {
  do throws(Failure) {
    _ = try await MHTMLReader(limits: Limits()).read(
      SourceFile(name: "报告.mht", bytes: Array(message.utf8)))
    return nil
  } catch {
    return error.code
  }
}

func lines(_ document: Document) -> [String] {
  document.blocks.flatMap { block in
    switch block {
    case .paragraph(let paragraph): [paragraph.text]
    case .table(let table): table.rows.map { $0.map(mark).joined(separator: "|") }
    }
  }
}

private func mark(_ cell: TableCell) -> String {
  switch cell.coverage {
  case .own: cell.text
  case .coveredFromLeft: "<"
  case .coveredFromAbove: "^"
  }
}

extension String {
  /// With CR LF at the ends of lines, as mail has it.
  var replacingLineEnds: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }
}
