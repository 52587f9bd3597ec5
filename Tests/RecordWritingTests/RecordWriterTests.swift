import Diagnostics
import Foundation
import NationalForm
import RecordWriting
import ReportRecords
import Testing

private let source = Record.Source(
  path: "a/b.txt", name: "b.txt", bytes: 3, sha256: String(repeating: "a", count: 64),
  mediaType: "text/plain")
private let extraction = Record.Extraction(
  extractor: "text", method: .native, pages: nil, chars: 3, tables: 0)

private func record(_ content: Content, failure: Failure? = nil) -> Record {
  Record(
    docID: "0123456789abcdef", status: failure == nil ? .ok : .failed, source: source,
    extraction: extraction, content: content, issues: [], failure: failure)
}

/// The keys of a JSON object in the order in which they stand, and those of the objects in it.
private func keys(_ line: [UInt8]) throws -> [String] {
  let text = String(decoding: line, as: UTF8.self)
  return text.matches(of: /"([a-z_0-9]+)":/).map { String($0.1) }
}

@Test func aFailureIsOneLineWithEveryKey() {
  var writer = RecordWriter()
  let line = writer.line(record(Content(), failure: Failure(.zipCorrupt, "Cut off at \"x\"")))
  #expect(
    String(decoding: line, as: UTF8.self) == """
      {"schema":"gongkai.record/1.1","doc_id":"0123456789abcdef","status":"failed","kind":null,"report_year":null,\
      "agency_name":null,"edition":null,"title":null,"dated_on":null,"period_start":null,"period_end":null,\
      "region":{"stated":null,"province":null,"prefecture":null,"county":null,"code":null},"agency_id":null,\
      "contacts":{"unit":null,"address":null,"postcode":null,"phone":null,"fax":null,"email":null,"website":null},\
      "source":{"path":"a/b.txt","name":"b.txt","bytes":3,"sha256":"\(String(repeating: "a", count: 64))",\
      "media_type":"text/plain","url":null,"container_path":null,"published_on":null,"site":null},\
      "attachments":[],\
      "extraction":{"extractor":"text","method":"native","pages":null,"chars":3,"tables":0,\
      "tool_version":"\(Version.tool)","rules_version":"\(Version.rules)"},\
      "sections":[],"annual_report":null,"tables":[],\
      "checks":{"passed":0,"failed":0,"unassessable":0,"failures":[]},"issues":[],\
      "error":{"code":"zip_corrupt","message":"Cut off at \\"x\\"","stage":"extract","retryable":false}}

      """)
}

@Test func everyCellOfTheFormIsWrittenUnderItsPath() throws {
  var content = Content()
  content.kind = .annualReport
  content.annualReport = AnnualReport(
    cells: NationalForm.cells.enumerated().map { index, id in
      CellReading(id, .value, value: ExactDecimal(index))
    })
  var writer = RecordWriter()
  let line = writer.line(record(content))
  let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
  let report = try #require(object["annual_report"] as? [String: Any])
  let written = NationalForm.cells.map { id in
    let path = [id.table.rawValue] + id.row.split(separator: ".").map(String.init) + [id.column]
    return path.reduce(report as Any?) { ($0 as? [String: Any])?[$1] } as? Int
  }
  #expect(written == Array(0..<NationalForm.cells.count))
}

@Test func everyLineHasTheSameKeysInTheSameOrder() throws {
  var full = Content()
  full.annualReport = AnnualReport(
    cells: NationalForm.cells.map { CellReading($0, .value, value: ExactDecimal(1), raw: "1") })
  var empty = Content()
  empty.annualReport = AnnualReport(cells: NationalForm.cells.map { CellReading($0, .blank) })
  var writer = RecordWriter()
  let lines = [full, empty].map { writer.line(record($0)) }
  #expect(try keys(lines[0]) == keys(lines[1]))
}

/// A report whose tables 2 and 3 are blank but for `states` and `values`, by `row/column`.
private func report(
  _ values: [String: Int], _ states: [String: CellReading.State] = [:]
) -> AnnualReport {
  AnnualReport(
    cells: NationalForm.cells.map { id in
      let key = "\(id.row)/\(id.column)"
      if let value = values[key] { return CellReading(id, .value, value: ExactDecimal(value)) }
      return CellReading(
        id, states[key] ?? states[id.row] ?? (id.table == .activeDisclosure ? .absent : .blank))
    })
}

private func sums(_ report: AnnualReport) -> [Int?] {
  DerivedSums(of: report).values
}

@Test func derivedSumsCountABlankAsZeroAndKeepOutAWrongTotal() {
  let values: [String: Int] = [
    "denied.state_secret/natural_person": 2, "denied.state_secret/total": 9,
    "denied.process_info/total": 3,
    "review/upheld": 4, "review/corrected": 1, "direct_suit/upheld": 1,
    "suit_after_review/total": 2,
  ]
  #expect(sums(report(values)) == [5, 0, 0, 0, 5, 3])
  let dashes = [
    "unable.not_held": CellReading.State.dash, "rules": .blank, "review/total": .unreadable,
  ]
  #expect(sums(report(values, dashes)) == [5, 0, 0, 0, 5, 3])
  #expect(DerivedSums(of: report(values, dashes)).blankCells == 188)
}

@Test(arguments: [CellReading.State.unreadable, .text, .absent])
func aDerivedSumIsNullWhileAMemberIsMissing(state: CellReading.State) {
  let values = ["denied.state_secret/natural_person": 2, "direct_suit/total": 1]
  #expect(
    sums(
      report(
        values,
        [
          "denied.state_secret/business": state, "unable.not_held": state,
          "not_processed.petition/total": .unreadable, "other.other/research": state,
          "direct_suit/pending": .blank, "suit_after_review": state,
        ])) == [nil, nil, nil, nil, 0, nil])
}

@Test func theRowsOfOtherResultsAreThoseOfOneEdition() {
  let single = [
    "other.overdue_correction": CellReading.State.absent, "other.overdue_fee": .absent,
    "other.other": .absent,
  ]
  #expect(sums(report(["other.all/business": 3], single))[3] == 3)
  #expect(sums(report(["other.other/business": 3], ["other.all": .absent]))[3] == 3)
  let broken = ["other.all": CellReading.State.absent, "other.overdue_fee": .absent]
  #expect(sums(report(["other.other/business": 3], broken))[3] == nil)
  #expect(
    sums(report([:], single.merging(["other.all": .absent]) { $1 }))[3] == nil)
  // The row of one edition and those of another may count the same twice.
  #expect(sums(report(["other.all/business": 3, "other.other/business": 3]))[3] == nil)
}
