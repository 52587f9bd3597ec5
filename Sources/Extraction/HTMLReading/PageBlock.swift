internal import Diagnostics
internal import DocumentModel

/// What a page is made of before paragraphs and tables are numbered.
enum PageBlock {
  case line(PageLine)
  case table(PageTable)
}

struct PageLine {
  var text: String
  var remarks: [Remark] = []
}

/// A table as a rectangle: every cell at its columns, spans resolved.
struct PageTable {
  struct Position {
    var text: String
    var coverage: TableCell.Coverage
    /// Of the cell that holds or covers the position, from 1; cells are counted in the row where they begin.
    var row: Int
    var cell: Int
    var remarks: [Remark] = []
  }

  var columnCount = 0
  var rows: [[Position]] = []
  /// Cells whose span was cut to what the table has room for.
  var clamped: [(row: Int, cell: Int)] = []
  /// Rows with fewer columns than the table.
  var ragged: [Int] = []
  /// Tables in its cells that follow it.
  var nested = 0

  var isBlank: Bool {
    rows.allSatisfy { $0.allSatisfy { $0.text.isEmpty || $0.text == LineBuilder.pictureText } }
  }
}
