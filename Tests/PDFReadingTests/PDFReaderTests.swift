import Diagnostics
import DocumentModel
import Testing

@testable import PDFReading

@Suite struct PDFReaderTests {
  @Test func whatIsNoPDFIsCorrupt() async {
    await #expect(throws: Failure(.pdfCorrupt, "the PDF is damaged beyond reading")) {
      try await PDFReader(limits: Limits()).read(
        SourceFile(name: "a.pdf", bytes: Array("hello".utf8)))
    }
  }
}
