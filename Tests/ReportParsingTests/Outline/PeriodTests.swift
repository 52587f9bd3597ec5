import Diagnostics
import Testing

@testable import OutlineParsing

@Test(arguments: [
  "统计期限为2022年1月1日至2022年12月31日。", "统计期限为 2022 年 1 月 1 日至 12 月 31 日。",
  "数据期限自2022年1月1日起至2022年12月31日止。", "从2022年1月1日到12月31日止。", "（2022-01-01～2022-12-31）",
  "统计期限自2022年1月1日 — 12月31日。", "二〇二二年一月一日至十二月三十一日。",
])
func aPeriodIsReadInEveryWording(text: String) {
  let outline = report("一、总体情况", text)
  #expect(outline.periodStart == date(2022, 1, 1))
  #expect(outline.periodEnd == date(2022, 12, 31))
}

@Test(arguments: ["2022年3月1日至5月31日开展宣传活动。", "2022年公开信息10条。", "2022年1月1日起施行。"])
func otherDatesAreNoPeriod(text: String) {
  let outline = report("一、总体情况", text)
  #expect(outline.periodStart == nil)
  #expect(outline.periodEnd == nil)
}

@Test func aDamagedPeriodIsLeftAloneAndSaid() {
  let result = outline(
    of: textDocument("青岚市水务局2021年政府信息公开工作年度报告", "统计期限从202111日到1231日止。", "一、总体情况", "公开10条。"))
  #expect(result.value.periodStart == nil)
  #expect(result.issues.map(\.code) == [.periodUnreadable])
}

@Test func aPeriodOfAnotherYearThanTheTitleIsAConflict() {
  let result = outline(
    of: textDocument("青岚市水务局2021年政府信息公开工作年度报告", "一、总体情况", "统计期限为2020年1月1日至12月31日。"))
  #expect(result.value.reportYear == 2021)
  #expect(result.issues.map(\.code) == [.yearConflict])
}
