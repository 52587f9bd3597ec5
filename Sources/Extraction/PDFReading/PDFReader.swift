package import Diagnostics
package import DocumentModel

/// Reads PDF files with a text layer, through `pdftotext` of poppler-utils.
package struct PDFReader: DocumentReader {
  private let limits: Limits

  package init(limits: Limits) {
    self.limits = limits
  }

  package func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    throw Failure(.unsupportedFormat, "PDF is not read yet")
  }
}
