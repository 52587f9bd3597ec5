import CountedReports
import Foundation
import RecordReading
import Testing

/// A report of which only what decides whether it counts is said.
private struct Sample {
  var path: String
  var docID: String
  var agency: String? = "柳桥区司法局"
  var agencyID: String?
  var region: String? = "柳桥区"
  var year: Int? = 2022
  var status = "ok"
  var unassessable = 0
  var failed = 0
  var datedOn: String?
  var publishedOn: String?
  var extractor = "docx"
  var issue: String?
  var granted: Int? = 1

  init(_ path: String, _ change: (inout Sample) -> Void = { _ in }) {
    self.path = path
    docID = path
    change(&self)
  }

  func view() throws -> RecordView {
    let null = NSNull()
    let record: [String: Any] = [
      "schema": "gongkai.record/1.1", "doc_id": docID, "status": status, "kind": "annual_report",
      "agency_name": agency ?? null, "agency_id": agencyID ?? null, "report_year": year ?? null,
      "region": ["stated": region ?? null] as [String: Any], "dated_on": datedOn ?? null,
      "source": ["path": path, "published_on": publishedOn ?? null] as [String: Any],
      "extraction": ["extractor": extractor],
      "checks": ["passed": 0, "failed": failed, "unassessable": unassessable, "failures": [Any]()]
        as [String: Any],
      "issues": issue.map { [["code": $0]] } ?? [],
      "annual_report": ["applications": ["granted": ["total": granted.map { $0 as Any } ?? null]]],
    ]
    let line = try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
    return try #require(RecordView(Array(line)))
  }
}

/// Of each the path of the one that counts, itself or another.
private func counting(_ samples: [Sample], map: AgencyMap? = nil) throws -> [String] {
  let views = try samples.map { try $0.view() }
  var counted = CountedReports(map: map)
  for view in views { counted.add(ReportCandidate(view)) }
  counted.close()
  return views.map { counted.standing(of: $0)?.sameReportAs ?? "-" }
}

@Test func ofAnAgencyAndAYearOneReportCounts() throws {
  let both = [Sample("a"), Sample("b") { $0.granted = 2 }]
  #expect(try counting(both) == ["-", "a"])
  #expect(try counting(both.reversed()) == ["a", "-"])
  #expect(try counting([Sample("a"), Sample("b") { $0.year = 2023 }]) == ["-", "-"])
  #expect(try counting([Sample("a"), Sample("b") { $0.agency = "柳桥区审计局" }]) == ["-", "-"])
}

@Test(
  arguments: [
    { (sample: inout Sample) in sample.status = "partial" }, { $0.unassessable = 1 },
    { $0.failed = 1 }, { $0.datedOn = "2023-01-01" }, { $0.datedOn = nil },
    { $0.extractor = "pdf" },
    { $0.extractor = "text" },
  ] as [@Sendable (inout Sample) -> Void])
private func theBetterOneCounts(worsen: @Sendable (inout Sample) -> Void) throws {
  let good: (inout Sample) -> Void = { $0.datedOn = "2023-01-02" }
  let pair = [
    Sample("a") {
      good(&$0); worsen(&$0)
    }, Sample("b", good),
  ]
  #expect(try counting(pair) == ["b", "-"])
}

@Test func theFirstOfTheReasonsDecides() throws {
  let list = [
    Sample("a") {
      $0.failed = 1; $0.datedOn = "2023-05-01"
    },
    Sample("b") {
      $0.unassessable = 1; $0.datedOn = "2023-05-01"
    },
    Sample("c") {
      $0.extractor = "pdf"; $0.datedOn = "2023-01-01"; $0.publishedOn = "2023-02-02"
    },
    Sample("d") { $0.datedOn = "2023-02-01" },
  ]
  #expect(try counting(list) == ["c", "c", "-", "c"])
}

@Test func equalBytesAreOneReportWhateverTheyNameAndWhereverTheyLie() throws {
  let copies = [Sample("b") { $0.docID = "x" }, Sample("a") { $0.docID = "x" }]
  #expect(try counting(copies) == ["x", "-"])
  let nameless = copies.map { copy in
    var copy = copy
    copy.agency = nil
    return copy
  }
  #expect(try counting(nameless) == ["x", "-"])
  // The same path twice, as `gongkai convert a a` gives it.
  #expect(try counting([Sample("a"), Sample("a")]) == ["-", "a"])
}

@Test func whatHasNoAgencyOrYearCounts() throws {
  #expect(try counting(["a", "b"].map { Sample($0) { $0.agency = nil } }) == ["-", "-"])
  #expect(try counting(["a", "b"].map { Sample($0) { $0.year = nil } }) == ["-", "-"])
}

@Test func ofANameThatSeveralBodiesMayHaveOnlyEqualNumbersAreOneReport() throws {
  func pair(_ change: (inout Sample) -> Void) -> [Sample] {
    ["a", "b", "c"].map { path in
      Sample(path) {
        change(&$0)
        if path == "c" { $0.granted = 2 }
      }
    }
  }
  #expect(try counting(pair { $0.region = nil }) == ["-", "a", "-"])
  #expect(try counting(pair { $0.issue = "region_uncertain" }) == ["-", "a", "-"])
  #expect(try counting(pair { $0.issue = "row_short" }) == ["-", "a", "a"])
  // Reports without a number say nothing of whose they are.
  #expect(
    try counting(
      ["a", "b"].map {
        Sample($0) {
          $0.region = nil; $0.granted = nil
        }
      })
      == ["-", "-"])
}

@Test func agenciesAreOneByIdThenByTheMap() throws {
  let names = ["洪泽区人民政府", "淮安市洪泽区人民政府"]
  let byID = names.enumerated().map { index, name in
    Sample("\(index)/a") {
      $0.agency = name
      $0.agencyID = "320813/人民政府"
    }
  }
  #expect(try counting(byID) == ["-", "0/a"])
  let byName = names.enumerated().map { index, name in Sample("\(index)/a") { $0.agency = name } }
  #expect(try counting(byName) == ["-", "-"])
  let rows = ["h,洪泽区人民政府,\nh,淮安市洪泽区人民政府,", "h,,0\nh,,1/a"]
  for rows in rows {
    let map = try AgencyMap(Array("id,name,path\n\(rows)\n".utf8), file: "map.csv")
    #expect(try counting(byName, map: map) == ["-", "0/a"])
  }
  let apart = try AgencyMap(Array("id,path\nx,0\ny,1\n".utf8), file: "map.csv")
  #expect(try counting(byID, map: apart) == ["-", "-"])
}
