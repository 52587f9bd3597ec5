import Diagnostics
import DocumentModel
import HTMLReading
import Testing

/// Tables of data, of layout, and those whose spans are wrong.
@Suite struct PageTableTests {
  @Test func spansAndParagraphsInCells() async throws {
    let table = """
      <table><thead><tr><th rowspan=2>三、<br>办理</th><td colspan="2">（一）</td></tr></thead>\
      <tbody><tr><td rowspan="2"><p>予以</p><p>公开</p></td><td>1</td><td>2</td></tr><tr><td>3</td><td><p>4</p><p>5</p></td></tr></tbody></table>
      """
    #expect(try await lines(table) == ["三、办理|（一）|<", "予以公开|1|2", "^|3|4 5"])
  }

  @Test func spansThatCannotBeMeantAreCut() async throws {
    let far =
      "<table><tr><td rowspan=9999999>甲</td><td colspan=-1>乙</td></tr><tr>"
      + "<td rowspan='0'>1</td></tr><tr><td colspan=3000>2</td></tr></table>"
    let read = try await read(far)
    #expect(read.issues.contains { $0.code == .htmlSpanClamped })
    #expect(lines(read.value).count == 3)
  }

  @Test func aSpanOfARowTooManyPushesNothingAside() async throws {
    let table = """
      <table><tr><td rowspan=3>区</td><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr>\
      <tr><td>合计</td><td>全部</td><td>3</td></tr><tr><td>另计</td><td>无</td><td>0</td></tr></table>
      """
    let read = try await read(table)
    #expect(lines(read.value) == ["区|甲|1", "^|乙|2", "合计|全部|3", "另计|无|0"])
    #expect(read.issues.map(\.code) == [.htmlSpanClamped])
  }

  @Test func aRowWithoutItsLastCell() async throws {
    let table =
      "<table><tr><td>甲</td><td>1</td><td>2</td></tr><tr><td>乙</td><td>3</td>"
      + "</tr></table>"
    let read = try await read(table)
    #expect(lines(read.value) == ["甲|1|2", "乙|3|"])
    #expect(read.issues.map(\.code) == [.htmlRaggedRow])
  }

  @Test func tagsWithoutEndsAndInWrongPlaces() async throws {
    let page = """
      <TABLE><FORM><TR><TD>甲<TD>1<TR><TD>乙</TD></TD><TD><DIV>2</TD></FORM></TABLE>
      """
    #expect(try await lines(page) == ["甲|1", "乙|2"])
  }

  @Test func whatIsLaidOutByTablesIsText() async throws {
    let prose = String(repeating: "全年公开信息十二条。", count: 12)
    let page = """
      <table><tr><td><img src=a.gif></td><td><table><tr><td>\(prose)\
      <table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table></td></tr></table></td></tr></table>
      """
    #expect(try await lines(page) == [prose, "甲|1", "乙|2"])
  }

  @Test func textInATableIsParagraphs() async throws {
    let page = """
      <p>全年公开政府信息十二条。</p><table><tr><td>■</td><td><p>一、总体情况</p></td></tr></table>\
      <table><tr><td>二</td><td><b>主动公开</b></td></tr></table>\
      <table><tr><td></td><td>云溪区水利局<br>2024年1月16日</td></tr></table>
      """
    #expect(
      try await lines(page) == ["全年公开政府信息十二条。", "一、总体情况", "二、主动公开", "云溪区水利局", "2024年1月16日"])
  }

  @Test func aReportInATableIsTextAndTables() async throws {
    let prose = "全年公开政府信息12条，办理申请3件，均已按时答复。"
    let page = """
      <table><tr><td colspan=3>一、总体情况</td></tr><tr><td colspan=3><p>\(prose)</p><p>\(prose)</p></td></tr>\
      <tr><td colspan=3>二、主动公开</td></tr><tr><td rowspan=2>甲</td><td>乙</td><td>1</td></tr><tr><td>丙</td><td>2</td></tr>\
      <tr><td colspan=3>三、其他</td></tr><tr><td colspan=3>\(prose)</td></tr></table>
      """
    #expect(
      try await lines(page) == [
        "一、总体情况", prose, prose, "二、主动公开", "甲|乙|1", "^|丙|2", "三、其他", prose,
      ])
  }

  @Test func aTableInACellFollowsIt() async throws {
    let inner = "<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>"
    let page =
      "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙\(inner)</td><td>丁</td></tr>"
      + "</table>"
    let read = try await read(page)
    #expect(lines(read.value) == ["甲|乙", "丙|丁", "a|1", "b|2"])
    #expect(read.issues.map(\.code) == [.htmlNestedTableMoved])
  }

  @Test func aHiddenRowIsNone() async throws {
    let page = """
      <table><tr><td>甲</td><td>1</td></tr><tr style='display:none'><td>乙</td><td>2</td></tr>\
      <tr><td>丙</td><td>3</td><td style='display:none'>4</td></tr></table>
      """
    let read = try await read(page)
    #expect(lines(read.value) == ["甲|1", "丙|3"])
    #expect(read.issues.map(\.code) == [.htmlHiddenTextOmitted])
  }

  @Test(arguments: [
    "<col><col style='visibility:collapse'><col>", "<col><col class=k><col>",
    "<colgroup><col><col class=k></colgroup><col>",
    "<colgroup span=1></colgroup><colgroup class=k></colgroup>",
    "<colgroup></colgroup><colgroup class=k><col></colgroup>",
    "<col style=display:none><col><col class=k>",
  ])
  func aColumnThatIsNotShown(columns: String) async throws {
    let table =
      "<style>.k{visibility:collapse}</style><table>\(columns)<tr><td>行政许可<td>7<td>26<tr><td>行政处罚<td>8<td>41</table>"
    let read = try await read(table)
    #expect(lines(read.value) == ["行政许可|26", "行政处罚|41"])
    #expect(read.issues.map(\.code) == [.htmlHiddenTextOmitted])
  }

  @Test func aCellThatSpansAColumnThatIsNotShown() async throws {
    let columns = "<colgroup><col><col style='visibility:collapse' span=2><col></colgroup>"
    let table =
      "<table>\(columns)<tr><td>事项<td colspan=3>件数<tr><td>行政许可<td>7<td>8<td>26<tr><td>行政处罚<td>9<td colspan=2>41</table>"
    #expect(try await lines(table) == ["事项|件数", "行政许可|26", "行政处罚|41\u{FFFC}"])
  }

  @Test(arguments: ["visibility:hidden", "display:none", "opacity:0", "width:0"])
  func aColumnIsShownWhateverElseItsStyleSays(style: String) async throws {
    let table =
      "<table><col><col style='\(style)'><tr><td>行政许可<td>26<tr><td>行政处罚<td>41</table>"
    #expect(try await lines(table) == ["行政许可|26", "行政处罚|41"])
  }
}
