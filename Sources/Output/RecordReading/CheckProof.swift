internal import Diagnostics
internal import NationalForm
package import ReportRecords

/// An identity that fails in a report, with what is printed there.
package struct ProvenFailure: Hashable, Sendable {
  package var failure: CheckFailure
  /// Where to look first: `table 2 row 5 cell 8`; the id of the section for figures of the text.
  package var location: String?
  /// The printed strings: `6 + □ ≠ 5 + 0`, a square for a cell without print, what is expected only where it is no longer than
  /// a few cells; of figures of the text the quote.
  package var printed: String?
}

/// Finds in a report what an identity adds up; reads the evidence only if it is asked.
package final class CheckProof {
  private let record: RecordView
  private lazy var cells: [CellID: CellReading] = Dictionary(
    (record.cells ?? []).map { ($0.id, $0) }
  ) { first, _ in first }
  private lazy var figures = record.figures
  private lazy var rows = Set(cells.values.filter { $0.state != .absent }.map(\.id.row))

  package init(_ record: RecordView) { self.record = record }

  package func proven(_ failure: CheckFailure) -> ProvenFailure {
    var proven = ProvenFailure(failure: failure)
    let rule = CheckRule(rawValue: failure.id)
    if rule == .parts {
      guard let index = Int(failure.scope), figures.indices.contains(index) else { return proven }
      proven.location = figures[index].sectionID
      proven.printed = figures[index].quote
    } else if let (left, right) = rule?.cells(failure.scope, of: record.edition, printing: rows) {
      proven.location = right.first.flatMap { cells[$0]?.location?.description }
      proven.printed = left.isEmpty ? sum(right) : "\(sum(left)) ≠ \(sum(right))"
    }
    return proven
  }

  /// The text of the figure that a failure of N is about; nil for other rules, and where none has the number.
  package func quote(of failure: CheckFailure) -> String? {
    guard let rule = CheckRule(rawValue: failure.id), rule == .narrative,
      let (_, cells) = rule.cells(failure.scope, of: record.edition, printing: rows)
    else { return nil }
    return ComparedFigures.of(failure, among: figures, cells: cells).first?.quote
  }

  private func sum(_ ids: [CellID]) -> String {
    ids.map { id in
      let raw = cells[id]?.raw ?? ""
      return raw.isEmpty ? Self.noPrint : raw
    }.joined(separator: " + ")
  }

  package static let noPrint = "□"
}
