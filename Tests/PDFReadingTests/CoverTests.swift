import Diagnostics
import DocumentModel
import TestSupport
import Testing

@testable import PDFReading

/// What lies on a number, or below it: each page has a ruled table whose last cell holds 2641.
@Suite struct CoverTests {
  private func reading(
    _ operators: String, objects: [String] = [], resources: String = ""
  ) async throws -> Reading {
    var page = PDFWriter.Page()
    page.text("标题", x: 90, top: 60)
    page.table(
      [["事项", "数量"], ["行政处罚", "12"], ["行政许可", ""]], x: 90, top: 90, columns: [100, 100],
      rowHeight: 40)
    page.paint(operators)
    page.resources = resources
    var writer = PDFWriter([page])
    writer.objects = objects
    return try await Reading(writer.bytes)
  }

  private func expect(
    _ cell: String, _ issues: [IssueCode], _ operators: String, objects: [String] = [],
    resources: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let reading = try await reading(operators, objects: objects, resources: resources)
    #expect(
      reading == Reading(["标题", "事项|数量", "行政处罚|12", "行政许可|" + cell], issues: issues),
      sourceLocation: sourceLocation)
  }

  private func show(_ text: String, x: Double = 205, y: Double = 648) -> String {
    let codes = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "BT /F1 10 Tf \(x) \(y) Td <\(codes.joined())> Tj ET "
  }

  private func stream(_ entries: String, _ content: String) -> String {
    "<< \(entries) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
  }

  private func picture(_ entries: String, _ content: String) -> String {
    stream("/Type /XObject /Subtype /Image /Filter /AHx \(entries)", content + ">")
  }

  private let place = "q 26 0 0 12 202 645 cm /P Do Q "

  @Test(arguments: [
    "1 G 12 w 203 651 m 227 651 l S", "1 G 14 w 203 650 m 227 652 l S",
    "1 g 202 645 26 2.5 re f 202 647 26 2.5 re f 202 649 26 2.5 re f 202 651 26 2.5 re f 202 653 26 3 re f",
    "1 g 202 645 26 12 re 203 646 24 10 re f",
    "1 g 202 645 26 12 re 206 647 18 8 re f",
    "1 g 190 651 m 190 663 240 663 240 651 c 240 639 190 639 190 651 c f",
    "1 g 200 645 m 215 643 l 230 645 l 230 657 l 215 659 l 200 657 l h f",
    "q /H gs 1 g 202 645 26 12 re f 202 645 26 12 re f 202 645 26 12 re f 202 645 26 12 re f 202 645 26 12 re f Q",
    "q 1 g 202 645 26 12 re 0 0 9 9 re W n 0 0 600 800 re f Q",
  ])
  func whatHidesANumberLeavesItOut(cover: String) async throws {
    try await expect(
      "2650", [.pdfUnseenTextOmitted], show("2641") + cover + " 0 g 0 G " + show("2650"),
      resources: "/ExtGState << /H << /ca .5 >> >>")
  }

  @Test(arguments: [
    // A frame, and layers through which one sees.
    "0.8 0 0 rg 196 639 38 24 re 201 644 28 14 re f*",
    "q /H gs 1 g 202 645 26 12 re f Q",
    "q /M gs 1 1 0 rg 202 645 26 12 re f Q",
    "q 1 g 300 645 26 12 re 150 600 9 9 re W n 0 0 600 800 re f Q",
    "0.8 0 0 RG 1.5 w 190 651 m 190 668 240 668 240 651 c 240 634 190 634 190 651 c S",
  ])
  func whatLeavesANumberSeenLeavesIt(cover: String) async throws {
    let reading = try await reading(
      show("2641") + cover, resources: "/ExtGState << /H << /ca .5 >> /M << /BM /Multiply >> >>")
    #expect(reading.issues.allSatisfy { $0 == .pdfPictureInCell })
    #expect(reading.blocks.joined().contains("2641"))
  }

  @Test(arguments: [
    ("/BitsPerComponent 8", "FFFFFFFF", true), ("/BitsPerComponent 8", "00000000", false),
    ("/BitsPerComponent 8", "60606060", false), ("/BitsPerComponent 4", "FFFF", true),
    ("/BitsPerComponent 2", "F0F0", true), ("/BitsPerComponent 1", "0000", false),
    ("/BitsPerComponent 1 /Decode [1 0]", "0000", true),
  ])
  func aSoftMaskSaysWhatAPictureHides(
    entries: String, content: String, hides: Bool
  ) async throws {
    let objects = [
      picture(
        "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 12 0 R", "FFFFFFFF"),
      picture("/Width 2 /Height 2 /ColorSpace /DeviceGray \(entries)", content),
    ]
    let reading = try await reading(
      show("2641") + place + show("2650", x: 235), objects: objects,
      resources: "/XObject << /P 11 0 R >>")
    #expect(reading.blocks.joined().contains("2641") == !hides)
    #expect(reading.issues.contains(.pdfUnseenTextOmitted) == hides)
  }

  @Test func textAtABackgroundOfPicturesIsSeen() async throws {
    let objects = [
      stream(
        "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 40 40] /XStep 40 /YStep 40 /Resources << /XObject << /P 12 0 R >> >>",
        "q 40 0 0 40 0 0 cm /P Do Q"),
      stream(
        "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode",
        "no JPEG"),
    ]
    let reading = try await reading(
      "q /Pattern cs /T scn 0 0 600 900 re f Q " + show("2641"), objects: objects,
      resources: "/Pattern << /T 11 0 R >>")
    #expect(reading.blocks.joined().contains("2641"))
    #expect(reading.issues.isEmpty)
  }

  @Test func aStencilInTheColourOfTheGroundHides() async throws {
    let objects = [picture("/Width 2 /Height 2 /ImageMask true /BitsPerComponent 1", "0000")]
    try await expect(
      "2650", [.pdfUnseenTextOmitted], show("2641") + "1 g " + place + "0 g " + show("2650"),
      objects: objects, resources: "/XObject << /P 11 0 R >>")
  }

  @Test func aMaskThatIsNotReadLeavesTheNumberOpen() async throws {
    let objects = [
      picture(
        "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 12 0 R", "FFFFFFFF"),
      stream(
        "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode",
        "no JPEG"),
    ]
    let reading = try await reading(
      show("2641") + place, objects: objects, resources: "/XObject << /P 11 0 R >>")
    #expect(!reading.blocks.joined().contains("2641"))
    #expect(reading.issues.contains(.pdfUnseenTextOmitted))
  }

  @Test(arguments: [
    "/L cs 100 0 0 scn", "/S cs 1 scn", "/N cs 1 scn", "/C cs 1 scn", "/Pattern cs /T scn",
    "/M gs 1 g", "7 Tr", "200 600 40 90 re 210 610 20 70 re W* n",
    "180 600 m 230 600 l 180 650 l h W n",
  ])
  func aDigitThatNobodySeesIsLeftOut(state: String) async throws {
    let objects = [
      stream(
        "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>",
        "1 g 0 0 4 4 re f"),
      stream(
        "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]",
        "{ 0.5 gt { 1 1 1 } { 0 0 0 } ifelse }"),
    ]
    let reading = try await reading(
      show("2641") + "q \(state) " + show("9", x: 225) + "Q", objects: objects,
      resources: """
        /ExtGState << /M << /BM /Multiply >> >> /Pattern << /T 11 0 R >> /ColorSpace << \
        /L [/Lab << /WhitePoint [0.95 1 1.09] >>] \
        /S [/Separation /Paper /DeviceRGB << /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 1 1] /C1 [1 1 1] >>] \
        /N [/Separation /None /DeviceGray << /FunctionType 2 /Domain [0 1] /N 1 >>] \
        /C [/Separation /Paper /DeviceRGB 12 0 R] >>
        """)
    #expect(reading.blocks.joined().contains("2641"))
    #expect(!reading.blocks.joined().contains("26419"))
    #expect(reading.issues == [.pdfUnseenTextOmitted])
  }

  @Test func whiteTextUnderAPictureWithAMaskIsRecognised() async throws {
    let text = "本年度办理结果一二三四五六七八九十"
    var page = PDFWriter.Page()
    page.paint("1 g")
    for line in 0..<10 { page.text(text, x: 90, top: 60 + Double(line) * 20) }
    page.paint("q 595 0 0 842 0 0 cm /P Do Q")
    page.resources = "/XObject << /P 11 0 R >>"
    var writer = PDFWriter([page])
    writer.objects = [
      picture(
        "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 12 0 R", "FFFFFFFF"),
      picture("/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray", "FF00FF80"),
    ]
    let result = try await PDFReader(limits: .patient).read(
      SourceFile(name: "a.pdf", bytes: writer.bytes))
    #expect(result.value.recognisedPages == [1])
  }

  /// The pages, from 1, of one with so many lines of text in `mode` on or below `drawing` that were recognised.
  private func recognised(
    lines: Int, _ mode: String, below drawing: String = "", objects: [String] = []
  ) async throws -> Set<Int> {
    var page = PDFWriter.Page()
    page.paint(drawing + mode)
    for line in 0..<lines {
      page.text("本年度办理结果一二三四五六七八九十", x: 90, top: 60 + Double(line) * 20)
    }
    page.resources = "/XObject << /P 11 0 R >>"
    var writer = PDFWriter([page])
    writer.objects = objects
    return try await PDFReader(limits: .patient).read(
      SourceFile(name: "a.pdf", bytes: writer.bytes)
    ).value.recognisedPages
  }

  @Test func whiteTextOverAPictureOfThePageIsRecognised() async throws {
    let scan = [
      picture(
        "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode",
        "FFD8FFD9")
    ]
    let paper = "q 595 0 0 842 0 0 cm /P Do Q "
    #expect(try await recognised(lines: 10, "1 g", below: paper, objects: scan) == [1])
    // A heading on a photograph, and black text.
    #expect(try await recognised(lines: 2, "1 g", below: paper, objects: scan) == [])
    #expect(try await recognised(lines: 10, "0 g", below: paper, objects: scan) == [])
  }

  @Test func textThatIsNotPaintedOverLettersDrawnAsShapesIsRecognised() async throws {
    let letters = (0..<10).flatMap { line in
      (0..<17).map { column in
        let (x, y) = (90 + column * 10, 772 - line * 20)
        return "\(x) \(y) m \(x + 8) \(y) l \(x + 4) \(y + 9) l h f "
      }
    }.joined()
    #expect(try await recognised(lines: 10, "3 Tr", below: letters) == [1])
    await #expect(throws: Failure.self) {
      try await recognised(lines: 10, "3 Tr", below: "90 772 m 98 772 l 94 781 l h f ")
    }
  }

  @Test func whitePaintedThroughTextShowsIt() async throws {
    // Nobody can tell what is seen of digits that clip what is painted behind them.
    let reading = try await reading(
      "q " + show("2641").replacing("/F1", with: "7 Tr /F1") + "203 645 24 12 re f Q")
    #expect(!reading.blocks.joined().contains("2641"))
    #expect(!reading.issues.isEmpty)
  }
}
