import Diagnostics
import PDFObjects
import PagePaint
import TestSupport
import Testing

@testable import PageContents

/// Lines, areas and the clipping path, in points from the top left corner.
@Suite struct PathPaintTests {
  @Test func aStrokedLineIsALineOfItsThickness() throws {
    let paint = try paint("2 w 10 90 m 60 90 l S")
    #expect(
      paint.lines == [
        PaintedLine(
          isHorizontal: true, ruling: Ruling(position: 10, start: 10, end: 60), thickness: 2,
          paint: Paint(colour: .black, order: 1))
      ])
  }

  @Test func aFilledRectangleAsThinAsABorderIsALine() throws {
    let paint = try paint("0.5 g 20 10 0.5 80 re f")
    let grey = PaintColour(red: UInt8(128), green: 128, blue: 128)
    #expect(
      paint.lines == [
        PaintedLine(
          isHorizontal: false, ruling: Ruling(position: 20.25, start: 10, end: 90), thickness: 0.5,
          paint: Paint(colour: grey, order: 1))
      ])
  }

  @Test func aLargerOneIsAnAreaAndALaterOneLiesOnTop() throws {
    let paint = try paint("1 0 0 rg 10 10 20 20 re f 1 g 15 15 20 20 re f")
    #expect(
      paint.areas == [
        PaintedArea(
          box: BoundingBox(left: 10, top: 70, right: 30, bottom: 90),
          paint: Paint(colour: PaintColour(red: UInt8(255), green: 0, blue: 0), order: 1)),
        PaintedArea(
          box: BoundingBox(left: 15, top: 65, right: 35, bottom: 85),
          paint: Paint(colour: .white, order: 2)),
      ])
  }

  @Test func theSpaceBetweenTwoRectanglesIsFourLines() throws {
    let paint = try paint("10 10 50 50 re 11 11 48 48 re f*")
    #expect(paint.areas.isEmpty)
    #expect(
      paint.lines.map(\.ruling) == [
        Ruling(position: 40.5, start: 10.5, end: 59.5),
        Ruling(position: 59.5, start: 40.5, end: 89.5),
        Ruling(position: 89.5, start: 10.5, end: 59.5),
        Ruling(position: 10.5, start: 40.5, end: 89.5),
      ])
  }

  @Test func aCurveIsAnOutline() throws {
    let paint = try paint("10 10 m 10 30 40 30 40 20 c f")
    #expect(paint.outlines.count == 1)
    let box = try #require(paint.outlines.first?.box)
    #expect(box.left == 10 && box.right == 40 && box.bottom == 90)
    // Of the curve itself, not of its control points.
    #expect(abs(box.top - 73.4) < 0.1)
  }

  @Test func nothingIsPaintedOutsideOfTheClippingPath() throws {
    let paint = try paint(
      "q 0 0 50 100 re W n 10 90 m 90 90 l S 60 10 20 20 re f 40 10 20 20 re f Q 60 10 20 20 re f")
    #expect(paint.lines.map(\.ruling) == [Ruling(position: 10, start: 10, end: 50)])
    #expect(
      paint.areas.map(\.box) == [
        BoundingBox(left: 40, top: 70, right: 50, bottom: 90),
        BoundingBox(left: 60, top: 70, right: 80, bottom: 90),
      ])
  }

  @Test func aMatrixMovesAndScalesAndIsRestored() throws {
    let paint = try paint("q 2 0 0 2 10 10 cm 0 0 10 10 re f Q 0 0 10 10 re f")
    #expect(
      paint.areas.map(\.box) == [
        BoundingBox(left: 10, top: 70, right: 30, bottom: 90),
        BoundingBox(left: 0, top: 90, right: 10, bottom: 100),
      ])
  }

  @Test(arguments: [
    (90, BoundingBox(left: 20, top: 10, right: 24, bottom: 14)),
    (180, BoundingBox(left: 86, top: 20, right: 90, bottom: 24)),
    (270, BoundingBox(left: 76, top: 86, right: 80, bottom: 90)),
  ])
  func aTurnedPageIsMeasuredAsItIsSeen(rotation: Int, box: BoundingBox) throws {
    #expect(try paint("10 20 4 4 re f") { $0.rotation = rotation }.areas.map(\.box) == [box])
  }

  @Test func theCropBoxIsThePage() throws {
    let paint = try paint("30 30 10 10 re f 0 0 100 100 re f") {
      $0.attributes = "/CropBox [20 20 60 80]"
    }
    #expect(paint.width == 40)
    #expect(paint.height == 60)
    #expect(
      paint.areas.map(\.box) == [
        BoundingBox(left: 10, top: 40, right: 20, bottom: 50),
        BoundingBox(left: 0, top: 0, right: 40, bottom: 60),
      ])
  }

  @Test(arguments: [
    ("0.2 0.4 0.6 rg", PaintColour(red: UInt8(51), green: 102, blue: 153)),
    ("0 0 0 0 k", .white), ("0 0 0 1 k", .black), ("1 g", .white),
    ("/DeviceRGB cs 1 1 1 sc", .white), ("/DeviceGray cs", .black),
    ("/S cs 0 scn", .white), ("/I cs 1 sc", PaintColour(red: UInt8(255), green: 0, blue: 0)),
    ("/N cs 1 1 1 scn", .white),
  ])
  func coloursOfAllCommonSpaces(operators: String, colour: PaintColour) throws {
    let profile = "<< /N 3 /Length 0 >>\nstream\n\nendstream"
    let paint = try paint(operators + " 10 10 20 20 re f", objects: [profile]) {
      $0.resources = """
        /ColorSpace << /S [/Separation /Gold /DeviceCMYK << /FunctionType 2 >>] \
        /I [/Indexed /DeviceRGB 1 <000000FF0000>] /N [/ICCBased 11 0 R] >>
        """
    }
    #expect(paint.areas.map(\.paint.colour) == [colour])
  }

  @Test func inksAndPatternsHaveNoColour() throws {
    let paint = try paint("/S cs 1 scn 10 10 20 20 re f /Pattern cs /P scn 10 10 20 20 re f") {
      $0.resources = "/ColorSpace << /S [/Separation /Gold /DeviceCMYK << >>] >>"
    }
    #expect(paint.areas.map(\.paint.colour) == [nil, nil])
  }

  @Test func alphaAndBlendModeAreKept() throws {
    let paint = try paint("/G gs 10 10 20 20 re f 10 50 m 60 50 l S") {
      $0.resources = "/ExtGState << /G << /ca .25 /CA 0.5 /BM /Multiply >> >>"
    }
    #expect(
      paint.areas.map(\.paint) == [Paint(colour: .black, alpha: 0.25, blend: .multiply, order: 1)])
    #expect(
      paint.lines.map(\.paint) == [Paint(colour: .black, alpha: 0.5, blend: .multiply, order: 2)])
  }

  @Test func lineAlongTheOutlinesOfTextMakesItBold() throws {
    // A 7 of five sides and an 8 of three rings, ten points high, from 10 on.
    func text(_ path: String) throws -> PagePaint {
      try paint("BT /F1 10 Tf 10 50 Td <00370038> Tj ET 0.3 w \(path) S")
    }
    let seven = "10 57 m 14 57 l 14 56 l 12 50 l 11 50 l 13 56 l 10 56 l h "
    let ring =
      "17 50 m 18 50 19 51 19 53 c 19 56 18 57 17 57 c 16 57 15 56 15 53 c 15 51 16 50 17 50 c h "
    let bold = try text(seven + ring + ring + ring)
    #expect(bold.slants.isEmpty && bold.lines.isEmpty && bold.outlines.isEmpty)
    // A line across both, one across the first, a ring around it, and one in another colour.
    for path in [
      seven + ring + ring + ring + "10 51 m 19 56 l h ", "10 50 m 14 57 l 14.2 57 l 10.2 50 l h ",
      ring, ring + ring + ring, "1 0 0 RG " + seven + ring + ring + ring,
    ] {
      let struck = try text(path)
      if path != ring + ring + ring { #expect(!struck.slants.isEmpty, "\(path)") }
    }
  }
}
