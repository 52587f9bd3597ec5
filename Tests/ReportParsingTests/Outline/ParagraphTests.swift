import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import OutlineParsing

@Test func aParagraphCutByAPageBreakIsOne() {
  let outline = report(
    "（二）依申请公开情况", "根据新修订的《中华人民共和国政府信息公开条例》，建立健全信息公开申请工作制度，依法依规做好依申请公开",
    "答复工作。2022年共受理信息公开申请1件。", "（三）政府信息管理情况", "一是加强领导。")
  #expect(
    outline.texts == [
      "根据新修订的《中华人民共和国政府信息公开条例》，建立健全信息公开申请工作制度，依法依规做好依申请公开答复工作。2022年共受理信息公开申请1件。", "一是加强领导。",
    ])
}

@Test func aShortParagraphWithoutAStopIsWhole() {
  let outline = report("六、其他需要报告的事项", "无", "本年度未收取信息处理费", "附件：统计表")
  #expect(outline.texts == ["无", "本年度未收取信息处理费", "附件：统计表"])
}

@Test func linesOfAFixedLengthBecomeParagraphs() {
  let outline = report(
    "一、总体情况", "2022年，市水务局认真贯彻落实《条例》和上级关于政务公开工", "作的部署要求，坚持以公开为常态、不公开为例外，围绕水利工程、",
    "防汛抗旱、河湖管理等群众关心关注的事项，持续提高政府信息公开", "的及时性、准确性和规范性，有力保障了人民群众的知情权。",
    "（一）主动公开情况。全年主动公开政府信息386条，其中规范性文",
    "件7件、行政许可286条，通过政务新媒体发布信息93条，全文电", "子化率达100%。", "1.加强组织领导，成立由局长任组长、分管副局长任副组长的政务公",
    "开工作领导小组，明确专人负责日常工作，形成一级抓一级、层层抓", "落实的工作格局。", "五、政府信息公开工作存在的主要问题及改进情况",
    "一年来，政府信息公开工作取得了一定成效，但仍存在一些不足：一", "是主动公开的内容还不够丰富；二是政策解读形式较为单一。")
  #expect(
    outline.headings == [
      "1 一 总体情况", "2 （一） 主动公开情况", "1 五 政府信息公开工作存在的主要问题及改进情况",
    ])
  #expect(outline.texts.count == 4)
  #expect(
    outline.texts[2]
      == "1.加强组织领导，成立由局长任组长、分管副局长任副组长的政务公开工作领导小组，明确专人负责日常工作，形成一级抓一级、层层抓落实的工作格局。")
}

@Test func nothingIsJoinedAcrossATable() {
  let cell = TableCell("甲", at: .line(3))
  let long = "根据新修订的《中华人民共和国政府信息公开条例》，建立健全信息公开申请工作制度，依法做好"
  let source = Document(blocks: [
    .paragraph(Paragraph("青岚市水务局2022年政府信息公开工作年度报告", at: .line(1))),
    .paragraph(Paragraph(long, at: .line(2))),
    .table(Table(columnCount: 2, rows: [[cell, cell]])),
    .paragraph(Paragraph("答复工作。", at: .line(4))),
  ])
  let outline = outline(of: source).value
  #expect(outline.texts == [long, "答复工作。"])
  #expect(outline.tables == [ContentTable(id: "t1", caption: nil, rows: [["甲", "甲"]])])
}

@Test func aPictureIsNoTextOfAnotherTable() {
  let cell = TableCell("甲\u{FFFC}", at: .line(3))
  let seal = TableCell("\u{FFFC}", at: .line(3))
  let source = Document(blocks: [.table(Table(columnCount: 2, rows: [[cell, seal]]))])
  #expect(outline(of: source).value.tables.map(\.rows) == [[["甲", ""]]])
}

@Test func aTableKeepsTheShortLineAboveItAsCaption() {
  let cell = TableCell("甲", at: .line(3))
  let source = Document(blocks: [
    .paragraph(Paragraph("会议费用明细表", at: .line(1))),
    .paragraph(Paragraph("单位：万元", at: .line(2))),
    .table(Table(columnCount: 2, rows: [[cell, cell], [cell, cell]])),
  ])
  #expect(
    outline(of: source).value.tables == [
      ContentTable(id: "t1", caption: "会议费用明细表", rows: [["甲", "甲"], ["甲", "甲"]])
    ])
}

@Test(arguments: ["编制单位：青岚市财政局单位：元", "部门：青岚市水务局 金额单位：万元", "公开01表"])
func aLineThatTellsAUnitIsNoCaption(line: String) {
  let cell = TableCell("甲", at: .line(3))
  let source = Document(blocks: [
    .paragraph(Paragraph("2025年预算单位收入预算总表", at: .line(1))),
    .paragraph(Paragraph(line, at: .line(2))),
    .table(Table(columnCount: 2, rows: [[cell, cell]])),
  ])
  #expect(outline(of: source).value.tables.map(\.caption) == ["2025年预算单位收入预算总表"])
}

@Test func blocksOfTheThreeTablesAreNeitherTextNorTables() {
  let cell = TableCell("1", at: .line(3))
  let source = Document(blocks: [
    .paragraph(Paragraph("青岚市水务局2022年政府信息公开工作年度报告", at: .line(1))),
    .paragraph(Paragraph("三、收到和处理政府信息公开申请情况", at: .line(2))),
    .table(Table(columnCount: 2, rows: [[cell, cell]])),
    .paragraph(Paragraph("注：含上年度结转数量。", at: .line(4))),
    .paragraph(Paragraph("以上为全年数据。", at: .line(5))),
  ])
  let outline = outline(of: source, formBlocks: [2: .applications, 3: .applications]).value
  #expect(outline.texts == ["以上为全年数据。"])
  #expect(outline.tables.isEmpty)
}

@Test func marksOfExportersAndPagesAreLeftOutAndSaid() {
  let result = outline(
    of: textDocument(
      "青岚市水务局2022年政府信息公开工作年度报告", "[bookmark: _Hlk83814431]一、总体情况",
      "2022年，市水务局认真贯彻落实《条例》，围绕水利工程、防汛抗旱、河湖管理，着力发挥", "— 1 —", "政务公开的作用。",
      "[image: image7.png]FRTE B",
      "全年公开信息10条。"))
  #expect(result.value.headings == ["1 一 总体情况"])
  #expect(
    result.value.texts == [
      "2022年，市水务局认真贯彻落实《条例》，围绕水利工程、防汛抗旱、河湖管理，着力发挥政务公开的作用。", "全年公开信息10条。",
    ])
  #expect(result.issues.map(\.code) == [.noiseRemoved])
}

@Test func notesFollowTheTextAndHeadsDoNot() {
  var source = textDocument("青岚市水务局2022年政府信息公开工作年度报告", "一、总体情况", "全年公开信息10条。")
  source.notes = [
    Note(.header, "内部资料", at: .part("word/header1.xml")),
    Note(.footnote, "不含下属单位。", at: .part("word/footnotes.xml")),
  ]
  let outline = outline(of: source).value
  #expect(outline.sections.map(\.text) == ["全年公开信息10条。", "不含下属单位。"])
  #expect(outline.headings.last == "1 - -")
}

@Test func aHeadingInTheFirstRowOfATableIsAHeading() {
  func row(_ cells: String...) -> [TableCell] { cells.map { TableCell($0, at: .line(3)) } }
  let source = Document(blocks: [
    .paragraph(Paragraph("青岚市水务局2022年政府信息公开工作年度报告", at: .line(1))),
    .table(Table(columnCount: 2, rows: [row("三、收到和处理政府信息公开申请情况", ""), row("总计", "1")])),
    .paragraph(Paragraph("无。", at: .line(5))),
  ])
  let outline = outline(of: source, formBlocks: [1: .applications]).value
  #expect(outline.headings == ["1 三 收到和处理政府信息公开申请情况"])
  #expect(outline.sections.map(\.topic) == [.applications])
}

@Test func theTailOfADocumentStaysInOneSection() {
  let outline = outline(
    of: textDocument(
      "青岚市云溪区人民政府办公室关于做好防汛工作的通知", "各镇人民政府：", "一、落实责任", "各镇要落实责任。", "附件：1.责任人名单",
      "2.物资清单", "3.值班表", "青岚市云溪区人民政府办公室", "2023年5月26日", "抄送：区委办公室。")
  ).value
  #expect(outline.sections.map(\.heading) == [nil, "落实责任"])
  #expect(
    outline.sections.map(\.text) == [
      "各镇人民政府：", "各镇要落实责任。\n附件：1.责任人名单\n2.物资清单\n3.值班表\n抄送：区委办公室。",
    ])
}

@Test func headingsOfAnAttachmentAreHeadings() {
  let outline = outline(
    of: textDocument(
      "青岚市云溪区人民政府办公室关于做好防汛工作的通知", "各镇人民政府：", "请遵照执行。", "附件：防汛工作方案", "一、落实责任",
      "各镇要落实责任。")
  ).value
  #expect(outline.sections.map(\.heading) == [nil, "落实责任"])
}
