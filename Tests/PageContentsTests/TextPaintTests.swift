import Diagnostics
import PDFObjects
import PagePaint
import TestSupport
import Testing

@testable import PageContents

/// Glyphs: which characters, where, how large, how turned, and whether they are seen.
///
/// The font is as wide as high for Chinese characters, half as wide for ASCII; `<6587 005A>` is 文Z.
@Suite struct TextPaintTests {
  @Test func glyphsFollowOneAnotherByTheirWidths() throws {
    let paint = try paint("BT /F1 10 Tf 20 50 Td <6587005A65B9> Tj ET")
    #expect(paint.text == "文Z方")
    #expect(
      paint.glyphs.map(\.origin) == [
        PagePoint(x: 20, y: 50), PagePoint(x: 30, y: 50), PagePoint(x: 35, y: 50),
      ])
    #expect(paint.glyphs.map(\.advance) == [10, 5, 10])
    #expect(paint.glyphs.map(\.size) == [10, 10, 10])
    #expect(paint.glyphs.map(\.turn) == [0, 0, 0])
    #expect(
      paint.glyphs[1].box == BoundingBox(left: 30, top: 42.4, right: 35, bottom: 50.6))
  }

  @Test func spacingScalingRiseAndOffsetsMoveGlyphs() throws {
    let paint = try paint(
      "BT /F1 10 Tf 1 Tc 50 Tz 3 Ts 10 50 Td [<0031> -1000 <0032>] TJ ET")
    #expect(
      paint.glyphs.map(\.origin) == [PagePoint(x: 10, y: 47), PagePoint(x: 18, y: 47)])
    #expect(paint.glyphs.map(\.advance) == [2.5, 2.5])
  }

  @Test func linesBeginWhereTheirOperatorsSay() throws {
    let paint = try paint(
      """
      BT /F1 10 Tf 12 TL 10 90 Td <0031> Tj T* <0032> Tj <0033> ' 0 0 <0034> \" \
      5 -10 TD <0035> Tj T* <0036> Tj 1 0 0 1 50 50 Tm <0037> Tj ET
      """)
    #expect(paint.text == "1234567")
    #expect(
      paint.glyphs.map(\.origin) == [
        PagePoint(x: 10, y: 10), PagePoint(x: 10, y: 22), PagePoint(x: 10, y: 34),
        PagePoint(x: 10, y: 46), PagePoint(x: 15, y: 56), PagePoint(x: 15, y: 66),
        PagePoint(x: 50, y: 50),
      ])
  }

  @Test func aTurnedTextHasATurnAndABoxAroundIt() throws {
    let paint = try paint("BT /F1 10 Tf 0 1 -1 0 50 50 Tm <6587> Tj ET")
    #expect(paint.glyphs.map(\.turn) == [-90])
    #expect(paint.glyphs.map(\.origin) == [PagePoint(x: 50, y: 50)])
    let box = paint.glyphs[0].box
    #expect(abs(box.left - 42.4) < 1e-9)
    #expect(abs(box.top - 40) < 1e-9)
    #expect(abs(box.right - 50.6) < 1e-9)
    #expect(abs(box.bottom - 50) < 1e-9)
  }

  @Test(arguments: [
    ("3 Tr", PaintedGlyph.Concealment.unpainted), ("/G gs", .transparent),
    ("0 0 30 100 re W n", .clipped), ("0.1 0 0 0.1 0 0 cm", .tiny), ("/OC /L BDC", .hiddenLayer),
    ("/OC /M BDC", .hiddenLayer), ("/O#43 /L BDC", .hiddenLayer), ("/OC /#4c BDC", .hiddenLayer),
  ])
  func whyAGlyphIsNotSeen(operators: String, concealment: PaintedGlyph.Concealment) throws {
    var page = PDFWriter.Page(width: 100, height: 100)
    page.paint(operators + " BT /F1 10 Tf 50 50 Td <0039> Tj ET")
    page.resources = """
      /ExtGState << /G << /ca 0 >> >> \
      /Properties << /L 11 0 R /M << /Type /OCMD /OCGs [11 0 R] /P /AllOn >> >>
      """
    var writer = PDFWriter([page])
    writer.objects = ["<< /Type /OCG /Name (layer) >>"]
    writer.catalog = "/OCProperties << /OCGs [11 0 R] /D << /OFF [11 0 R] >> >>"
    let paint = try paint(writer)
    #expect(paint.text == "9")
    #expect(paint.glyphs.map(\.concealment) == [concealment])
  }

  /// Why a glyph is not seen through a soft mask whose group has this content; nil where it is, or the page is refused.
  private func concealment(
    through content: String, _ kind: String, group: String = ""
  ) throws -> PaintedGlyph.Concealment? {
    var page = PDFWriter.Page(width: 100, height: 100)
    page.paint("/G gs BT /F1 10 Tf 50 50 Td <0039> Tj ET")
    page.resources = "/ExtGState << /G << /SMask << /S \(kind) /G 11 0 R >> >> >>"
    var writer = PDFWriter([page])
    writer.objects = [
      form(
        content, "/BBox [0 0 100 100] /Group << /S /Transparency /CS /DeviceGray >> \(group)")
    ]
    return try paint(writer).glyphs[0].concealment
  }

  @Test func aSoftMaskThatLeavesNothing() throws {
    #expect(try concealment(through: "", "/Alpha") == .transparent)
    #expect(try concealment(through: "0 g 0 0 99 99 re f", "/Luminosity") == .transparent)
    #expect(try concealment(through: "", "/Alpha", group: "/Filter /FlateDecode") == .transparent)
    for (content, kind) in [
      ("0 g 0 0 99 99 re f", "/Alpha"), ("1 g 0 0 99 99 re f", "/Luminosity"),
      ("/X Do", "/Luminosity"), ("", "/Luminosity /BC [1]"),
    ] {
      #expect(throws: PDFRefusal.unsupported("text behind a soft mask"), "\(content)") {
        try concealment(through: content, kind)
      }
    }
  }

  @Test(arguments: ["AnyOff", "AllOff"])
  func whatIsShownWhereALayerIsOff(policy: String) throws {
    var page = PDFWriter.Page(width: 100, height: 100)
    page.paint("/OC /M BDC BT /F1 10 Tf 50 50 Td <0039> Tj ET EMC")
    page.resources = "/Properties << /M << /Type /OCMD /OCGs 11 0 R /P /\(policy) >> >>"
    var writer = PDFWriter([page])
    writer.objects = ["<< /Type /OCG /Name (layer) >>"]
    #expect(try paint(writer).glyphs.map(\.concealment) == [.hiddenLayer])
    writer.catalog = "/OCProperties << /OCGs [11 0 R] /D << /OFF [11 0 R] >> >>"
    #expect(try paint(writer).glyphs.map(\.concealment) == [nil])
  }

  /// A Type 3 font in which `1` paints nothing, and its code after so many others.
  private func blankDigit(after names: Int) throws -> PagePaint {
    var page = PDFWriter.Page(width: 100, height: 100)
    page.paint("BT /F3 10 Tf 50 50 Td (1) Tj ET")
    page.fonts = "/F3 11 0 R"
    var writer = PDFWriter([page])
    let differences = String(repeating: "/x ", count: names)
    writer.objects = [
      """
      << /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 500 700] \
      /FirstChar 49 /Widths [500] /Encoding << /Differences [50 \(differences) 49 /one] >> \
      /CharProcs << /one 12 0 R >> >>
      """,
      "<< /Length 8 >>\nstream\n500 0 d0\nendstream",
    ]
    return try paint(writer)
  }

  @Test func aDigitWhoseProcedurePaintsNothingIsBlank() throws {
    #expect(try blankDigit(after: 3).glyphs.map(\.concealment) == [.blank])
  }

  @Test func aFontWithTooManyCodesToLookAtRefusesThePage() {
    #expect(throws: PDFRefusal.limit("Differences")) { try blankDigit(after: 1_000) }
  }

  @Test func whatIsSeenHasNoConcealment() throws {
    let paint = try paint("0 0 60 100 re W n BT /F1 10 Tf 50 50 Td <00390039> Tj ET")
    #expect(paint.glyphs.map(\.concealment) == [nil, nil])
  }

  @Test func charactersOutsideOfTheCropBoxAreClipped() throws {
    let paint = try paint("BT /F1 10 Tf 20 50 Td <003100320033> Tj ET") {
      $0.attributes = "/CropBox [0 0 31 100]"
    }
    #expect(paint.glyphs.map(\.concealment) == [nil, nil, .clipped])
  }

  @Test(arguments: [
    ("BT <0031> Tj ET", PDFRefusal.damaged("a font before a string is shown")),
    ("/F1 10 Tf <0031> Tj", .damaged("BT before a string that is shown")),
    ("BT /F1 10 Tf 8 Tr ET", .unsupported("the text rendering mode")),
    ("BT /F9 10 Tf ET", .damaged("the font F9")), ("BT", .damaged("ET behind BT")),
    ("1 2 zz", .unsupported("the operator zz")), ("1 cm", .damaged("6 numbers before an operator")),
    ("5 5 l S", .damaged("m before a segment of a path")),
    ("/X gs", .damaged("the graphics state X")),
    ("1 2 3", .damaged("an operator behind the last operands of a content stream")),
  ])
  func whatIsNotUnderstoodRefusesThePage(operators: String, refusal: PDFRefusal) {
    #expect(throws: refusal) { try paint(operators) }
  }
}
