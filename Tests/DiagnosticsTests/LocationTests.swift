import Diagnostics
import Testing

@Suite struct LocationTests {
  @Test func aPlaceIsPrintedAsAPersonLooksItUp() {
    let box = BoundingBox(left: 90, top: 120.46, right: 101.25, bottom: -0.01)
    let places: [Location] = [
      .line(12), .paragraph(3), .cell(table: 2, row: 5, cell: 8), .page(4, box: nil),
      .page(4, box: box), .part("word/footnotes.xml"),
    ]
    #expect(
      places.map(\.description) == [
        "line 12", "paragraph 3", "table 2 row 5 cell 8", "page 4",
        "page 4 box 90.0,120.5,101.3,0.0", "part word/footnotes.xml",
      ])
  }

  @Test func coordinatesThatAreNoneArePrintedAsZero() {
    let box = BoundingBox(left: .nan, top: .infinity, right: -.infinity, bottom: 1e300)
    #expect(Location.page(1, box: box).description == "page 1 box 0.0,0.0,0.0,0.0")
  }
}
