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
    let rounded = BoundingBox(left: 90, top: 120.5, right: 101.3, bottom: 0)
    #expect(
      places.map { Location($0.description) }
        == places.map { place in
          if case .page(_, .some) = place { .page(4, box: rounded) } else { place }
        })
  }

  @Test(arguments: [
    "", "line", "line x", "line 1 ", "lines 1", "page 1 box", "page 1 box 1,2,3",
    "page 1 box 1,2,3,x", "page 1 at 1,2,3,4", "table 1", "table 1 row 2", "table 1 row 2 cell",
    "table 1 cell 2 row 3", "line 99999999999999999999",
  ])
  func otherTextIsNoPlace(text: String) {
    #expect(Location(text) == nil)
  }

  @Test func coordinatesThatAreNoneArePrintedAsZero() {
    let box = BoundingBox(left: .nan, top: .infinity, right: -.infinity, bottom: 1e300)
    #expect(Location.page(1, box: box).description == "page 1 box 0.0,0.0,0.0,0.0")
  }
}
