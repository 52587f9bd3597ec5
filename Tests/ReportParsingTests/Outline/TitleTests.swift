import Diagnostics
import NationalForm
import ReportRecords
import Testing

@testable import OutlineParsing

struct TitleCase: Sendable, CustomTestStringConvertible {
  var lines: [String]
  var title: String
  var agency: String?
  var year: Int?
  var testDescription: String { lines.joined(separator: " / ") }

  init(_ lines: [String], _ title: String, _ agency: String?, _ year: Int?) {
    self.lines = lines
    self.title = title
    self.agency = agency
    self.year = year
  }
}

@Test(arguments: [
  TitleCase(
    ["青岚市云溪区水务局2020年政府信息公开工作年度报告"], "青岚市云溪区水务局2020年政府信息公开工作年度报告", "青岚市云溪区水务局", 2020),
  TitleCase(
    ["青岚市水务局", "2019 年政府信息公开工作年度报告"], "青岚市水务局2019年政府信息公开工作年度报告", "青岚市水务局", 2019),
  TitleCase(
    ["青岚市云溪区", "人民政府", "2023 年政府信息公开工作年度报告"], "青岚市云溪区人民政府2023年政府信息公开工作年度报告",
    "青岚市云溪区人民政府", 2023),
  TitleCase(
    ["青岚市云溪区2020年政府信息公开工作", "年度报告"], "青岚市云溪区2020年政府信息公开工作年度报告", "青岚市云溪区人民政府", 2020),
  TitleCase(
    ["2025 年青岚市人民政府办公厅政府信息公开", "工作年度报告"], "2025年青岚市人民政府办公厅政府信息公开工作年度报告", "青岚市人民政府办公厅",
    2025),
  TitleCase(
    ["2024年青岚市科委政府信息公开工作", "年度报告"], "2024年青岚市科委政府信息公开工作年度报告", "青岚市科委", 2024),
  TitleCase(
    ["青岚市云溪区水务局", "政府信息公开工作年度报告", "（2023年度）"], "青岚市云溪区水务局政府信息公开工作年度报告（2023年度）",
    "青岚市云溪区水务局", 2023),
  TitleCase(
    ["青岚市云溪区水务局", "政府信息公开工作年度报告（2023年）"], "青岚市云溪区水务局政府信息公开工作年度报告（2023年）", "青岚市云溪区水务局",
    2023),
  TitleCase(
    ["云溪区水务局", "2024年1月10日", "2023年度政府信息公开工作年度报告"], "2023年度政府信息公开工作年度报告", nil, 2023),
  TitleCase(
    ["2024年1月10日 2023年政府信息公开工作年度报告"], "2023年政府信息公开工作年度报告", nil, 2023),
  TitleCase(["2024.1.20", "2023年政府信息公开工作年度报告"], "2023年政府信息公开工作年度报告", nil, 2023),
  TitleCase(["2024年", "2023年政府信息公开工作年度报告"], "2023年政府信息公开工作年度报告", nil, 2023),
  TitleCase(
    ["青岚市水务局20", "23年政府信息公开工作年度报告"], "青岚市水务局2023年政府信息公开工作年度报告", "青岚市水务局", 2023),
  TitleCase(
    ["★【年报】1、青岚市水务局2023年政府信息公开工作年度报告"], "★【年报】1、青岚市水务局2023年政府信息公开工作年度报告", "青岚市水务局",
    2023),
  TitleCase(
    ["NEW淮安市水利局2023年政府信息公开工作年度报告"], "NEW淮安市水利局2023年政府信息公开工作年度报告", "淮安市水利局", 2023),
  TitleCase(
    ["通知公告 淮安市水利局2023年政府信息公开工作年度报告"], "通知公告淮安市水利局2023年政府信息公开工作年度报告", "淮安市水利局", 2023),
  TitleCase(
    ["12345热线中心2023年政府信息公开工作年度报告"], "12345热线中心2023年政府信息公开工作年度报告", "12345热线中心", 2023),
  TitleCase(
    ["2020年1月1日至12月31日淮安市水利局政府信息公开工作年度报告"], "2020年1月1日至12月31日淮安市水利局政府信息公开工作年度报告",
    "淮安市水利局", 2020),
  TitleCase(
    ["2020年1月1日-2020年12月31日淮安市水利局政府信息公开工作年度报告"],
    "2020年1月1日-2020年12月31日淮安市水利局政府信息公开工作年度报告", "淮安市水利局", 2020),
  TitleCase(
    ["2021年1月至12月淮安市水利局政府信息公开工作年度报告"], "2021年1月至12月淮安市水利局政府信息公开工作年度报告", "淮安市水利局", 2021),
  TitleCase(
    ["（淮安市）水利局2020年政府信息公开工作年度报告"], "（淮安市）水利局2020年政府信息公开工作年度报告", "淮安市水利局", 2020),
  TitleCase(["我局2023年政府信息公开工作年度报告"], "我局2023年政府信息公开工作年度报告", nil, 2023),
  TitleCase(
    ["（公开稿）青岚市水务局2023年政府信息公开工作年度报告"], "（公开稿）青岚市水务局2023年政府信息公开工作年度报告", "青岚市水务局", 2023),
  TitleCase(
    ["【征求意见稿】2023年青岚市水务局政府信息公开工作年度报告"], "【征求意见稿】2023年青岚市水务局政府信息公开工作年度报告", "青岚市水务局", 2023
  ),
  TitleCase(
    ["（2023年度）青岚市水务局政府信息公开工作年度报告"], "（2023年度）青岚市水务局政府信息公开工作年度报告", "青岚市水务局", 2023),
  TitleCase(
    ["2023年", "青岚市云溪区", "政府信息公开工作年度报告"], "2023年青岚市云溪区政府信息公开工作年度报告", "青岚市云溪区人民政府", 2023),
  TitleCase(
    ["二〇二三年度", "青岚市水务局政府信息公开工作年度报告"], "二〇二三年度青岚市水务局政府信息公开工作年度报告", "青岚市水务局", 2023),
  TitleCase(["青岚市文旅局2020年度政府信息公开工作年度报告"], "青岚市文旅局2020年度政府信息公开工作年度报告", "青岚市文旅局", 2020),
  TitleCase(["青岚市文旅局2020年度政府信息公开工作报告"], "青岚市文旅局2020年度政府信息公开工作报告", "青岚市文旅局", 2020),
  TitleCase(["云溪县发展和改革局2023年政府信息公开年度报告"], "云溪县发展和改革局2023年政府信息公开年度报告", "云溪县发展和改革局", 2023),
  TitleCase(["青岚市水务局政府信息公开2021年年报"], "青岚市水务局政府信息公开2021年年报", "青岚市水务局", 2021),
  TitleCase(["青岚市水务局关于2021年政府信息公开工作情况的报告"], "青岚市水务局关于2021年政府信息公开工作情况的报告", "青岚市水务局", 2021),
  TitleCase(["青岚市水务局政府信息公开工作年度报告（2021年）"], "青岚市水务局政府信息公开工作年度报告（2021年）", "青岚市水务局", 2021),
  TitleCase(["青岚市水务局二〇二一年政府信息公开工作年度报告"], "青岚市水务局二〇二一年政府信息公开工作年度报告", "青岚市水务局", 2021),
  TitleCase(["云溪区人民政府信息公开工作年度报告（2021年度）"], "云溪区人民政府信息公开工作年度报告（2021年度）", "云溪区人民政府", 2021),
  TitleCase(
    ["青岚市人力资源和社会", "保障局2021年政府信息公开工作年度报告"], "青岚市人力资源和社会保障局2021年政府信息公开工作年度报告",
    "青岚市人力资源和社会保障局", 2021),
  TitleCase(["临湖市民意乡2021年政府信息公开工作年度报告"], "临湖市民意乡2021年政府信息公开工作年度报告", "临湖市民意乡人民政府", 2021),
  TitleCase(["云溪县政务公开办公室2021年政府信息公开工作年度报告"], "云溪县政务公开办公室2021年政府信息公开工作年度报告", "云溪县政务公开办公室", 2021),
  TitleCase(["青岚高新技术产业开发区2021年政府信息公开工作年度报告"], "青岚高新技术产业开发区2021年政府信息公开工作年度报告", "青岚高新技术产业开发区", 2021),
  TitleCase(["2020年度政府信息公开工作年度报告"], "2020年度政府信息公开工作年度报告", nil, 2020),
  TitleCase(
    ["青岚市医疗保障局2022年度", "政府信息公开", "工作年度报告"], "青岚市医疗保障局2022年度政府信息公开工作年度报告", "青岚市医疗保障局", 2022),
  TitleCase(
    ["国家税务总局", "青岚县税务局", "2022年政府信息公开工作年度报告"], "国家税务总局青岚县税务局2022年政府信息公开工作年度报告",
    "国家税务总局青岚县税务局", 2022),
  TitleCase(
    ["中国人民银行", "青岚市分行", "2022年政府信息公开工作年度报告"], "中国人民银行青岚市分行2022年政府信息公开工作年度报告",
    "中国人民银行青岚市分行", 2022),
  TitleCase(
    ["青岚县发展和改革局（县粮食和物资储备局）", "2022年政府信息公开工作年度报告"],
    "青岚县发展和改革局（县粮食和物资储备局）2022年政府信息公开工作年度报告", "青岚县发展和改革局（县粮食和物资储备局）", 2022),
  TitleCase(
    ["青岚县人民政府", "林业局2022年政府信息公开工作年度报告"], "林业局2022年政府信息公开工作年度报告", "林业局", 2022),
  TitleCase(
    ["国家税务总局青岚市税务局", "国家税务总局青岚县税务局2022年政府信息公开工作年度报告"], "国家税务总局青岚县税务局2022年政府信息公开工作年度报告",
    "国家税务总局青岚县税务局", 2022),
  TitleCase(
    ["国家税务总局", "国家税务总局青岚县税务局2022年政府信息公开工作年度报告"], "国家税务总局青岚县税务局2022年政府信息公开工作年度报告",
    "国家税务总局青岚县税务局", 2022),
  TitleCase(
    ["国家统计局", "青岚县林业局2022年政府信息公开工作年度报告"], "青岚县林业局2022年政府信息公开工作年度报告", "青岚县林业局", 2022),
  TitleCase(
    ["青岚市人民政府", "市公安局交通警察支队2022年政府信息公开工作年度报告"], "市公安局交通警察支队2022年政府信息公开工作年度报告",
    "市公安局交通警察支队", 2022),
  TitleCase(
    ["市", "青岚县林业局2022年政府信息公开工作年度报告"], "青岚县林业局2022年政府信息公开工作年度报告", "青岚县林业局", 2022),
  TitleCase(
    ["年报", "青岚县林业局2022年政府信息公开工作年度报告"], "青岚县林业局2022年政府信息公开工作年度报告", "青岚县林业局", 2022),
  TitleCase(
    ["政府信息公开", "青岚县林业局2022年政府信息公开工作年度报告"], "青岚县林业局2022年政府信息公开工作年度报告", "青岚县林业局", 2022),
  TitleCase(["青岚市水務局2019年政府信息公開工作年度報告"], "青岚市水務局2019年政府信息公開工作年度報告", "青岚市水務局", 2019),
])
func aTitleGivesAgencyAndYear(sample: TitleCase) {
  let outline = outline(of: textDocument(lines: sample.lines + ["一、总体情况", "全年公开信息10条。"])).value
  let found = TitleCase(
    sample.lines, outline.title ?? "", outline.agencyName, outline.reportYear)
  #expect(outline.isAnnualReport)
  #expect("\(found)" == "\(sample)")
}

/// Titles as they stand in a narrow column, broken behind any character.
@Test(arguments: [
  ("济宁市兖州区科学技术局2020年政府信息公开工作年度报告", "济宁市兖州区科学技术局"),
  ("2025年上海市人民政府办公厅政府信息公开工作年度报告", "上海市人民政府办公厅"),
  ("威海市文登区人力资源和社会保障局政府信息公开工作年度报告（2022年）", "威海市文登区人力资源和社会保障局"),
  ("国家税务总局青岛市税务局2023年政府信息公开工作年度报告", "国家税务总局青岛市税务局"),
  ("洪泽区人民政府办公室关于2021年度政府信息公开工作的年度报告", "洪泽区人民政府办公室"),
  ("二〇二二年度青岚县气象局政府信息公开年度报告", "青岚县气象局"),
  ("青岚县教育体育局（中共青岚县委教育工作委员会办公室）2022年政府信息公开年度报告", "青岚县教育体育局（中共青岚县委教育工作委员会办公室）"),
  ("青岚市数据局（青岚市政务服务管理办公室）2023年政务公开工作年度报告", "青岚市数据局（青岚市政务服务管理办公室）"),
  ("云南省昆明市五华区华山街道办事处2019年政府信息公开工作报告", "云南省昆明市五华区华山街道办事处"),
  ("青岚县公安局交通警察大队政府信息公开2022年年报", "青岚县公安局交通警察大队"),
])
func aTitleBrokenAnywhereIsOne(title: String, agency: String) {
  let characters = Array(title)
  let inTwo = (1..<characters.count).map { cut in
    [String(characters[..<cut]), String(characters[cut...])]
  }
  let inColumns = (8...20).map { width in
    stride(from: 0, to: characters.count, by: width).map {
      String(characters[$0..<min($0 + width, characters.count)])
    }
  }
  for lines in inTwo + inColumns {
    let found = outline(of: textDocument(lines: lines + ["一、总体情况", "全年公开信息10条。"])).value
    #expect([found.title, found.agencyName] == [title, agency], "\(lines)")
  }
}

@Test func metadataAndPathAboveTheTitleAreNotItsPart() {
  let result = outline(
    of: textDocument(
      "首页 > 政务公开 > 政府信息公开年报", "索引号：999000/2022-0001", "发布机构：", "青岚市水务局", "发布日期：2022-01-31",
      "字体：[ 大 中 小 ] 打印", "青岚市水务局", "2021年政府信息公开工作年度报告", "来源：青岚市水务局 浏览次数：15", "一、总体情况", "全年公开信息10条。")
  )
  #expect(result.value.title == "青岚市水务局2021年政府信息公开工作年度报告")
  #expect(result.value.datedOn == date(2022, 1, 31))
  #expect(result.value.headings == ["1 一 总体情况"])
  #expect(result.issues.map(\.code) == [.dateFromMetadata, .noiseRemoved])
}

@Test func aTitlePrintedTwiceIsOneTitle() {
  let result = outline(
    of: textDocument(
      "临湖市民意乡2021年政府信息公开工作年度报告", "临湖市民意乡", "2021年政府信息公开工作年度报告", "一、总体情况", "全年公开信息10条。"))
  #expect(result.value.title == "临湖市民意乡2021年政府信息公开工作年度报告")
  #expect(result.value.headings == ["1 一 总体情况"])
  #expect(result.issues.map(\.code) == [.titleRepeated])
}

@Test func aReportWithoutTitleTakesThatOfItsFile() {
  let result = outline(
    of: textDocument("一、总体情况", "2021年公开信息10条。"), name: "07_云溪区审计局2021年政府信息公开工作年度报告.txt",
    formBlocks: [7: .applications])
  #expect(result.value.title == "云溪区审计局2021年政府信息公开工作年度报告")
  #expect(result.value.agencyName == "云溪区审计局")
  #expect(result.issues.map(\.code) == [.titleFromFileName, .sectionsMissing])
}

@Test(arguments: [
  "青岚市水务局20\u{FFFD}8年政府信息公开工作年度报告", "青岚市水务局政府信息公开工作年度报告",
  "青岚市水务局" + String(repeating: "9", count: 40) + "年政府信息公开工作年度报告",
])
func aYearThatCannotBeReadIsNoOtherYear(title: String) {
  let result = outline(
    of: textDocument(
      title, "根据有关规定，编制20\u{FFFD}8年年度报告。", "一、总体情况", "自2009年起公开信息10条。"))
  #expect(result.value.reportYear == nil)
  #expect(result.issues.map(\.code).contains(.yearMissing))
}

@Test func aNoticeAboutReportsIsNone() {
  let outline = outline(
    "青岚市人民政府办公室关于做好2021年政府信息公开工作年度报告编制工作的通知", "各区人民政府：", "现将有关事项通知如下。", "一、报送时间", "请于1月20日前报送。")
  #expect(!outline.isAnnualReport)
  #expect(outline.title == "青岚市人民政府办公室关于做好2021年政府信息公开工作年度报告编制工作的通知")
}

@Test func theSignatureSpellsOutAShortAgency() {
  let result = outline(
    of: textDocument(
      "区水务局2021年政府信息公开工作年度报告", "一、总体情况", "全年公开信息10条。", "云溪区水务局", "2022年1月28日"))
  #expect(result.value.agencyName == "云溪区水务局")
  #expect(result.value.title == "区水务局2021年政府信息公开工作年度报告")
  #expect(result.value.region.county == "云溪区")
  #expect(result.issues.map(\.code) == [.agencyFromSignature])
}

/// A title that names a county alone, and who signs below.
@Test(arguments: [
  ("霍山县", "霍山县经济和信息化局", "霍山县经济和信息化局"), ("霍山县", "霍山县综合行政执法局", "霍山县综合行政执法局"),
  ("霍山县", "国家税务总局霍山县税务局", "国家税务总局霍山县税务局"), ("霍山县", "霍山县政务服务数据管理局", "霍山县人民政府"),
  ("霍山县", "霍山县档案局", "霍山县人民政府"), ("霍山县", "霍山县机关事务管理局", "霍山县人民政府"),
  ("霍山县本级", "霍山县人民政府办公室", "霍山县人民政府"), ("霍山县（本级）", "霍山县人民政府办公室", "霍山县人民政府"),
])
func aDepartmentThatSignsReportsAndACompilerDoesNot(
  title: String, signature: String, agency: String
) {
  let result = outline(
    of: textDocument(
      title + "2023年政府信息公开工作年度报告", "一、总体情况", "全年公开信息10条。", signature, "2024年1月16日"))
  #expect(result.value.agencyName == agency)
}

@Test(arguments: [
  ("六安市生态环境局信息公开年度报告（2023年）", true), ("六安市生态环境信息公开年度报告（2023年）", true),
  ("青岚市综合执法信息公开工作2023年度报告", true), ("2023年市生态环境信息公开年度报告", true),
  ("2023年政府采购信息公开年度报告", false), ("某某学校2023年度预决算信息公开年度报告", false),
])
func anotherSubjectStandsRightBehindTheYear(title: String, isReport: Bool) {
  #expect(TitleWords.namesTopic(Array(title.unicodeScalars)) == isReport)
}

@Test func aWholeNameInTheTitleWinsOverALongerSignature() {
  let result = outline(
    of: textDocument(
      "云溪区人民政府2021年政府信息公开工作年度报告", "一、总体情况", "全年公开信息10条。", "青岚市云溪区人民政府", "2022年3月28日"))
  #expect(result.value.agencyName == "云溪区人民政府")
  #expect(result.value.signature == "青岚市云溪区人民政府")
  #expect(result.issues.isEmpty)
}

@Test func aGovernmentReportNamesTheOfficeThatCompiledIt() {
  let outline = outline(
    "青岚市云溪区2020年政府信息公开工作年度报告", "本报告由青岚市云溪区人民政府办公室根据10个镇街的报告编制。", "一、总体情况",
    "全年公开信息10条。")
  #expect(outline.agencyName == "青岚市云溪区人民政府")
  #expect(outline.compiledBy == "青岚市云溪区人民政府办公室")
}

@Test(arguments: [
  "规定，由青岚市云溪区人民政府办公室综合各镇街、区政府各部门年度报告编制。",
  "规定，青岚市云溪区人民政府办公室编制本年度报告。", "青岚市云溪区人民政府办公室组织编制了本报告。",
])
func theOfficeThatCompilesIsReadInItsWordings(sentence: String) {
  let outline = outline("青岚市云溪区2020年政府信息公开工作年度报告", sentence, "一、总体情况", "全年公开信息10条。")
  #expect(outline.compiledBy == "青岚市云溪区人民政府办公室")
}

@Test func aBlankFormHasATitleAndNoAgency() {
  let result = outline(
    of: textDocument("政府信息公开工作年度报告格式模板", "一、总体情况", "（文字描述）"), name: "年报模板.docx",
    formBlocks: [9: .applications])
  #expect(result.value.title == "政府信息公开工作年度报告格式模板")
  #expect(result.value.agencyName == nil)
  #expect(result.issues.map(\.code) == [.agencyMissing, .yearMissing, .sectionsMissing])
}
