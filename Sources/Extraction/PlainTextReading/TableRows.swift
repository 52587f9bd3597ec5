internal import Diagnostics
internal import DocumentModel

/// Rows of a table on their way into a document: as printed, not yet of one length.
struct TableRows {
  /// A row and the line of each of its fields.
  struct Row {
    var fields: [Field]

    init(_ fields: [Field]) { self.fields = fields }

    init(_ texts: [String], line: Int) {
      fields = texts.map { Field(text: $0, line: line) }
    }
  }

  struct Field {
    var text: String
    var line: Int
  }

  var rows: [Row] = []

  var columnCount: Int { rows.lazy.map(\.fields.count).max() ?? 0 }

  /// The rectangle: short rows are filled at the right, for the fields keep their printed positions.
  func table(columnCount: Int) -> Table {
    Table(
      columnCount: columnCount,
      rows: rows.map { row in
        let line = row.fields.last?.line ?? 0
        let cells = row.fields.map { TableCell($0.text, at: .line($0.line)) }
        let missing = max(0, columnCount - cells.count)
        return cells + repeatElement(TableCell("", at: .line(line)), count: missing)
      })
  }
}
