internal import NationalForm
internal import ReportRecords

/// The cells of a row of the form that a report prints.
struct EvidenceRow {
  /// Of the first of them.
  let id: CellID
  /// All of the report: a reading is many strings, which nobody copies only to write them.
  let cells: [CellReading]
  /// The places of those of this row.
  let printed: [Int]

  /// Those of `report`, in the order of the form; a row without a printed cell is left out.
  static func all(of report: AnnualReport) -> [EvidenceRow] {
    let cells = report.cells
    return NationalForm.rows.compactMap { row in
      let printed = row.filter { cells[$0].state != .absent }
      guard let first = printed.first else { return nil }
      return EvidenceRow(id: cells[first].id, cells: cells, printed: printed)
    }
  }
}
