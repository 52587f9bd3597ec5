import Diagnostics
import DocumentModel
import DocxReading
import TestSupport

/// The document of a package, as lines that a test can compare at once.
///
/// A paragraph is its text; a table row is its positions between bars, `<` for one covered from the left and `^` for one
/// covered from above: `三|^|1.属于国家秘密|0`.
func lines(_ builder: DocxBuilder, limits: Limits = Limits()) async throws -> [String] {
  lines(try await read(builder, limits: limits).value)
}

/// The document whose body is `body`.
func lines(_ body: String) async throws -> [String] {
  try await lines(DocxBuilder(body))
}

func read(
  _ builder: DocxBuilder, limits: Limits = Limits()
) async throws -> Diagnosed<Document> {
  try await DocxReader(limits: limits).read(builder.source())
}

/// The codes of the issues that reading `builder` raises, in order.
func codes(_ builder: DocxBuilder) async throws -> [IssueCode] {
  try await read(builder).issues.map(\.code)
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

/// The code of the failure that reading `bytes` ends in, nil where there is a document.
func failure(of bytes: [UInt8], limits: Limits = Limits()) async -> FailureCode? {
  do throws(Failure) {
    _ = try await DocxReader(limits: limits).read(SourceFile(name: "report.docx", bytes: bytes))
    return nil
  } catch {
    return error.code
  }
}

/// A paragraph of one run.
func p(_ text: String, _ properties: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
}

/// A cell of paragraphs.
func tc(_ properties: String, _ paragraphs: String...) -> String {
  "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraphs.map { p($0) }.joined())</w:tc>"
}

func tr(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }

func tbl(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }

func span(_ count: Int) -> String { "<w:gridSpan w:val=\"\(count)\"/>" }
