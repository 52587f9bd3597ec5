import Diagnostics
import PagePaint
import Testing

@testable import PDFReading

/// Pictures, masks, and colours that aren't one, in what `pdftocairo -svg` writes.
@Suite struct DrawnPictureTests {
  @Test(arguments: [
    // Without a filter a mask goes by how light it is.
    (#"<rect width="600" height="800" style="fill:rgb(0%,0%,0%);"/>"#, 0.0),
    (#"<rect width="600" height="800" style="fill:rgb(100%,100%,100%);"/>"#, 1),
    (##"<use xlink:href="#surface5"/>"##, nil),
    (#"<rect width="600" height="800" style="fill:url(#linear0);"/>"#, nil),
  ])
  func maskThatDiffersFromPlaceToPlaceLeavesAnUncertainShare(mask: String, alpha: Double?) throws {
    let page = try Drawing(
      #"<rect x="0" y="0" width="600" height="800" style="fill:rgb(0%,0%,0%);" mask="url(#m)"/>"#,
      definitions: #"<mask id="m">\#(mask)</mask><g id="surface5"></g>"#
    ).page()
    #expect(page.areas.count == 1)
    #expect(page.areas.allSatisfy { $0.paint.isUncertain == (alpha == nil) })
    #expect(page.areas.allSatisfy { abs($0.paint.alpha - (alpha ?? 1)) < 1e-3 })
  }

  @Test func lettersCutOutOfAnAreaAreOutlines() throws {
    let area = #"<path style="fill:rgb(0%,0%,0%);" d="M 0 0 L 600 0 L 600 800 L 0 800 Z "/>"#
    let page = try Drawing(
      """
      <g clip-path="url(#clip1)">\(area)</g>
      <g clip-path="url(#clip2)">\(area)</g>
      """,
      definitions: """
        <clipPath id="clip1"><path d="M 120 285 L 127 285 L 127 300 L 120 300 Z \
        M 100 285 L 115 285 L 115 300 L 100 300 Z M 100 285 "/></clipPath>
        <clipPath id="clip2"><path d="M 10 0 L 90 0 C 95.5 0 100 4.5 100 10 L 100 90 C 100 95.5 \
        95.5 100 90 100 L 10 100 C 4.5 100 0 95.5 0 90 L 0 10 C 0 4.5 4.5 0 10 0 Z "/></clipPath>
        """
    ).page()
    #expect(
      page.outlines.map(\.box) == [BoundingBox(left: 100, top: 285, right: 127, bottom: 300)])
    #expect(page.areas.map { page.clips[Int($0.paint.clip ?? 0)][0].parts.count } == [2, 1])
    #expect(page.areas.last?.box == BoundingBox(left: 0, top: 0, right: 100, bottom: 100))
  }

  @Test func pictureIsWhereItsMatrixPutsIt() throws {
    let page = try Drawing(
      """
      <use xlink:href="#image5" transform="matrix(25,0,0,12.5,20,50)"/>
      <use xlink:href="#image5" transform="matrix(17.5,-17.5,17.5,17.5,130,130)"/>
      <use xlink:href="#image5" mask="url(#mask0)" transform="matrix(25,0,0,12.5,20,50)"/>
      <use xlink:href="#image5" comp-op="src" clip-to-self="true" transform="matrix(1,0,0,1,5,6)"/>
      <path style=" stroke:none;fill:url(#pattern0);" d="M 10 10 L 90 10 L 90 90 L 10 90 Z "/>
      """,
      definitions: """
        <image id="image5" width="4" height="4" xlink:href="data:image/png;base64,iVBORw0KGgo="/>
        <mask id="mask0">
        <use xlink:href="#image5"/>
        </mask>
        <pattern id="pattern0" patternUnits="userSpaceOnUse" width="4" height="4">
          <use xlink:href="#image5"/>
        </pattern>
        """
    ).page()
    #expect(
      page.pictures == [
        PaintedPicture(
          box: BoundingBox(left: 20, top: 50, right: 120, bottom: 100),
          paint: Paint(colour: nil, order: 1)),
        PaintedPicture(
          box: BoundingBox(left: 130, top: 60, right: 270, bottom: 200),
          paint: Paint(colour: nil, order: 2)),
        PaintedPicture(
          box: BoundingBox(left: 20, top: 50, right: 120, bottom: 100),
          paint: Paint(colour: nil, isUncertain: true, order: 3), isMasked: true),
        PaintedPicture(
          box: BoundingBox(left: 5, top: 6, right: 9, bottom: 10),
          paint: Paint(colour: nil, blend: .other, order: 4)),
        PaintedPicture(
          box: BoundingBox(left: 10, top: 10, right: 90, bottom: 90),
          paint: Paint(colour: nil, order: 5)),
      ])
  }

  @Test func stencilIsAPictureOfUnknownPlace() throws {
    let page = try Drawing(
      """
      <rect x="0" y="0" width="600" height="800" style="fill:rgb(100%,0%,0%);fill-opacity:1;\
      stroke:none;" mask="url(#mask0)"/>
      """,
      definitions: """
        <image id="image5" width="8" height="4" xlink:href="data:image/png;base64,iVBORw0KGgo="/>
        <mask id="mask0">
        <use xlink:href="#image5" transform="matrix(0.125,0,0,-0.25,0,1)"/>
        </mask>
        """
    ).page()
    #expect(
      page.pictures == [
        PaintedPicture(
          box: BoundingBox(left: 0, top: 0, right: 600, bottom: 800),
          paint: Paint(
            colour: PaintColour(red: 255, green: UInt8(0), blue: 0), alpha: 0.5, order: 1))
      ])
  }

  @Test func coloursThatChangeAreNotKnown() throws {
    let square = #"d="M 10 10 L 90 10 L 90 90 L 10 90 Z ""#
    let page = try Drawing(
      """
      <path style=" stroke:none;fill:url(#linear0);" \(square)/>
      <path style=" stroke:none;fill:url(#radial0);" \(square)/>
      <path style=" stroke:none;fill:url(#pattern0);" \(square)/>
      <path style=" stroke:none;comp-op:multiply;fill:rgb(0%,0%,100%);" \(square)/>
      <path style=" stroke:none;comp-op:src-over;fill:rgb(0%,0%,100%);" \(square)/>
      """,
      definitions: """
        <linearGradient id="linear0" x1="100" y1="0" x2="200" y2="0">
        <stop offset="0" style="stop-color:rgb(75%,0%,25%);stop-opacity:1;"/>
        </linearGradient>
        <radialGradient id="radial0" cx="0" cy="0" fx="0" fy="0" r="9">
        <stop offset="0" style="stop-color:rgb(0%,0%,0%);stop-opacity:0;"/>
        </radialGradient>
        <g id="surface5"><path style="fill:rgb(100%,0%,0%);" d="M 0 0 L 5 0 L 5 5 L 0 5 Z "/></g>
        <pattern id="pattern0" width="10" height="10">
        <use xlink:href="#surface5"/>
        </pattern>
        """
    ).page()
    let blue = PaintColour(red: UInt8(0), green: 0, blue: 255)
    #expect(
      page.areas.map(\.paint) == [
        Paint(
          colour: nil, bounds: ColourBounds(PaintColour(red: UInt8(191), green: 0, blue: 64)),
          order: 1),
        Paint(colour: nil, bounds: ColourBounds(.black), isUncertain: true, order: 2),
        Paint(colour: nil, isUncertain: true, order: 3),
        Paint(colour: blue, blend: .multiply, order: 4),
        Paint(colour: blue, order: 5),
      ])
  }
}
