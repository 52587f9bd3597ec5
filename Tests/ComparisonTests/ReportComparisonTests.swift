import Comparison
import Foundation
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
  #expect(identities.flatMap(\.expected).allSatisfy { $0.fact.location != nil })
}

@Test func identitiesNeedOneAgencyAndConsecutiveYears() throws {
  func result(_ older: String, _ newer: String) throws -> CarryOverResult {
    CarryOverResult(older: try facts(older), newer: try facts(newer))
  }
  #expect(
    try result("liuqiao-government-2024", "liuqiao-government-2023") == .notApplicable(.reversed))
  #expect(
    try result("lanshan-government-2022", "liuqiao-government-2023")
      == .notApplicable(.otherAgency))
  #expect(
    try result("xijie-subdistrict-2019", "xijie-subdistrict-2022")
      == .notApplicable(.notConsecutive))
  #expect(
    try result("blank-template", "liuqiao-government-2023") == .notApplicable(.agencyUnknown))
}

@Test func aReportIsEqualToItself() throws {
  let report = try facts("lanshan-government-2022")
  let comparison = ReportComparison(older: report, newer: report)
  #expect(comparison.cells.changes.isEmpty && comparison.figures.changes.isEmpty)
  #expect(comparison.figures.onlyOlder.isEmpty && comparison.figures.onlyNewer.isEmpty)
  #expect(comparison.prose.percent == 100)
}

@Test func theJSONHasAllItsKeysWhateverIsCompared() throws {
  func keys(_ older: String, _ newer: String) throws -> [String] {
    let comparison = ReportComparison(older: try facts(older), newer: try facts(newer))
    let object = try JSONSerialization.jsonObject(with: Data(comparison.json()))
    return try #require(object as? [String: Any]).keys.sorted()
  }
  let all = ["carry_over", "cells", "figures", "newer", "older", "prose", "schema"]
  #expect(try keys("liuqiao-government-2023", "liuqiao-government-2024") == all)
  #expect(try keys("blank-template", "songping-transport-2017") == all)
}

@Test func textForATerminalHasNoControlCharacters() throws {
  var report = try facts("lanshan-government-2022")
  report.path = "a\u{1B}[2J\nb"
  let lines = ReportComparison(older: report, newer: report).text().split(separator: "\n")
  #expect(lines.first?.hasSuffix("  a\u{FFFD}[2J b") == true)
}
