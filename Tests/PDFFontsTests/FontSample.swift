import PDFFonts
import PDFObjects

/// A font in a PDF of its own, and what it makes of strings.
struct FontSample {
  let font: PDFFont

  /// - Parameters:
  ///   - dictionary: As it stands in the file, without `<<` and `>>`.
  ///   - objects: Those that it refers to, the first as `2 0 R`.
  init(_ dictionary: String, _ objects: [Object] = []) throws(PDFRefusal) {
    let file = try PDFFile(Self.file([Object("<< /Type /Font \(dictionary) >>")] + objects))
    let object = try file.resolve(.reference(PDFReference(1)))
    font = try PDFFont(object.dictionary ?? PDFDictionary(), in: file)
  }

  /// A Type 0 font that is not embedded.
  ///
  /// - Parameter objects: The first is `3 0 R`.
  init(
    encoding: String, ordering: String = "Identity", metrics: String = "", entries: String = "",
    _ objects: [Object] = []
  ) throws(PDFRefusal) {
    try self.init(
      "/Subtype /Type0 /Encoding \(encoding) /DescendantFonts [2 0 R] \(entries)",
      [
        Object(
          """
          << /Type /Font /Subtype /CIDFontType2 /CIDSystemInfo \
          << /Registry (Adobe) /Ordering (\(ordering)) /Supplement 0 >> \(metrics) >>
          """)
      ] + objects)
  }

  /// A Type 1 font whose glyphs are half an em wide.
  init(encoding: String, toUnicode: Object? = nil, entries: String = "") throws(PDFRefusal) {
    let widths = String(repeating: "500 ", count: 256)
    let reference = toUnicode == nil ? "" : "/ToUnicode 2 0 R"
    try self.init(
      "/Subtype /Type1 /BaseFont /Foo \(encoding) \(reference) /FirstChar 0 /Widths [\(widths)] \(entries)",
      toUnicode.map { [$0] } ?? [])
  }

  /// All glyphs of a shown string.
  func glyphs(_ bytes: [UInt8]) -> [FontGlyph] {
    var position = 0
    var glyphs: [FontGlyph] = []
    while let glyph = font.next(in: bytes, at: &position, before: bytes.count) {
      glyphs.append(glyph)
    }
    return glyphs
  }

  /// The characters of a shown string: `∅` for one that the font doesn't say, `¿` for one that only poppler knows, `{fi}`
  /// for several of one glyph.
  func text(_ bytes: [UInt8]) -> String {
    glyphs(bytes).map { glyph in
      switch glyph.characters {
      case .one(let scalar): String(Character(scalar))
      case .several(let text): "{\(text)}"
      case .untold: "¿"
      case .unknown: "∅"
      }
    }.joined()
  }

  func text(_ string: String) -> String { text(Array(string.utf8)) }

  /// In thousandths of an em.
  func widths(_ bytes: [UInt8]) -> [Double] {
    glyphs(bytes).map { ($0.width * 1_000_000).rounded() / 1000 }
  }

  func widths(_ string: String) -> [Double] { widths(Array(string.utf8)) }

  /// An object of a PDF: its text, or the bytes of a stream.
  struct Object {
    var bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    init(stream: [UInt8], _ entries: String = "") {
      bytes =
        Array("<< /Length \(stream.count) \(entries) >>\nstream\n".utf8) + stream
        + Array("\nendstream".utf8)
    }

    /// A CMap whose operators `body` are.
    static func cmap(_ body: String, _ entries: String = "") -> Object {
      Object(
        stream: Array("/CIDInit /ProcSet findresource begin begincmap\n\(body)\nendcmap end".utf8),
        entries)
    }
  }

  private static func file(_ objects: [Object]) -> [UInt8] {
    let catalog = objects.count + 1
    var file = Array("%PDF-1.7\n".utf8)
    var offsets: [Int] = []
    for (index, object) in (objects + [Object("<< /Type /Catalog >>")]).enumerated() {
      offsets.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + object.bytes + Array("\nendobj\n".utf8)
    }
    let start = file.count
    var tail = "xref\n0 \(catalog + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      tail += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    tail += "trailer\n<< /Size \(catalog + 1) /Root \(catalog) 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return file + Array(tail.utf8)
  }
}
