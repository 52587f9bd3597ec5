internal import Comparison
internal import Diagnostics
internal import Explanation
internal import NationalForm
internal import PlainWords
internal import RecordReading
internal import ReportRecords

/// A report as its record has it, for those who look for something in it.
struct DraftReading {
  let record: RecordView
  let facts: ReportFacts
  let explained: ExplainedReport
  let wording: FormWording

  /// Nil for what is no annual report.
  init?(_ record: RecordView) {
    guard let facts = ReportFacts(record) else { return nil }
    self.record = record
    self.facts = facts
    explained = ExplainedReport(record)
    wording = FormWording(edition: record.edition ?? Self.edition(of: facts.reportYear))
  }

  var cells: [CellReading] { facts.form.cells }
  var year: Int? { facts.reportYear.flatMap { (1000...9998).contains($0) ? $0 : nil } }
  var sections: [Section] { facts.sections }

  func cell(_ id: CellID) -> DraftFinding.Cell? {
    guard cells.indices.contains(id.place) else { return nil }
    return DraftFinding.Cell(reading: cells[id.place], name: wording.cell(id))
  }

  /// The edition whose tables are prescribed for reports on `year`.
  static func edition(of year: Int?) -> Edition {
    guard let year else { return .latest }
    return Edition.forms.last { $0.firstYear <= year } ?? .legacy
  }

  /// Issues with one of `codes`.
  func remarks(_ codes: IssueCode...) -> [ExplainedReport.Remark] {
    explained.remarks.filter { remark in codes.contains { $0.rawValue == remark.code } }
  }
}
