internal import NationalForm
internal import ReportRecords

/// A cell that is marked in a picture or table, with the number of the gravest finding about it.
struct DraftMark {
  var cell: CellReading
  var number: Int
  var severity: DraftFinding.Severity

  /// Cells to be changed or looked at: of an identity with a suggestion only those, of others all.
  static func marks(_ check: DraftCheck) -> [DraftMark] {
    var marks: [DraftMark] = []
    var places: [Int: Int] = [:]
    for (number, finding) in zip(1..., check.findings) {
      let suggested = Set(finding.suggestions.map(\.cell))
      for cell in finding.cells where suggested.isEmpty || suggested.contains(cell.reading.id) {
        guard places[cell.reading.id.place] == nil else { continue }
        places[cell.reading.id.place] = marks.count
        marks.append(DraftMark(cell: cell.reading, number: number, severity: finding.severity))
      }
    }
    return marks
  }
}
