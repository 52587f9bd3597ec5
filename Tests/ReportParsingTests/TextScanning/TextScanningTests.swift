import ReportRecords
import Testing

@testable import TextScanning

@Test func foldingKeepsEveryIndex() {
  let raw = "（一）２０２０年：政府信息公開—〔2019〕60號"
  let folded = TextFolding.folded(raw)
  #expect(folded.string(0, .max) == "(一)2020年:政府信息公开-[2019]60号")
  #expect(folded.count == raw.unicodeScalars.count)
}

@Test func traditionalCharactersFoldOneByOne() {
  let folded = TextFolding.folded("個無沒場萬億餘減駁證歷審寧著")
  #expect(folded.string(0, .max) == "个无没场万亿余减驳证历审宁著")
}

@Test(arguments: [
  ("十", 10), ("二十三", 23), ("一百〇二", 102), ("二〇二一", 2021), ("二○一九", 2019), ("两", 2),
  ("三千五百", 3500), ("一万二千", 12000), ("廿三", 23),
])
func aChineseNumeralHasItsValue(numeral: String, value: Int) {
  #expect(ChineseNumeral.value(Array(numeral.unicodeScalars)[...]) == value)
}

@Test(arguments: ["", "一是", "十分", "年", "一二三四五六七八九十"])
func whatIsNoChineseNumeralHasNoValue(text: String) {
  #expect(ChineseNumeral.value(Array(text.unicodeScalars)[...]) == nil)
}

@Test(arguments: [
  "2021年1月20日", "2021 年 1 月 20 日", "二〇二一年一月二十日", "2021-01-20", "2021/1/20", "2021.1.20",
  "２０２１年１月２０日", "二○二一年一月二十日",
])
func aDateIsReadInEverySpelling(text: String) {
  let folded = TextFolding.folded(text)
  let wanted = CalendarDate(year: 2021, month: 1, day: 20).map {
    DateScanner.Match(date: $0, end: folded.count)
  }
  #expect(DateScanner.date(in: folded, at: 0) == wanted)
}

@Test(arguments: ["2021年13月1日", "202111日", "2021年1月", "12021年1月2日", "0517-87222589", "2021-1"])
func whatIsNoDateIsNotRead(text: String) {
  #expect(DateScanner.date(in: TextFolding.folded(text), at: text.hasPrefix("1") ? 1 : 0) == nil)
}
