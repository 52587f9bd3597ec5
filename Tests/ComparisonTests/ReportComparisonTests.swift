import Comparison
import Foundation
import NationalForm
import PlainWords
import RecordReading
import ReportRecords
import TestSupport
import Testing

private func facts(_ name: String) throws -> ReportFacts {
  let file = TestFolders.fixtures.appending(path: "reports/\(name)/expected.jsonl")
  let record = try #require(RecordView(Array(try Data(contentsOf: file))))
  return try #require(ReportFacts(record))
}

@Test(arguments: [
  ("liuqiao-government-2023", "liuqiao-government-2024"),
  ("lanshan-government-2022", "lanshan-government-2023"),
])
func whatConsecutiveYearsCarryOverHolds(older: String, newer: String) throws {
  let comparison = ReportComparison(older: try facts(older), newer: try facts(newer))
  guard case .assessed(let identities) = comparison.carryOver else {
    Issue.record("not assessed: \(comparison.carryOver)")
    return
  }
  #expect(identities.count == 9)
  #expect(identities.allSatisfy { $0.outcome == .holds })
  #expect(identities.flatMap(\.expected).allSatisfy { $0.reading.location != nil })
}

@Test func identitiesNeedConsecutiveYearsAndOtherAgenciesAreAWarning() throws {
  func result(_ older: String, _ newer: String) throws -> CarryOverResult {
    CarryOverResult(older: try facts(older), newer: try facts(newer))
  }
  func warnings(
    _ older: String, _ newer: String, isOneAgency: Bool = false
  ) throws -> [CarryOverResult.Reason] {
    ReportComparison(
      older: try facts(older), newer: try facts(newer), isOneAgency: isOneAgency
    ).warnings
  }
  #expect(
    try result("liuqiao-government-2024", "liuqiao-government-2023") == .notApplicable(.reversed))
  let others = ("lanshan-government-2022", "liuqiao-government-2023")
  guard case .assessed = try result(others.0, others.1) else {
    Issue.record("not assessed")
    return
  }
  #expect(try warnings(others.0, others.1) == [.otherAgency])
  #expect(try warnings(others.0, others.1, isOneAgency: true) == [])
  #expect(
    try result("xijie-subdistrict-2019", "xijie-subdistrict-2022")
      == .notApplicable(.notConsecutive))
  #expect(
    try warnings("blank-template", "liuqiao-government-2023") == [.agencyUnknown, .yearUnknown])
  #expect(
    try warnings("liuqiao-government-2024", "lanshan-government-2023") == [.otherAgency, .reversed])
}

@Test func aReportIsEqualToItself() throws {
  let report = try facts("lanshan-government-2022")
  let comparison = ReportComparison(older: report, newer: report)
  #expect(comparison.cells.changes.isEmpty && comparison.figures.changes.isEmpty)
  #expect(comparison.figures.onlyOlder.isEmpty && comparison.figures.onlyNewer.isEmpty)
  #expect(comparison.prose.percent == 100)
}

@Test func theTextNamesWhatFailsAndWhatHasNoNumber() throws {
  var older = try facts("lanshan-government-2022")
  let newer = try facts("lanshan-government-2023")
  func print(_ path: String, _ state: CellReading.State, _ raw: String) throws {
    let id = try #require(CellID(path: path))
    let place = older.form.cells[id.place].location
    older.form.cells[id.place] = CellReading(
      id, state, value: state == .value ? ExactDecimal(raw) : nil, raw: raw,
      location: state == .value ? place : nil)
  }
  try print("applications.carried_out.total", .value, "11")
  try print("applications.carried_out.business", .blank, "")
  try print("applications.granted.total", .unreadable, "1\n7")
  let lines = ReportComparison(older: older, newer: newer).text(in: .english).split(separator: "\n")
  for line in [
    "Carry-over: 7 hold, 1 fail, 1 not assessable",
    "  not assessable  X1 business: 2023 carried_in 1 (table 2 row 5 cell 3) against 2022 carried_out blank",
    "  fails  X1 total: 2023 carried_in 9 (table 2 row 5 cell 8) is not 2022 carried_out 11 (table 2 row 28 cell 8), by -2",
    "  applications.granted.total  三、本年度办理结果 / （一）予以公开 / 总计: unreadable 1\\n7 -> 22",
  ] {
    #expect(lines.contains { $0 == line }, "\(line)")
  }
}

@Test func theJSONHasAllItsKeysWhateverIsCompared() throws {
  func keys(_ older: String, _ newer: String) throws -> [String] {
    let comparison = ReportComparison(older: try facts(older), newer: try facts(newer))
    let object = try JSONSerialization.jsonObject(with: Data(comparison.json()))
    return try #require(object as? [String: Any]).keys.sorted()
  }
  let all = ["carry_over", "cells", "figures", "newer", "older", "prose", "schema", "warnings"]
  #expect(try keys("liuqiao-government-2023", "liuqiao-government-2024") == all)
  #expect(try keys("blank-template", "songping-transport-2017") == all)
}

@Test func textForATerminalHasNoControlCharacters() throws {
  var report = try facts("lanshan-government-2022")
  report.path = "a\u{1B}[2J\nb"
  let lines = ReportComparison(older: report, newer: report).text(in: .english).split(
    separator: "\n")
  #expect(lines.first?.hasSuffix(#"  a\u{1b}[2J\nb"#) == true)
}
