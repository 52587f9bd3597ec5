import Comparison
import DraftChecking
import Foundation
import PlainWords
import Testing

private let heading = """
    标题  青岚市云溪区水务局2023年政府信息公开工作年度报告
    机关  青岚市云溪区水务局，2023 年度，2021 年版格式
    日期  2024-01-18（应在 2024-01-31 前公布）
    联系  单位 青岚市云溪区水务局办公室，电话 0999-8123456，传真 0999-8123457，地
          址 青岚市云溪区滨河东路118号，邮编 999100，邮箱 yxswj@example.cn，网址
          www.yunxi.example.cn

  """

/// What is found, without the facts at the top.
private func findings(_ edits: (String, String)...) async throws -> String {
  let text = DraftCheck(try await Draft.record(edits)).text(in: .chinese)
  let end = try #require(text.range(of: "www.yunxi.example.cn\n"))
  return String(text[end.upperBound...])
}

@Test func aReportWithoutAFaultHasNothingButWhatWasRead() async throws {
  let check = DraftCheck(try await Draft.record())
  #expect(!check.hasErrors)
  #expect(
    check.text(in: .chinese)
      == "draft.txt  青岚市云溪区水务局  2023 年度  错误 0，请核对 0，提示 0\n" + heading)
}

@Test func aMisprintIsOneFindingWithTheNumberThatMakesAllHold() async throws {
  let check = DraftCheck(try await Draft.record(("\t1\t1\t0\t1\t36", "\t1\t1\t0\t1\t35")))
  #expect(
    check.text(in: .chinese) == "draft.txt  青岚市云溪区水务局  2023 年度  错误 1，请核对 0，提示 0\n" + heading
      + """
      错误
        1.  “三、（七）总计”行“总计”列印的是 35；改为 36，下面 3 项就都成立（第 76
            行）
            - “总计”列：第一项加第二项之和是 40，第三项加第四项之和是 39，两者应相等
            - “总计”列：各项办理结果之和是 36，“三、（七）总计”印的是 35
            - “三、（七）总计”行：各类申请人之和是 36，“总计”印的是 35

      """)
  #expect(
    check.text(in: .english) == """
      draft.txt  青岚市云溪区水务局  2023  errors: 1, to look at: 0, notes: 0
        title     青岚市云溪区水务局2023年政府信息公开工作年度报告
        agency    青岚市云溪区水务局, 2023, the form of 2021
        date      2024-01-18 (to be published by 2024-01-31)
        contacts  unit 青岚市云溪区水务局办公室, phone 0999-8123456, fax 0999-8123457,
                  address 青岚市云溪区滨河东路118号, postcode 999100, e-mail
                  yxswj@example.cn, website www.yunxi.example.cn
      errors
        1.  “Handled in the year, all results”, “All applicants” has 35; with 36 these
            3 hold (line 76)
            - “All applicants”: new and carried in are 40, results and carried over
              are 39
            - “All applicants”: the results add up to 36, “Handled in the year, all
              results” has 35
            - “Handled in the year, all results”: the applicants add up to 36, the
              total is 35

      """)
}

@Test func twoMisprintsInAColumnAreToldApart() async throws {
  let text = try await findings(
    ("（一）予以公开\t\t9\t0\t0\t0\t0\t1\t10", "（一）予以公开\t\t9\t0\t0\t0\t0\t1\t11"),
    ("\t\t2\t0\t0\t0\t0\t0\t2", "\t\t2\t0\t0\t0\t0\t0\t3"), ("予以公开10件，部分公开2件，", ""))
  #expect(
    text == """
      错误
        1.  “三、（一）予以公开”行“总计”列印的是 11；改为 10，下面一项就成立（第 55
            行）
            - “三、（一）予以公开”行：各类申请人之和是 10，“总计”印的是 11
        2.  “三、（二）部分公开”行“总计”列印的是 3；改为 2（与其他错误一并改正），下面
            2 项就都成立（第 56 行）
            - “总计”列：各项办理结果之和是 38，“三、（七）总计”印的是 36
            - “三、（二）部分公开”行：各类申请人之和是 2，“总计”印的是 3

      """)
}

@Test func twoMisprintsThatHideEachOtherAreMendedTogether() async throws {
  let text = try await findings(
    ("\t0\t0\t0\t0\t1\t10", "\t0\t0\t0\t0\t1\t9"), ("\t1\t1\t0\t1\t36", "\t1\t1\t0\t1\t35"),
    ("予以公开10件，", ""))
  #expect(
    text == """
      错误
        1.  “三、（七）总计”行“总计”列印的是 35；改为 36（与其他错误一并改正），下面 2
            项就都成立（第 76 行）
            - “总计”列：第一项加第二项之和是 40，第三项加第四项之和是 39，两者应相等
            - “三、（七）总计”行：各类申请人之和是 36，“总计”印的是 35
        2.  “三、（一）予以公开”行“总计”列印的是 9；改为 10（与其他错误一并改正），下
            面一项就成立（第 55 行）
            - “三、（一）予以公开”行：各类申请人之和是 10，“总计”印的是 9

      """)
}

@Test func whereNoCellOrAnyCellWouldDoBothSumsAreSaid() async throws {
  let text = try await findings(
    ("\t\t2\t1\t0\t0\t0\t0\t3", "\t\t4\t1\t0\t0\t0\t0\t5"),
    ("2\t0\t1\t0\t3", "2\t0\t1\t0\t4"), ("；上年结转3件", ""))
  #expect(
    text == """
      错误
        1.  “自然人”列：第一项加第二项之和是 35，第三项加第四项之和是 33，两者应相等
            - 其中不是 0 的格：一、本年新收政府信息公开申请数量 31，二、上年结转政府信
              息公开申请数量 4，三、（七）总计 30，四、结转下年度继续办理 3
            - 只改其中一格，别处就会不成立；请逐格核对
        2.  “总计”列：第一项加第二项之和是 42，第三项加第四项之和是 40，两者应相等
            - 其中不是 0 的格：一、本年新收政府信息公开申请数量 37，二、上年结转政府信
              息公开申请数量 5，三、（七）总计 36，四、结转下年度继续办理 4
            - 只改其中一格，别处就会不成立；请逐格核对
        3.  “行政复议”：各项之和是 3，“总计”印的是 4
            - 其中不是 0 的格：结果维持 2，其他结果 1，总计 4
            - 改动其中任何一格都能成立，请查原始数据

      """)
}

@Test func figuresOfTheTextAreHeldAgainstTheTablesAndTheirParts() async throws {
  let text = try await findings(("申请37件", "申请38件"), ("机构职能类6条", "机构职能类7条"))
  #expect(
    text == """
      请核对
        1.  正文的总数是 412，所列各项之和是 7＋38＋12＋9＋203＋144＝413
            - 原文：“区政府门户网站主动公开政府信息412条”
        2.  正文写的是 38，表中“一、本年新收政府信息公开申请数量”行“总计”列是 37（第
            53 行）
            - 原文：“收到政府信息公开申请38件”

      """)
}

@Test func cellsWithoutANumberAreSaid() async throws {
  let text = try await findings(
    ("1.属于国家秘密\t2", "1.属于国家秘密\t无"), ("2.重复申请\t1", "2.重复申请\t1O"), ("规章\t0\t0\t0", "规章\t\t—\t"))
  #expect(
    text == """
      请核对
        1.  “三、（三）1.属于国家秘密”行“自然人”列印的是“无”，不是数字；没有的应填 0
            （第 57 行）
        2.  “三、（五）2.重复申请”行“自然人”列印的是“1O”，不能确定是多少（第 69 行）
            - 数字误作字母
      提示
        3.  空白 2 格，没有发生的应填 0
            - “规章”2 格
        4.  填了横线或斜线的 1 格，没有发生的应填 0（第 35 行）
            - “规章”1 格

      """)
}

@Test func manyCellsWithoutANumberAreSaidTogether() async throws {
  let text = try await findings(("\t0\t0\t0\t0\t0\t1\n", "\tx\tx\tx\t0\t0\t1\n"))
  #expect(
    text == """
      请核对
        1.  印的不是数字的 24 格，没有的应填 0
            - “三、（三）4.保护第三方合法权益”3 格，“三、（三）5.属于三类内部事务信
              息”3 格，“三、（三）6.属于四类过程性信息”3 格，“三、（三）7.属于行政执法
              案卷”3 格 等 8 行

      """)
}

@Test func partsAndRowsOfTheFormAreSaid() async throws {
  let text = try await findings(
    ("六、其他需要报告的事项", ""), ("2023年，本机关依申请提供政府信息未收取信息处理费。", ""),
    ("五、存在的主要问题及改进情况", "五、下一步工作"), ("\n四、结转下年度继续办理\t\t\t3\t0\t1\t0\t0\t0\t4", ""),
    ("六个部分", "几个部分"), ("，结转下年度继续办理4件", ""))
  #expect(
    text == """
      错误
        1.  没有找到“六、其他需要报告的事项”这一部分
      请核对
        2.  “三、收到和处理政府信息公开申请情况”的表里没有读到规定的 1 行：“四、结转下
            年度继续办理”
        3.  “自然人”列：第一项加第二项之和是 33，第三项加第四项之和是 30，两者应相等
            （空白按 0 计）
            - 其中不是 0 的格：一、本年新收政府信息公开申请数量 31，二、上年结转政府信
              息公开申请数量 2，三、（七）总计 30
            - 只改其中一格，别处就会不成立；请逐格核对
        4.  “科研机构”列：第一项加第二项之和是 2，第三项加第四项之和是 1，两者应相等
            （空白按 0 计）
            - 其中不是 0 的格：一、本年新收政府信息公开申请数量 2，三、（七）总计 1
            - 只改其中一格，别处就会不成立；请逐格核对
        5.  “总计”列：第一项加第二项之和是 40，第三项加第四项之和是 36，两者应相等（空
            白按 0 计）
            - 其中不是 0 的格：一、本年新收政府信息公开申请数量 37，二、上年结转政府信
              息公开申请数量 3，三、（七）总计 36
            - 只改其中一格，别处就会不成立；请逐格核对
        6.  标题印的是“五、下一步工作”，规定的是“五、存在的主要问题及改进情况”

      """)
}

@Test func aRowOfAnotherEditionIsNamedOnce() async throws {
  let text = try await findings(("\n行政强制\t", "\n其他对外管理服务事项\t3\n行政强制\t"))
  #expect(
    text == """
      请核对
        1.  表中混有不属于 2021 年版格式的行或列：“其他对外管理服务事项”（第 43 行）

      """)
}

@Test func aTableOfAnotherEditionAndALateDateAreSaid() async throws {
  let text = DraftCheck(try await Draft.record(("2023", "2019"), ("2024年1月", "2020年2月")))
    .text(in: .chinese)
  #expect(
    text.hasSuffix(
      """
      错误
        1.  2019 年度的报告应使用 2019 年版格式，表中的行列却是 2021 年版格式的
      请核对
        2.  日期是 2020-02-18，规定应在 2020-01-31 前公布（《条例》第四十九条）

      """), "\(text)")
}

@Test func whatLastYearCarriesOverIsHeldAgainstTheDraft() async throws {
  let previous = try await Draft.record(
    ("2023", "2022"), ("2024年", "2023年"), ("\t3\t1\t17", "\t3\t1\t16"))
  let check = DraftCheck(try await Draft.record(), previous: ReportFacts(previous))
  #expect(
    check.text(in: .chinese).hasSuffix(
      """
        与上年  4 项衔接，5 项不衔接；正文有 100% 与上年相同
      错误
        1.  本年“二、上年结转政府信息公开申请数量”行应与上年报告的“四、结转下年度继续
            办理”行相同，有 4 列不同
            - “自然人”列上年 3，本年 2；“商业企业”列上年 0，本年 1；“科研机构”列上年
              1，本年 0；“总计”列上年 4，本年 3
            - 上年报告中的位置：第 77 行
      请核对
        2.  “行政规范性文件”行：上年报告“现行有效件数” 16，加本年报告“本年制发件数”
            3，减本年报告“本年废止件数” 1，应是 18；本年报告“现行有效件数”印的是 17
            - 上年报告中的位置：第 36 行

      """), "\(check.text(in: .chinese))")
}

@Test func anotherAgencysReportIsNoLastYearsReport() async throws {
  let previous = try await Draft.record(("云溪区水务局", "云溪区审计局"), ("2024年", "2023年"))
  let check = DraftCheck(try await Draft.record(), previous: ReportFacts(previous))
  #expect(!check.hasErrors)
  #expect(
    check.findings.map(\.words.chinese) == [
      "所给的上年报告与本报告对不上：机关名称不同", "所给的上年报告与本报告对不上：两份报告的年度不相连",
    ])
}

@Test func aReportWithManyFaultsStaysOnOneScreen() async throws {
  let record = try await Draft.record(("\t0\t0\t0", "\t0\t7\t0"), ("\t0\n", "\t12\n"))
  let lines = DraftCheck(record).text(in: .chinese).split(separator: "\n")
  #expect(lines.count <= 40)
  #expect(lines.last?.hasPrefix("另有 ") == true, "\(lines)")
}
