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

  /// Whether `bytes` begin with a field of MIME, and are many parts or one page by what their header says.
  package static func beginsWithHeader(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(64), as: UTF8.self).trimmed.lowercased()
    guard start.hasPrefix("content-") || start.hasPrefix("mime-version:") else { return false }
    let type = MIMEHeader.read(bytes.prefix(16 << 10)).0.type
    return type.hasPrefix("multipart/") || type == "text/html" || type == "application/xhtml+xml"
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
    for (index, page) in pages.enumerated().prefix(Self.mostPages) {
      do throws(Failure) {
        var made = try PageReading(limits: limits).document(
          page.content, charset: page.charset, location: archive.location ?? page.location)
        let others = pages.count - 1
        if others > 0, archive.isSavedByBrowser || Self.holdTables(pages, besides: index) {
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

  /// Whether a page that isn't read holds a table: Word writes headers and notes as pages of their own, which hold none.
  private static func holdTables(_ pages: [MIMEArchive.Part], besides read: Int) -> Bool {
    pages.enumerated().prefix(64).contains { index, page in
      index != read && page.content[...].holds("<table")
    }
  }
}
