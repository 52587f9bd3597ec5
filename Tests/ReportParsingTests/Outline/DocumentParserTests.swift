import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import OutlineParsing
@testable import ReportParsing

@Test func onlyAReportFromBeforeTheTablesHasAnEditionWithoutThem() {
  func edition(_ year: Int) -> Edition? {
    let source = textDocument("青岚市水务局\(year)年政府信息公开工作年度报告", "一、概述", "全年公开信息10条。")
    return DocumentParser.parse(source, name: "a.txt").value.edition
  }
  #expect([2016, 2018, 2019, 2024].map(edition) == [.legacy, .legacy, nil, nil])
}

@Test func aReportWithoutTheTablesItMustHaveSaysSo() {
  func errors(_ year: Int) -> [IssueCode] {
    let source = textDocument("青岚市水务局\(year)年政府信息公开工作年度报告", "一、概述", "全年公开信息10条。")
    let parsed = DocumentParser.parse(source, name: "a.txt")
    return parsed.issues.filter { $0.severity == .error }.map(\.code)
  }
  #expect([2016, 2022].map(errors) == [[], [.tableMissing, .tableMissing, .tableMissing]])
}

@Test func anyOtherTextIsADocumentOfSections() {
  let source = textDocument(
    "青岚市城市供水管理办法", "第一章 总则", "第一条 为规范城市供水管理，制定本办法。", "第二条【适用范围】本市行政区域适用本办法。",
    "第二章 供水", "第三条 责任", "（一）供水单位应当保证水质；", "（二）用户应当节约用水。", "青岚市人民政府", "2020年3月1日")
  let content = DocumentParser.parse(source, name: "a.txt").value
  #expect(content.kind == .document)
  #expect(content.title == "青岚市城市供水管理办法")
  #expect(content.agencyName == "青岚市人民政府")
  #expect(content.datedOn == date(2020, 3, 1))
  #expect(content.edition == nil)
  #expect(content.annualReport == nil)
  #expect(
    content.sections.map { "\($0.level) \($0.number ?? "-") \($0.heading ?? "-") \($0.text)" } == [
      "1 第一章 总则 ", "3 第一条 - 为规范城市供水管理，制定本办法。", "3 第二条 适用范围 本市行政区域适用本办法。", "1 第二章 供水 ",
      "3 第三条 责任 （一）供水单位应当保证水质；\n（二）用户应当节约用水。",
    ])
}

@Test func aDocumentThatIsNoReportLosesNoLine() {
  // The exceptions are its signature, its date and what a page says of itself at the end.
  let lines = [
    "青政办〔2021〕7号", "索引号：1137", "字体：[大 中 小]", "各区人民政府:", "关于印发城市供水管理办法的通知", "----------", "- 4 -",
    "● 一、供水", "一、用水", "________", "用户应当节约用水。",
  ]
  let content = DocumentParser.parse(textDocument(lines: lines), name: "a.txt").value
  #expect(content.kind == .document)
  var record = [content.title ?? ""]
  for section in content.sections {
    record += [section.number ?? "", section.heading ?? "", section.text]
  }
  func characters(_ texts: [String]) -> [Character] {
    texts.joined().filter { !$0.isWhitespace && $0 != "、" }.sorted()
  }
  #expect(characters(record) == characters(lines))
}

@Test func anEmptyDocumentHasNothingToSay() {
  let content = DocumentParser.parse(Document(blocks: []), name: "a.txt").value
  #expect(content.kind == .document)
  #expect(content.sections.isEmpty)
}

@Test(.timeLimit(.minutes(15))) func hostileTextTakesLinearTime() {
  // Each of these was written to make a reader look back, ahead or join over and over.
  let unit = [
    "一、", "（一）", "1.", "由", "请与", "2022年1月1日至", "电话", "(", "第二十条", "年度报告", "[image:", "|", " ",
  ]
  for text in unit {
    let long = String(repeating: text, count: 5_000)
    _ = DocumentParser.parse(textDocument(long), name: "a.txt")
    _ = DocumentParser.parse(
      textDocument("青岚市水务局2022年政府信息公开工作年度报告", long, long), name: "a.txt")
    let many = Array(repeating: text + "青岚市水务局", count: 1_000)
    _ = DocumentParser.parse(textDocument(lines: many), name: "a.txt")
  }
}
