import DocumentModel
import Testing

/// Which tables only lay text out.
@Suite struct LayoutTableTests {
  private static let prose = "全年公开政府信息1453条，办理申请267件，均已按时答复。"

  /// Rows of cells between bars, `*` in front of one across five columns.
  private func reading(_ rows: String...) -> LayoutTable.Reading {
    LayoutTable.reading(
      rows.map { row in
        row.split(separator: "|", omittingEmptySubsequences: false).map { text in
          let isWide = text.hasPrefix("*")
          return LayoutTable.Cell(
            String(text.dropFirst(isWide ? 1 : 0)), columns: isWide ? 5 : 1, isMerged: false,
            holdsTable: false)
        }
      })
  }

  @Test func textBesideNothingOrANumberIsText() {
    #expect(reading("|云溪区水利局2024年1月16日") == .text)
    #expect(reading("|云溪区水利局", "|2024年1月16日") == .text)
    #expect(reading("单位（盖章）：云溪区水利局|日期：2024年1月16日") == .text)
    #expect(reading("■|一、总体情况") == .text)
    #expect(reading("一|总体情况") == .text)
    #expect(reading("1|\(Self.prose)", "2|\(Self.prose)") == .text)
    #expect(reading("|\(Self.prose)|") == .text)
    #expect(reading("\u{FFFC}|\(Self.prose)") == .text)
    #expect(reading("云溪区水利局2023年政府信息公开工作年度报告|文件") == .text)
    #expect(reading("一、总体情况|\(Self.prose)", "二、主动公开情况|") == .data)
    #expect(reading("一、总体情况|\(Self.prose)", "二、主动公开情况|见附件") == .text)
  }

  @Test func tablesOfDataStayTables() {
    #expect(reading("行政许可|2641") == .data)
    #expect(reading("名称|数量") == .data)
    #expect(reading("名称|数量", "条|4") == .data)
    #expect(reading("一|总体情况", "二|主动公开") == .data)
    #expect(reading("序号|存在问题|整改措施", "1|\(Self.prose)|\(Self.prose)") == .data)
    #expect(reading("序号|内容", "1|\(Self.prose)") == .data)
    #expect(reading("一、本年新收政府信息公开申请数量||||||") == .data)
    #expect(reading("一、本年新收政府信息公开申请数量|12", "二、上年结转政府信息公开申请数量|3") == .data)
    #expect(reading("2023年1月5日|12") == .data)
    #expect(reading("联系人|") == .data)
  }

  @Test func aReportInATableIsTextAndTables() {
    #expect(
      reading(
        "*云溪区水利局", "*2023年政府信息公开工作年度报告", "*\(Self.prose)", "*一、总体情况", "*\(Self.prose)", "*二、主动公开情况",
        "*第二十条第（一）项", "信息内容|*本年制发件数", "规章|*12", "*三、其他", "*\(Self.prose)", "*云溪区水利局", "*2024年1月16日")
        == .parts([6..<9]))
    // The form's own notes and headings are of its table.
    #expect(
      reading("*三、收到和处理政府信息公开申请情况", "甲|*12", "*注：\(Self.prose)") == .data)
    #expect(reading("*第二十条第（一）项", "规章|*12") == .data)
  }

  @Test func spansThatNoTableHasAreNone() {
    let wide = LayoutTable.Cell("甲", columns: .max, isMerged: false, holdsTable: false)
    let none = LayoutTable.Cell("乙", columns: -5, isMerged: false, holdsTable: false)
    #expect(LayoutTable.reading([[wide, wide], [none]]) == .data)
  }

  @Test func whatStandsForACellThatNumbersAnother() {
    #expect(
      ["一", "1", "（二）", "3.", "■", "", "甲", "12"].map(LayoutTable.label) == [
        "一、", "1.", "（二）", "3.", "", nil, nil, "12.",
      ])
  }
}
