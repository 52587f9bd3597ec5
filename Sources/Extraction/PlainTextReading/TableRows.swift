internal import Diagnostics
internal import DocumentModel

/// Rows of a table on their way into a document: as printed, not yet of one length.
struct TableRows {
  var rows: [[TableCell]] = []

  var columnCount: Int { rows.lazy.map(\.count).max() ?? 0 }

  /// Whether the rows are a table though no mark says so.
  var isTable: Bool { PrintedForm.isTable(rows) }

  /// The rectangle: short rows are filled at the right, for the fields keep their printed positions.
  func table(columnCount: Int) -> Table {
    var filled = rows
    for index in filled.indices where filled[index].count < columnCount {
      let place = filled[index].last?.location ?? .line(0)
      let missing = columnCount - filled[index].count
      filled[index].append(contentsOf: repeatElement(TableCell("", at: place), count: missing))
    }
    return Table(columnCount: columnCount, rows: filled)
  }
}
