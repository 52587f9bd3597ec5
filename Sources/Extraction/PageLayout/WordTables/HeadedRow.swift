internal import Diagnostics

/// A table of nothing but heads above fifteen columns and one row of figures.
enum HeadedRow {
  static let figureCount = 15

  /// The table whose figures are `run`, and where in the stream it stands; nil where anything is in doubt.
  static func table(
    in stream: [PlacedWord], from run: FigureRun
  ) -> (table: WordTable, range: Range<Int>)? {
    guard run.words.count == figureCount, let columns = FigureColumns([run]) else { return nil }
    let form = NestedHead.ofFifteen
    let end = run.range.lowerBound
    let first =
      stream[..<end].suffix(160).lastIndex { $0.page != run.page }.map { $0 + 1 }
      ?? max(0, end - 160)
    let cells = NestedHead.cells(stream[first..<end], slots: columns.slots)
    let heads = Array(cells.suffix(form.cellCount))
    guard let places = form.places(of: heads, over: columns),
      heads.allSatisfy({ $0.box.bottom < run.box.top + 2 })
    else { return nil }
    var table = WordTable(columnCount: figureCount)
    for place in places { table.add(place.cell, rows: place.rows, columns: place.columns) }
    for (column, word) in run.words.enumerated() {
      table.add(
        StreamCell(word, page: run.page),
        rows: NestedHead.rowCount..<NestedHead.rowCount + 1, columns: column..<column + 1)
    }
    let count = heads.reduce(0) { $0 + $1.wordCount }
    return (table, end - count..<run.range.upperBound)
  }
}
