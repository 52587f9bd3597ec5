import PagePaint
import Testing

@testable import PDFReading

/// A drawing as cairo writes it, of pages of 600 by 800 points.
struct Drawing {
  var bytes: [UInt8]

  /// - Parameters:
  ///   - content: Of a page, or what stands where pages do.
  ///   - definitions: What `<defs>` holds; without it there are none.
  init(_ content: String, definitions: String? = nil, isPage: Bool = true) {
    let defined = definitions.map { "<defs>\n\($0)\n</defs>\n" } ?? ""
    let painted = isPage ? "<g id=\"surface1\">\n\(content)\n</g>\n" : content
    bytes = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      width="600pt" height="800pt" viewBox="0 0 600 800" version="1.2">
      \(defined)\(painted)</svg>

      """.utf8)
  }

  func pages() throws -> [PagePaint] {
    try #require(DrawingListing(bytes)).pages
  }

  /// The only page.
  func page() throws -> PagePaint {
    let pages = try pages()
    try #require(pages.count == 1)
    return pages[0]
  }
}
