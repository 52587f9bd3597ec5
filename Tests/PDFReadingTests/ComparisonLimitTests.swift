import Diagnostics
import PagePaint
import Testing

@testable import PDFReading
@testable import PageLayout

/// What compares the things of a page with one another says where they are too many; it passes none of them over.
@Suite struct ComparisonLimitTests {
  private func glyph(x: Double, y: Double, _ setting: PaintedGlyph.Setting) -> PaintedGlyph {
    var glyph = PaintedGlyph(
      characters: .one("1"), shape: 1, origin: PagePoint(x: x, y: y), advance: 5, size: 10,
      turn: 0, box: BoundingBox(left: x, top: y - 8, right: x + 5, bottom: y + 2),
      paint: Paint(colour: .black, order: 2), concealment: nil)
    glyph.setting = setting
    return glyph
  }

  private func line(_ position: Double, _ start: Double, _ end: Double, isHorizontal: Bool = true)
    -> PaintedLine
  {
    PaintedLine(
      isHorizontal: isHorizontal, ruling: Ruling(position: position, start: start, end: end),
      thickness: 0.5, paint: Paint(colour: .black, order: 3))
  }

  /// A column of words, each set in two pieces, lines 12 points apart.
  private func column(of count: Int) -> (words: [Word], paint: PagePaint) {
    var paint = PagePaint(width: 595, height: 12 * Double(count + 2))
    var words: [Word] = []
    let settings: [PaintedGlyph.Setting] = [.moved, .following, .following, .following, .moved]
    for row in 0..<count {
      let y = 20 + 12 * Double(row)
      words.append(
        Word(
          text: "11111", box: BoundingBox(left: 100, top: y - 8, right: 125, bottom: y + 2),
          order: row))
      for (place, setting) in settings.enumerated() {
        paint.glyphs.append(glyph(x: 100 + 5 * Double(place), y: y, setting))
      }
    }
    return (words, paint)
  }

  @Test func wordsThatMayBeSeveralAreComparedRowByRow() {
    let (words, paint) = column(of: 200)
    let glyphs = WordGlyphs(words, paint.glyphs)
    // Each word is held against the 199 others seven times; held against all pairs of them, it would be 20,000 times.
    let touching = TouchingWords(words, glyphs, paint, upTo: 300_000)
    #expect(touching?.words.map(\.text) == words.map(\.text))
    #expect(touching?.hasParted == false)
    let stopped = TouchingWords(words, glyphs, paint, upTo: 100_000)
    #expect(stopped == nil)
  }

  @Test func bordersBetweenGlyphsAreCounted() {
    let (words, bare) = column(of: 1)
    var paint = bare
    paint.lines = (0..<20_000).map { _ in line(120, 300, 310, isHorizontal: false) }
    paint.lines.append(line(120.1, 5, 30, isHorizontal: false))
    let glyphs = WordGlyphs(words, paint.glyphs)
    let touching = TouchingWords(words, glyphs, paint, upTo: 50_000)
    #expect(touching?.words.map(\.text) == ["1111", "1"])
    let stopped = TouchingWords(words, glyphs, paint, upTo: 10_000)
    #expect(stopped == nil)
  }

  @Test func aDrawnDigitIsFoundAmongThousandsOfShortStrokes() {
    var paint = PagePaint(width: 595, height: 842)
    paint.glyphs = [glyph(x: 200, y: 100, .anew)]
    paint.lines = (0..<3_100).map {
      line(300 + 3 * Double($0 / 100), 5 * Double($0 % 100), 5 * Double($0 % 100) + 1)
    }
    paint.lines.append(line(208, 92, 100, isHorizontal: false))
    let box = BoundingBox(left: 206.75, top: 91, right: 209.25, bottom: 101)
    #expect(StraightCharacters.boxes(in: paint, upTo: 50_000_000) == [box])
    #expect(StraightCharacters.boxes(in: paint, upTo: 1_000_000) == nil)
  }

  @Test func turnedDigitsThatAreTooManyToCompareAreUnreadable() {
    let box = BoundingBox(left: 100, top: 100, right: 105, bottom: 110)
    var turned = Word(text: "1", box: box, order: 0)
    turned.turned = TurnedPlace(isDown: true, box: box)
    let far = Word(
      text: "2", box: BoundingBox(left: 400, top: 700, right: 405, bottom: 710), order: 1)
    var words = Array(repeating: turned, count: 5_000) + Array(repeating: far, count: 5_000)
    let findings = TurnedDigits.mark(&words, page: 1)
    #expect(findings.count == 5_000)
    #expect(
      words.map(\.text)
        == Array(repeating: "\u{FFFD}", count: 5_000) + Array(repeating: "2", count: 5_000))
  }

  @Test func linesThatALineThroughTextIsHeldAgainstAreCounted() {
    var paint = PagePaint(width: 595, height: 842)
    paint.glyphs = [glyph(x: 200, y: 100, .anew)]
    paint.lines = [line(97, 180, 230)] + (0..<500).map { _ in line(400, 10, 300) }
    #expect(StrikeLines.struckGlyphs(of: paint, upTo: 1_000) == [0])
    #expect(StrikeLines.struckGlyphs(of: paint, upTo: 300) == nil)
  }
}
