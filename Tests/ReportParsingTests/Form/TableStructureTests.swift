import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing

/// Tables that have other columns than the form.
struct TableStructureTests {
  /// Table 2 without 科研机构, in its head and in its rows.
  private static let lacking = """
    （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|||申请人情况|||||
    |||自然人|法人或其他组织||||总计
    ||||商业企业|社会公益组织|法律服务机构|其他|
    一、本年新收政府信息公开申请数量|||58|33|11|22|10|134
    二、上年结转政府信息公开申请数量|||8|4|1||1|14
    三、本年度办理结果|（一）予以公开||12|7|2|4|2|27
    |（二）部分公开（区分处理的，只计这一情形，不计其他情形）||6|3|1|2|1|13
    |（三）不予公开|1.属于国家秘密|1|0|0|0|0|1
    ||2.其他法律行政法规禁止公开|0|1|0|0|0|1
    """

  @Test func aTableWithoutOneColumnIsReadByItsHead() {
    let form = FormReader.read(Document(Self.lacking))
    #expect(form.value.row(.applications, "new_received") == "58 33 11 22 10 134")
    #expect(form.value.value(.applications, "new_received", "research") == nil)
    #expect(form.value.row(.applications, "carried_in") == "8 4 1 _ 1 14")
    #expect(form.value.row(.applications, "denied.state_secret") == "1 0 0 0 0 1")
    #expect(
      form.issues.filter { $0.code == .columnUnknown }.map(\.message) == [
        "columns of the form are not printed: 科研机构"
      ])
  }

  @Test func aTableWithoutOneColumnAndWithoutAGridIsNotRead() {
    let text = Self.lacking.replacing("||申请人情况|||||", with: "|申请人情况|")
      .replacing("|||自然人|法人或其他组织||||总计", with: "自然人|法人或其他组织|总计")
      .replacing("||||商业企业|社会公益组织|法律服务机构|其他|", with: "商业企业|社会公益组织|法律服务机构|其他")
    let form = FormReader.read(Document(text))
    #expect(form.value.row(.applications, "granted") == "? ? ? ? ? ? ?")
  }

  /// Text that lost the table's lines: each cell is a paragraph, the head's are in no order, and dashes stand for 0.
  @Test func totalsThatComeFirstRefuteTheFormsOrder() {
    let rows = [
      "申请人情况", "法人或其他组织", "总计", "自然人", "商业企业", "科研机构", "社会公益", "组织", "法律服务", "机构", "其他",
      "一、本年新收政府信息公开申请数量", "320", "253", "26", "7", "8", "18", "8",
      "二、上年结转政府信息公开申请数量", "-", "-", "-", "-", "-", "-", "-",
      "（一）予以公开", "10", "6", "1", "2", "-", "-", "1",
      "1.属于国家秘密", "10", "9", "-", "1", "-", "-", "-",
      "2.其他法律行政法规禁止公开", "6", "4", "1", "-", "1", "-", "-",
      "（七）总计", "26", "19", "2", "3", "1", "-", "1",
    ]
    let form = FormReader.read(Document(rows.joined(separator: "\n")))
    #expect(form.value.row(.applications, "new_received") == "? ? ? ? ? ? ?")
    #expect(form.value.row(.applications, "result_total") == "? ? ? ? ? ? ?")
  }

  /// Its only other row has a label further right: whether the row's first blank is a label's cell can't be told.
  @Test func aRowWithBlanksBesideRowsOfAnotherKindIsReadAsItsLikeElsewhere() {
    let form = FormReader.read(
      Document(
        """
        |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|
        一、本年新收政府信息公开申请数量|53|31|9|10|20|4|127|
        """, "",
        """
        |（七）总计|55|32|10|10|21|10|138
        四、结转下年度继续办理||0|0|0|0|||
        """))
    #expect(form.value.row(.applications, "new_received") == "53 31 9 10 20 4 127")
    #expect(form.value.row(.applications, "result_total") == "55 32 10 10 21 10 138")
    #expect(form.value.row(.applications, "carried_out") == "? ? ? ? ? ? ?")
  }

  /// The label of a row runs over its figures and is cut by the page.
  @Test func aGroupBesideALabelThatIsCutIsNoRow() {
    let form = FormReader.read(
      Document(
        """
        ||自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
        一、本年新收政府信息公开申请数量||53|31|9|10|20|4|127
        （六）其他处理|0|0|0|2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信|0|0|0|0
        |3.其他|1|0|0|0|0|0|1
        """))
    #expect(form.value.row(.applications, "other.all") == "")
    #expect(form.value.row(.applications, "other.overdue_fee") == "")
    #expect(form.issues.codes.contains(.rowUnknown))
    #expect(form.value.row(.applications, "new_received") == "53 31 9 10 20 4 127")
  }

  /// The second page of a table has one more column of labels than the first.
  @Test func aPartBehindAPageBreakHasItsOwnColumnsOfLabels() {
    let form = FormReader.read(
      Document(
        """
        |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
        一、本年新收政府信息公开申请数量||58|33|11|2|22|10|136
        三、本|（一）予以公开|12|7|2|0|4|2|27
        """, "年度办理结果",
        """
        |（六）其他处理|2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|1|4|1|0|3|1|10
        ||3.其他|8|4|2|2|3|1|20
        |（七）总计||42|23|8|8|15|8|
        四、结转下年度继续办理|||0|0|0|0|0|0|0
        """))
    #expect(form.value.row(.applications, "result_total") == "42 23 8 8 15 8 _")
    #expect(form.value.row(.applications, "granted") == "12 7 2 0 4 2 27")
    #expect(form.value.row(.applications, "other.other") == "8 4 2 2 3 1 20")
  }

  /// Its figures are broken by the page: 99 and 3, 57 and 3….
  @Test func aRowIsNotReadWhoseLastDigitsMayStandBehindAPageBreak() {
    let first = """
      |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
      一、本年新收政府信息公开申请数量|58|33|11|2|22|10|136
      |（四）无法|1.本机关不掌握相关政府信息|99|57|19|17|37|20|25
      """
    let second = """
      |提供||3|3|4|8|2|4|14
      ||2.没有现成信息需要另行制作|398|214|92|72|160|77|1013
      """
    let form = FormReader.read(Document(first, "-11-", second))
    #expect(form.value.row(.applications, "unable.not_held") == "? ? ? ? ? ? ?")
    #expect(
      form.value.cells.filter { $0.id.row == "unable.not_held" }.map(\.raw)
        == ["99", "57", "19", "17", "37", "20", "25"])
    #expect(form.value.row(.applications, "unable.needs_creation") == "398 214 92 72 160 77 1013")
    #expect(form.issues.codes.contains(.rowAmbiguous))
    let whole = FormReader.read(
      Document(first.replacing("|20|25", with: "|20|249"), "-11-", second))
    #expect(whole.value.row(.applications, "unable.not_held") == "99 57 19 17 37 20 249")
  }

  /// The line between two rows is missing below their labels and some of their figures.
  @Test func twoRowsInOneCellAreNeither() {
    let form = FormReader.read(
      Document(
        """
        |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
        一、本年新收政府信息公开申请数量|58|33|11|2|22|10|136
        （六）其他处理（七）总计|104|48|20 764|21|44|18|255
        |4167|2381||841|1618|769|9776
        四、结转下年度继续办理|3|2|1|0|1|0|7
        """))
    #expect(form.value.row(.applications, "result_total") == "")
    #expect(form.value.row(.applications, "other.all") == "")
    #expect(form.value.row(.applications, "carried_out") == "3 2 1 0 1 0 7")
    #expect(form.issues.codes.contains(.rowUnknown))
  }

  @Test func aColumnThatNumbersTheRowsOfTheFirstTableIsNoValue() {
    let form = FormReader.read(
      Document(
        """
        第二十条第（一）项||||
        信息内容||本年制发件数|本年废止件数|现行有效件数
        规章|1||1|9
        行政规范性文件|2|4|2|12
        第二十条第（五）项||||
        信息内容||本年处理决定数量||
        行政许可|3|||
        第二十条第（六）项||||
        信息内容||本年处理决定数量||
        行政处罚|4|66||
        行政强制|5|7||
        """))
    #expect(form.value.row(.activeDisclosure, "rules") == "_ 1 9")
    #expect(form.value.row(.activeDisclosure, "normative_docs") == "4 2 12")
    #expect(form.value.row(.activeDisclosure, "licensing") == "_")
    #expect(form.value.row(.activeDisclosure, "penalty") == "66")
  }
}
