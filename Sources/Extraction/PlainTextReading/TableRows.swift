internal import Diagnostics
internal import DocumentModel

/// Rows of a table on their way into a document: as printed, not yet of one length.
struct TableRows {
  var rows: [[TableCell]] = []

  var columnCount: Int { rows.lazy.map(\.count).max() ?? 0 }

  /// Whether the rows are a table though no mark says so.
  var isTable: Bool { PrintedForm.isTable(rows) }

  /// These rows with the short ones filled at the left where they begin with a label, end with a figure and have blanks
  /// between: what they lost are the places of merged cells before the label, for all fields behind it are there.
  func endingTogether() -> TableRows {
    let columns = columnCount
    var aligned = self
    for index in rows.indices where rows[index].count < columns {
      let row = rows[index]
      guard let label = row.firstIndex(where: { !$0.text.isEmpty }), let last = row.last,
        !FieldText.isFigure(row[label].text), FieldText.isFigure(last.text),
        let first = row.firstIndex(where: { FieldText.isFigure($0.text) }),
        row[label...].contains(where: \.text.isEmpty), first > label
      else { continue }
      let missing = columns - row.count
      let blank = TableCell("", at: row[0].location)
      aligned.rows[index].insert(contentsOf: repeatElement(blank, count: missing), at: 0)
    }
    return aligned
  }

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
