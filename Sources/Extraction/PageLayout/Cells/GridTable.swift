internal import Diagnostics
internal import DocumentModel

/// The part of a table that stands on one page.
struct GridTable: Sendable {
  /// Counts from 1.
  var page: Int
  var box: BoundingBox
  /// Where columns begin and end, one more than there are columns.
  var edges: [Double]
  var rows: [[GridCell]]
  /// Whether all of it is here, its parts on the pages that follow too, so that no other table is a part of it.
  var isWhole = false

  var columnCount: Int { edges.count - 1 }
}

/// One grid position of a table on a page.
struct GridCell: Hashable, Sendable {
  var text: String
  var coverage: TableCell.Coverage = .own
  /// The cell's own box, its text's where the cell's is not known.
  var box: BoundingBox
  /// Counts from 1; parts of one table may stand on several pages.
  var page: Int
  /// Whether the text fills its last line, so that it may go on across a page break.
  var endsFull = false
  /// Whether it would with one more character: a mark that may not begin a line takes the one before it along.
  var endsNearlyFull = false
}
