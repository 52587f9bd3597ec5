import Diagnostics
import PagePaint
import Testing

@testable import PDFReading

/// What `pdftocairo -svg` writes, in the words of cairo 1.16.
@Suite struct DrawingListingTests {
  @Test func strokesAndThinFillsAreLines() throws {
    let page = try Drawing(
      """
      <path style="fill:none;stroke-width:0.5;stroke-linecap:butt;stroke-linejoin:miter;\
      stroke:rgb(0%,0%,0%);stroke-opacity:1;stroke-miterlimit:10;" d="M 20 30 L 200 30 " \
      transform="matrix(1,0,0,-1,0,800)"/>
      <path style=" stroke:none;fill-rule:nonzero;fill:rgb(50%,0%,0%);fill-opacity:1;" \
      d="M 77 363 L 516 363 L 516 362.5 L 77 362.5 Z M 77 363 "/>
      """
    ).page()
    #expect(
      page.lines == [
        PaintedLine(
          isHorizontal: true, ruling: Ruling(position: 770, start: 20, end: 200), thickness: 0.5,
          paint: Paint(colour: .black, order: 1)),
        PaintedLine(
          isHorizontal: true, ruling: Ruling(position: 362.75, start: 77, end: 516),
          thickness: 0.5,
          paint: Paint(colour: PaintColour(red: 128, green: UInt8(0), blue: 0), order: 2)),
      ])
    #expect(page.areas.isEmpty && page.outlines.isEmpty)
    #expect((page.width, page.height) == (600, 800))
    #expect(!page.holdsAllGlyphs)
  }

  @Test func whatIsFilledAndStrokedAtOnceIsBoth() throws {
    let page = try Drawing(
      """
      <path style="fill-rule:evenodd;fill:rgb(100%,100%,100%);fill-opacity:0.5;stroke-width:2;\
      stroke:rgb(100%,0%,0%);stroke-opacity:1;" d="M 150 300 L 200 300 L 200 350 L 150 350 Z " \
      transform="matrix(1,0,0,-1,0,800)"/>
      """
    ).page()
    #expect(
      page.areas == [
        PaintedArea(
          box: BoundingBox(left: 150, top: 450, right: 200, bottom: 500),
          paint: Paint(colour: .white, alpha: 0.5, order: 1))
      ])
    #expect(page.lines.count == 4)
    #expect(page.lines.allSatisfy { $0.paint.order == 2 && $0.thickness == 2 })
    #expect(page.rulings.horizontal.map(\.position) == [450, 500])
    #expect(page.rulings.vertical.map(\.position) == [150, 200])
  }

  @Test func lineIsAsThickAsItsMatrixMakesItAcross() throws {
    let style = #"style="fill:none;stroke-width:2;stroke:rgb(0%,0%,0%);""#
    let page = try Drawing(
      """
      <path \(style) d="M 20 20 L 80 20 L 80 60 " transform="matrix(3,0,0,-0.5,0,400)"/>
      <path \(style) d="M 20 20 L 80 20 " transform="matrix(0,3,-0.5,0,100,0)"/>
      """
    ).page()
    #expect(page.lines.map(\.isHorizontal) == [true, false, false])
    #expect(page.lines.map(\.thickness) == [1, 6, 1])
  }

  @Test func whiteLineIsALineAndNoBorder() throws {
    let page = try Drawing(
      #"<path style="fill:none;stroke-width:1;stroke:rgb(100%,100%,100%);" d="M 0 9 L 90 9 "/>"#
    ).page()
    #expect(page.lines.count == 1)
    #expect(page.rulings == Rulings())
  }

  @Test func groupIsShownWhereItIsUsed() throws {
    let page = try Drawing(
      """
      <g clip-path="url(#clip1)" clip-rule="nonzero">
      <use xlink:href="#surface5" transform="matrix(1,0,0,1,60,80)" mask="url(#mask0)"/>
      </g>
      <use xlink:href="#surface9"/>
      """,
      definitions: """
        <clipPath id="clip1"><path d="M 60 80 L 500 80 L 500 700 L 60 700 Z M 60 80 "/></clipPath>
        <mask id="mask0">
          <g filter="url(#alpha)">
        <rect x="0" y="0" width="600" height="800" style="fill:rgb(0%,0%,0%);fill-opacity:0.95;\
        stroke:none;"/>
          </g>
        </mask>
        <clipPath id="clip2"><rect x="0" y="0" width="100" height="100"/></clipPath>
        <g id="surface5" clip-path="url(#clip2)">
        <path style=" stroke:none;fill:rgb(0%,0%,0%);fill-opacity:0.5;" \
        d="M 0 20 L 130 20 L 130 20.75 L 0 20.75 Z M 0 20 "/>
        <path style=" stroke:none;fill:rgb(0%,0%,0%);" d="M 0 190 L 130 190 L 130 191 L 0 191 Z "/>
        </g>
        """
    ).page()
    #expect(page.lines.map(\.ruling) == [Ruling(position: 100.375, start: 60, end: 160)])
    #expect(page.lines.map(\.paint.alpha) == [0.475])
  }

  @Test func groupsWithinGroupsAreShown() throws {
    let page = try Drawing(
      ##"<use xlink:href="#surface7" transform="matrix(1,0,0,1,100,0)"/>"##,
      definitions: """
        <g id="surface5"><rect x="0" y="0" width="10" height="10" style="fill:rgb(0%,0%,0%);"/></g>
        <g id="surface7"><use xlink:href="#surface5" transform="matrix(2,0,0,2,0,50)"/>
        <use xlink:href="#surface5"/></g>
        """
    ).page()
    #expect(
      page.areas.map(\.box) == [
        BoundingBox(left: 100, top: 50, right: 120, bottom: 70),
        BoundingBox(left: 100, top: 0, right: 110, bottom: 10),
      ])
    #expect(page.areas.map(\.paint.order) == [1, 2])
  }

  @Test func clipCutsAreasLinesAndPictures() throws {
    let page = try Drawing(
      """
      <g clip-path="url(#clip1)" clip-rule="nonzero">
      <g clip-path="url(#clip2)" clip-rule="evenodd">
      <path style="fill:rgb(0%,100%,0%);" d="M 0 0 L 600 0 L 600 800 L 0 800 Z "/>
      <path style="fill:none;stroke:rgb(0%,0%,0%);" d="M 0 120 L 600 120 M 0 300 L 600 300 "/>
      <use xlink:href="#image5" transform="matrix(10,0,0,10,130,130)"/>
      <use xlink:href="#image5" transform="matrix(10,0,0,10,330,130)"/>
      </g>
      <g clip-path="url(#clip3)">
      <path style="fill:rgb(0%,100%,0%);" d="M 0 0 L 600 0 L 600 800 L 0 800 Z "/>
      </g>
      </g>
      """,
      definitions: """
        <clipPath id="clip1"><path d="M 100 100 L 200 100 L 200 200 L 100 200 Z "/></clipPath>
        <clipPath id="clip2"><path d="M 50 50 L 150 50 L 150 150 L 50 150 Z "/></clipPath>
        <clipPath id="clip3"><path d=""/></clipPath>
        <image id="image5" width="4" height="4" xlink:href="data:image/png;base64,iVBORw0KGgo="/>
        """
    ).page()
    #expect(
      page.areas.map(\.box) == [BoundingBox(left: 100, top: 100, right: 150, bottom: 150)])
    #expect(page.areas.map(\.paint.alpha) == [1])
    #expect(page.lines.map(\.ruling) == [Ruling(position: 120, start: 100, end: 150)])
    #expect(
      page.pictures.map(\.box) == [BoundingBox(left: 130, top: 130, right: 150, bottom: 150)])
  }

  @Test func pagesAreCountedEachByItself() throws {
    let line = #"<path style="fill:none;stroke:rgb(0%,0%,0%);" d="M 0 9 L 90 9 "/>"#
    let pages = try Drawing(
      """
      <pageSet>
      <page>
      <g id="surface1">
      \(line)
      </g>
      </page>
      <page>
      <g id="surface1">
      </g>
      </page>
      <page>
      <g id="surface1">
      \(line)
      </g>
      </page>
      </pageSet>
      """, isPage: false
    ).pages()
    #expect(pages.map(\.lines.count) == [1, 0, 1])
    #expect(pages.flatMap(\.lines).map(\.paint.order) == [1, 1])
    #expect(try Drawing("", isPage: false).pages().count == 1)
  }

  /// Cairo 1.18 has other names and no `style`.
  @Test func laterVersionsSayTheSame() throws {
    let page = try Drawing(
      """
      <g clip-path="url(#clip-0)">
      <path fill="none" stroke-width="0.5" stroke="rgb(0%, 0%, 0%)" stroke-opacity="1" \
      d="M 20 30 L 200 30 " transform="matrix(1, 0, 0, -1, 0, 800)"/>
      </g>
      <g fill="rgb(100%, 0%, 0%)" fill-opacity="0.5">
      <use xlink:href="#glyph-0-1" x="20" y="60"/>
      </g>
      <g style="mix-blend-mode:multiply"><use xlink:href="#source-5" \
      transform="matrix(2, 0, 0, 2, 10, 10)"/></g>
      """,
      definitions: """
        <g>
        <g id="glyph-0-1">
        <path d="M 1 0 L 1 -7 L 5 -7 L 5 0 Z M 1 0 "/>
        </g>
        </g>
        <clipPath id="clip-0">
        <path clip-rule="nonzero" d="M 0 0 L 100 0 L 100 800 L 0 800 Z M 0 0 "/>
        </clipPath>
        <image id="source-5" x="0" y="0" width="4" height="4" xlink:href="data:image/png;base64,"/>
        """
    ).page()
    #expect(page.lines.map(\.ruling) == [Ruling(position: 770, start: 20, end: 100)])
    #expect(page.glyphs.map(\.paint.alpha) == [0.5])
    #expect(page.glyphs.map(\.shape) == [1])
    #expect(page.pictures.map(\.box) == [BoundingBox(left: 10, top: 10, right: 18, bottom: 18)])
    #expect(page.pictures.map(\.paint.isNormal) == [false])
  }
}
