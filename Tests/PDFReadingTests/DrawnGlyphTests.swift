import Diagnostics
import PagePaint
import Testing

@testable import PDFReading

/// Glyphs in what `pdftocairo -svg` writes: shapes that are defined once and used at places.
@Suite struct DrawnGlyphTests {
  /// An upright bar and one that goes below the line, 10 points high together; a blank; the bar turned.
  private static let symbols = """
    <g>
    <symbol overflow="visible" id="glyph3-1">
    <path style="stroke:none;" d="M 1 0 L 1 -7 L 5 -7 L 5 0 Z M 1 0 "/>
    </symbol>
    <symbol overflow="visible" id="glyph3-2">
    <path style="stroke:none;" d="M 1 3 L 1 -7 L 5 -7 L 5 3 Z M 1 3 "/>
    </symbol>
    <symbol overflow="visible" id="glyph3-3">
    <path style="stroke:none;" d=""/>
    </symbol>
    <symbol overflow="visible" id="glyph4-0">
    <path style="stroke:none;" d="M 0 1 L 7 1 L 7 5 L 0 5 Z "/>
    </symbol>
    <symbol overflow="visible" id="glyph5-0">
    <path style="stroke:none;" d="M 0.7 -0.7 L -4.2 -5.6 L -1.4 -8.4 L 3.5 -3.5 Z "/>
    </symbol>
    <symbol overflow="visible" id="glyph6-0">
    <path style="stroke:none;" d="M 0.1 0 L 0.1 -0.7 L 0.5 -0.7 L 0.5 0 Z "/>
    </symbol>
    <symbol overflow="visible" id="glyph7-0">
    <g transform="matrix(1,0,0,1,0,-15)">
    <rect x="8" y="0" width="1" height="1"/>
    <rect x="2" y="14" width="1" height="1"/>
    </g>
    </symbol>
    </g>
    """

  private func glyphs(_ content: String, _ definitions: String = "") throws -> [PaintedGlyph] {
    try Drawing(content, definitions: Self.symbols + definitions).page().glyphs
  }

  /// `places` of one glyph, in black.
  private func run(_ name: String, _ places: [(Double, Double)]) -> String {
    let uses = places.map { "<use xlink:href=\"#\(name)\" x=\"\($0.0)\" y=\"\($0.1)\"/>" }
    return "<g style=\"fill:rgb(0%,0%,0%);fill-opacity:1;\">\(uses.joined())</g>"
  }

  @Test func glyphIsPlacedByItsOrigin() throws {
    let glyphs = try glyphs(
      """
      <g style="fill:rgb(100%,0%,0%);fill-opacity:0.5;">
        <use xlink:href="#glyph3-1" x="20" y="60"/>
        <use xlink:href="#glyph3-3" x="26" y="60"/>
        <use xlink:href="#glyph3-2" x="29.5" y="60"/>
      </g>
      """)
    let red = PaintColour(red: 255, green: UInt8(0), blue: 0)
    #expect(glyphs.map(\.shape) == [3 << 16 | 1, 3 << 16 | 2])
    #expect(glyphs.map(\.characters) == [.untold, .untold])
    #expect(
      glyphs.map(\.paint) == [
        Paint(colour: red, alpha: 0.5, order: 1), Paint(colour: red, alpha: 0.5, order: 3),
      ])
    #expect(glyphs.map(\.origin) == [PagePoint(x: 20, y: 60), PagePoint(x: 29.5, y: 60)])
    #expect(glyphs.map(\.advance) == [4, 4])
    #expect(glyphs.map(\.size) == [10, 10])
    #expect(glyphs.map(\.box.left) == [21, 30.5])
    #expect(glyphs.map(\.box.right) == [25, 34.5])
    #expect(glyphs.allSatisfy { abs($0.box.top - 52.4) < 1e-9 && abs($0.box.bottom - 60.6) < 1e-9 })
    #expect(glyphs.allSatisfy { $0.concealment == nil && $0.turn == 0 })
  }

  @Test func fontIsTurnedAsItsGlyphsStandInALine() throws {
    let down = try glyphs(run("glyph4-0", [(100, 100), (100, 106)]))
    #expect(down.map(\.turn) == [90, 90])
    #expect(down.map(\.advance) == [4, 4])
    let slanted = try glyphs(run("glyph5-0", [(100, 100), (105, 95), (110, 90)]))
    #expect(slanted.allSatisfy { abs($0.turn + 45) < 0.1 })
    // Next to each other in one row, digits of which each is drawn to the left of the last.
    let back = try glyphs(run("glyph3-1", [(100, 100), (94, 100), (88, 100)]))
    #expect(back.map(\.turn) == [0, 0, 0])
    // One below the other, as the first cells of rows are.
    let column = try glyphs(run("glyph3-1", [(100, 100), (100, 112), (100, 124)]))
    #expect(column.map(\.turn) == [0, 0, 0])
  }

  @Test func raisedMarkIsNotTurned() throws {
    let marked = try glyphs(
      run("glyph3-2", [(100, 100), (106, 100)]) + run("glyph3-1", [(112, 96)])
        + run("glyph3-2", [(118, 100)]))
    #expect(marked.map(\.turn) == [0, 0, 0, 0])
  }

  @Test func glyphOfSquaresIsAsLargeAsTheyAre() throws {
    let glyphs = try glyphs(run("glyph7-0", [(100, 100)]))
    #expect(glyphs.map(\.box.left) == [102])
    #expect(glyphs.map(\.box.right) == [109])
    #expect(glyphs.allSatisfy { abs($0.size - 15 / 0.74) < 1e-9 })
  }

  @Test func glyphThatNobodySeesSaysWhy() throws {
    let glyphs = try glyphs(
      """
      \(run("glyph6-0", [(100, 100)]))
      <g style="fill:rgb(0%,0%,0%);fill-opacity:0.02;"><use xlink:href="#glyph3-2" x="9" y="60"/></g>
      <g clip-path="url(#clip1)">\(run("glyph3-2", [(20, 60), (26, 60), (32, 60)]))</g>
      \(run("glyph3-2", [(597, 60)]))
      """, #"<clipPath id="clip1"><path d="M 0 0 L 28 0 L 28 99 L 0 99 Z "/></clipPath>"#)
    #expect(
      glyphs.map(\.concealment) == [.tiny, .transparent, nil, .clipped, .clipped, .clipped])
  }

  @Test func glyphInAGroupIsMovedWithIt() throws {
    let glyphs = try glyphs(
      ##"<use xlink:href="#surface5" transform="matrix(2,0,0,2,60,80)"/>"##,
      #"<g id="surface5">\#(run("glyph3-2", [(10, 10)]))</g>"#)
    #expect(glyphs.map(\.origin) == [PagePoint(x: 80, y: 100)])
    #expect(glyphs.map(\.size) == [20])
    #expect(glyphs.map(\.box.left) == [82])
  }

  /// Text rendering mode 2, with which programs make bold what has no bold font.
  @Test func lineAroundGlyphsIsTheirs() throws {
    let around = #"d="M 21 60 L 21 53 L 25 53 L 25 60 Z M 27 63 L 27 53 L 31 53 L 31 63 Z ""#
    let glyphs = """
      <g style="fill:rgb(0%,0%,0%);"><use xlink:href="#glyph3-1" x="20" y="60"/>\
      <use xlink:href="#glyph3-2" x="26" y="60"/></g>
      """
    func page(_ colour: String, _ path: String) throws -> PagePaint {
      try Drawing(
        "\(glyphs)<path style=\"fill:none;stroke-width:0.2;stroke:\(colour);\" \(path)/>",
        definitions: Self.symbols
      ).page()
    }
    #expect(try page("rgb(0%,0%,0%)", around).lines.isEmpty)
    #expect(try page("rgb(100%,0%,0%)", around).lines.count == 8)
    #expect(try page("rgb(0%,0%,0%)", #"d="M 21 56 L 31 56 ""#).lines.count == 1)
    let frame = #"d="M 20.5 52.5 L 31.5 52.5 L 31.5 63.5 L 20.5 63.5 Z ""#
    #expect(try page("rgb(0%,0%,0%)", frame).lines.count == 4)
  }
}
