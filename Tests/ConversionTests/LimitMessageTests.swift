import Conversion
import Diagnostics
import DocumentModel
import InputFiles
import TestSupport
import Testing

private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

private func docx(_ body: String) -> [UInt8] { DocxBuilder(body).bytes() }

private let table =
  "<w:tbl>"
  + String(
    repeating: "<w:tr><w:tc>\(paragraph("a"))</w:tc><w:tc>\(paragraph("b"))</w:tc></w:tr>", count: 3
  )
  + "</w:tbl>"

/// What becomes of `bytes` where the limit `name` is `value`: the code and the message.
private func outcome(_ name: String, _ value: Int, _ bytes: [UInt8]) async throws -> String {
  var limits = Limits()
  // Tests of other parts keep all processors busy for longer than a document may take.
  limits.backendSeconds = 3_600
  let member = try #require(Limits.member(name))
  limits[keyPath: member.keyPath] = value
  do throws(Failure) {
    _ = try await DocumentConverter(limits: limits).extract(SourceFile(name: "a", bytes: bytes))
    return "no failure"
  } catch {
    return "\(error.code.rawValue): \(error.message)"
  }
}

@Test(arguments: [
  ("zip_entries", 1, "zip_limit", docx(paragraph("文"))),
  ("part_bytes", 100, "zip_limit", docx(paragraph(String(repeating: "x", count: 2_000)))),
  ("package_bytes", 100, "zip_limit", docx(paragraph(String(repeating: "x", count: 2_000)))),
  ("xml_depth", 3, "xml_limit", docx(paragraph("文"))),
  ("xml_attributes", 1, "xml_limit", docx("<w:p w:a='1' w:b='2' w:c='3'/>" + paragraph("文"))),
  ("paragraph_bytes", 10, "document_limit", docx(paragraph("十个字以上的一段文字"))),
  ("document_bytes", 10, "document_limit", docx(String(repeating: paragraph("文字"), count: 9))),
  ("table_cells", 3, "document_limit", docx(table)),
  ("paragraph_bytes", 10, "document_limit", Array("十个字以上的一段文字\n".utf8)),
  ("document_bytes", 10, "document_limit", Array("一段。\n\n二段。\n\n三段。\n".utf8)),
  ("text_lines", 2, "document_limit", Array("一段。\n二段。\n三段。\n".utf8)),
  ("table_cells", 3, "document_limit", Array("a\tb\tc\na\tb\tc\na\tb\tc\n".utf8)),
  ("table_columns", 2, "document_limit", Array("a\tb\tc\na\tb\tc\na\tb\tc\n".utf8)),
])
func aFailureNamesTheLimitItMet(
  name: String, value: Int, code: String, bytes: [UInt8]
) async throws {
  let found = try await outcome(name, value, bytes)
  #expect(
    found.hasPrefix(code + ": ") && found.hasSuffix("more than the limit \(name) = \(value)"),
    "\(found)")
}

@Test(arguments: [
  ("pdf_pages", 1, "pdf_limit"), ("document_bytes", 3, "document_limit"),
  ("backend_output_bytes", 9, "backend_output_limit"),
])
func aPDFThatFailsNamesTheLimitItMet(name: String, value: Int, code: String) async throws {
  let file = PDFWriter(pages: 2) { page, _ in page.text("一段文字", x: 90, top: 90) }
  let found = try await outcome(name, value, file.bytes)
  #expect(
    found.hasPrefix(code + ": ") && found.contains("more than the limit \(name) = \(value)"),
    "\(found)")
}

@Test func aFileThatIsTooLargeNamesTheLimit() throws {
  let error = #expect(throws: Failure.self) { try RegularFile.read(#filePath, limit: 5) }
  #expect(error?.message.hasSuffix(Limits.over(.inputBytes, 5)) == true)
}
