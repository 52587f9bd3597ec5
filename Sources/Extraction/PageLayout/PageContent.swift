internal import Diagnostics
internal import DocumentModel

/// What stands on one page, running text taken away.
struct PageContent: Sendable {
  /// Counts from 1.
  var number: Int
  /// In points.
  var width: Double
  var lines: [Line]
  var tables: [GridTable]
  var unplaced: [String]

  /// Puts `table` among the tables, from top to bottom.
  mutating func add(_ table: GridTable) {
    let place = tables.firstIndex { $0.box.top > table.box.top } ?? tables.count
    tables.insert(table, at: place)
  }
}
