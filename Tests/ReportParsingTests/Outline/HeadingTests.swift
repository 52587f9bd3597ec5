import Diagnostics
import NationalForm
import ReportRecords
import Testing

@testable import OutlineParsing
@testable import TextScanning

private func headings(_ lines: String...) -> [String] {
  let all = ["青岚市水务局2022年政府信息公开工作年度报告"] + lines
  return outline(of: textDocument(lines: all)).value.headings
}

@Test(arguments: [
  ("一、总体情况", "1 一 总体情况"),
  ("一 、 总 体 情 况", "1 一 总体情况"),
  ("一．总体情况。", "1 一 总体情况"),
  ("一 总体情况", "1 一 总体情况"),
  ("一总体情况", "1 一 总体情况"),
  ("| 一、总体情况", "1 一 总体情况"),
  ("## 一、总体情况", "1 一 总体情况"),
  ("l一、总体情况", "1 一 总体情况"),
  ("第一部分 总体情况", "1 第一部分 总体情况"),
  ("总体情况", "1 - 总体情况"),
  ("(一) 主动公开情况。", "2 (一) 主动公开情况"),
  ("（一）、主动公开情况：", "2 （一） 主动公开情况"),
  ("三)政府信息管理情况", "2 三) 政府信息管理情况"),
  ("（十二）监督保障", "2 （十二） 监督保障"),
  ("1、推进决策公开", "3 1 推进决策公开"),
  ("1．主动公开。", "3 1 主动公开"),
  ("（1）政策解读", "4 （1） 政策解读"),
  ("①政策解读", "5 ① 政策解读"),
  ("（一）坚持需求导向，推进主动公开", "2 （一） 坚持需求导向，推进主动公开"),
  ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "1 四 因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
  ("六、其它需要报告的事项：", "1 六 其它需要报告的事项"),
  ("主动公开政府信息情况统计表", "1 - 主动公开政府信息情况统计表"),
  ("监督保障情况", "2 - 监督保障情况"),
])
func aHeadingIsKnownInEveryStyle(line: String, wanted: String) {
  #expect(headings(line, "全年公开信息10条。") == [wanted])
}

@Test(arguments: [
  "一是加强组织领导。", "一、二季度共公开信息10条。", "1.5万人次参加。", "2022年公开信息10条。", "3月开展培训。",
  "1.制发文件42个，公开12个；", "（一）未收到政府信息公开申请。", "2、全年公开信息10条。", "第二十条第（一）项规定的信息已公开。",
  "（一）2022年，我局主动公开政府信息64条，其中政策文件6条，机构职能及领导信息4条，规划计划4条，统计信息1条。",
  "12 月召开会议。", "一次也没有发生。", "三安全一稳定", "主动公开信息10条", "其他情况",
])
func aSentenceWithANumberIsNoHeading(line: String) {
  #expect(headings("一、总体情况", line, "其余照常。") == ["1 一 总体情况"])
}

@Test(arguments: [
  ("（一）主动公开情况。2022年公开64条。", "2 （一） 主动公开情况", "2022年公开64条。"),
  ("（一）主动公开情况：2022年公开64条。", "2 （一） 主动公开情况", "2022年公开64条。"),
  ("（一）主动公开情况 2022年公开64条。", "2 （一） 主动公开情况", "2022年公开64条。"),
  ("（四）政府信息公开平台建设情况。加强监管。", "2 （四） 政府信息公开平台建设情况", "加强监管。"),
  ("(一) 加强领导,健全机制. 全年召开会议。", "2 (一) 加强领导,健全机制", "全年召开会议。"),
  ("1.加强组织领导。成立领导小组。", "3 1 加强组织领导", "成立领导小组。"),
])
func aHeadingRunIntoItsTextIsSplitOff(line: String, heading: String, text: String) {
  let outline = report("一、总体情况", line)
  #expect(outline.headings == ["1 一 总体情况", heading])
  #expect(outline.texts == [text])
}

@Test func topicsComeFromTheWordingAndNeverFromTheNumber() {
  let outline = report(
    "一、总体情况", "六、政府信息公开平台建设", "一、主动公开政府信息情况", "二、行政机关收到和处理政府信息公开申请情况",
    "三、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "二、存在的主要问题及改进情况", "三、其它需要报告的事项")
  #expect(
    outline.sections.map(\.topic) == [
      .overview, nil, .activeDisclosure, .applications, .reviewLitigation, .problems, .otherMatters,
    ])
}

@Test func captionsStandForHeadingsAndMayTakeTwoLines() {
  let outline = report(
    "一、总体情况", "全年公开信息10条。", "主动公开政府信息情况统计表", "收到和处理政府信息公开申请情况统计表", "因政府信息公开工作被申请行政复议、提起",
    "行政诉讼情况统计表", "二、存在的主要问题及改进情况", "还有不足。")
  #expect(
    outline.headings == [
      "1 一 总体情况", "1 - 主动公开政府信息情况统计表", "1 - 收到和处理政府信息公开申请情况统计表",
      "1 - 因政府信息公开工作被申请行政复议、提起行政诉讼情况统计表", "1 二 存在的主要问题及改进情况",
    ])
  #expect(
    outline.sections.map(\.topic) == [
      .overview, .activeDisclosure, .applications, .reviewLitigation, .problems,
    ])
}

@Test func aNumberAloneTakesTheHeadingBelowOrStaysWithoutOne() {
  #expect(
    headings("一、", "总体情况", "全年公开信息10条。", "二、", "今年我局认真开展工作。") == [
      "1 一 总体情况", "1 二 -",
    ])
}

@Test func aHeadingNeedsNoBlankLineAndTextKeepsItsSection() {
  let outline = report("前言说明。", "一、总体情况", "甲。", "（一）主动公开情况", "乙。", "丙。", "二、其他需要报告的事项", "无")
  #expect(
    outline.sections == [
      Section(id: "s1", level: 1, number: nil, heading: nil, topic: nil, text: "前言说明。"),
      Section(id: "s2", level: 1, number: "一", heading: "总体情况", topic: .overview, text: "甲。"),
      Section(id: "s3", level: 2, number: "（一）", heading: "主动公开情况", topic: nil, text: "乙。\n丙。"),
      Section(
        id: "s4", level: 1, number: "二", heading: "其他需要报告的事项", topic: .otherMatters, text: "无"),
    ])
  #expect(outline.prose.map(\.sectionID) == [nil, "s2", "s3", "s3", "s4"])
  #expect(outline.prose.map(\.topic) == [nil, .overview, .overview, .overview, .otherMatters])
}

@Test func aReportWithoutHeadingsIsOneSection() {
  let outline = report("2022年，我局认真开展工作。", "全年公开信息10条。")
  #expect(outline.headings == ["1 - -"])
}

@Test func problemsToldBelowTheThirdTableAreASection() {
  let lines = [
    "青岚市水务局2022年政府信息公开工作年度报告", "四、政府信息公开行政复议、行政诉讼情况", "表", "（一）存在的主要问题", "还有不足。", "六、其他需要报告的事项",
    "无。",
  ]
  let result = outline(of: textDocument(lines: lines), formBlocks: [2: .reviewLitigation])
  #expect(
    result.value.headings == [
      "1 四 政府信息公开行政复议、行政诉讼情况", "1 - -", "2 （一） 存在的主要问题", "1 六 其他需要报告的事项",
    ])
  #expect(result.value.sections.map(\.topic) == [.reviewLitigation, .problems, nil, .otherMatters])
  #expect(result.issues.map(\.code) == [.sectionInferred, .sectionsMissing])
}

@Test func partsAnnouncedAreCounted() {
  let result = outline(
    of: textDocument(
      "青岚市水务局2022年政府信息公开工作年度报告", "本报告由总体情况等六个部分组成。", "一、总体情况", "好。", "二、其他需要报告的事项", "无。")
  )
  #expect(result.issues.map(\.code) == [.partsAnnouncedDiffer])
}

@Test func headingsOfAnEarlierReportAreFoundWithoutNumbers() {
  let outline = outline(
    "松平市交通运输局2017年度政府信息公开工作报告", "概述", "全年召开专题会议4次。", "主动公开政府信息的情况", "全年公开276条。",
    "依申请公开政府信息办理情况", "全年受理申请6件。", "政府信息公开的收费及减免情况", "未收取任何费用。",
    "因政府信息公开申请行政复议、提起行政诉讼的情况", "未发生。", "存在的不足及改进措施", "一是政策解读形式还不够丰富。", "附表",
    "无。")
  #expect(
    outline.headings == [
      "1 - 概述", "1 - 主动公开政府信息的情况", "1 - 依申请公开政府信息办理情况", "1 - 政府信息公开的收费及减免情况",
      "1 - 因政府信息公开申请行政复议、提起行政诉讼的情况", "1 - 存在的不足及改进措施", "1 - 附表",
    ])
}
