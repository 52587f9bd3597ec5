package import Diagnostics
package import DocumentModel

/// Reads a page that was saved as one file (RFC 2557): by a browser, by Word, or as portals export `.doc`.
package struct MHTMLReader: DocumentReader {
  private let limits: Limits

  package init(limits: Limits) {
    self.limits = limits
  }

  /// Whether `bytes` are many parts by what their header says, or one page with a field of MIME at its beginning.
  package static func isArchive(_ bytes: [UInt8]) -> Bool {
    let type = MIMEHeader.read(bytes.prefix(16 << 10)).0.type
    if type.hasPrefix("multipart/") { return true }
    guard type == "text/html" || type == "application/xhtml+xml" else { return false }
    let start = String(decoding: bytes.prefix(64), as: UTF8.self).trimmed.lowercased()
    return start.hasPrefix("content-") || start.hasPrefix("mime-version:")
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
    var best: (index: Int, made: Diagnosed<Document>)?
    // The root may hold frames alone, one of which shows the page that is meant: that with most text.
    for (index, page) in pages.enumerated().prefix(Self.mostPages) {
      do throws(Failure) {
        let made = try PageReading(limits: limits).document(
          page.content, charset: page.charset, location: archive.location ?? page.location,
          sheets: archive.sheets)
        if best.map({ Self.size($0.made.value) < Self.size(made.value) }) ?? true {
          best = (index, made)
        }
        if index == 0 { break }
      } catch {
        guard error.code == .htmlNoContent else { throw error }
        if failure == nil { failure = error }
      }
    }
    guard var best else {
      throw failure
        ?? Failure(.htmlNoContent, "The page of \(root.location ?? "the archive") is empty")
    }
    let others = pages.enumerated().count { $0 != best.index && Self.holdsText($1) }
    if others > 0 {
      best.made.issues.append(
        Issue(
          .htmlPartOmitted,
          "\(others) more pages of the archive are not read: look at them in a browser, and save the one that holds the report by itself"
        ))
    }
    return best.made
  }

  private static let mostPages = 8

  /// Bytes of text in a document.
  private static func size(_ document: Document) -> Int {
    document.blocks.reduce(0) { sum, block in
      switch block {
      case .paragraph(let paragraph): sum + paragraph.text.utf8.count
      case .table(let table): table.rows.joined().reduce(sum) { $0 + $1.text.utf8.count }
      }
    }
  }

  /// Whether a page shows more than the empty ones in frames without an address do.
  private static func holdsText(_ page: MIMEArchive.Part) -> Bool {
    let bytes = page.content.span
    var isInTag = false
    var index = bytes.firstIndex(ofTag: "body") ?? 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case UInt8(ascii: "&") where bytes.hasASCIIPrefix("&nbsp;", at: index): index += 5
      case let byte: if !isInTag, byte > 0x20 { return true }
      }
      index += 1
    }
    return false
  }
}
