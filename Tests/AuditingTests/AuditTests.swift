import Auditing
import Comparison
import Diagnostics
import Foundation
import PlainWords
import ReportRecords
import Testing

@Test func reportsThatFitTogetherGiveNoFinding() {
  let result = audit([
    SampleReport("a", "柳桥区司法局", 2022, ["applications.carried_out.total": 2]),
    SampleReport("b", "柳桥区司法局", 2023, ["applications.carried_in.total": 2]),
  ])
  #expect(result.findings.isEmpty)
  #expect(result.carryOver == [.holds: 9])
  #expect(result.agencies == 1)
}

@Test func aBreakBetweenYearsIsFoundWithItsNumbers() throws {
  let result = audit([
    SampleReport("b", "柳桥区司法局", 2023, ["active_disclosure.rules.in_force": 4]),
    SampleReport("a", "柳桥区司法局", 2022, ["active_disclosure.rules.in_force": 3]),
  ])
  #expect(
    result.findings == [
      Finding(
        .carryOverBreak, agency: "柳桥区司法局", year: 2023, paths: ["a", "b"],
        message: Words(
          "X2 规章：“规章”行“现行有效件数”列为 4；按 2022 年度报告应为 3",
          "X2 rules: rules in_force is 4; by the report on 2022 it should be 3"),
        operands: [
          .init("active_disclosure.rules.in_force", path: "a", value: ExactDecimal(3)),
          .init("active_disclosure.rules.issued", path: "b", value: ExactDecimal(0)),
          .init("active_disclosure.rules.repealed", path: "b", value: ExactDecimal(0)),
          .init("active_disclosure.rules.in_force", path: "b", value: ExactDecimal(4)),
        ])
    ])
}

@Test func repeatedReportsAreFound() {
  var copy = SampleReport("c", "柳桥区司法局", 2022)
  copy.contents = "a"
  let result = audit([
    SampleReport("a", "柳桥区司法局", 2022), copy,
    SampleReport("d", "柳桥区司法局", 2022, ["applications.granted.total": 1]),
  ])
  #expect(
    result.lines == [
      "duplicate 柳桥区司法局 2022: 2 files have the same bytes (a000000000000000)",
      "revision 柳桥区司法局 2022: Two reports on one year; cells that differ: 1 (applications.granted.total); the first one counts",
    ])
  #expect(result.findings.map(\.paths) == [["a", "c"], ["a", "d"]])
  #expect(result.counted == 1)
}

@Test func missingYearsAreFoundHoweverFarApart() {
  let result = audit([
    SampleReport("a", "柳桥区司法局", 2019), SampleReport("b", "柳桥区司法局", 2021),
    SampleReport("c", "柳桥区司法局", 9998), SampleReport("d", "云溪区审计局", 2022),
  ])
  #expect(
    result.lines.filter { $0.hasPrefix("missing") } == [
      "missing_years 柳桥区司法局 2020: No report on 2020, between 2019 and 2021",
      "missing_years 柳桥区司法局 2022: No report on 2022 to 9997, between 2021 and 9998",
    ])
}

@Test(arguments: [
  ("柳桥区司法局", 1, 31, false), ("柳桥区司法局", 2, 1, true), ("柳桥区人民政府", 3, 31, false),
  ("柳桥区人民政府", 4, 1, true), ("柳桥区人民政府办公室", 3, 1, true),
])
func departmentsHaveUntilJanuaryAndGovernmentsUntilMarch(
  agency: String, month: Int, day: Int, isLate: Bool
) {
  var report = SampleReport("a", agency, 2022)
  report.date = CalendarDate(year: 2023, month: month, day: day)
  #expect(audit([report]).findings.map(\.kind) == (isLate ? [.latePublication] : []))
}

@Test func beforeTheRegulationOf2019EverybodyHadUntilMarchAndNoPrescribedParts() {
  var report = SampleReport("a", "柳桥区司法局", 2018)
  report.topics = [.overview]
  report.date = CalendarDate(year: 2019, month: 3, day: 31)
  #expect(audit([report]).findings.isEmpty)
  report.date = CalendarDate(year: 2019, month: 4, day: 1)
  #expect(
    audit([report]).lines == [
      "late_publication 柳桥区司法局 2018: Dated 2019-04-01, after 2019-03-31 (条例 of 2008)"
    ])
}

@Test func aReportWithoutADateIsCountedAndNotLate() {
  var report = SampleReport("a", "柳桥区司法局", 2022)
  report.date = nil
  let result = audit([report])
  #expect(result.findings.isEmpty)
  #expect(result.undated == 1)
}

@Test func missingPartsAreFound() {
  var report = SampleReport("a", "柳桥区司法局", 2022)
  report.topics = [.overview, .activeDisclosure]
  // The tables are there, with a heading or without.
  #expect(
    audit([report]).lines == [
      "incomplete_sections 柳桥区司法局 2022: Prescribed parts missing: problems, other_matters"
    ])
}

@Test func failingIdentitiesAreCountedByRule() {
  func failure(_ id: String, blanksAsZero: Bool = false) -> CheckFailure {
    CheckFailure(
      id: id, scope: "total", severity: .error, expected: nil, actual: nil, delta: nil,
      blanksAsZero: blanksAsZero)
  }
  var report = SampleReport("a", "柳桥区司法局", 2022)
  report.failures = [
    failure("A1"), failure("A1"), failure("R1"), failure("A3", blanksAsZero: true),
  ]
  let result = audit([report, SampleReport("b", "云溪区审计局", 2022)])
  #expect(result.failingIdentities == ["A1": 2, "R1": 1])
  #expect(
    result.lines == ["failing_identities 柳桥区司法局 2022: Identities fail: A1 2, R1 1"])
}

@Test func aReportOfNobodyIsSetAgainstNoOther() {
  let result = audit([SampleReport("a", nil, 2022), SampleReport("b", nil, 2022)])
  #expect(
    result.lines == [
      "unidentified - 2022: The report names no agency",
      "unidentified - 2022: The report names no agency",
    ])
}

@Test func theResultDoesNotDependOnTheOrderOfLines() {
  let reports = (0..<12).map { index in
    SampleReport(
      "\(index % 5)/\(index)", "局\(index % 3)", 2019 + index % 4,
      ["applications.carried_out.total": index])
  }
  #expect(audit(reports) == audit(reports.reversed()))
}

@Test func everyLineOfJSONHasTheSameKeys() throws {
  let result = audit([
    SampleReport("a", "柳桥区司法局", 2019), SampleReport("b", "柳桥区司法局", 2021),
    SampleReport("c", nil, nil),
  ])
  var keys: [[String]] = []
  try result.json { line in
    let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    keys.append(object?.keys.sorted() ?? [])
  }
  let all = ["agency", "kind", "message", "operands", "paths", "year"]
  #expect(keys == Array(repeating: all, count: 3))
}

@Test func linesThatAreNoReportsAreCounted() {
  var audit = Audit()
  audit.add(Audit.Line(Array("x".utf8), number: 7))
  audit.add(Audit.Line(Array("{}".utf8), number: 3))
  #expect(audit.lines.bad == 2)
  #expect(audit.lines.firstBad == 3)
  #expect(audit.result().findings.isEmpty)
}
