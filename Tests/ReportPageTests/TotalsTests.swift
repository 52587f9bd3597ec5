import CountedReports
import Diagnostics
import Testing

@testable import ReportPage

private func page(_ records: [RecordBuilder]) throws -> ReportPage {
  try ReportPage(records)
}

@Test func aChartAddsPrintedNumbersAndCountsTheCellsItLeavesOut() throws {
  var second = RecordBuilder(docID: "", agency: "桐岭县人民政府", rows: plainRows)
  second.rows["granted"] = nil
  second.rows["new_received"] = ["total": 0]
  let totals = try #require(
    try page([RecordBuilder(docID: "", rows: plainRows), second]).totals[2023])
  #expect(totals.reports == 2)
  // carried in, new, granted, partial, refused, unable, not processed, other, carried out
  #expect(totals.flow.sums == [4, 10, 4, nil, 6, 8, nil, nil, 2])
  #expect(totals.flow.reports == 2)
  // Of each: partial, 7 of refused, 2 of unable, 5 of not processed, 3 of other; of the second granted.
  #expect(totals.flow.blanks == 2 * (1 + 7 + 2 + 5 + 3) + 1)
  #expect(totals.applicants.sums == [7, 3, nil, nil, nil, nil])
  #expect(totals.applicants.reports == 1)
  #expect(totals.applicants.without == 1)
  #expect(totals.disputes[0].sums == [4, 2, 0, 2])
  #expect(totals.disputes[1].reports == 0)
}

@Test func theRowsOfTheOtherEditionAreNoBlanks() throws {
  func other(_ edition: String, _ rows: [String: [String: Int]]) throws -> ChartTotals {
    let record = RecordBuilder(edition: edition, rows: rows)
    return try #require(try page([record]).totals[2023]).results
  }
  let split = ["other.overdue_correction": ["total": 1]]
  #expect(
    try other("e2021", split).blanks - other("e2021", ["other.all": ["total": 1]]).blanks == 2)
  #expect(try other("e2019", ["other.all": ["total": 5]]).sums.last == 5)
  #expect(try other("e2019", ["granted": ["total": 5]]).blanks == 1 + 8 + 3 + 5 + 1)
}

@Test func whatIsNoCountIsLeftOut() throws {
  let record = RecordBuilder(rows: [
    "granted": ["total": -4], "partial": ["total": 2_000_000_000_000],
  ])
  let totals = try #require(try page([record]).totals[2023])
  #expect(totals.results.reports == 0)
  #expect(totals.results.without == 1)
}

@Test func equalBytesAndEqualNumbersCountOnce() throws {
  let first = RecordBuilder(rows: plainRows)
  let otherFormat = RecordBuilder(docID: "00000000000000a2", rows: plainRows)
  var corrected = RecordBuilder(docID: "00000000000000a3", rows: plainRows)
  corrected.rows["granted"] = ["total": 5]
  let nameless = RecordBuilder(docID: "00000000000000a4", agency: nil, rows: plainRows)
  let undated = RecordBuilder(docID: "00000000000000a5", year: nil, rows: plainRows)
  let page = try page([first, first, otherFormat, corrected, nameless, undated])
  #expect(page.documents.documents == 6)
  #expect(page.sameBytes == 1)
  #expect(page.sameNumbers == 1)
  #expect(page.otherNumbers == 1)
  #expect(page.nameless == 1)
  #expect(page.undated.reports == 1)
  #expect(page.counted == 3)
  #expect(page.agencies.repeated == 0)
  #expect(page.totals[2023]?.flow.sums[1] == 20)
  #expect(page.all.flow.sums[1] == 30)
}

@Test func ofANameThatSeveralBodiesMayHaveOtherNumbersCountToo() throws {
  let first = RecordBuilder(agency: "城关镇人民政府", region: nil, rows: plainRows)
  var other = first
  other.docID = "00000000000000a2"
  var third = other
  third.docID = "00000000000000a3"
  third.rows["granted"] = ["total": 5]
  let page = try page([first, other, third])
  #expect([page.counted, page.sameNumbers, page.agencies.repeated] == [2, 1, 1])
}

@Test func anAgencyUnderTwoNamesIsOneSeries() throws {
  let page = try page([
    RecordBuilder(docID: "", agency: "洪泽区人民政府", agencyID: "320813/人民政府", year: 2022),
    RecordBuilder(docID: "", agency: "淮安市洪泽区人民政府", agencyID: "320813/人民政府", year: 2023),
  ])
  #expect(page.agencies.rows([2022, 2023]).map(\.agency) == ["淮安市洪泽区人民政府"])
  #expect(page.agencies.rows([2022, 2023]).map(\.gaps) == [0])
}

@Test func agenciesWithMostGapsComeFirst() throws {
  let page = try page([
    RecordBuilder(docID: "", agency: "甲局", year: 2022, rows: plainRows),
    RecordBuilder(docID: "", agency: "甲局", year: 2023, rows: plainRows),
    RecordBuilder(docID: "", agency: "乙局", year: 2023, rows: plainRows),
    RecordBuilder(docID: "", agency: "丙局", year: 2022, rows: plainRows),
  ])
  let rows = page.agencies.rows([2022, 2023])
  // 乙局 has its first report in 2023.
  #expect(rows.map(\.agency) == ["丙局", "乙局", "甲局"])
  #expect(rows.map(\.gaps) == [1, 0, 0])
}

@Test func agenciesThatNeverReportedComeFirstWhereAMapNamesThem() throws {
  var page = try page([
    RecordBuilder(docID: "", agency: "甲局", agencyID: "100000/甲", year: 2023, rows: plainRows)
  ])
  let map = "id,name\n100000/甲,甲局\n丁,丁局\n"
  page.expect(try AgencyMap(Array(map.utf8), file: "map.csv"))
  let rows = page.agencies.rows([2023])
  #expect(rows.map(\.agency) == ["丁局", "甲局"])
  #expect(rows.map(\.gaps) == [1, 0])
  #expect(page.agencies.agencies == 1)
}

@Test func changesAreBetweenYearsWithOneReadableReportEach() throws {
  func report(
    _ agency: String, _ year: Int, _ new: Int?, _ region: String? = "青岚市"
  ) -> RecordBuilder {
    RecordBuilder(
      docID: "", agency: agency, region: region, year: year,
      rows: new.map { ["new_received": ["total": $0]] } ?? [:])
  }
  let page = try page([
    report("甲局", 2021, 5), report("甲局", 2022, 90), report("甲局", 2023, 3),
    report("乙局", 2021, 1), report("乙局", 2023, 1000),
    report("丙局", 2022, nil), report("丙局", 2023, 7),
    report("丁局", 2022, 1, nil), report("丁局", 2022, 2, nil), report("丁局", 2023, 500, nil),
  ])
  let (largest, pairs) = page.agencies.changes(of: 0, limit: 6)
  #expect(pairs == 2)
  #expect(
    largest == [
      AgencyYears.Change(agency: "甲局", year: 2023, from: 90, to: 3),
      AgencyYears.Change(agency: "甲局", year: 2022, from: 5, to: 90),
    ])
}

@Test func failuresAreCountedByRuleAndPlaceWithWhatIsPrinted() throws {
  let failure: [String: Any] = [
    "id": "A1", "scope": "total", "severity": "error", "expected": 12, "actual": 13, "delta": 1,
    "blanks_as_zero": false,
  ]
  let odd: [String: Any] = [
    "id": "Z9", "scope": "<b>", "severity": "warning", "blanks_as_zero": true,
  ]
  var record = RecordBuilder(
    url: "https://example.gov.cn/1.docx", rows: plainRows, failures: [failure, odd], failed: 1)
  record.rows["carried_in"] = nil
  let checks = try page([record]).checks
  #expect([checks.reports, checks.failing, checks.doubtful, checks.passed] == [1, 1, 0, 1])
  let count = try #require(checks.counts[CheckTally.Key(id: "A1", scope: "total")])
  #expect(count.errors == 1)
  #expect(count.examples.map(\.printed) == ["10件 + □ ≠ 11件 + 1件"])
  #expect(count.examples.first?.file.url == "https://example.gov.cn/1.docx")
  #expect(checks.counts[CheckTally.Key(id: "?", scope: "")]?.warnings == 1)
}

@Test func filesAreCountedByFormatFailureAndIssue() throws {
  let documents = try page([
    RecordBuilder(status: "failed", mediaType: "application/pdf", error: "pdf_corrupt"),
    RecordBuilder(status: "failed", mediaType: nil, error: "made_up"),
    RecordBuilder(issues: ["row_short", "row_short", "title_missing"]),
  ]).documents
  #expect(documents.byStatus == ["failed": 2, "ok": 1])
  #expect(documents.failures == [.pdfCorrupt: [.pdf: 1], nil: [.unknown: 1]])
  #expect(documents.byFormat[.text] == ["ok": 1])
  #expect(documents.issues[.rowShort] == DocumentTally.Issues(documents: 1, occurrences: 2))
  #expect(documents.issues[.titleMissing] == DocumentTally.Issues(documents: 1, occurrences: 1))
}
