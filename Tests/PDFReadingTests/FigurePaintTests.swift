import Diagnostics
import DocumentModel
import PagePaint
import TestSupport
import Testing

@testable import PDFReading
@testable import PageLayout

/// Strokes, marks and lines at a figure, and figures that stand askew: the last cell of a ruled table holds 2641.
@Suite struct FigurePaintTests {
  private func expect(
    _ cell: String, _ issues: [IssueCode], _ operators: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    var page = PDFWriter.Page()
    page.text("标题", x: 90, top: 60)
    page.table(
      [["事项", "数量"], ["行政处罚", "12"], ["行政许可", ""]], x: 90, top: 90, columns: [100, 100],
      rowHeight: 40)
    page.paint(operators)
    let reading = try await Reading(PDFWriter([page]).bytes)
    #expect(
      reading == Reading(["标题", "事项|数量", "行政处罚|12", "行政许可|" + cell], issues: issues),
      sourceLocation: sourceLocation)
  }

  private func show(
    _ text: String, x: Double = 205, y: Double = 648, size: Double = 10, matrix: String? = nil
  ) -> String {
    let codes = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    let place = matrix.map { "\($0) \(x) \(y) Tm" } ?? "\(x) \(y) Td"
    return "BT /F1 \(size) Tf \(place) <\(codes.joined())> Tj ET "
  }

  private let unreadable = "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"

  @Test(arguments: [
    "203 647 m 227 656 l S", "203 656 m 227 647 l S",
    "203 647 m 227 656 l S 203 656 m 227 647 l S", "203 649 m 227 653 l S",
    "203 650 m 207 653 l 211 650 l 215 653 l 219 650 l 223 653 l 227 650 l S",
    "203 652 m 211 656 219 648 227 653 c S", "203 646 m 227 655 l 227 656 l 203 647 l h f",
  ])
  func aStrokeOfAnyShapeAcrossANumberMakesItUnreadable(operators: String) async throws {
    try await expect(unreadable, [.pdfStruckTextOmitted], show("2641") + operators)
  }

  @Test(arguments: [
    "203 640 m 227 644 l S", "203 646.5 m 207 645 l 211 646.5 l 215 645 l S",
    "203 646 24 12 re S", "95 640 m 185 665 l S",
  ])
  func strokesBesideANumberSayNothing(operators: String) async throws {
    try await expect("2641", [], show("2641") + operators)
  }

  @Test(arguments: [
    "205 649 m 225 649 l S 205 654.2 m 225 654.2 l S",
    "203 651 2 0.6 re f 207 651 2 0.6 re f 211 651 2 0.6 re f 215 651 2 0.6 re f 219 651 2 0.6 re f 223 651 2 0.6 re f",
    "195 651.2 m 260 651.2 l S",
  ])
  func linesInPiecesPairsAndBeyondTheNumberStrikeItOut(operators: String) async throws {
    try await expect("\u{FFFD}", [.pdfStruckTextOmitted], show("2641") + operators)
  }

  @Test func aWhiteLineIsSeenOnADarkCell() async throws {
    try await expect(
      "\u{FFFD}", [.pdfStruckTextOmitted],
      "0 g 191 633 98 38 re f 1 g " + show("2641") + "1 G 204 651 m 226 651 l S 0 G 0 g")
  }

  @Test func smallMarksInFrontAndBelowAreMarks() async throws {
    try await expect("12", [.cellAnnotated], show("1", x: 202, y: 652, size: 6) + show("12"))
    try await expect("12", [.cellAnnotated], show("12") + show("1", x: 215, y: 646, size: 6))
    try await expect("12", [.cellAnnotated], show("12") + show("①", x: 215, y: 651.5))
  }

  @Test(arguments: [
    (651.5, 10.0), (649.6, 10), (651, 8.5), (648, 6), (649.2, 6.5), (648, 8),
  ])
  func aDigitOfAnotherHeightOrSizeMayBeAMark(y: Double, size: Double) async throws {
    try await expect(
      "12\u{FFFD}", [.pdfUnseenTextOmitted], show("12") + show("1", x: 215, y: y, size: size))
  }

  @Test(arguments: [
    ("\u{FFFC}12", "200.5 650.6 3.6 0.6 re f"), ("\u{FFFC}12", "202 648 0.8 6.8 re f"),
    ("12\u{FFFC}", "217.5 648 m 217.5 654.8 l S"),
  ])
  func aLineThatStandsForACharacterIsNoPartOfTheNumber(
    cell: String, operators: String
  ) async throws {
    try await expect(cell, [.pdfPictureInCell], show("12") + operators)
  }

  @Test(arguments: [
    // An outline, a picture, strokes and bars, a little way off in the same cell.
    ("77\u{FFFC}", "222 648 m 222 654 l 224 656 226 656 226 654 c 226 648 l h f"),
    ("\u{FFFC}77", "194 648 m 194 654 l 196 656 198 656 198 654 c 198 648 l h f"),
    ("77\u{FFFC}", "q 12 0 0 8 250 648 cm BI /W 8 /H 1 /CS /G /BPC 1 ID X EI Q"),
    ("77\u{FFFC}", "225 648 m 225 654.8 l S"), ("77\u{FFFC}", "225 648 0.8 6.5 re f"),
    ("77\u{FFFC}", "222 651.4 m 226 651.4 l S 226 648 m 226 655 l S 222 651.4 m 222 655 l S"),
  ])
  func aDrawnDigitAnywhereInTheCellMakesItsFigureUnreadable(
    cell: String, operators: String
  ) async throws {
    try await expect(cell, [.pdfPictureInCell], show("77") + operators)
  }

  @Test(arguments: [
    "205 648 m 205 655 l S 210 648 m 210 655 l S", "205 648 0.8 6 re f 210 648 0.8 6 re f",
    "205 648 m 205 655 l 210 648 m 210 655 l S", "205 648 20 8 re f",
  ])
  func digitsOfStraightStrokesAndBarsAreNoBlankCell(operators: String) async throws {
    try await expect("\u{FFFC}", [.pdfPictureInCell], operators)
  }

  @Test(arguments: [
    // In the neighbouring cell, outside of the table, and the border between cells.
    "180 648 m 180 654 l 182 656 184 656 184 654 c 184 648 l h f",
    "300 648 m 300 654 l 302 656 304 656 304 654 c 304 648 l h f",
    "235 640 m 235 645 l S 235 649 m 235 654 l S 235 658 m 235 663 l S",
  ])
  func whatIsDrawnOutsideOfTheCellSaysNothingOfItsFigure(operators: String) async throws {
    try await expect("2641", [], show("2641") + operators)
  }

  @Test func aDigitOnItsSideAtANumberIsUnreadable() async throws {
    try await expect(
      "77\u{FFFD}", [.pdfUnseenTextOmitted],
      show("77") + show("9", x: 223, y: 648, matrix: "0 1 -1 0"))
  }

  @Test func aGlyphWithTwoDigitsIsUnreadable() throws {
    let two = try #require(PaintedGlyph.Ligature("22"))
    let told = WordCharacters("22641", [.several(two), .one("6"), .one("4"), .one("1")])
    #expect(told.texts == ["\u{FFFD}", "6", "4", "1"])
    #expect(told.differs == [true, false, false, false])
    #expect(!told.isUnclear)
  }

  @Test func aPageUpsideDownWhoseWordsAreListedBackwardsHasNoNumbers() {
    var page = BoxPage(width: 595, height: 842)
    page.words = (10..<30).map { number in
      let top = 400 + 12 * Double(number - 10)
      return Word(
        text: "\(number)", box: BoundingBox(left: 100, top: top, right: 110, bottom: top + 10),
        order: number)
    }
    var paint = PagePaint(width: 595, height: 842)
    paint.glyphs = (0..<40).map { index in
      let x = 50 + Double(index) * 6
      return PaintedGlyph(
        characters: .one("1"), shape: 1, origin: PagePoint(x: x, y: 100), advance: 5, size: 10,
        turn: 180, box: BoundingBox(left: x, top: 100, right: x + 5, bottom: 108),
        paint: Paint(colour: .black, order: 1), concealment: nil)
    }
    var pages = CheckedPages([page])
    let isChecked = pages.check(0, against: paint)
    #expect(isChecked)
    #expect(pages.pages[0].words.map(\.text) == Array(repeating: "\u{FFFD}\u{FFFD}", count: 20))
    #expect(pages.findings.map(\.kind) == [.upsideDown])
  }

  @Test func aMinusAmongManyShortLinesOrPaintedTwiceIsNoPartOfTheNumber() async throws {
    // Borders that are drawn as dots.
    let dots = (0..<500).map { "\(90 + Double($0) * 0.8) 500 0.4 0.4 re f " }.joined()
    let minus = "200.5 650.6 3.6 0.6 re f "
    try await expect("\u{FFFC}12", [.pdfPictureInCell], show("12") + dots + minus)
    try await expect("\u{FFFC}12", [.pdfPictureInCell], show("12") + minus + minus)
  }

  @Test func anOutlineBesideAFigureIsSeenAmongManyOthers() async throws {
    func outline(_ x: Double, _ y: Double) -> String {
      "\(x) \(y) m \(x) \(y + 6) l \(x + 2) \(y + 8) \(x + 4) \(y + 8) \(x + 4) \(y + 6) c \(x + 4) \(y) l h f "
    }
    let drawing = (0..<2_100).map { outline(60 + Double($0 % 70) * 6, 60 + Double($0 / 70) * 10) }
    try await expect(
      "26\u{FFFC}", [.pdfPictureInCell], show("26") + drawing.joined() + outline(216, 648))
  }

  @Test func aScribbleOfManyStrokesAndAStrokeAfterManyOthersMakeANumberUnreadable() async throws {
    let corners = (0..<700).map { "\(203 + Double($0 % 24)) \($0 % 2 == 0 ? 647 : 656) l " }
    try await expect(
      unreadable, [.pdfStruckTextOmitted],
      show("2641") + "203 647 m " + corners.joined() + "S")
    let others = String(repeating: "300 300 m 310 310 l S ", count: 20_000)
    try await expect(
      unreadable, [.pdfStruckTextOmitted], show("2641") + others + "203 647 m 227 656 l S")
  }

  @Test func aPageWithTooManyStrokesIsNotChecked() {
    var paint = PagePaint(width: 595, height: 842)
    let box = BoundingBox(left: 300, top: 300, right: 310, bottom: 310)
    let black = Paint(colour: .black, order: 1)
    paint.glyphs = [
      PaintedGlyph(
        characters: .one("1"), shape: 1, origin: PagePoint(x: 10, y: 10), advance: 5, size: 10,
        turn: 0, box: box, paint: black, concealment: nil)
    ]
    paint.slants = Array(
      repeating: PaintedSlant(
        from: PagePoint(x: 300, y: 300), to: PagePoint(x: 310, y: 310), extent: box, paint: black),
      count: PagePaint.mostSlants)
    #expect(CrossingStrokes.crossedGlyphs(of: paint, upTo: 50_000_000) == nil)
    paint.slants.removeLast()
    #expect(CrossingStrokes.crossedGlyphs(of: paint, upTo: 50_000_000) == [])
  }

  @Test func looksAtTheGroundsOfWhiteLinesAreCounted() {
    var paint = PagePaint(width: 595, height: 842)
    let white = Paint(colour: .white, order: 9)
    for _ in 0..<40 {
      paint.areas.append(
        PaintedArea(
          box: BoundingBox(left: 0, top: 0, right: 595, bottom: 842),
          paint: Paint(colour: .black, order: 1)))
    }
    for index in 0..<10 {
      let x = 100 + Double(index) * 5
      paint.glyphs.append(
        PaintedGlyph(
          characters: .one("1"), shape: 1, origin: PagePoint(x: x, y: 100), advance: 5, size: 10,
          turn: 0, box: BoundingBox(left: x, top: 92, right: x + 5, bottom: 101),
          paint: Paint(colour: .black, order: 2), concealment: nil))
    }
    paint.lines = [
      PaintedLine(
        isHorizontal: true, ruling: Ruling(position: 96, start: 99, end: 151), thickness: 0.5,
        paint: white)
    ]
    paint.slants = [
      PaintedSlant(
        from: PagePoint(x: 99, y: 99), to: PagePoint(x: 151, y: 94),
        extent: BoundingBox(left: 99, top: 94, right: 151, bottom: 99), paint: white)
    ]
    #expect(StrikeLines.struckGlyphs(of: paint, upTo: 1_000) == Array(0..<10))
    #expect(StrikeLines.struckGlyphs(of: paint, upTo: 300) == nil)
    #expect(CrossingStrokes.crossedGlyphs(of: paint, upTo: 1_000)?.isEmpty == false)
    #expect(CrossingStrokes.crossedGlyphs(of: paint, upTo: 100) == nil)
  }

  @Test func aNumberOnItsHeadOrInAMirrorIsUnreadable() async throws {
    try await expect(
      unreadable, [.pdfTextDiffers], show("2641", x: 225, y: 655, matrix: "-1 0 0 -1"))
    // Drawn to the left, each digit is a word.
    try await expect(
      unreadable, Array(repeating: .pdfTextDiffers, count: 4),
      show("2641", x: 225, matrix: "-1 0 0 1"))
    try await expect(
      unreadable, [.pdfGlyphsUnknown], show("2641", y: 655, matrix: "1 0 0 -1"))
  }

  @Test func digitsHalfOverOneAnotherAreUnreadable() async throws {
    try await expect(
      unreadable, [.pdfUnseenTextOmitted],
      "BT /F1 10 Tf -1.6 Tc 205 648 Td <0032003600340031> Tj ET")
  }

  @Test(arguments: [(207.0, 647.0), (211, 648), (208, 646)])
  func aPalerShadowOfANumberIsLeftOut(x: Double, y: Double) async throws {
    try await expect(
      "2641", [.pdfDrawnTwice], "0.6 g " + show("2641", x: x, y: y) + "0 g " + show("2641"))
    try await expect(
      "2641", [.pdfDrawnTwice], show("2641") + "0.6 g " + show("2641", x: x, y: y))
  }

  @Test func anotherNumberHalfUnderOneMakesItUnreadable() async throws {
    try await expect(
      "1\u{FFFD}\u{FFFD}9", [.pdfUnseenTextOmitted, .pdfUnseenTextOmitted],
      "0.6 g " + show("79", x: 208, y: 647) + "0 g " + show("15"))
  }

  @Test func equalDigitsInTwoColoursAreTwo() async throws {
    try await expect("77", [], "0.6 g " + show("7") + "0 g " + show("7", x: 210))
    try await expect("3939", [], "0.6 g " + show("39") + "0 g " + show("39", x: 215))
  }

  @Test func aStruckDigitIsNoMinus() async throws {
    try await expect("264", [.pdfStruckTextOmitted], show("1264") + "205 651 5 0.6 re f")
  }

  @Test func aLargeWordAcrossOthersIsAWatermarkThoughItStandsOnce() async throws {
    try await expect(
      "2641", [.noiseRemoved],
      "0.8 g " + show("DRAFT", x: 195, y: 640, size: 30) + show("2", x: 275, y: 640, size: 30)
        + "0 g " + show("2641"))
  }

  @Test func aLargeWordSetIntoTheNextOneOfItsLineIsText() async throws {
    var page = PDFWriter.Page()
    let small = ["事项|数量", "行政处罚|12", "行政许可|3", "行政强制|4"]
    page.table(
      small.map { $0.split(separator: "|").map(String.init) }, x: 90, top: 90,
      columns: [100, 100], rowHeight: 40)
    page.paint(show("ABC", x: 100, y: 300, size: 30) + show("DEF", x: 130, y: 300, size: 30))
    let reading = try await Reading(PDFWriter([page]).bytes)
    #expect(reading == Reading(small + ["ABCDEF"]))
  }
}
