internal import Diagnostics
internal import PagePaint

/// Pages whose letters are drawn as shapes, below a layer of text that isn't painted.
enum OutlinedText {
  /// Whether most of the text of a page isn't painted (text rendering mode 3) and lies where shapes as small as letters are.
  static func isBelowText(of paint: PagePaint) -> Bool {
    guard !paint.outlines.isEmpty, paint.outlines.count <= mostOutlines else { return false }
    let unpainted = paint.glyphs.lazy.filter { $0.concealment == .unpainted }
    guard unpainted.count * 2 > paint.glyphs.count else { return false }
    let places = places(of: paint.outlines)
    let covered = unpainted.count { glyph in
      places.contains(Place(glyph.box.middleX, glyph.box.middleY))
    }
    return covered * 2 > paint.glyphs.count
  }

  /// A square of the page.
  private struct Place: Hashable {
    var column, row: Int32

    init(_ x: Double, _ y: Double) {
      column = Int32(clamping: Int(min(max(x, -1e6), 1e6) / OutlinedText.side))
      row = Int32(clamping: Int(min(max(y, -1e6), 1e6) / OutlinedText.side))
    }
  }

  /// The squares that outlines of the size of letters reach into.
  private static func places(of outlines: [PaintedOutline]) -> Set<Place> {
    var places: Set<Place> = []
    for outline in outlines {
      let box = outline.box
      guard 0..<largest ~= box.width, 0..<largest ~= box.height else { continue }
      for column in 0...Int(box.width / side) + 1 {
        for row in 0...Int(box.height / side) + 1 {
          places.insert(
            Place(
              min(box.left + Double(column) * side, box.right),
              min(box.top + Double(row) * side, box.bottom)))
        }
      }
    }
    return places
  }

  /// More than the letters of any page.
  private static let mostOutlines = 50_000
  /// In points.
  private static let side = 6.0
  private static let largest = 60.0
}
