internal import ConfinedPrograms
package import Diagnostics
package import DocumentModel
internal import PageLayout

extension PDFReader {
  /// The document in what the two programs would write: ``read(_:)`` without them, for tests of what damage there does.
  ///
  /// - Parameters:
  ///   - words: Of `pdftotext -bbox -raw`, which ended well.
  ///   - drawing: Of `pdftocairo -svg`; taken for every range of pages that has as many pages as it.
  package func document(
    words: [UInt8], drawing: [UInt8]
  ) async throws(Failure) -> Diagnosed<Document> {
    let listing = try self.words(
      in: ConfinedProgram.Outcome(output: words, messages: "", status: .exited(0)))
    let pages = DrawingListing(drawing)?.pages
    return try await document(of: CheckedPages(listing.pages), issues: listing.issues) { range in
      pages?.count == range.count ? pages : nil
    }
  }
}
