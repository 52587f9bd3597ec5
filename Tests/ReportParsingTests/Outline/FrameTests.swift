import Diagnostics
import ReportRecords
import Testing

@testable import OutlineParsing

private func outline(title: String, _ lines: String...) -> Diagnosed<Outline> {
  outline(of: textDocument(lines: [title, "一、总体情况", "全年公开信息10条。"] + lines))
}

@Test(arguments: [
  ("某县水务局23年政府信息公开工作年度报告", "某县水务局", 2023, [IssueCode.yearUncertain]),
  ("某县水务局2O23年政府信息公开工作年度报告", "某县水务局", 2023, [.yearUncertain]),
  ("某县水务局二千零二十三年政府信息公开工作年度报告", "某县水务局", 2023, []),
  ("某县水务局二○二三年政府信息公开工作年度报告", "某县水务局", 2023, []),
  ("某县水务局202年政府信息公开工作年度报告", "某县水务局", nil, [.yearUncertain, .yearMissing]),
])
func aDamagedYearIsNoPartOfTheAgency(
  title: String, agency: String, year: Int?, codes: [IssueCode]
) {
  let result = outline(title: title)
  #expect(result.value.agencyName == agency)
  #expect(result.value.reportYear == year)
  #expect(result.issues.map(\.code) == codes)
}

@Test(arguments: [
  ("2024年元月20日", date(2024, 1, 20)), ("二○二四年一月二十日印发", date(2024, 1, 20)),
  ("２０２４年１月２０日（星期六）", date(2024, 1, 20)), ("公元2024年1月20日", date(2024, 1, 20)),
  ("2024年2月30日", nil), ("2O24年1月20日", nil),
])
func aDateIsReadHoweverItIsWrittenOrSaidToBeNone(text: String, wanted: CalendarDate?) {
  let result = outline(title: "某县水务局2023年政府信息公开工作年度报告", "某县水务局", text)
  #expect(result.value.datedOn == wanted)
  #expect(result.issues.contains { $0.code == .dateUnreadable } == (wanted == nil))
  #expect(result.value.signature == "某县水务局")
}

@Test func whenAPageWasPostedIsNotTheDateOfTheText() {
  let result = outline(
    of: textDocument(
      "某县水务局2023年政府信息公开工作年度报告", "发布时间：2024-01-20 10:30 来源：某县水务局 浏览次数：120", "一、总体情况", "公开信息10条。"))
  #expect(result.value.datedOn == nil)
  #expect(result.value.publishedOn == date(2024, 1, 20))
}

@Test func aReportWithoutItsTitleIsOneByItsParts() {
  let result = outline(
    of: textDocument(
      "依据条例的规定，现公布青禾县2022年政府信息公开工作年度报告。本报告所列数据的统计期限为2022年1月1日至2022年12月31日。", "一、总体情况",
      "全年主动公开各类信息35条。", "二、主动公开政府信息情况", "本年未制发规章。", "三、收到和处理政府信息公开申请情况", "本年收到申请7件。",
      "四、政府信息公开行政复议、行政诉讼情况", "本年未发生。", "五、存在的主要问题及改进情况", "内容不够丰富。", "六、其他需要报告的事项", "无。"))
  #expect(result.value.isAnnualReport)
  #expect(result.value.title == nil)
  #expect(result.value.agencyName == "青禾县人民政府")
  #expect(result.value.reportYear == 2022)
  #expect(result.value.periodStart == date(2022, 1, 1))
  #expect(result.value.sections.compactMap(\.topic) == Section.Topic.allCases)
  #expect(result.issues.map(\.code) == [.titleMissing])
}

@Test(
  arguments: [
    ("（门户网站地址：http://www.example.cn/）下载，电话：0999-5538787", nil, "0999-5538787", nil),
    (
      "地址：青禾县文昌路8号，电话：0999-5538787转801，传真：0999-5538788", "青禾县文昌路8号", "0999-5538787转801",
      "0999-5538788"
    ),
    ("TEL：+86-999-5538787（分机8012），FAX：（0999）5538789", nil, "+86-999-5538787转8012", "0999-5538789"),
    ("联系电话：0999-5538787，5538788；邮编：999123", nil, "0999-5538787、5538788", nil),
  ] as [(String, String?, String?, String?)])
func contactsAreReadAsPeopleWriteThem(
  text: String, address: String?, phone: String?, fax: String?
) {
  let contacts = report(text, "一、总体情况", "公开信息10条。").contacts
  #expect(contacts.address == address)
  #expect(contacts.phone == phone)
  #expect(contacts.fax == fax)
}

@Test func tableOfContentsAndCoverOfABudget() {
  let outline = outline(
    "青禾县水务局", "2024年度部门决算", "目  录", "第一部分 青禾县水务局概况", "一、主要职能", "第二部分 2024年度部门决算表",
    "第一部分 青禾县水务局概况", "一、主要职能", "负责全县水资源管理。", "第二部分 2024年度部门决算表", "本年收入120万元。")
  #expect(outline.title == "青禾县水务局2024年度部门决算")
  #expect(
    outline.headings == [
      "1 第一部分 青禾县水务局概况", "1 一 主要职能", "1 第二部分 2024年度部门决算表",
    ])
}

@Test func headingsWithinAParagraphAndInCircledNumbers() {
  #expect(
    report("一、总体情况", "㈠主动公开情况", "公开10条。", "二、其他情况。（一）主动公开情况。公开10条。（二）依申请公开情况。收到3件。（三）监督保障。培训2次。")
      .headings
      .suffix(3) == ["2 （一） 主动公开情况", "2 （二） 依申请公开情况", "2 （三） 监督保障"])
}
