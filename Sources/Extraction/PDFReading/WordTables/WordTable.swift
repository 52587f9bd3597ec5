internal import Diagnostics
internal import DocumentModel

/// A table that its words alone leave no doubt about, whole, on however many pages.
struct WordTable {
  var columnCount: Int
  var rowCount = 0
  private(set) var cells: [Cell] = []
  /// What a label of one more row would begin with; nil where rows are not numbered.
  var nextMark: LabelMark?

  struct Cell {
    var rows, columns: Range<Int>
    /// One for each page it stands on.
    var pieces: [StreamCell]
  }

  /// The part of a table on one page.
  struct Part {
    /// Counts from 0.
    var page: Int
    var box: BoundingBox
  }

  init(columnCount: Int) {
    self.columnCount = columnCount
  }

  mutating func add(_ piece: StreamCell, rows: Range<Int>, columns: Range<Int>) {
    cells.append(Cell(rows: rows, columns: columns, pieces: [piece]))
    rowCount = max(rowCount, rows.upperBound)
  }

  mutating func add(_ cell: Cell) {
    cells.append(cell)
    rowCount = max(rowCount, cell.rows.upperBound)
  }

  /// From top to bottom.
  var parts: [Part] {
    var boxes: [Int: BoundingBox] = [:]
    for piece in cells.lazy.flatMap(\.pieces) {
      boxes[piece.page] = boxes[piece.page]?.union(piece.box) ?? piece.box
    }
    return boxes.sorted { $0.key < $1.key }.map { Part(page: $0.key, box: $0.value) }
  }

  /// Nil where cells overlap or leave places open: then it was not understood.
  func grid() -> GridTable? {
    guard let part = parts.first, rowCount * columnCount <= 10_000 else { return nil }
    var rows: [[GridCell?]] = Array(
      repeating: Array(repeating: nil, count: columnCount), count: rowCount)
    for cell in cells {
      guard let first = cell.pieces.first, cell.columns.upperBound <= columnCount else {
        return nil
      }
      let text = cell.pieces.reduce(into: "") { TextJoining.appendInCell($1.text, to: &$0) }
      for row in cell.rows {
        for column in cell.columns {
          guard rows[row][column] == nil else { return nil }
          let isOwn = row == cell.rows.lowerBound && column == cell.columns.lowerBound
          rows[row][column] = GridCell(
            text: isOwn ? text : "",
            coverage: isOwn
              ? .own : column > cell.columns.lowerBound ? .coveredFromLeft : .coveredFromAbove,
            box: first.box, page: first.page + 1)
        }
      }
    }
    let whole = rows.map { $0.compactMap(\.self) }
    guard whole.allSatisfy({ $0.count == columnCount }) else { return nil }
    var grid = GridTable(
      page: part.page + 1, box: part.box,
      edges: (0...columnCount).map {
        part.box.left + part.box.width * Double($0) / Double(columnCount)
      }, rows: whole)
    grid.isWhole = true
    return grid
  }
}
