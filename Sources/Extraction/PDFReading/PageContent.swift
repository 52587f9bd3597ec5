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
}
