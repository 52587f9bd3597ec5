internal import Comparison
package import CountedReports
internal import NationalForm
internal import RecordReading
internal import ReportRecords

/// Collects what an audit keeps of each record, in any order, then looks at all of it.
package struct Audit: Sendable {
  /// The lines of the file, each in one of these.
  package struct Lines: Hashable, Sendable {
    package var reports = 0
    /// Records of documents that are no reports.
    package var documents = 0
    /// Records of inputs that could not be converted.
    package var failed = 0
    /// Lines that are no records.
    package var bad = 0
    /// The number of the first of those.
    package var firstBad: Int?

    package var all: Int { reports + documents + failed + bad }
  }

  package private(set) var lines = Lines()
  private var reports: [AuditedReport] = []

  package init() {}

  /// What a line of a file of records is to an audit.
  package enum Line: Sendable {
    case report(AuditedReport)
    case document, failed
    case bad(number: Int)

    package init(_ bytes: [UInt8], number: Int) {
      guard let record = RecordView(bytes), !record.docID.isEmpty, !record.path.isEmpty else {
        self = .bad(number: number)
        return
      }
      if let report = AuditedReport(record) {
        self = .report(report)
      } else {
        self = record.status == "failed" ? .failed : .document
      }
    }
  }

  package mutating func add(_ line: Line) {
    switch line {
    case .report(let report):
      lines.reports += 1
      reports.append(report)
    case .document: lines.documents += 1
    case .failed: lines.failed += 1
    case .bad(let number):
      lines.bad += 1
      lines.firstBad = min(lines.firstBad ?? number, number)
    }
  }

  /// The same, whatever the order in which lines were added.
  package func result(map: AgencyMap? = nil) -> AuditResult {
    let ordered = reports.sorted {
      $0.path != $1.path
        ? $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) : $0.docID < $1.docID
    }
    let histories = AgencyHistory.histories(of: ordered, map: map)
    let counted = histories.all.flatMap(\.counted)
    var result = AuditResult(lines: lines)
    result.findings += RepeatedReports.duplicates(among: ordered, histories)
    for history in histories.all {
      result.findings += RepeatedReports.revisions(in: history)
      result.findings += ReportFindings.findings(in: history)
      result.findings += YearFindings.missing(in: history)
      let (breaks, outcomes) = YearFindings.carryOver(in: history)
      result.findings += breaks
      result.carryOver.merge(outcomes) { $0 + $1 }
    }
    for report in counted {
      for (rule, count) in report.failures { result.failingIdentities[rule, default: 0] += count }
      if report.datedOn == nil { result.undated += 1 }
    }
    result.counted = counted.count
    result.received = counted.reduce(ExactDecimal(0)) { sum, report in
      NationalForm.Named.newReceived.reduce(sum) { sum, cell in
        guard let sum else { return nil }
        return report.form.form.cells[cell.place].value.map { sum + $0 } ?? sum
      }
    }
    if let map { result.findings += MapFindings.findings(histories, map) }
    result.agencies = histories.all.count { $0.hasName }
    result.findings.sort(by: Finding.precedes)
    return result
  }
}
