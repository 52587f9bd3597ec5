package import Diagnostics
package import DocumentModel

/// Reads a web page: what its readers see of the document in it, without the site around it.
///
/// Nothing is fetched and no script is run: a page whose article comes by a script is ``FailureCode/htmlNoContent``.
package struct HTMLReader: DocumentReader {
  private let limits: Limits

  package init(limits: Limits) {
    self.limits = limits
  }

  package func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    try page(source.bytes)
  }

  /// The document in a page that is a part of another document.
  package func page(_ bytes: [UInt8]) throws(Failure) -> Diagnosed<Document> {
    try PageReading(limits: limits).document(bytes)
  }
}
