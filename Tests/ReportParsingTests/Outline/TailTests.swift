import Diagnostics
import Testing

@testable import OutlineParsing

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
  ["青岚市水务局（盖章）", "2023年1月26日"], ["青岚市水务局", "2023年1月26日（盖章）"],
  ["青岚市水务局", "2023年1月26日（此件公开发布）"],
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

@Test(arguments: [
  ["青岚市水务局", "20230126"], ["青岚市水务局/2023年1月26日"], ["青岚市水务局：2023-01-26"],
  ["2023年1月26日，青岚市水务局"], ["青岚市水务局 20230126"], ["青岚市水务局", "20230126（印）"],
])
func aDateInAnotherSpelling(tail: [String]) {
  let lines = ["青岚市水务局2022年政府信息公开工作年度报告", "一、总体情况", "全年公开信息10条。"] + tail
  let result = outline(of: textDocument(lines: lines))
  #expect(result.value.signature == "青岚市水务局")
  #expect(result.value.datedOn == date(2023, 1, 26))
  #expect(result.value.texts == ["全年公开信息10条。"])
  #expect(result.issues == [])
}

@Test(arguments: [
  ["青岚市水务局/2023年1月"], ["青岚市水务局", "2023年1月"], ["青岚市水务局", "1月26日"], ["青岚市水务局", "二〇二三年元月"],
  ["青岚市水务局", "2023年1月26日至2023年2月1日"], ["青岚市水务局", "2023年1月26日—2月1日"],
  ["青岚市水务局", "Jan 26, 2023"], ["青岚市水务局", "癸卯年正月初五"], ["青岚市水务局 2023.1"],
  ["青岚市水务局", "2023年1月下旬"], ["青岚市水务局", "2023年第一季度"],
])
func aDateThatNamesNoDay(tail: [String]) {
  let lines = ["青岚市水务局2022年政府信息公开工作年度报告", "一、总体情况", "全年公开信息10条。"] + tail
  let result = outline(of: textDocument(lines: lines))
  #expect(result.value.signature == "青岚市水务局")
  #expect(result.value.datedOn == nil)
  #expect(result.value.texts == ["全年公开信息10条。"])
  #expect(result.issues.map(\.code) == [.dateUnreadable])
}

@Test(arguments: ["全年办件20230126", "20231326", "12345678", "统计到2023年1月"])
func aLastLineThatIsNoDate(line: String) {
  let result = outline(
    of: textDocument("青岚市水务局2022年政府信息公开工作年度报告", "一、总体情况", "公开信息10条。", line))
  #expect(result.value.datedOn == nil)
  #expect(result.issues == [])
}
