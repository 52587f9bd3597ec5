import PagePaint
import Testing

@testable import PDFReading

/// What is not a whole drawing, or has too much in it.
@Suite struct DamagedDrawingTests {
  private static let square =
    #"<path style="fill:rgb(0%,0%,0%);" d="M 0 0 L 50 0 L 50 50 L 0 50 Z "/>"#

  private static let whole = Drawing(
    """
    <g clip-path="url(#clip1)" clip-rule="nonzero">
    \(square)
    <use xlink:href="#surface5" mask="url(#mask0)" transform="matrix(1,0,0,1,60,80)"/>
    <path style="fill:none;stroke:url(#linear0);" d="M 1 2 C 3 4 5 6 7 8 " \
    transform="matrix(1,0,0,-1,0,800)"/>
    </g>
    <g style="fill:rgb(0%,0%,0%);"><use xlink:href="#glyph0-1" x="20" y="60"/></g>
    """,
    definitions: """
      <g><symbol overflow="visible" id="glyph0-1"><path d="M 1 0 L 1 -7 L 5 -7 Z "/></symbol></g>
      <clipPath id="clip1"><rect x="0" y="0" width="100" height="100"/></clipPath>
      <image id="image7" width="4" height="4" xlink:href="data:image/png;base64,iVBORw0KGgo="/>
      <mask id="mask0"><use xlink:href="#image7"/></mask>
      <linearGradient id="linear0"><stop offset="0" style="stop-opacity:1;"/></linearGradient>
      <g id="surface5"><use xlink:href="#image7"/>\(square)</g>
      """
  ).bytes

  @Test func drawingThatEndsEarlierIsNone() {
    #expect(DrawingListing(Self.whole) != nil)
    // The line's end behind </svg> may be missing.
    for count in 0..<Self.whole.count - 1 {
      #expect(DrawingListing(Array(Self.whole.prefix(count))) == nil, "\(count) bytes")
    }
  }

  @Test func damagedDrawingIsReadOrRefused() {
    var random = SystemRandomNumberGenerator()
    let pieces: [String] = [
      "<g>", "</g>", "/>", "\"", "<", ">", "#", "(", "matrix(", "-", "99999999999999999999", "nan",
      "inf", ".", "#surface5", "#glyph0-1", "id=\"glyph0-1\"", "e9", " ",
    ]
    for _ in 0..<3_000 {
      var bytes = Self.whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count - 8, using: &random)
        if Bool.random(using: &random) {
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        } else {
          let end = min(place + Int.random(in: 0...12, using: &random), bytes.count - 8)
          bytes.replaceSubrange(place..<end, with: (pieces.randomElement() ?? "").utf8)
        }
      }
      let pages = DrawingListing(bytes)?.pages ?? []
      #expect(pages.allSatisfy { $0.lines.count + $0.areas.count < 100 })
    }
  }

  @Test(arguments: [
    #"<g><path d="M 0 0"/>"#, "</g></g>", #"<path d="M 0 0/>"#, #"<path d='M 0 0'/>"#,
    #"<path transform="matrix(1,0,0)"/>"#, #"<path transform="rotate(3)"/>"#,
  ])
  func whatCairoDoesNotWriteIsRefused(content: String) {
    #expect(DrawingListing(Drawing(content).bytes) == nil)
  }

  @Test func drawingWithoutASizeIsRefused() {
    #expect(DrawingListing(Array("<svg ></svg>".utf8)) == nil)
    #expect(DrawingListing(Array(#"<svg width="1e" height="nan"></svg>"#.utf8)) == nil)
    #expect(DrawingListing([]) == nil)
  }

  @Test func thereMayBeSoManyThingsAndNoMore() {
    let things = Array(repeating: Self.square, count: 9).joined()
    #expect(DrawingListing(Drawing(things).bytes, limit: 10) != nil)
    #expect(DrawingListing(Drawing(things).bytes, limit: 9) == nil)
    let clips = (0..<10).map { "<clipPath id=\"c\($0)\"><rect/></clipPath>" }.joined()
    #expect(DrawingListing(Drawing("", definitions: clips).bytes, limit: 10) != nil)
    #expect(DrawingListing(Drawing("", definitions: clips).bytes, limit: 9) == nil)
    let pages = Array(repeating: "<page></page>", count: 11).joined()
    #expect(DrawingListing(Drawing(pages, isPage: false).bytes, limit: 10) == nil)
    let corners = Array(repeating: "L 1 2 ", count: 81).joined()
    #expect(DrawingListing(Drawing("<path d=\"M 0 0 \(corners)\"/>").bytes, limit: 10) == nil)
  }

  @Test func groupsThatUseEachOtherAreRefused() {
    let cycle = Drawing(
      ##"<use xlink:href="#a"/>"##,
      definitions: ##"<g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g>"##)
    #expect(DrawingListing(cycle.bytes) == nil)
    let doubled = (1..<30).map { level in
      let use = "<use xlink:href=\"#s\(level - 1)\"/>"
      return "<g id=\"s\(level)\">\(use)\(use)</g>"
    }
    let laughs = Drawing(
      ##"<use xlink:href="#s29"/>"##, definitions: ##"<g id="s0"></g>"## + doubled.joined())
    #expect(DrawingListing(laughs.bytes) == nil)
  }

  @Test func groupsMayBeDeep() throws {
    func nested(_ count: Int) -> [UInt8] {
      let opening = String(repeating: "<g>", count: count)
      return Drawing(opening + Self.square + String(repeating: "</g>", count: count)).bytes
    }
    #expect(try #require(DrawingListing(nested(5_000))).pages.first?.areas.count == 1)
    #expect(DrawingListing(nested(20_000)) == nil)
  }

  @Test(arguments: [
    ("12", 12), ("-0.5", -0.5), ("0.1", 0.1), ("841.889764", 841.889764), (" , 7", 7),
    ("-0.000000000000007105", -7e-15), ("123456789012345", 123_456_789_012_345),
    ("0000000000000001", .infinity), ("1234567890123456", .infinity), ("-nan", .infinity),
    ("inf", .infinity), ("3.", 3), ("99.99999999999999999", 99.999_999_999_999_999),
  ])
  func numberIsReadAsItIsWritten(text: String, value: Double) {
    let bytes = Array(text.utf8)
    var numbers = SVGNumbers(bytes, in: 0..<bytes.count)
    #expect(numbers.next() == value)
  }

  @Test(arguments: ["", "-", ".5", "x1", "+1"])
  func whatIsNoNumberIsNone(text: String) {
    let bytes = Array(text.utf8)
    var numbers = SVGNumbers(bytes, in: 0..<bytes.count)
    #expect(numbers.next() == nil)
  }
}
