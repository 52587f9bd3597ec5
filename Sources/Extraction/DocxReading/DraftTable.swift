/// What a story is made of before tables and paragraphs are numbered.
enum DraftBlock {
  /// A visual line of a paragraph: clean and not empty.
  case line(String)
  case table(GridTable)
}

/// A `w:tbl` in Word's terms.
struct DraftTable {
  /// Widths of `w:gridCol` in twips (1/20 point), 0 where not given; the grid may lie about the rows.
  var gridWidths: [Int] = []
  var rows: [DraftRow] = []
}

struct DraftRow {
  /// `w:gridBefore` and `w:gridAfter`: grid columns left out at either end.
  var before = 0
  var after = 0
  /// Recorded as deleted, or hidden.
  var isOmitted = false
  var cells: [DraftCell] = []
}

struct DraftCell {
  /// How a cell takes part in a merge (`w:vMerge`, `w:hMerge`); without `w:val` both mean continue (17.4.84).
  enum Merge {
    case none, restart, `continue`
  }

  /// `w:gridSpan`, at least 1.
  var span = 1
  var vertical = Merge.none
  var horizontal = Merge.none
  var isDeleted = false
  /// All lines of the cell as one text.
  var text = ""
  /// The blocks of the cell where they are not one line: needed when the table is a frame, or holds tables.
  var blocks: [DraftBlock] = []

  init() {}
}
