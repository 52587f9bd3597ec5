internal import Comparison
internal import CountedReports
internal import NationalForm
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
    let isPrescribed = form.edition != .legacy && year ?? .max >= Self.firstPrescribedYear
    (missing, empty) = isPrescribed ? Self.gaps(sections, form) : ([], [])
    isAggregate = AggregationWording.isAggregate(sections)
    failures = record.checks.failures.filter { !$0.blanksAsZero }
      .reduce(into: [:]) { $0[$1.id, default: 0] += 1 }
  }

  /// The first year on which reports have prescribed parts (条例 第五十条 and the format of 2019).
  static let firstPrescribedYear = Edition.firstYearOfTables

  /// The three parts that are tables have no text: one of them is there when its table is, with a heading or without.
  private static func gaps(
    _ sections: [Section], _ form: FormFacts
  ) -> (missing: Set<Section.Topic>, empty: Set<Section.Topic>) {
    var headed: Set<Section.Topic> = []
    var filled: Set<Section.Topic> = []
    var topic: Section.Topic?
    for section in sections {
      if section.topic != nil || section.level == 1 { topic = section.topic }
      guard let topic else { continue }
      headed.insert(topic)
      if section.text.contains(where: { !$0.isWhitespace }) { filled.insert(topic) }
    }
    for (id, cell) in zip(NationalForm.cells, form.cells) where cell.state != .absent {
      filled.insert(id.table.topic)
    }
    let all = Set(Section.Topic.allCases)
    return (all.subtracting(headed).subtracting(filled), headed.subtracting(filled))
  }
}

extension TableID {
  fileprivate var topic: Section.Topic {
    switch self {
    case .activeDisclosure: .activeDisclosure
    case .applications: .applications
    case .reviewLitigation: .reviewLitigation
    }
  }
}
