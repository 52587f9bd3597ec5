import Diagnostics
import Testing

@testable import ReportParsing

@Test func signatureDateAndNoteAreNoPartOfTheLastSection() {
  let outline = report("六、其他需要报告的事项", "无", "青岚市水务局", "2023年1月26日", "（此件公开发布）")
  #expect(outline.signature == "青岚市水务局")
  #expect(outline.datedOn == date(2023, 1, 26))
  #expect(outline.disclosureNote == "（此件公开发布）")
  #expect(outline.texts == ["无"])
}

@Test(arguments: [
  ["青岚市水务局", "2023 年 1 月 26 日"],
  ["青岚市水务局", "二〇二三年一月二十六日"],
  ["青岚市水务局", "二○二三年一月二十六日"],
  ["青岚市水务局 2023年1月26日"],
  ["青岚市水务局（盖章）", "2023年1月26日"],
  ["2023年1月26日", "青岚市水务局"],
  ["青岚市", "水务局", "2023年1月26日"],
  ["青 岚 市 水 务 局", "（2023年1月26日）", "打印 关闭", "上一篇：没有了"],
])
func aTailIsReadInEveryOrder(tail: [String]) {
  let lines = ["青岚市水务局2022年政府信息公开工作年度报告", "一、总体情况", "全年公开信息10条。"] + tail
  let outline = outline(of: textDocument(lines: lines)).value
  #expect(outline.signature == "青岚市水务局")
  #expect(outline.datedOn == date(2023, 1, 26))
  #expect(outline.texts == ["全年公开信息10条。"])
}

@Test func aDateWithoutASignatureStandsAlone() {
  let outline = report("六、其他需要报告的事项", "无其它需要报告的事项。", "2023年1月20日")
  #expect(outline.signature == nil)
  #expect(outline.datedOn == date(2023, 1, 20))
}

@Test func aSignatureWithoutADateIsTheAgencys() {
  let outline = report("六、其他需要报告的事项", "无。", "青岚市水务局")
  #expect(outline.signature == "青岚市水务局")
  #expect(outline.texts == ["无。"])
}

@Test func aDateFarFromTheReportYearIsOdd() {
  let result = outline(
    of: textDocument("青岚市水务局2022年政府信息公开工作年度报告", "一、总体情况", "公开信息10条。", "2021年1月20日"))
  #expect(result.value.datedOn == date(2021, 1, 20))
  #expect(result.issues.map(\.code) == [.dateUnusual])
}

@Test func aTailWithoutTextAboveIsNoTrouble() {
  let outline = outline("2021年1月20日")
  #expect(outline.sections.isEmpty)
}
