/// Writes small PDF files whose words stand where a test puts them.
///
/// The font is not embedded: `/Encoding /UniGB-UTF16-H` says which characters are meant, and poppler-data knows it. A
/// Chinese character is as wide as the font size, an ASCII one half of it.
package struct PDFWriter {
  /// One page; places are in points from its top left corner.
  package struct Page {
    package var width, height: Double
    /// What viewers turn the page by, clockwise: 0, 90, 180, 270.
    package var rotation: Int
    private(set) var content = ""
    /// What its resources hold besides the two fonts: `/ExtGState << /G1 << /ca 0 >> >>`.
    package var resources = ""
    /// Its fonts besides these two: `/F3 11 0 R`.
    package var fonts = ""
    /// Dictionaries of its annotations: `/Type /Annot /Subtype /Highlight /Rect [0 0 9 9]`.
    package var annotations: [String] = []
    /// What its dictionary holds besides: `/CropBox [0 0 300 300]`.
    package var attributes = ""

    package init(width: Double = 595, height: Double = 842, rotation: Int = 0) {
      self.width = width
      self.height = height
      self.rotation = rotation
    }

    /// Puts `text` on one line with its top left corner at `x` and `top`.
    package mutating func text(_ text: String, x: Double, top: Double, size: Double = 10) {
      show(text, font: "F1", x: x, y: height - top - size * 0.88, size: size)
    }

    /// Puts `text` on one line with its middle at `x`.
    package mutating func centred(_ text: String, x: Double, top: Double, size: Double = 10) {
      self.text(text, x: x - Self.width(of: text, size: size) / 2, top: top, size: size)
    }

    /// Sets `text` upright in a column around `x`, character below character, in a vertical font.
    package mutating func upright(_ text: String, x: Double, top: Double, size: Double = 10) {
      show(text, font: "F2", x: x, y: height - top - size, size: size)
    }

    /// Adds operators as they stand; their places are counted from the bottom.
    package mutating func paint(_ operators: String) { content += operators + "\n" }

    package mutating func line(fromX x: Double, top: Double, toX endX: Double, top endTop: Double) {
      content += "0.5 w \(x) \(height - top) m \(endX) \(height - endTop) l S\n"
    }

    /// Fills a rectangle.
    package mutating func box(x: Double, top: Double, width: Double, height: Double) {
      content += "\(x) \(self.height - top - height) \(width) \(height) re f\n"
    }

    /// Fills the space between a rectangle and one a point smaller on each side.
    package mutating func frame(x: Double, top: Double, width: Double, height: Double) {
      let bottom = self.height - top - height
      content += "\(x) \(bottom) \(width) \(height) re "
      content += "\(x + 1) \(bottom + 1) \(width - 2) \(height - 2) re f*\n"
    }

    /// Puts a table with its top left corner at `x` and `top`.
    ///
    /// With `isTurned` it is drawn for a page turned by 90 degrees, and the corner counts there.
    /// Text is centred both ways, its lines one below the other. An empty text is a blank cell; nil belongs to the
    /// merged cell on its left or, where nothing stands left of it in its row, above it.
    package mutating func table(
      _ rows: [[String?]], x: Double, top: Double, columns: [Double], rowHeight: Double = 24,
      isRuled: Bool = true, isTurned: Bool = false, size: Double = 10
    ) {
      // Turned by 90 degrees the left side of the sheet is the top, so the drawing is turned the other way.
      if isTurned { content += "q 0 1 -1 0 \(height) 0 cm\n" }
      defer { if isTurned { content += "Q\n" } }
      for (index, row) in rows.enumerated() {
        for (column, cell) in row.enumerated() {
          guard let cell else { continue }
          // Nil right of a text is covered by it, unless the text above it reaches down there.
          let spanned = row.indices.suffix(from: column + 1).prefix {
            row[$0] == nil && !reachesDown(rows, index, $0)
          }.count
          let covered = rows[(index + 1)...].indices.prefix {
            rows[$0][column] == nil && reachesDown(rows, $0, column)
          }.count
          let left = x + columns[..<column].reduce(0, +)
          let right = left + columns[column...(column + spanned)].reduce(0, +)
          let upper = top + Double(index) * rowHeight
          let lower = upper + Double(covered + 1) * rowHeight
          if isRuled {
            line(fromX: left, top: upper, toX: right, top: upper)
            line(fromX: left, top: lower, toX: right, top: lower)
            line(fromX: left, top: upper, toX: left, top: lower)
            line(fromX: right, top: upper, toX: right, top: lower)
          }
          let lines = cell.split(separator: "\n")
          for (number, text) in lines.enumerated() {
            let offset = (Double(number) - Double(lines.count) / 2) * size * 1.2
            centred(
              String(text), x: (left + right) / 2, top: (upper + lower) / 2 + offset, size: size)
          }
        }
      }
    }

    /// Whether the nil at this place continues the cell above it: so it is where nothing stands left of it in its row.
    private func reachesDown(_ rows: [[String?]], _ row: Int, _ column: Int) -> Bool {
      row > 0 && rows[row][..<column].allSatisfy { $0 == nil }
    }

    private mutating func show(_ text: String, font: String, x: Double, y: Double, size: Double) {
      let codes = text.utf16.map { unit in
        let digits = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }
      content += "BT /\(font) \(size) Tf \(x) \(y) Td <\(codes.joined())> Tj ET\n"
    }

    private static func width(of text: String, size: Double) -> Double {
      text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? size / 2 : size) }
    }
  }

  package var pages: [Page]
  /// Whether the file asks for a password that nobody knows.
  package var isEncrypted = false
  /// Objects after those of the pages: of a file with one page, the first is 11, the next 12.
  package var objects: [String] = []
  /// What the catalog holds besides the pages.
  package var catalog = ""

  package init(_ pages: [Page]) {
    self.pages = pages
  }

  /// A file of pages that `draw` fills.
  package init(pages count: Int = 1, _ draw: (inout Page, _ number: Int) -> Void) {
    pages = (1...count).map { number in
      var page = Page()
      draw(&page, number)
      return page
    }
  }

  package var bytes: [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R \(catalog) >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(9 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
    ]
    for mode in ["H", "V"] {
      objects.append(
        "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UTF16-\(mode) /DescendantFonts [\(objects.count + 2) 0 R] >>"
      )
      objects.append(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 7 0 R >>"
      )
    }
    objects.append(
      "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"
    )
    let code = (0..<32).map { _ in "5A" }.joined()
    objects.append("<< /Filter /Standard /V 1 /R 2 /O <\(code)> /U <\(code)> /P -4 >>")
    for page in pages {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(page.width) \(page.height)] /Rotate \(page.rotation) \(page.attributes) /Resources << /Font << /F1 3 0 R /F2 5 0 R \(page.fonts) >> \(page.resources) >> /Annots [\(page.annotations.map { "<< \($0) >>" }.joined())] /Contents \(objects.count + 2) 0 R >>"
      )
      objects.append(
        "<< /Length \(page.content.utf8.count) >>\nstream\n\(page.content)\nendstream")
    }
    return file(objects + self.objects)
  }

  private func file(_ objects: [String]) -> [UInt8] {
    var file = "%PDF-1.7\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    let encryption = isEncrypted ? "/Encrypt 8 0 R /ID [<00> <00>] " : ""
    file +=
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(encryption)>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}
