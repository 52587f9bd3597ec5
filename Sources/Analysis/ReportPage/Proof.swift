internal import Diagnostics
internal import NationalForm
internal import RecordReading
internal import ReportRecords

/// Finds in a report what an identity adds up; reads the evidence only if it is asked.
final class Proof {
  private let record: RecordView
  private lazy var cells: [CellID: CellReading] = Dictionary(
    (record.cells ?? []).map { ($0.id, $0) }
  ) { first, _ in first }
  private lazy var figures = record.figures

  init(_ record: RecordView) { self.record = record }

  func example(_ failure: CheckFailure) -> CheckTally.Example {
    let (location, printed) = evidence(failure)
    return CheckTally.Example(
      file: OriginalFile(record), agency: record.agencyName, year: record.reportYear,
      location: location, printed: printed, failure: failure)
  }

  private func evidence(_ failure: CheckFailure) -> (location: String?, printed: String) {
    let rule = Rule(rawValue: failure.id)
    if rule == .parts {
      guard let index = Int(failure.scope), figures.indices.contains(index) else {
        return (nil, "")
      }
      return (figures[index].sectionID, figures[index].quote)
    }
    let rows = Set(cells.values.filter { $0.state != .absent }.map(\.id.row))
    guard
      let (left, right) = rule?.cells(failure.scope, of: record.edition, printing: rows)
    else { return (nil, "") }
    let location = right.first.flatMap { cells[$0]?.location?.description }
    let actual = sum(right)
    guard !left.isEmpty else { return (location, actual) }
    return (location, "\(sum(left)) ≠ \(actual)")
  }

  /// `6 + □`: what is printed, a square for a cell without print.
  private func sum(_ ids: [CellID]) -> String {
    ids.map { id in
      let raw = cells[id]?.raw ?? ""
      return raw.isEmpty ? "□" : raw
    }.joined(separator: " + ")
  }
}
