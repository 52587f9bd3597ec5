package import Diagnostics
package import DocumentModel

/// Reads WordprocessingML packages (ECMA-376, Transitional and Strict).
package struct DocxReader: DocumentReader {
  private let limits: Limits

  package init(limits: Limits) {
    self.limits = limits
  }

  package func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    throw Failure(.unsupportedFormat, "docx is not read yet")
  }
}
