import PDFObjects
import PagePaint
import TestSupport
import Testing

@testable import PageContents

/// What the reader of content streams makes of one page, 100 points wide and high.
func paint(
  _ operators: String, objects: [String] = [], _ draw: (inout PDFWriter.Page) -> Void = { _ in }
) throws -> PagePaint {
  var page = PDFWriter.Page(width: 100, height: 100)
  page.paint(operators)
  draw(&page)
  var writer = PDFWriter([page])
  writer.objects = objects
  return try paint(writer)
}

/// The same for the first page of `writer`.
func paint(_ writer: PDFWriter) throws -> PagePaint {
  let file = try PDFFile(writer.bytes)
  return try PageContentReader(file).paint(of: try #require(file.pages().first))
}

/// A form XObject with `content`, as an object of a ``PDFWriter``.
func form(_ content: String, _ entries: String = "/BBox [0 0 100 100]") -> String {
  "<< /Type /XObject /Subtype /Form \(entries) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
}

extension PagePaint {
  /// Its glyphs as text, U+FFFD for those without a character.
  var text: String {
    glyphs.map { glyph in
      switch glyph.characters {
      case .one(let scalar): String(scalar)
      case .several(let ligature): ligature.text
      case .untold, .unknown: "\u{FFFD}"
      }
    }.joined()
  }
}
