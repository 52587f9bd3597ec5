package import Diagnostics
package import DocumentModel

/// Reads plain text: the form that ``Document/printed()`` writes, and the other forms that reports are saved in.
package struct PlainTextReader: DocumentReader {
  private let limits: Limits

  package init(limits: Limits) {
    self.limits = limits
  }

  package func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    throw Failure(.unsupportedFormat, "text is not read yet")
  }
}
