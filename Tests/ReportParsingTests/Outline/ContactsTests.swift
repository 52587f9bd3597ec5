import Diagnostics
import ReportRecords
import Testing

@testable import OutlineParsing

private func contacts(_ paragraph: String) -> String {
  let found = report(paragraph, "一、总体情况", "全年公开信息10条。").contacts
  return [
    found.unit, found.address, found.postcode, found.phone, found.fax, found.email, found.website,
  ].map { $0 ?? "-" }.joined(separator: " | ")
}

@Test(arguments: [
  (
    "本报告的电子版可在“青岚”政府门户网站（www.qinglan.example.cn）下载。如有疑问，请与青岚市水务局办公室联系（地址：青岚市滨河路A座1305室；邮编：999100；电话：0999—8413872；电子邮箱：qlswj@qs.example.cn）。",
    "青岚市水务局办公室 | 青岚市滨河路A座1305室 | 999100 | 0999-8413872 | - | qlswj@qs.example.cn | www.qinglan.example.cn"
  ),
  (
    "电子版可在门户网站(<http://www.qinglan.example.cn/>)下载。请与青岚市水务局办公室联系(地址:市行政中心 212 室;邮编:999000;电话:0999-7063893;传真:0999-7063893;邮箱:qlskj@example.com)。",
    "青岚市水务局办公室 | 市行政中心 212 室 | 999000 | 0999-7063893 | 0999-7063893 | qlskj@example.com | http://www.qinglan.example.cn/"
  ),
  (
    "请与青岚市水务局办公室联系（地址：青岚市滨河大道 90 号 ， 邮 编 ： 999100 ， 电 话 ： 0999-87222589 ， 电 子 邮 箱 ： qlzwgk@example.com）。",
    "青岚市水务局办公室 | 青岚市滨河大道90号 | 999100 | 0999-87222589 | - | qlzwgk@example.com | -"
  ),
  (
    "联系单位：青岚市水务局办公室，联系地址：滨河路5号，302室，邮政编码：999100，联系电话：（0999）8413872，网址：qinglan.example.cn。",
    "青岚市水务局办公室 | 滨河路5号，302室 | 999100 | 0999-8413872 | - | - | qinglan.example.cn"
  ),
  ("电话、传真：0999-8413872", "- | - | - | 0999-8413872 | 0999-8413872 | - | -"),
  ("电话（传真）：0999 8413872", "- | - | - | 0999-8413872 | 0999-8413872 | - | -"),
  ("电话：0999-8413872（传真同号）", "- | - | - | 0999-8413872 | 0999-8413872 | - | -"),
  ("电话：8413872、8413873；传真：同上", "- | - | - | 8413872、8413873 | 8413872、8413873 | - | -"),
  (
    "地址：青岚市滨河路5号 邮编：999100 电话：0999-8413872转8001",
    "- | 青岚市滨河路5号 | 999100 | 0999-8413872转8001 | - | - | -"
  ),
  ("电话:7128700 E-mail：1336@example.com", "- | - | - | 7128700 | - | 1336@example.com | -"),
  ("电话:7128700 邮箱：qlsw@exam ple.cn", "- | - | - | 7128700 | - | qlsw@example.cn | -"),
  (
    "电话:7128700 邮箱：qlsw@example. com 邮编:999100",
    "- | - | 999100 | 7128700 | - | qlsw@example.com | -"
  ),
  ("办公地址为青岚市滨河路5号。联系电话为０９９９－８４１３８７２。", "- | 青岚市滨河路5号 | - | 0999-8413872 | - | - | -"),
  ("请与青岚市水务局政府信息与政务公开办公室（电话：12345）联系。", "青岚市水务局政府信息与政务公开办公室 | - | - | 12345 | - | - | -"),
])
func aContactBlockIsReadByItsLabels(paragraph: String, wanted: String) {
  #expect(contacts(paragraph) == wanted)
}

@Test(arguments: [
  "全年接听咨询电话300个，答复网站留言20条。", "网站公开信息 1136 条，邮箱收到来信12封。", "加强网站（含移动版）管理。", "传真件按公文办理。",
])
func aSentenceAboutPhonesIsNoContact(sentence: String) {
  #expect(contacts(sentence) == "- | - | - | - | - | - | -")
}

@Test func aBlockOnSeveralLinesAtTheEndIsReadToo() {
  let outline = report(
    "一、总体情况", "全年公开信息10条。", "地 址：青岚市滨河路5号", "邮 编：999100", "电 话：0999-8413872", "青岚市水务局",
    "2023年1月5日")
  #expect(outline.contacts.address == "青岚市滨河路5号")
  #expect(outline.contacts.postcode == "999100")
  #expect(outline.contacts.phone == "0999-8413872")
}

@Test(arguments: [
  ("0517 8722 1234", "0517-87221234"), ("138 1234 5678", "13812345678"),
  ("0517-8722 1234", "0517-87221234"), ("010 6655 4433", "010-66554433"),
  ("7128700 7128701", "7128700、7128701"),
  ("0517-87221234 0517-87221235", "0517-87221234、0517-87221235"),
  ("8722 1234", "87221234"), ("138 1234 5678 139 1234 5678", "13812345678、13912345678"),
  ("0517 8721 2345 0517 8721 2346", "0517-87212345、0517-87212346"),
  ("138 1234 5678 223001", "13812345678"),
  ("138 1234 5678 0517-87212345", "13812345678、0517-87212345"),
  ("0517-87212345 223001", "0517-87212345"), ("0517 87212345 2021年", "0517-87212345"),
  ("138 1234 56789", nil), ("+86 138 1234 5678", "+8613812345678"), ("0517-872212З4", nil),
])
func aPhoneIsWholeHoweverItsBlanksStand(printed: String, phone: String?) {
  let outline = report("如对本报告有疑问，请与本局办公室联系（电话：\(printed)）。")
  #expect(outline.contacts.phone == phone)
}
