internal import Diagnostics
internal import DocumentModel

/// A table that its words alone leave no doubt about, whole, on however many pages.
struct WordTable {
  var columnCount: Int
  var rowCount = 0
  private(set) var cells: [Cell] = []
  /// From top to bottom.
  private(set) var parts: [Part] = []
  /// What a label of one more row would begin with; nil where rows are not numbered.
  var nextMark: LabelMark?

  struct Cell {
    var rows, columns: Range<Int>
    /// Where it begins; nil where nothing is printed.
    var first: StreamCell?
    /// How it goes on, on each page that follows.
    var rests: [StreamCell] = []

    /// One for each page it stands on.
    var pieces: [StreamCell] { [first].compactMap(\.self) + rests }
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
    add(Cell(rows: rows, columns: columns, first: piece))
  }

  mutating func add(_ cell: Cell) {
    cells.append(cell)
    rowCount = max(rowCount, cell.rows.upperBound)
    if let first = cell.first { cover(first) }
    for rest in cell.rests { cover(rest) }
  }

  private mutating func cover(_ piece: StreamCell) {
    let index = parts.firstIndex { $0.page >= piece.page } ?? parts.count
    if index < parts.count, parts[index].page == piece.page {
      parts[index].box = parts[index].box.union(piece.box)
    } else {
      parts.insert(Part(page: piece.page, box: piece.box), at: index)
    }
  }

  /// Nil where cells overlap or leave places open: then it was not understood.
  func grid() -> GridTable? {
    guard let part = parts.first, rowCount * columnCount <= 10_000 else { return nil }
    // For each place the cell that covers it.
    var covering: [Int?] = Array(repeating: nil, count: rowCount * columnCount)
    for index in cells.indices {
      let (rows, columns) = (cells[index].rows, cells[index].columns)
      guard columns.upperBound <= columnCount else { return nil }
      for row in rows {
        for column in columns {
          guard covering[row * columnCount + column] == nil else { return nil }
          covering[row * columnCount + column] = index
        }
      }
    }
    var rows: [[GridCell]] = []
    rows.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      var places: [GridCell] = []
      places.reserveCapacity(columnCount)
      for column in 0..<columnCount {
        guard let index = covering[row * columnCount + column],
          let place = cells[index].gridCell(row: row, column: column)
        else { return nil }
        places.append(place)
      }
      rows.append(places)
    }
    var grid = GridTable(
      page: part.page + 1, box: part.box,
      edges: (0...columnCount).map {
        part.box.left + part.box.width * Double($0) / Double(columnCount)
      }, rows: rows)
    grid.isWhole = true
    return grid
  }
}

extension WordTable.Cell {
  /// The cell as it stands in one of the places that it covers; nil where nothing is printed.
  fileprivate func gridCell(row: Int, column: Int) -> GridCell? {
    guard let first else { return nil }
    guard row == rows.lowerBound, column == columns.lowerBound else {
      return GridCell(
        text: "", coverage: column > columns.lowerBound ? .coveredFromLeft : .coveredFromAbove,
        box: first.box, page: first.page + 1)
    }
    let text = rests.reduce(into: first.text) {
      TextJoining.appendInCell($1.text, to: &$0)
    }
    return GridCell(text: text, box: first.box, page: first.page + 1)
  }
}
