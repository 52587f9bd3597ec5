import Diagnostics
import PlainWords
import Testing

@testable import Comparison
@testable import ReportPage

/// Reports of 甲局, one a year from 2021, with all else 0 that is carried.
private func reports(
  _ rows: [[String: [String: Int]]], prose: [String] = []
) -> [RecordBuilder] {
  rows.enumerated().map { index, rows in
    var record = RecordBuilder(docID: "000000000000000\(index)", agency: "甲局", year: 2021 + index)
    record.rows = rows
    record.path = "\(2021 + index).pdf"
    record.place = "page \(index + 2) box 1.0,2.0,3.0,4.0"
    if prose.indices.contains(index) { record.prose = prose[index] }
    return record
  }
}

private func page(_ rows: [[String: [String: Int]]], prose: [String] = []) throws -> ReportPage {
  try ReportPage(reports(rows, prose: prose))
}

@Test func whatIsCarriedOverIsSetAgainstTheYearBefore() throws {
  let page = try page([
    ["carried_out": ["total": 7, "business": 7], "rules": ["in_force": 11]],
    [
      "carried_in": ["total": 9, "business": 7], "carried_out": ["total": 0],
      "rules": ["issued": 2, "repealed": 1, "in_force": 13],
    ],
    ["carried_in": ["total": 0]],
  ])
  let pairs = page.agencies.yearPairs
  #expect([pairs.pairs, pairs.holding, pairs.failing, pairs.unassessable] == [2, 1, 1, 0])
  #expect(pairs.outcomes[.x1] == [.holds: 2, .fails: 1, .notAssessable: 11])
  #expect(pairs.outcomes[.x2] == [.fails: 1, .notAssessable: 3])
  #expect(pairs.breakCounts == [.x1: 1, .x2: 1])
  #expect(pairs.breaks[.x1]?.map(\.size) == [2])
  let html = String(decoding: page.html(RunFacts()), as: UTF8.self)
  // Both files at their pages, and both printed strings.
  #expect(html.contains("<a href=\"./2021.pdf#page=2\">"))
  #expect(html.contains("<a href=\"./2022.pdf#page=3\">"))
  #expect(html.contains("All applicants, as printed</span></small> 7件 ≠ 9件 (+2)</bdi>"))
  #expect(
    html.contains(
      "<small>规章 <span class=\"en\" lang=\"en\">Rules (规章) of the body</span></small> 11件 + 2件 − 1件 ≠ 13件 (+1)</bdi>"
    ))
  #expect(html.contains("其中能判定 2 对（全部成立 1，有不符 1），因空白或无法读取不能判定 0 对。"))
}

@Test func severalReportsOnAYearAreNotComparedAndSaid() throws {
  var records = reports([["carried_out": ["total": 7]], ["carried_in": ["total": 9]]])
  records.append(records[1])
  records[2].docID = "00000000000000ff"
  records[2].rows = ["carried_in": ["total": 8]]
  for index in records.indices { records[index].region = nil }
  let page = try ReportPage(records)
  #expect(page.agencies.yearPairs.pairs == 0)
  #expect(page.agencies.pairsLeftOut == 1)
  let html = String(decoding: page.html(RunFacts()), as: UTF8.self)
  #expect(html.contains("另有 1 对因某年有多份数字不同的报告"))
}

@Test func onlyTheLargestBreaksAreListed() throws {
  var records: [RecordBuilder] = []
  for index in 100..<300 {
    for (year, row) in [(2022, "carried_out"), (2023, "carried_in")] {
      var record = RecordBuilder(
        docID: "0000000000\(year)\(index)", agency: "第\(index)局", year: year)
      record.rows = [row: ["total": year == 2022 ? 0 : index]]
      records.append(record)
    }
  }
  let page = try ReportPage(records)
  let pairs = page.agencies.yearPairs
  #expect(pairs.breakCounts == [.x1: 200])
  #expect(pairs.breaks[.x1]?.map(\.size) == Array((288...299).reversed()))
}

@Test func proseOfTheYearBeforeIsCountedByTheSentence() throws {
  let long = String(repeating: "认真做好政务公开工作", count: 30)
  let rows = [["granted": ["total": 1]], ["granted": ["total": 2]], ["granted": ["total": 3]], [:]]
  let page = try page(
    rows,
    prose: [
      "2021年\(long)12件。今年没有新的安排。", "2022年\(long)9件。明年还要继续努力做好。", "全是今年新写的一句话。", "",
    ])
  let pairs = page.agencies.yearPairs
  #expect(pairs.withoutProse == 1)
  #expect(pairs.copied == [1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0])
  // 年, 300 characters, 件 and twice any number; then the ten of a new sentence.
  #expect(pairs.copies.map(\.similarity.shared) == [304])
  #expect(pairs.copies.map(\.similarity.characters) == [314])
}

@Test func everyCodeHasItsWords() {
  let all = IssueCode.allCases.map(\.words) + FailureCode.allCases.map(\.words)
  #expect(all.allSatisfy { !$0.english.isEmpty && $0.english.utf8.count < 60 })
  #expect(all.allSatisfy { words in words.chinese.unicodeScalars.contains { $0.value >= 0x4E00 } })
  #expect(Set(IssueCode.allCases.map(\.words)).count == IssueCode.allCases.count)
}
