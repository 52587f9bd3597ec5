import Foundation
import TestSupport
import Testing

/// What `command` prints in a folder with the records of all fixtures in `records.jsonl` and those in `$F`.
private func run(_ command: String, locale: String = "zh_CN.UTF-8") throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      """
      export LC_ALL=C; F='\(TestFolders.fixtures.path)/reports'; cat $F/*/expected.jsonl > records.jsonl
      cd $F; export LC_ALL='\(locale)' 2> \(folder.path)/none
      R=\(folder.path)/records.jsonl; \(command)
      """, in: folder)
  }
  return try #require(result)
}

@Test func anAuditIsInTheLanguageOfTheLocale() throws {
  let result = try run("gongkai audit $R")
  #expect(
    result.text == """
      25 个机关的 30 份报告；其他文档 0 份，转换失败 0 份，不是记录的行 0 行
      其中 30 份计入统计，每个机关每年一份；本年新收申请共 5359 件
      相邻年度之间的勾稽关系：18 项成立、0 项不成立、0 项无法核对
      报告内不成立的勾稽关系：A1 1、A2 4、A3 2、N 1、R1 1、R3 1
      没有日期、未核对是否逾期的报告：8 份
      发现的问题
            2  缺少年度
            2  规定部分不全
            3  表内勾稽不符
            1  机关或年度不明

      松平市东陂区西街街道办事处 2020  缺少年度  没有 2020 至 2021 年度的报告，前后有 2019 年度和 2022 年度  \
      [reports/xijie-subdistrict-2019/input.txt, reports/xijie-subdistrict-2022/input.txt]
      松平市东陂区西街街道办事处 2022  规定部分不全  规定的部分没有内容：“二、主动公开政府信息情况”、\
      “三、收到和处理政府信息公开申请情况”、“四、政府信息公开行政复议、行政诉讼情况”  [reports/xijie-subdistrict-2022/input.txt]
      柳桥区人民政府 2023  表内勾稽不符  勾稽关系不成立：R1 1、R3 1  [reports/liuqiao-government-2023/input.pdf]
      澜山县卫生健康局 2022  规定部分不全  规定的部分缺少：“六、其他需要报告的事项”  [reports/lanshan-health-2022/input.docx]
      白石市人民政府办公室 2020  缺少年度  没有 2020 至 2024 年度的报告，前后有 2019 年度和 2025 年度  \
      [reports/baishi-office-2019/input.txt, reports/baishi-office-2025/input.pdf]
      青岚市云溪区生态环境局 2023  表内勾稽不符  勾稽关系不成立：A2 4  [reports/yunxi-ecology-2023/input.docx]
      青岚市科学技术局 2019  表内勾稽不符  勾稽关系不成立：A1 1、A3 2、N 1  [reports/qinglan-science-2019/input.txt]
      机关不明  机关或年度不明  报告没有写明机关名称和年度  [reports/blank-template/input.docx]

      """)
}

@Test func aCellIsExplainedInChinese() throws {
  let result = try run(
    "gongkai explain --lang zh qinglan-science-2019/input.txt --cell applications.new_received.total",
    locale: "C.UTF-8")
  #expect(
    result.text == """
      qinglan-science-2019/input.txt
        青岚市科学技术局，2019 年度，采用 2019 年版格式，文档 c8e4c0ef641d97b8

      applications.new_received.total
        印的是      5
        数值        5
        位置        第 60 行
        所在行      一、本年新收政府信息公开申请数量
        所在列      总计
        原文整行    一、本年新收政府信息公开申请数量 | · | · | 4 | 1 | 0 | 0 | 0 | 0 | 5
        格式的行    一、本年新收政府信息公开申请数量
        格式的列    总计

        A1(total) 不成立：应为 6，印的是 5，相差 -1  [一 + 二 = 三（七）+ 四，各列]
            一、本年新收政府信息公开… [5] + 二、上年结转政府信息公开… 1
          = （七）总计 5 + 四、结转下年度继续办理 0

        A3(new_received) 成立：5 = 5  [总计 = 各类申请人之和，各行]
            自然人 4 + 商业企业 1 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0
          = 总计 [5]

      """)
}

@Test func twoReportsAreComparedInChinese() throws {
  let result = try run(
    "gongkai diff liuqiao-government-2023/input.pdf liuqiao-government-2024/input.pdf | grep -v '^  [a-z一二三四五六]'"
  )
  #expect(
    result.text.split(separator: "\n").prefix(6).map(String.init) == [
      "前一份  柳桥区人民政府，2023 年度，2021 年版格式  liuqiao-government-2023/input.pdf",
      "后一份  柳桥区人民政府，2024 年度，2021 年版格式  liuqiao-government-2024/input.pdf",
      "单元格：81 个不同，126 个相同，0 个无法比较",
      "跨年勾稽：9 项成立、0 项不成立、0 项无法核对",
      "  成立  X1 自然人: 2024 上年结转政府信息公开申请数量 0（第 2 页，坐标 296.8,377.9,302.6,391.6） = "
        + "2023 结转下年度继续办理 0（第 3 页，坐标 296.8,214.0,302.6,227.7）",
      "  成立  X1 商业企业: 2024 上年结转政府信息公开申请数量 0（第 2 页，坐标 331.3,377.9,337.1,391.6） = "
        + "2023 结转下年度继续办理 0（第 3 页，坐标 331.3,214.0,337.1,227.7）",
    ])
}

@Test func theDoctorSpeaksChineseAndItsJSONEnglish() throws {
  let text = try run("PATH=/none; gongkai doctor -j 1")
  #expect(
    text.text.split(separator: "\n").first
      == "失败  pdftotext      PATH 中没有此程序；无法读取任何 PDF。处理办法：apt-get install poppler-utils poppler-data"
  )
  #expect(text.status == 69)
  let programs = try run("PATH=/none; gongkai doctor -j 1 --json")
  let english = try run("PATH=/none; gongkai doctor -j 1 --json --lang en", locale: "C")
  // The locale is what one of the checks is about.
  #expect(
    programs.text.replacing("zh_CN.UTF-8", with: "")
      == english.text.replacing("C: harmless, nothing is read or written by the locale", with: ""))
}
