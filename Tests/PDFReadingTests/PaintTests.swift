import Diagnostics
import DocumentModel
import TestSupport
import Testing

@testable import PDFReading
@testable import PageLayout

/// Words held against what the page shows: each page has a ruled table whose last cell holds 2641 and one defect.
@Suite struct PaintTests {
  /// The corner of the cell that has the defect: its text begins here.
  private static let x = 205.0
  private static let y = 648.0

  /// A page with a table of two columns, the second of which holds what `draw` puts there; 0031 is the digit 1.
  private func reading(
    _ operators: String, objects: [String] = [], _ draw: (inout PDFWriter.Page) -> Void = { _ in }
  ) async throws -> Reading {
    var page = PDFWriter.Page()
    page.text("标题", x: 90, top: 60)
    page.table(
      [["事项", "数量"], ["行政处罚", "12"], ["行政许可", ""]], x: 90, top: 90, columns: [100, 100],
      rowHeight: 40)
    page.paint(operators)
    draw(&page)
    var writer = PDFWriter([page])
    writer.objects = objects
    return try await Reading(writer.bytes)
  }

  private func expect(
    _ cell: String, _ issues: [IssueCode], _ operators: String, objects: [String] = [],
    _ draw: (inout PDFWriter.Page) -> Void = { _ in },
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let reading = try await reading(operators, objects: objects, draw)
    #expect(
      reading == Reading(["标题", "事项|数量", "行政处罚|12", "行政许可|" + cell], issues: issues),
      sourceLocation: sourceLocation)
  }

  private func show(_ text: String, x: Double = x, y: Double = y, size: Double = 10) -> String {
    let codes = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "BT /F1 \(size) Tf \(x) \(y) Td <\(codes.joined())> Tj ET "
  }

  @Test func aPlainNumberIsReadWithoutAWord() async throws {
    try await expect("2641", [], show("2641"))
  }

  @Test func aStruckNumberBesideItsCorrectionIsLeftOut() async throws {
    try await expect(
      "2650", [.pdfStruckTextOmitted], show("26412650") + "205 651 m 225 651 l S")
  }

  @Test func aStruckDigitIsLeftOut() async throws {
    try await expect("261", [.pdfStruckTextOmitted], show("2641") + "215 651.2 5 0.6 re f")
  }

  @Test func aNumberThatIsStruckAltogetherIsNoBlank() async throws {
    try await expect("\u{FFFD}", [.pdfStruckTextOmitted], show("2641") + "205 651 m 225 651 l S")
  }

  @Test(arguments: ["205 647 m 225 647 l S", "90 651 m 290 651 l S", "205 656 m 225 656 l S"])
  func linesBelowAboveAndAcrossTheTableStrikeNothing(operators: String) async throws {
    let reading = try await reading(show("2641") + operators)
    #expect(reading.blocks.joined().contains("2641"))
    #expect(!reading.issues.contains(.pdfStruckTextOmitted))
  }

  @Test func aNumberUnderAWhiteBoxIsLeftOut() async throws {
    try await expect(
      "2650", [.pdfUnseenTextOmitted],
      show("2641") + "1 g 203 645 24 12 re f 0 g " + show("2650"))
  }

  @Test(arguments: [
    "1 g", "0.98 g", "/G gs", "3 Tr", "0 0 0 0 k",
  ])
  func aDigitThatNobodySeesIsLeftOut(state: String) async throws {
    try await expect(
      "2641", [.pdfUnseenTextOmitted],
      show("2641") + "q \(state) " + show("9", x: 225) + "Q"
    ) {
      $0.resources = "/ExtGState << /G << /ca 0 >> >>"
    }
  }

  @Test func aDigitOfHalfAPointIsLeftOut() async throws {
    try await expect(
      "2641", [.pdfUnseenTextOmitted], show("2641") + show("9", x: 225, size: 0.5))
  }

  @Test func whiteDigitsOnADarkCellAreSeen() async throws {
    try await expect("2641", [], "0 g 191 633 98 38 re f 1 g " + show("2641") + "0 g")
  }

  @Test func aNumberCutByItsClippingPathIsNoNumber() async throws {
    try await expect(
      "26\u{FFFD}\u{FFFD}", [.pdfUnseenTextOmitted], "q 203 630 12 40 re W n " + show("2641") + "Q")
  }

  @Test func textThatACellCutsOffStandsInTheCell() async throws {
    try await expect("（二）许可", [], "q 191 632 98 40 re W n " + show("（二）许可", y: 627.5) + "Q")
  }

  @Test func aDigitOfWhichACellShowsTheLeftHalfIsNoBlank() async throws {
    try await expect(
      "\u{FFFD}", [.pdfUnseenTextOmitted], "q 191 632 16 40 re W n " + show("5") + "Q")
  }

  @Test func aNumberOfWhichACellShowsLessThanHalfIsNoNumberAndNoBlank() async throws {
    try await expect(
      "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", [.pdfUnseenTextOmitted],
      "q 191 632 98 40 re W n " + show("2641", y: 627.5) + "Q")
  }

  @Test func aRaisedSmallerDigitIsAMark() async throws {
    try await expect("12", [.cellAnnotated], show("12") + show("1", x: 215, y: 652, size: 6))
  }

  @Test func aNumberWithItsShadowIsReadOnce() async throws {
    try await expect("2641", [.pdfDrawnTwice], show("2641") + show("2641", x: 207, y: 646))
  }

  @Test func aBoldNumberMadeOfTwoIsReadOnceWithoutAWord() async throws {
    try await expect("2641", [], show("2641") + show("2641", x: 205.3))
  }

  @Test func digitsDrawnFromTheRightAreReadAsTheyStand() async throws {
    try await expect(
      "2641", [],
      show("1", x: 220) + show("4", x: 215) + show("6", x: 210) + show("2", x: 205))
  }

  @Test func aPictureInACellIsNoBlank() async throws {
    let picture =
      "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream"
    try await expect(
      CellContent.picture, [.pdfPictureInCell], "q 30 0 0 12 205 645 cm /P Do Q",
      objects: [picture]
    ) { $0.resources = "/XObject << /P 11 0 R >>" }
    try await expect(
      "26" + CellContent.picture, [.pdfPictureInCell],
      show("26") + "q 10 0 0 12 216 645 cm /P Do Q", objects: [picture]
    ) { $0.resources = "/XObject << /P 11 0 R >>" }
  }

  @Test func outlinesInACellAreNoBlank() async throws {
    try await expect(
      CellContent.picture, [.pdfPictureInCell],
      "205 648 m 205 656 l 208 660 212 660 212 656 c 212 648 l h f")
  }

  @Test func theTextOfTheFileMayNotNameOtherDigits() async throws {
    try await expect(
      "\u{FFFD}641", [.pdfTextDiffers],
      "/Span << /ActualText <FEFF0039> >> BDC " + show("2") + "EMC " + show("641", x: 210))
  }

  @Test func aTurnedTextAcrossTheTableIsAWatermark() async throws {
    try await expect(
      "2641", [.noiseRemoved],
      show("2641") + "BT /F1 30 Tf 0.8 0.6 -0.6 0.8 120 640 Tm <0032003000320034> Tj ET")
  }

  @Test func aTranslucentLargeTextIsAWatermark() async throws {
    try await expect(
      "2641", [.noiseRemoved],
      show("2641") + "q /G gs " + show("2024", x: 100, y: 655, size: 40) + "Q"
    ) { $0.resources = "/ExtGState << /G << /ca 0.2 >> >>" }
  }

  @Test func annotationsAreSaid() async throws {
    let form =
      "<< /Type /XObject /Subtype /Form /BBox [0 0 20 10] /Length 18 >>\nstream\n0 3 m 20 3 l S    \nendstream"
    try await expect("2641", [.pdfAnnotation], show("2641"), objects: [form]) {
      $0.annotations = [
        "/Type /Annot /Subtype /StrikeOut /Rect [205 646 225 658] /QuadPoints [205 658 225 658 205 646 225 646] /AP << /N 11 0 R >>"
      ]
    }
  }

  @Test func attachmentsAreSaid() async throws {
    var writer = PDFWriter { page, _ in page.text("见附件", x: 90, top: 90) }
    writer.catalog = "/Names << /EmbeddedFiles << /Names [(a.docx) 11 0 R] >> >>"
    writer.objects = ["<< /Type /Filespec /F (a.docx) /UF (report.docx) >>"]
    let result = try await PDFReader(limits: .patient).read(
      SourceFile(name: "a.pdf", bytes: writer.bytes))
    #expect(
      result.issues == [
        Issue(.pdfAttachment, "the PDF contains the file “report.docx”, which was not read")
      ])
  }

  @Test func aFontWithoutCharactersForMostGlyphsIsUndecodable() async throws {
    var writer = PDFWriter { page, _ in
      page.paint(
        "BT /F3 10 Tf 90 700 Td <" + String(repeating: "00410042", count: 40) + "> Tj ET")
      page.fonts = "/F3 11 0 R"
    }
    writer.objects = [
      "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+X /Encoding /Identity-H /DescendantFonts [12 0 R] >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 13 0 R >>",
      "<< /Type /FontDescriptor /FontName /ABCDEF+X /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    ]
    let bytes = writer.bytes
    await #expect {
      _ = try await PDFReader(limits: .patient).read(SourceFile(name: "a.pdf", bytes: bytes))
    } throws: { error in
      [.textUndecodable, .pdfNoText].contains((error as? Failure)?.code)
    }
  }
}
