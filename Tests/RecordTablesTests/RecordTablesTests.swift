import DurableFiles
import Foundation
import NationalForm
import RecordReading
import RecordTables
import TestSupport
import Testing

/// The tables of the expected records of `fixtures`, as lines of CSV by name.
private func tables(of fixtures: [String], _ style: CSVStyle = .plain) throws -> [String: [String]]
{
  var result: [String: [String]] = [:]
  try inTemporaryFolder { folder in
    let records = folder.appending(path: "records.jsonl")
    var bytes = Data()
    for fixture in fixtures {
      bytes += try Data(
        contentsOf: TestFolders.package.appending(path: "Fixtures/\(fixture)/expected.jsonl"))
    }
    try bytes.write(to: records)
    var lines = RecordLines(try #require(try FileReader.opening(Array(records.path.utf8))))
    let output = try Folder.creating(folder.path)
    let written = try TableFiles.write(
      &lines, map: nil, to: [try CSVTables(in: output, style)]
    ) {}
    #expect(written.records == fixtures.count)
    #expect(written.badLines == [])
    for name in try output.names() where name.hasSuffix(".csv") {
      let text = String(
        decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
      result[name] = text.split(separator: "\n").map(String.init)
    }
    #expect(try output.names().filter { $0.hasSuffix(".tmp") } == [])
  }
  return result
}

private let report = "reports/liuqiao-government-2023"

@Test func aReportIsARowAndItsFailingChecksToo() throws {
  let found = try tables(of: [report])
  #expect(Set(found.keys) == Set(RecordTables.all.map { "\($0.name).csv" }))
  let header = try #require(found["reports.csv"]?.first).split(separator: ",").map(String.init)
  let row = try #require(found["reports.csv"]?.last)
    .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  #expect(header.count == row.count)
  let values = Dictionary(uniqueKeysWithValues: zip(header, row))
  #expect(values["agency_name"] == "柳桥区人民政府")
  #expect(values["report_year"] == "2023")
  #expect(values["region_stated"] == "临湖市柳桥区")
  #expect(values["region_code"] == "")
  #expect(values["agency_id"] == "")
  #expect(values["review_litigation_review_upheld"] == "12")
  #expect(values["active_disclosure_fees_amount_cny"] == "88032800")
  #expect(values["active_disclosure_rules_made"] == "")
  #expect(values["checks_failed"] == "2")
  #expect(
    found["checks.csv"]?.dropFirst().map {
      $0.split(separator: ",").dropFirst().joined(separator: ",")
    }
      == [
        "true,柳桥区人民政府,柳桥区人民政府,2023,0,reports/liuqiao-government-2023/input.pdf,R1,review,error,13,0,-13,false,\"page 3 box 201.9,315.0,207.7,328.7\",12 + 1 + 0 + 0 ≠ 0,行政复议：总计 = 四种结果之和,reviews: total = sum of outcomes",
        "true,柳桥区人民政府,柳桥区人民政府,2023,1,reports/liuqiao-government-2023/input.pdf,R3,suit_after_review,error,6,0,-6,false,\"page 3 box 511.9,315.0,517.7,328.7\",6 + 0 + 0 + 0 ≠ 0,复议后起诉：总计 = 四种结果之和,lawsuits after review: total = sum of outcomes",
      ])
}

@Test func aCellHasItsPrintedStringAndPlace() throws {
  let cells = try #require(try tables(of: [report])["cells.csv"])
  // Ten cells of table 1, 25 rows of seven, three groups of five; and it prints （六） as the older form does.
  #expect(cells.count == 1 + 10 + 175 + 15 + 7)
  #expect(cells.count { $0.contains(",other.all,") && $0.contains(",value,") } == 7)
  #expect(cells.count { $0.contains(",absent,") } == 21)
  #expect(
    cells.first { $0.contains(",fees,amount_cny,") }?.split(separator: ",").dropFirst(6)
      .joined(separator: ",")
      == "active_disclosure,fees,amount_cny,88032800,元,value,8803.28,\"page 2 box 335.0,346.4,373.5,360.1\""
  )
}

@Test func cellsThatTheFormExpectsAreThereWithoutANumber() throws {
  let cells = try #require(try tables(of: ["reports/blank-template"])["cells.csv"])
  #expect(cells.dropFirst().allSatisfy { $0.contains(",blank,") || $0.contains(",absent,") })
}

@Test func equalBytesGiveTheirCellsOnceAndSayWhoseTheyAre() throws {
  let once = try tables(of: [report])
  let twice = try tables(of: [report, report])
  for name in ["cells.csv", "checks.csv", "figures.csv", "cited.csv"] {
    #expect(once[name] == twice[name], "\(name)")
  }
  let rows = try #require(twice["reports.csv"])
  #expect(rows.count == 3)
  let path = try #require(rows[1].split(separator: ",").first)
  #expect(
    rows[2].hasPrefix("\(path),") && rows[2].contains(",\(path),4dbc824c3f416065,false,柳桥区人民政府,"))
}

@Test func aMarkComesFirstInEveryFile() throws {
  let plain = try tables(of: [report])
  let marked = try tables(of: [report], .spreadsheet)
  for (name, lines) in plain {
    #expect(marked[name] == ["\u{FEFF}\(lines[0])"] + lines.dropFirst(), "\(name)")
  }
}

@Test func everyCellOfTheFormHasItsLabelsInTheEditionsThatPrintIt() throws {
  let lines = String(decoding: FormLabels.csv(.plain), as: UTF8.self).split(separator: "\n")
  #expect(lines.count == 1 + NationalForm.cells.count)
  #expect(
    lines.first { $0.hasPrefix("active_disclosure.fees.amount_cny,") } == """
      active_disclosure.fees.amount_cny,active_disclosure_fees_amount_cny,active_disclosure,fees,amount_cny,,\
      行政事业性收费 / 本年收费金额（单位：万元）,第二十条第（八）项,元,Fees that the body charges: money in 元; the forms print 万元,\
      行政事业性收费,Fees that the body charges,本年收费金额,Money in 元
      """)
  #expect(
    lines.first { $0.hasPrefix("active_disclosure.procurement.amount_cny,") }?
      .contains(",政府集中采购 / 采购总金额,,") == true)
}

@Test func theEditionsPrintAsManyCellsAsTheirForms() {
  let counts = [Edition.e2019, .e2021].map { edition in
    TableID.allCases.map { table in
      zip(NationalForm.cells, NationalForm.editions).count {
        $0.table == table && $1.contains(edition)
      }
    }
  }
  #expect(counts == [[22, 161, 15], [10, 175, 15]])
}

@Test func everyTableAndColumnHasATitleInChinese() throws {
  func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
  let json = try JSONSerialization.jsonObject(
    with: Data(DataPackage.json(of: RecordTables.all, .plain)))
  let package = try #require(json as? [String: Any])
  let resources = try #require(package["resources"] as? [[String: Any]])
  #expect(
    resources.compactMap { $0["name"] as? String } == RecordTables.all.map(\.name) + ["labels"])
  for resource in resources {
    #expect(isChinese(resource["title"] as? String ?? ""), "\(resource["name"] ?? "")")
    let schema = try #require(resource["schema"] as? [String: Any])
    for field in try #require(schema["fields"] as? [[String: Any]]) {
      #expect(isChinese(field["title"] as? String ?? ""), "\(field["name"] ?? "")")
    }
  }
  for key in ["version", "licenses", "sources"] { #expect(package[key] != nil, "\(key)") }
}

@Test(arguments: [
  ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"), ("1.属于国家秘密", "属于国家秘密"),
  ("四、结转下年度继续办理", "结转下年度继续办理"), ("（七）总计", "总计"), ("采购总金额", "采购总金额"),
  ("本年收费金额（单位：万元）", "本年收费金额"), ("", ""), ("（", "（"), ("（一）", "（一）"), ("3.", "3."),
])
func labelsAreShortInChinese(label: String, short: String) {
  #expect(ShortLabel.chinese(label) == short)
}

@Test(arguments: [
  ("Refused: state secret", true, "State secret"),
  ("Granted in part: severable requests are counted here", false, "Granted in part"),
  (
    "items added (positive) or removed (negative) in the year", false,
    "Items added or removed in the year"
  ),
  ("all applicants, as printed", false, "All applicants"),
  ("Rules (规章) of the body", false, "Rules of the body"),
  ("", false, ""), ("a (b", false, "A (b"),
])
func definitionsAreShortInEnglish(definition: String, inGroup: Bool, short: String) {
  #expect(ShortLabel.english(definition, inGroup: inGroup) == short)
}

@Test func aTableThatIsLargerThanASheetIsLeftOutAndSaid() throws {
  try inTemporaryFolder { folder in
    let path = TestFolders.package.appending(path: "Fixtures/\(report)/expected.jsonl").path
    var lines = RecordLines(try #require(try FileReader.opening(Array(path.utf8))))
    let output = try Folder.creating(folder.path)
    // 207 cells with their heads, and fewer rows of all else.
    let workbook = try WorkbookTables(in: output, name: "t.xlsx", rowLimit: 207)
    _ = try TableFiles.write(&lines, map: nil, to: [workbook]) {}
    #expect(
      workbook.warnings == [
        "cells is left out: it has 207 rows and a sheet 207 with its heads; --output and --sqlite have all of them"
      ])
    #expect(try output.names() == ["t.xlsx"])
  }
}
