internal import Comparison
internal import CountedReports
internal import RecordReading
internal import ReportRecords

/// What an audit keeps of a report, under a kilobyte.
package struct AuditedReport: Sendable {
  /// What decides whether it counts.
  let candidate: ReportCandidate
  let docID: String
  let path: String
  /// As printed.
  let agencyName: String?
  /// Nil also for what no report can be about.
  let year: Int?
  /// ISO date.
  let datedOn: String?
  let form: PackedForm
  /// The prescribed parts that have no heading, or a heading and nothing below it; none of a report on years before them.
  let missing, empty: Set<Section.Topic>
  /// How many identities fail, by their id.
  let failures: [String: Int]
  /// Whether it says that it sums up the reports of others.
  let isAggregate: Bool

  /// Nil for a record that is no report.
  init?(_ record: RecordView) {
    guard let cells = record.cells(printOf: RecordView.noCell),
      let candidate = ReportCandidate(record)
    else { return nil }
    self.candidate = candidate
    let form = FormFacts(edition: record.edition, cells: cells)
    let sections = record.sections
    docID = record.docID
    path = record.documentPath
    agencyName = record.agencyName
    year = record.reportYear.flatMap { (1000...9998).contains($0) ? $0 : nil }
    datedOn = record.datedOn
    self.form = PackedForm(form)
    let parts = PrescribedParts(sections, form, year: year)
    (missing, empty) = (parts.missing, parts.empty)
    isAggregate = AggregationWording.isAggregate(sections)
    failures = record.checks.failures.filter { !$0.blanksAsZero }
      .reduce(into: [:]) { $0[$1.id, default: 0] += 1 }
  }
}
