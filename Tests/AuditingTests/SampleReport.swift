import Auditing
import CountedReports
import Diagnostics
import NationalForm
import PlainWords
import RecordWriting
import ReportRecords

/// A report that an audit finds nothing about, for tests to spoil.
struct SampleReport {
  var path: String
  var agency: String?
  var year: Int?
  /// Without it several bodies may have the name.
  var region: String? = "柳桥区"
  var date: CalendarDate?
  /// Of the 2021 form; what isn't named is 0.
  var cells: [String: Int] = [:]
  var lead = "根据条例要求编制本报告。"
  var topics = Section.Topic.allCases
  var failures: [CheckFailure] = []
  /// Equal contents have equal bytes.
  var contents: String

  init(_ path: String, _ agency: String?, _ year: Int?, _ cells: [String: Int] = [:]) {
    self.path = path
    self.agency = agency
    self.year = year
    self.cells = cells
    contents = path
    date = year.flatMap { CalendarDate(year: $0 + 1, month: 1, day: 20) }
  }

  /// As a line of a file of records is.
  var line: [UInt8] {
    var content = Content()
    content.kind = .annualReport
    content.agencyName = agency
    content.reportYear = year
    content.region.stated = region
    content.edition = .e2021
    content.datedOn = date
    content.sections =
      [Section(id: "s1", level: 1, number: nil, heading: nil, topic: nil, text: lead)]
      + topics.enumerated().map { index, topic in
        Section(
          id: "s\(index + 2)", level: 1, number: "一", heading: topic.rawValue, topic: topic,
          text: "如下。")
      }
    content.annualReport = AnnualReport(
      cells: zip(NationalForm.cells, NationalForm.editions).map { id, editions in
        editions.contains(.e2021)
          ? CellReading(
            id, .value, value: ExactDecimal(cells[id.description] ?? 0), raw: "0")
          : CellReading(id, .absent)
      })
    content.checks.failures = failures
    let record = Record(
      docID: String((contents + "0000000000000000").prefix(16)), status: .ok,
      source: Record.Source(
        path: path, name: path, bytes: 1, sha256: nil, mediaType: "text/plain"),
      extraction: Record.Extraction(
        extractor: "text", method: .native, pages: nil, chars: 1, tables: 3),
      content: content, issues: [], failure: nil)
    var writer = RecordWriter()
    return writer.line(record)
  }
}

func audit(_ reports: [SampleReport], map: AgencyMap? = nil) -> AuditResult {
  var audit = Audit()
  for (index, report) in reports.enumerated() {
    audit.add(Audit.Line(report.line, number: index + 1))
  }
  return audit.result(map: map)
}

extension AuditResult {
  /// `kind agency year: message`, without the paths.
  var lines: [String] {
    findings.map {
      "\($0.kind.rawValue) \($0.agency ?? "-") \($0.year.map(String.init) ?? "-"): \($0.message.english)"
    }
  }
}
