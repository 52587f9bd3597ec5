internal import NationalForm
internal import ReportRecords

/// The cells of a row of the form that a report prints.
struct EvidenceRow {
  let table: TableID
  let row: String
  let cells: [CellReading]

  /// Those of `report`, in the order of the form; a row without a printed cell is left out.
  static func all(of report: AnnualReport) -> [EvidenceRow] {
    var rows: [EvidenceRow] = []
    var rest = report.cells[...]
    while let first = rest.first {
      let row = rest.prefix { $0.id.row == first.id.row && $0.id.table == first.id.table }
      let printed = row.filter { $0.state != .absent }
      if !printed.isEmpty {
        rows.append(EvidenceRow(table: first.id.table, row: first.id.row, cells: printed))
      }
      rest = rest.dropFirst(row.count)
    }
    return rows
  }
}
