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
      "region":{"stated":null,"province":null,"prefecture":null,"county":null},\
      "contacts":{"unit":null,"address":null,"postcode":null,"phone":null,"fax":null,"email":null,"website":null},\
      "source":{"path":"a/b.txt","name":"b.txt","bytes":3,"sha256":"\(String(repeating: "a", count: 64))",\
      "media_type":"text/plain","url":null,"container_path":null},\
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

@Test func derivedSumsCountABlankAsZeroAndKeepOutAWrongTotal() {
  let values: [String: Int] = [
    "denied.state_secret/natural_person": 2, "denied.state_secret/total": 9,
    "denied.process_info/total": 3,
    "review/upheld": 4, "review/corrected": 1, "direct_suit/upheld": 1,
    "suit_after_review/total": 2,
  ]
  let report = AnnualReport(
    cells: NationalForm.cells.map { id in
      values["\(id.row)/\(id.column)"].map { CellReading(id, .value, value: ExactDecimal($0)) }
        ?? CellReading(id, id.row == "rules" ? .blank : .absent)
    })
  let sums = DerivedSums(of: report)
  let read: [Int] = [sums.denied, sums.unable, sums.review, sums.suit, sums.blankCells]
  #expect(read == [5, 0, 5, 3, 6])
}
