internal import Diagnostics
internal import PagePaint

/// Reads what `pdftocairo -svg` draws on the pages of a PDF.
///
/// Cairo writes what pages refer to first, then each page:
///
///     <svg … width="595pt" height="842pt" viewBox="0 0 595 842" version="1.2">
///     <defs>
///     <g><symbol overflow="visible" id="glyph0-1"><path style="stroke:none;" d="M 0.5 0 L …"/></symbol></g>
///     <clipPath id="clip1"><path d="M 62 81 L 533 81 L 533 771 L 62 771 Z M 62 81 "/></clipPath>
///     <g id="surface5" clip-path="url(#clip2)">…</g>
///     </defs>
///     <pageSet><page><g id="surface1">
///     <path style=" stroke:none;fill-rule:nonzero;fill:rgb(0%,0%,0%);fill-opacity:1;" d="M 77 363 L …"/>
///     <g style="fill:rgb(0%,0%,0%);fill-opacity:1;"><use xlink:href="#glyph0-1" x="20" y="60"/></g>
///     <use xlink:href="#surface5" transform="matrix(1,0,0,1,62,81)" mask="url(#mask0)"/>
///     </g></page></pageSet>
///     </svg>
///
/// What it doesn't say, and is guessed or left open here: which character a glyph shows (``PaintedGlyph/Characters``),
/// how large a font is and how it is turned (``SVGFont``), and where a stencil stands, of which cairo 1.16 loses the
/// place (a picture as large as what is clipped to, or as the page, which hides nothing). What SVG can't express it
/// paints as a picture of all that lies there, glyphs and lines too; that hides nothing either. Text that isn't painted
/// (rendering mode 3, alpha 0) or lies outside of the page is not in it at all, and neither is what lies outside of a
/// sheet of the size of the first page.
struct DrawingListing {
  /// What is painted on each page, in order.
  private(set) var pages: [PagePaint]

  /// Nil where `bytes` are not a whole drawing, or one with too much in it.
  ///
  /// - Parameters:
  ///   - holdsAllGlyphs: Whether fonts that the file lacks are drawn too; the drawing doesn't say so.
  ///   - limit: How many things there may be on all pages together, and how many definitions.
  init?(_ bytes: [UInt8], holdsAllGlyphs: Bool = false, limit: Int = 200_000) {
    guard bytes.suffix(7).starts(with: "</svg>".utf8) else { return nil }
    do throws(SVGRefusal) {
      pages = try Self.pages(bytes, holdsAllGlyphs: holdsAllGlyphs, limit: limit)
    } catch {
      return nil
    }
  }

  private static func pages(
    _ bytes: [UInt8], holdsAllGlyphs: Bool, limit: Int
  ) throws(SVGRefusal) -> [PagePaint] {
    var scanner = SVGScanner(bytes)
    guard let root = scanner.next(), root.name == .svg, root.form == .opening else {
      throw .malformed
    }
    var page = try emptyPage(root, bytes)
    page.holdsAllGlyphs = holdsAllGlyphs
    var definitions = SVGDefinitions(bytes, limit: limit)
    guard var tag = scanner.next() else { throw .malformed }
    if tag.name == .definitions, tag.form == .opening {
      try definitions.read(&scanner)
      guard let next = scanner.next() else { throw .malformed }
      tag = next
    }
    var painter = SVGPainter(bytes, definitions, page: page, limit: limit)
    while tag.name != .svg || tag.form != .closing {
      switch (tag.name, tag.form) {
      case (.page, .closing), (.page, .empty): try painter.finishPage()
      case (.page, .opening), (.pageSet, _): break
      default: try painter.draw(tag, &scanner)
      }
      guard let next = scanner.next() else { throw .malformed }
      tag = next
    }
    // Around a single page there is no element.
    if painter.pages.isEmpty { try painter.finishPage() }
    painter.finish()
    return painter.pages
  }

  private static func emptyPage(_ root: SVGTag, _ bytes: [UInt8]) throws(SVGRefusal) -> PagePaint {
    let attributes = try SVGAttributes(of: root, in: bytes)
    guard let width = attributes.number(.width), let height = attributes.number(.height),
      (0.0...20_000).contains(width), (0.0...20_000).contains(height)
    else { throw .malformed }
    return PagePaint(width: width, height: height)
  }
}
