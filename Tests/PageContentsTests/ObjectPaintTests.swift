import Diagnostics
import PDFObjects
import PagePaint
import TestSupport
import Testing

@testable import PageContents

/// Pictures, forms, groups and annotations.
@Suite struct ObjectPaintTests {
  private let picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /Length 1"

  @Test func aPictureTakesUpItsSquareAndHidesWhatLiesBelow() throws {
    let paint = try paint(
      "q 20 0 0 10 30 40 cm /P Do Q", objects: [picture + " >>\nstream\n0\nendstream"]
    ) { $0.resources = "/XObject << /P 11 0 R >>" }
    #expect(
      paint.pictures == [
        PaintedPicture(
          box: BoundingBox(left: 30, top: 50, right: 50, bottom: 60),
          paint: Paint(colour: nil, order: 1))
      ])
  }

  @Test(arguments: ["/SMask 12 0 R", "/Mask [0 0]", "/ImageMask true"])
  func aPictureWithAMaskIsMasked(entry: String) throws {
    let paint = try paint(
      "q 20 0 0 10 30 40 cm /P Do Q",
      objects: ["\(picture) \(entry) >>\nstream\n0\nendstream", "null"]
    ) { $0.resources = "/XObject << /P 11 0 R >>" }
    #expect(paint.pictures.map(\.isMasked) == [true])
  }

  @Test(arguments: [
    "BI /W 2 /H 2 /BPC 8 /CS /G ID EI E EI", "BI /W 1 /H 1 /BPC 8 /CS /RGB /F /DCT ID abc EI",
    "BI /Width 8 /Height 4 /ImageMask true ID EIEI EI",
  ])
  func anInlinePictureIsPassedOverToItsEnd(operators: String) throws {
    let paint = try paint("q 10 0 0 10 0 0 cm \(operators) Q 20 20 10 10 re f")
    #expect(
      paint.pictures.map(\.box) == [BoundingBox(left: 0, top: 90, right: 10, bottom: 100)])
    #expect(paint.areas.count == 1)
  }

  @Test func aFormHasAMatrixABoxAndNamesOfItsOwn() throws {
    let content = "/F7 10 Tf BT 0 0 Td <0035> Tj ET 0 0 90 90 re f"
    let paint = try paint(
      "1 0 0 1 10 0 cm /X Do 0 0 5 5 re f",
      objects: [
        form(
          content,
          "/BBox [0 0 20 20] /Matrix [1 0 0 1 0 50] /Resources << /Font << /F7 3 0 R >> >>")
      ]
    ) { $0.resources = "/XObject << /X 11 0 R >>" }
    #expect(paint.text == "5")
    #expect(paint.glyphs.map(\.origin) == [PagePoint(x: 10, y: 50)])
    #expect(
      paint.areas.map(\.box) == [
        BoundingBox(left: 10, top: 30, right: 30, bottom: 50),
        BoundingBox(left: 10, top: 95, right: 15, bottom: 100),
      ])
  }

  @Test func theAlphaOfAGroupHoldsForAllThatIsInIt() throws {
    let paint = try paint(
      "/G gs /X Do",
      objects: [
        form("0 0 20 20 re f", "/BBox [0 0 99 99] /Group << /S /Transparency >>")
      ]
    ) { $0.resources = "/XObject << /X 11 0 R >> /ExtGState << /G << /ca .5 /BM /Multiply >> >>" }
    #expect(
      paint.areas.map(\.paint) == [Paint(colour: .black, alpha: 0.5, blend: .multiply, order: 1)])
  }

  @Test func aFormThatShowsItselfIsRefused() {
    #expect(throws: PDFRefusal.limit("forms")) {
      try paint(
        "/X Do",
        objects: [form("/X Do", "/BBox [0 0 9 9] /Resources << /XObject << /X 11 0 R >> >>")]
      ) { $0.resources = "/XObject << /X 11 0 R >>" }
    }
  }

  @Test func theAppearanceOfAnAnnotationIsFittedToItsRectangle() throws {
    let paint = try paint("0 0 5 5 re f", objects: [form("0 0 10 10 re f", "/BBox [0 0 10 10]")]) {
      $0.annotations = [
        "/Subtype /FreeText /Rect [20 20 40 30] /Contents (2650) /AP << /N 11 0 R >>"
      ]
    }
    #expect(
      paint.areas.map(\.box) == [
        BoundingBox(left: 0, top: 95, right: 5, bottom: 100),
        BoundingBox(left: 20, top: 70, right: 40, bottom: 80),
      ])
    #expect(paint.annotationOrder == 2)
    #expect(
      paint.annotations == [
        PageAnnotation(
          kind: .freeText, box: BoundingBox(left: 20, top: 70, right: 40, bottom: 80), text: "2650")
      ])
  }

  @Test func hiddenAnnotationsAreNotThere() throws {
    let paint = try paint("", objects: [form("0 0 10 10 re f", "/BBox [0 0 10 10]")]) {
      $0.annotations = ["/Subtype /FreeText /F 2 /Rect [20 20 40 30] /AP << /N 11 0 R >>"]
    }
    #expect(paint.areas.isEmpty)
    #expect(paint.annotations.isEmpty)
  }

  @Test func anAnnotationThatPopplerWouldDrawByItselfRefusesThePage() {
    #expect(throws: PDFRefusal.unsupported("an annotation without an appearance")) {
      try paint("") { $0.annotations = ["/Subtype /FreeText /Rect [20 20 40 30]"] }
    }
  }

  @Test func aShadingIsAGroundOfColoursBetweenTwo() throws {
    let bounds = ColourBounds(.white).including(PaintColour(red: UInt8(255), green: 0, blue: 0))
    for (extend, isUncertain) in [("true true", false), ("true false", true)] {
      let paint = try paint("q 10 10 20 20 re W n /S sh Q") {
        $0.resources = """
          /Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 9 9] \
          /Extend [\(extend)] /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 1 1] \
          /C1 [1 0 0] >> >> >>
          """
      }
      #expect(
        paint.areas == [
          PaintedArea(
            box: BoundingBox(left: 10, top: 70, right: 30, bottom: 90),
            paint: Paint(colour: nil, bounds: bounds, isUncertain: isUncertain, order: 1))
        ])
    }
  }

  @Test(
    arguments: [
      ([0x32, 0x36], "26"), ([0xFE, 0xFF, 0x65, 0x87], "文"), ([0xFF, 0xFE, 0x87, 0x65], "文"),
      ([0xEF, 0xBB, 0xBF, 0xE6, 0x96, 0x87], "文"), ([0x80, 0xA0, 0xE9], "•€é"),
    ] as [([UInt8], String)])
  func textStrings(bytes: [UInt8], text: String) {
    #expect(PDFText.decoded(bytes) == text)
  }
}
