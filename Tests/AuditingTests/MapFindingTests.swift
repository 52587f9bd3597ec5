import Auditing
import CountedReports
import PlainWords
import ReportRecords
import Testing

private func map() throws -> AgencyMap {
  let text = """
    id,name,path,level,region_code,parent
    q,柳桥区人民政府,,county,340102,
    s,柳桥区司法局,,department,,q
    c,,文化/,department,,q
    """
  return try AgencyMap(Array(text.utf8), file: "map.csv")
}

private func government(_ total: Int) -> SampleReport {
  var report = SampleReport(
    "g", "柳桥区人民政府", 2022, ["applications.new_received.total": total])
  report.lead = "根据3个街道和区政府各部门政府信息公开工作年度报告编制。"
  return report
}

private func received(_ path: String, _ agency: String, _ total: Int) -> SampleReport {
  SampleReport(path, agency, 2022, ["applications.new_received.total": total])
}

@Test func aReportThatSumsUpOthersIsTheirSum() throws {
  let parts = [received("s", "柳桥区司法局", 3), received("文化/2022.docx", "柳桥区文化和旅游局", 4)]
  let right = audit([government(7)] + parts, map: try map())
  #expect(
    right.lines == [
      "coverage c -: c (department)", "coverage 柳桥区人民政府 -: q (county, 340102)",
      "sum_holds 柳桥区人民政府 2022: applications.carried_in.total is 0, the sum of its 2 parts",
      "sum_holds 柳桥区人民政府 2022: applications.carried_out.total is 0, the sum of its 2 parts",
      "sum_holds 柳桥区人民政府 2022: applications.new_received.total is 7, the sum of its 2 parts",
      "sum_holds 柳桥区人民政府 2022: applications.result_total.total is 0, the sum of its 2 parts",
      "coverage 柳桥区司法局 -: s (department)",
    ])
  #expect(!right.hasFaults)

  let wrong = audit([government(8)] + parts, map: try map())
  let finding = try #require(wrong.findings.first { $0.kind == .sumFails })
  #expect(
    finding
      == Finding(
        .sumFails, agency: "柳桥区人民政府", year: 2022, paths: ["g"],
        message: Words(
          "“一、本年新收政府信息公开申请数量”行“总计”列为 8，而 2 份下级报告之和为 7",
          "applications.new_received.total is 8, and its 2 parts have 7 together"),
        operands: [
          .init("applications.new_received.total", path: "g", value: ExactDecimal(8)),
          .init("applications.new_received.total", path: "s", value: ExactDecimal(3)),
          .init("applications.new_received.total", path: "文化/2022.docx", value: ExactDecimal(4)),
        ]))
  #expect(wrong.hasFaults)
}

@Test func withoutTheReportOfAPartNothingIsClaimed() throws {
  let result = audit(
    [government(3), received("s", "柳桥区司法局", 3), received("x", "云溪区审计局", 1)],
    map: try map())
  #expect(
    result.lines.filter { !$0.hasPrefix("coverage") && !$0.contains("carried") } == [
      "no_report c -: No report of the agency c on line 4 of the map",
      "unmapped 云溪区审计局 -: No agency of the map has this name or path",
      "sum_not_assessable 柳桥区人民政府 2022: applications.new_received.total cannot be set against its parts: without a report on the year are 1 of 2",
      "sum_not_assessable 柳桥区人民政府 2022: applications.result_total.total cannot be set against its parts: without a report on the year are 1 of 2",
    ])
}

@Test func aReportThatDoesNotSaySoIsNoSum() throws {
  let result = audit(
    [received("g", "柳桥区人民政府", 1), received("s", "柳桥区司法局", 3)], map: try map())
  #expect(!result.findings.contains { $0.kind.rawValue.hasPrefix("sum") })
}

@Test func theTextShowsReportsByYear() throws {
  var text = ""
  audit(
    [received("g", "柳桥区人民政府", 1), SampleReport("h", "柳桥区人民政府", 2021)], map: try map()
  ).text(in: .english) { text += $0 }
  let lines = text.split(separator: "\n").map(String.init)
  let start = try #require(lines.firstIndex(of: "Reports a year"))
  #expect(
    lines[(start + 1)..<(start + 5)] == [
      " 2021 2022  agency", "    0    0  c  c (department)",
      "    1    1  柳桥区人民政府  q (county, 340102)", "    0    0  柳桥区司法局  s (department)",
    ])
}
