import Diagnostics
import ReportRecords
import Testing

@testable import ProseParsing
@testable import TextScanning

struct FigureTests {
  @Test(arguments: Sentences.withFigures)
  func aQuantityIsFoundWithItsUnitAndWhole(_ sentence: Sentence) {
    #expect(figures(sentence.text) == sentence.figures)
  }

  @Test(arguments: Sentences.withoutFigures)
  func aNumberThatIsNoQuantityGivesNoFigure(_ text: String) {
    #expect(figures(text) == [])
  }

  @Test(arguments: Sentences.withFigures)
  func aQuoteIsShortAndStandsInTheText(_ sentence: Sentence) {
    let prose = ProseReader.read([paragraph(sentence.text)], cells: []).value
    #expect(
      prose.figures.filter { $0.quote.unicodeScalars.count > 20 || $0.quote.isEmpty } == [])
    #expect(prose.figures.filter { !sentence.text.contains($0.quote) } == [])
  }

  @Test func aFigureHasLabelQuoteSectionAndWhole() {
    let text = "2022年，我局通过门户网站公开信息 1,036 条，其中转载近200条；召开 2 次专题会议。未收取信息处理费。"
    let prose = ProseReader.read(
      [ProseParagraph(text, sectionID: "s2", topic: .overview, at: .paragraph(7))], cells: [])
    #expect(
      prose.value.figures == [
        Figure(
          label: "门户网站公开信息", value: ExactDecimal(1036), unit: "条", approximate: false,
          sectionID: "s2", quote: "门户网站公开信息 1,036 条", parent: nil),
        Figure(
          label: "转载", value: ExactDecimal(200), unit: "条", approximate: true, sectionID: "s2",
          quote: "转载近200条", parent: 0),
        Figure(
          label: "召开专题会议", value: ExactDecimal(2), unit: "次", approximate: false, sectionID: "s2",
          quote: "召开 2 次专题会议", parent: nil),
        Figure(
          label: "收取信息处理费", value: ExactDecimal(0), unit: "元", approximate: false,
          sectionID: "s2", quote: "未收取信息处理费", parent: nil),
      ])
    #expect(prose.issues == [])
  }

  @Test(
    arguments: [
      ("全年召开 2 次党组会议,1 次局务会议专题研究。", ["召开党组会议", "局务会议"]),
      ("共制发文件 42 个,在政府网站公开发布 12 个。", ["制发文件", "政府网站公开发布"]),
      ("公开《方案》及扶贫信息 5 篇。", ["扶贫信息"]),
      ("出版《青石市人民政府公报》12期。", ["出版《青石市人民政府公报》"]),
      ("收到申请40件，占62.5%，同比下降3%。", ["收到申请", "收到申请占", "收到申请同比下降"]),
      ("召开了《青石市促进条例》2场新闻发布会。", ["新闻发布会"]),
      ("从途径看：2件均为网络申请。", ["从途径看"]),
      ("我局共收到26份依申请公开件。", ["收到依申请公开件"]),
      ("省网站刊发32条、市网站刊发56条，合计88条。", ["省网站刊发", "市网站刊发", "合计"]),
      ("按期答复3件，300余名代表参与。", ["按期答复", "代表"]),
      ("1月至12月共发布信息88条，对于15件不予公开的申请", ["发布信息", "不予公开的申请"]),
      ("办理人大建议3件、政协提案5件。", ["办理人大建议", "政协提案"]),
      ("查处违法行为12起，签约项目统计3次。", ["查处违法行为", "签约项目统计"]),
      ("通过率95%，及时处理率99%，主要负责人3名。", ["通过率", "及时处理率", "主要负责人"]),
      ("公开信息50条，减少证明材料12项，下降5%。", ["公开信息", "减少证明材料", "减少证明材料下降"]),
      ("满意度由上年的95.2%提升至97.8%，提升2.6个百分点。", ["满意度", "满意度", "满意度提升"]),
      ("县（市、区）级31条，因公出国（境）费3元，抽查村（社区）52个。", ["县（市、区）级", "因公出国（境）费", "抽查村（社区）"]),
      ("收到申请数（件）：132；A市（56件）、B市（89件）。", ["收到申请数", "A市", "B市"]),
      ("8个街道开设了专栏，5个方面18项任务，将17个网站迁移到平台。", ["街道", "方面", "任务", "网站"]),
      (
        "收入、支出分别完成12元和36元，分别增长5%和6%。", ["收入完成", "支出完成", "收入增长", "支出增长"]
      ),
      ("去年同期为120件，今年为150件。", ["去年同期", nil]),
      ("本年新收31件中28件办结、3件结转。", ["新收", "办结", "结转"]),
      ("主动公开信息同比增长21.6%，达到1256条。", ["主动公开信息同比增长", "主动公开信息"]),
      ("建成3个乡镇公开查阅点，12个村公开栏。", ["建成乡镇公开查阅点", "村公开栏"]),
      ("更新15个部门公开目录和8个街道服务清单。", ["更新部门公开目录", "街道服务清单"]),
      ("更新14个部门的政府信息公开指南，收到2名委员提出的提案4件。", ["部门", "委员", "提案"]),
      ("将32个部门公开事项纳入目录，对23个乡镇便民服务中心进行督查3次。", ["部门公开事项", "乡镇便民服务中心", "进行督查"]),
      ("开展5个部门联合执法行动3次，在26个试点领域编制标准目录。", ["部门", "联合执法行动", "试点领域"]),
      ("全县16个乡镇（街道）和38个县直部门完成编制。", ["乡镇（街道）", "县直部门"]),
      ("第一、二、三季度分别公开300条、280条、310条。", ["第一季度公开", "第二季度公开", "第三季度公开"]),
      ("承办省、市、县代表建议分别为1件、6件、32件。", ["承办省代表建议", "市代表建议", "县代表建议"]),
      ("2022年和2023年分别收到申请45件和52件。", ["2022年收到申请", "2023年收到申请"]),
      ("按时办结50件，延期办结2件，分别占96.2%和3.8%。", ["按时办结", "延期办结", "按时办结占", "延期办结占"]),
      ("信函申请和网络申请分别为12件、30件，占28.6%和71.4%。", ["信函申请", "网络申请", "信函申请占", "网络申请占"]),
      ("内容主要涉及征地拆迁、社会保障、教育，分别占45%、30%、25%。", ["征地拆迁占", "社会保障占", "教育占"]),
      ("行政复议（含上年结转）、行政诉讼分别为5件、3件。", ["行政复议", "行政诉讼"]),
      ("申请量、办结量、复议量分别增加7件、8件，减少1件。", ["申请量增加", "办结量增加", "复议量减少"]),
      ("解读、回应和互动栏目分别更新56、12和98次。", ["解读更新", "回应更新", "互动栏目更新"]),
      ("信息量由2022年1200条增加到2023年1453条，增长21.1%。", ["信息量", "信息量", "信息量增长"]),
      ("申请量较上年度的45件增加了7件，达到52件。", ["申请量较上年度的", "申请量增加", "申请量"]),
      ("未收到1件信访件，今年以来共发布信息56条，被纠错率为0。", ["收到信访件", "发布信息", "被纠错率"]),
      ("对单位末3位扣分，排名后3位整改，签约8个。", ["签约"]),
    ] as [(String, [String?])])
  func aLabelNamesWhatIsCounted(_ text: String, _ labels: [String?]) {
    #expect(ProseReader.read([paragraph(text)], cells: []).value.figures.map(\.label) == labels)
  }

  @Test func aNumberThatCannotBeToldIsReportedNotGuessed() {
    let prose = ProseReader.read([paragraph("发布信息12 345条。"), paragraph("1.5000余人参加。")], cells: [])
    #expect(prose.value.figures == [])
    #expect(
      prose.issues == [
        Issue(.figureUnreadable, "the number 345条 is unclear", at: .line(1)),
        Issue(.figureUnreadable, "the number 1.5000余人 is unclear", at: .line(1)),
      ])
  }

  @Test(arguments: [
    "公开1,2345条", "公开1,23条", "公开12,345,67条", "公开12·5万条", "公开10^3条", "公开-5条", "公开一点5万条",
    "公开1亿两千万条", "公开两万3千条", "公开卅三条", "公开三千五条", "公开三点五条", "访问量1,2次", "公开5十件", "公开一万一亿条",
    "办结1/3件", "办结12[1]件", "办结12①件", "公开5（其中3）条", "公开1036.件",
    "公开九千九百九十九万亿万亿万亿条",
  ])
  func aPartOfANumberIsReportedNotTakenForTheNumber(_ text: String) {
    let prose = ProseReader.read([paragraph(text + "。")], cells: [])
    #expect(prose.value.figures == [])
    #expect(prose.issues.map(\.code) == [.figureUnreadable])
  }

  @Test(arguments: ["1.人员配备到位。2.种粮补贴。", "“十四五”规划三五个。", "下午三点五十分开会。"])
  func aNumberThatCountsNothingIsNotReported(_ text: String) {
    #expect(ProseReader.read([paragraph(text)], cells: []).issues == [])
  }

  @Test func anyTextIsReadWithoutHarm() {
    let pieces =
      "未 没有 无 收到 申请 行政复议 收费 1 0 12 , . ， 、 。 （ ） ( ) 《 》 〔 〕 “ ” : ； 万 亿 余 千 件 条 次 个 % 元 其中 含 分别为 共 近 第 前 一 十 二百 百分之 号 令 年 月 至 - 亿 点 廿 三 ① ^ · 9999999999 简称 为 零"
      .split(separator: " ").map(String.init)
    var seed: UInt64 = 42
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
        if seed >> 60 == 0 { text += " " }
      }
      let figures = ProseReader.read([paragraph(text)], cells: []).value.figures
      for (index, figure) in figures.enumerated()
      where !text.contains(figure.quote) || (figure.parent ?? -1) >= index {
        Issue.record("\(figure) in \(text)")
      }
    }
  }

  @Test func wholesAreFoundInTheParagraphTheyStandIn() {
    let prose = ProseReader.read(
      [paragraph("发布信息9条。"), paragraph("收到申请5件。其中，网络申请3件。"), paragraph("其中信函2件。")],
      cells: [])
    #expect(prose.value.figures.map(\.parent) == [nil, nil, 1, nil])
  }
}

/// `64 条`, with `~` where approximate and `<0` where a part of figure 0.
private func figures(_ text: String) -> [String] {
  ProseReader.read([paragraph(text)], cells: []).value.figures.map { figure in
    let unit = figure.unit.map { " \($0)" } ?? ""
    let whole = figure.parent.map { " <\($0)" } ?? ""
    return "\(figure.value)\(unit)\(figure.approximate ? " ~" : "")\(whole)"
  }
}

private func paragraph(_ text: String) -> ProseParagraph {
  ProseParagraph(text, sectionID: nil, topic: nil, at: .line(1))
}
