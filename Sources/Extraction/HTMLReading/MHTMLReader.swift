package import Diagnostics
package import DocumentModel

/// Reads a page that was saved as one file (RFC 2557): by a browser, by Word, or as portals export `.doc`.
package struct MHTMLReader: DocumentReader {
  private let limits: Limits

  package init(limits: Limits) {
    self.limits = limits
  }

  /// Whether `bytes` are a message of many parts.
  package static func isArchive(_ bytes: [UInt8]) -> Bool {
    MIMEHeader.read(bytes.prefix(16 << 10)).0.type.hasPrefix("multipart/")
  }

  package func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    try archive(source.bytes)
  }

  /// The document in an archive that is a part of another document.
  package func archive(_ bytes: [UInt8]) throws(Failure) -> Diagnosed<Document> {
    let archive = try MIMEArchive(bytes, limits: limits)
    let pages = archive.pages
    guard let root = pages.first else {
      throw Failure(.htmlNoContent, "No part of the archive is a web page")
    }
    var failure: Failure?
    // The root may be a frame around the page that is meant.
    for page in pages.prefix(Self.mostPages) {
      do throws(Failure) {
        var made = try PageReading(limits: limits).document(
          page.content, charset: page.charset, location: archive.location ?? page.location)
        let others = pages.count - 1
        if others > 0, archive.isSavedByBrowser {
          made.issues.append(
            Issue(
              .htmlPartOmitted, "\(others) more pages of the archive, shown in frames, are not read"
            ))
        }
        return made
      } catch {
        guard error.code == .htmlNoContent else { throw error }
        if failure == nil { failure = error }
      }
    }
    throw failure
      ?? Failure(.htmlNoContent, "The page of \(root.location ?? "the archive") is empty")
  }

  private static let mostPages = 8
}
