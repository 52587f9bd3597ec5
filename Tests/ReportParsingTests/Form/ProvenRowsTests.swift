import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing
@testable import ReportParsing

/// Table 2 in text out of a page, where labels and figures came apart, and the sums of the whole table tell what belongs
/// together.
struct ProvenRowsTests {
  private static let labels = [
    "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开",
    "（二）部分公开（区分处理的，只计", "这一情形，不计其他情形）", "1.属于国家秘密", "2.其他法律行政法规禁止", "公开",
    "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷",
    "8.属于行政查询事项", "（三）不", "予公开", "三、 （四）无 1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
    "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新", "出具已获取信息", "（六）其他处理", "（七）总计", "四、结转下年度继续办理",
  ]
  private static let header = """
    三、收到和处理政府信息公开申请情况
    申请人情况
    自然人
    法人或其他组织
    商业企业 科研机构
    社会公益 法律服务
    组织
    机构
    其他
    总计
    """
  private static let end = "四、政府信息公开行政复议、行政诉讼情况"

  /// The figures of all 23 rows: the first, 一 and 二, the rows of 三, of which most are 0, and 四.
  private static func rows(granted: String = "3 1 0 2 0 1 7") -> [String] {
    ["6 2 1 2 1 1 13", "1 0 0 0 0 0 1", granted, "2 1 0 0 0 0 3", "1 0 1 0 0 0 2"]
      + Array(repeating: "0 0 0 0 0 0 0", count: 16) + ["6 2 1 2 0 1 12", "1 0 0 0 1 0 2"]
  }

  private static func form(_ figures: [String]) -> FormReading {
    form(of: labels + figures)
  }

  private static func form(of rows: [String]) -> FormReading {
    FormReader.read(Document(([header] + rows + [end]).joined(separator: "\n"))).value
  }

  @Test func figuresBehindAllLabelsAreTheirsWhereAllSumsHold() {
    let lines = Self.rows().joined(separator: " ").split(separator: " ").map(String.init)
    let form = Self.form(lines)
    #expect(form.row(.applications, "new_received") == "6 2 1 2 1 1 13")
    #expect(form.row(.applications, "granted") == "3 1 0 2 0 1 7")
    #expect(form.row(.applications, "denied.state_secret") == "1 0 1 0 0 0 2")
    #expect(form.row(.applications, "other.all") == "0 0 0 0 0 0 0")
    #expect(form.row(.applications, "carried_out") == "1 0 0 0 1 0 2")
  }

  /// Rows of one group could stand in any order: no sum tells that they stand in the form's.
  @Test func aTableIsCalledRebuiltWhereLabelsAndFiguresStandApart() {
    func codes(_ rows: [String]) -> [IssueCode] {
      let text = ([Self.header] + rows + [Self.end]).joined(separator: "\n")
      return FormReader.read(Document(text)).issues.map(\.code)
    }
    #expect(codes(Self.labels + Self.rows()).contains(.textTableRebuilt))
    let whole = [
      "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
      "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息",
      "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
      "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
      "5.要求行政机关确认或重新出具已获取信息", "（六）其他处理", "（七）总计", "四、结转下年度继续办理",
    ]
    #expect(!codes(zip(whole, Self.rows()).flatMap { [$0, $1] }).contains(.textTableRebuilt))
  }

  /// What stands in place of a row's label may be another row's: the count of the figures and all sums are right.
  @Test(arguments: ["国家安全事项", "2.保护第三方合法权益", "9.不属于政府信息", "转其他部门办理"])
  func aLabelThatIsNoneOfTheFormProvesNoOther(label: String) {
    var labels = Self.labels
    labels.replace(["2.其他法律行政法规禁止", "公开"], with: [label])
    let form = Self.form(of: labels + Self.rows())
    #expect(form.row(.applications, "denied.law_forbidden") == "? ? ? ? ? ? ?")
    #expect(form.row(.applications, "denied.state_secret") == "1 0 1 0 0 0 2")
  }

  /// A row that isn't the form's, and one that isn't printed further on: all rows between them would be one off.
  @Test func aRowMoreAndARowLessProveNothing() {
    var labels = Self.labels
    labels.replace(["2.重复申请"], with: [])
    labels.replace(["1.属于国家秘密"], with: ["1.属于国家秘密", "国家安全事项"])
    let form = Self.form(of: labels + Self.rows())
    #expect(form.row(.applications, "denied.law_forbidden") == "? ? ? ? ? ? ?")
    #expect(form.row(.applications, "denied.state_secret") == "? ? ? ? ? ? ?")
  }

  @Test func rowsMayStandColumnByColumn() {
    // The first three rows a column at a time, then four columns of them together.
    let first = ["6", "1", "3", "2 1 2 1", "0 0 0 0", "1 0 2 0", "1", "0", "1", "13", "1", "7"]
    let form = Self.form(first + Self.rows().dropFirst(3))
    #expect(form.row(.applications, "new_received") == "6 2 1 2 1 1 13")
    #expect(form.row(.applications, "carried_in") == "1 0 0 0 0 0 1")
    #expect(form.row(.applications, "granted") == "3 1 0 2 0 1 7")
  }

  @Test func totalsOfTheFirstRowsMayStandBehindThem() {
    let rows = Self.rows(granted: "3 1 0 2 0 4 7")
    let first = ["6", "2 1 2 1 1", "1", "0 0 0 0 0", "13", "1"]
    let form = Self.form(
      first + rows.dropFirst(2).joined(separator: " ").split(separator: " ").map(String.init))
    #expect(form.row(.applications, "new_received") == "6 2 1 2 1 1 13")
    #expect(form.row(.applications, "carried_in") == "1 0 0 0 0 0 1")
    // A report's own error.
    #expect(form.row(.applications, "granted") == "3 1 0 2 0 4 7")
  }

  @Test func endsOfTheFirstRowsMayStandBehindThem() {
    // 6 2 1 2, 1 0 0, 3 1 and 2 of four rows, then their ends.
    let first = "6 2 1 2 1 0 0 3 1 2 1 1 13 0 0 0 1 0 2 0 1 7 1 0 0 0 0 3".split(separator: " ")
      .map(String.init)
    let form = Self.form(first + Self.rows().dropFirst(4))
    #expect(form.row(.applications, "new_received") == "6 2 1 2 1 1 13")
    #expect(form.row(.applications, "carried_in") == "1 0 0 0 0 0 1")
    #expect(form.row(.applications, "granted") == "3 1 0 2 0 1 7")
    #expect(form.row(.applications, "partial") == "2 1 0 0 0 0 3")
    #expect(form.row(.applications, "carried_out") == "1 0 0 0 1 0 2")
  }

  @Test func lastColumnsOfTheFirstRowsMayStandBehindAllOthers() {
    // Two columns of the first three rows, all other rows, and the other five columns of the three.
    let form = Self.form(
      ["6", "1", "3", "2", "0", "1"] + Self.rows().dropFirst(3)
        + ["1", "0", "0", "2", "0", "2", "1", "0", "0", "1", "0", "1", "13", "1", "7"])
    #expect(form.row(.applications, "new_received") == "6 2 1 2 1 1 13")
    #expect(form.row(.applications, "carried_in") == "1 0 0 0 0 0 1")
    #expect(form.row(.applications, "granted") == "3 1 0 2 0 1 7")
    #expect(form.row(.applications, "partial") == "2 1 0 0 0 0 3")
  }

  /// The head's labels run together, and a row's end stands in the line above its beginning.
  @Test func rowsThatBeginWithTheirTotalMayBeTurned() {
    let header = """
      三、收到和处理政府信息公开申请情况
      申请人情况
      总计 自然人 商业企 科研机法人或其他组织
      社会公 法律服
      业
      构 益组织 务机构 其他
      """
    var rows = Self.rows().map { row in
      let figures = row.split(separator: " ")
      return ([figures[6]] + figures[..<6]).joined(separator: " ")
    }
    rows[2] = "0 2 0 1\n7 3 1"
    let text = ([header] + Self.labels + rows + [Self.end]).joined(separator: "\n")
    let form = FormReader.read(Document(text)).value
    #expect(form.row(.applications, "new_received") == "6 2 1 2 1 1 13")
    #expect(form.row(.applications, "granted") == "3 1 0 2 0 1 7")
    #expect(form.row(.applications, "carried_out") == "1 0 0 0 1 0 2")
  }

  @Test func aPagesNumberAmongTheFiguresIsNoneOfThem() {
    func form(others: Int) -> Diagnosed<FormReading> {
      var rows = Self.rows()
      for row in 5..<5 + others { rows[row] = "1 1 1 0 0 0 3" }
      rows[0] = "\(6 + others) \(2 + others) \(1 + others) 2 1 1 \(13 + 3 * others)"
      rows[21] = "\(6 + others) \(2 + others) \(1 + others) 2 0 1 \(12 + 3 * others)"
      rows.insert("9", at: 2)
      return FormReader.read(
        Document(([Self.header] + Self.labels + rows + [Self.end]).joined(separator: "\n")))
    }
    let dense = form(others: 6)
    #expect(dense.value.row(.applications, "granted") == "3 1 0 2 0 1 7")
    #expect(dense.value.row(.applications, "result_total") == "12 8 7 2 0 1 30")
    #expect(dense.issues.map(\.message).contains { $0.contains("9") })
    // Too few rows tell where the table's own figures stand.
    #expect(form(others: 1).value.row(.applications, "granted") == "? ? ? ? ? ? ?")
  }

  /// One row is turned, which figures of other rows could mend: an error of the report.
  @Test func whatAReportPrintsWrongIsNotMended() {
    var rows = Self.rows()
    rows[7] = "0 1 0 1 0 0 0"
    rows[9] = "0 0 0 0 2 0 2"
    rows[21] = "6 3 1 3 2 1 16"
    rows[0] = "6 3 1 3 3 1 17"
    let lines = Self.form(rows)
    #expect(lines.row(.applications, "denied.process_info") == "0 0 0 0 2 0 2")
    #expect(lines.row(.applications, "denied.third_party_rights") == "0 1 0 1 0 0 0")
    let figures = Self.form(rows.joined(separator: " ").split(separator: " ").map(String.init))
    let read = figures.row(.applications, "denied.process_info")
    #expect(read == "0 0 0 0 2 0 2" || read == "? ? ? ? ? ? ?")
  }

  @Test func twoWaysThatBreakSumsLeaveNothingProven() {
    // Totals behind two rows, then 0 0 0 0 13 1 14; or behind three, of which the third is 13 1 0 0 0 0.
    let first = "6 2 1 2 1 1 1 0 0 0 0 0 13 1 0 0 0 0 13 1 14"
    let rest = Self.rows().dropFirst(3).dropLast(2) + ["3 1 1 0 0 0 5", "4 1 0 2 1 1 9"]
    let form = Self.form(
      ([first] + rest).joined(separator: " ").split(separator: " ").map(String.init))
    #expect(form.row(.applications, "new_received") == "? ? ? ? ? ? ?")
    #expect(form.row(.applications, "granted") == "? ? ? ? ? ? ?")
  }

  @Test func labelsAboveAsManyRowsOfFiguresAreThoseOfTheRows() {
    // The labels above a page's end, the figures there and some more; what is left of the labels comes last.
    func form(_ first: Int, _ second: Int) -> FormReading {
      var text = [Self.header]
      text += Self.labels[..<5]
      text += Self.rows()[..<first]
      text += Self.labels[12..<14] + Self.labels[16..<22]
      text += Self.rows()[first..<second]
      text += Self.labels[22..<28]
      text += Self.rows()[second...]
      text += Self.labels[5..<12] + Self.labels[14..<16] + [Self.end]
      return FormReader.read(Document(text.joined(separator: "\n"))).value
    }
    #expect(form(10, 18).row(.applications, "partial") == "2 1 0 0 0 0 3")
    #expect(form(10, 18).row(.applications, "carried_out") == "1 0 0 0 1 0 2")
    // The figures behind the second group are not those of its labels.
    #expect(form(9, 17).row(.applications, "partial") == "? ? ? ? ? ? ?")
  }

  /// Figures above their labels, of which one is damaged: what stands behind a label is the next one's.
  @Test func figuresAboveTheFirstLabelLeaveThoseBehindLabelsUnread() {
    let labels = [
      "一、本年新收政府信息公开申请数量", "二、上年结转数", "（一）予以公开", "1.属于国家秘密", "2.重复申请", "（七）总计", "四、结转下年度继续办理",
    ]
    let rows = ["6 2 1 2 1 1 13", "1 0 0 0 0 0 1"] + Array(repeating: "0 0 1 0 0 0 1", count: 5)
    let above = zip(rows, labels).flatMap { [$0, $1] }
    #expect(Self.form(of: above).row(.applications, "new_received") == "? ? ? ? ? ? ?")
    let cells = zip(rows, labels).flatMap { $0.split(separator: " ").map(String.init) + [$1] }
    #expect(Self.form(of: cells).row(.applications, "granted") == "? ? ? ? ? ? ?")
    let behind = zip(labels, rows).flatMap { [$0, $1] }
    #expect(Self.form(of: behind).row(.applications, "new_received") == "6 2 1 2 1 1 13")
  }

  /// `pdftotext -layout` sets the middle of a row's label beside its figures, and its other lines above and below.
  @Test func figuresBesideALabelWithoutFiguresAreNobodys() {
    let rows = [
      "一、本年新收政府信息公开申请数量 6 2 1 2 1 1 13", "二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1", "（一）予以公开 3 1 0 2 0 1 7",
      "7.属于行政执法案卷 1 0 0 0 0 0 1", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2 0 0 0 0 0 2",
      "2.没有现成信息需要另行制作 0 1 0 0 0 0 1",
      "3.要求提供公开出版物", "4.无正当理由大量反复申请 3 0 0 0 0 0 3", "（七）总计 6 2 1 2 0 1 12",
      "四、结转下年度继续办理 1 0 0 0 1 0 2",
    ]
    let form = Self.form(of: rows)
    #expect(form.row(.applications, "granted") == "3 1 0 2 0 1 7")
    #expect(form.row(.applications, "denied.enforcement_file") == "? ? ? ? ? ? ?")
    #expect(form.row(.applications, "denied.admin_query") == "")
    #expect(form.row(.applications, "unable.not_held") == "")
    #expect(form.row(.applications, "unable.needs_creation") == "? ? ? ? ? ? ?")
    #expect(form.row(.applications, "not_processed.publication") == "? ? ? ? ? ? ?")
    #expect(form.row(.applications, "not_processed.excessive") == "? ? ? ? ? ? ?")
    #expect(form.row(.applications, "carried_out") == "1 0 0 0 1 0 2")
  }

  /// A row whose label isn't known, in its place: the others keep their own figures.
  @Test func aLabelThatIsNotKnownLeavesTheRowsBesideIt() {
    let labels = ["一、本年新收政府信息公开申请数量", "国家安全事项", "（一）予以公开", "1.属于国家秘密", "（七）总计", "四、结转下年度继续办理"]
    let form = Self.form(of: zip(labels, Self.rows()).flatMap { [$0, $1] })
    #expect(form.row(.applications, "new_received") == "6 2 1 2 1 1 13")
    #expect(form.row(.applications, "granted") == "3 1 0 2 0 1 7")
    #expect(form.row(.applications, "denied.state_secret") == "2 1 0 0 0 0 3")
  }

  @Test func aFigureMoreOrLessLeavesNothingProven() {
    var rows = Self.rows()
    rows[2] = "3 1 2 0 1 7"
    #expect(Self.form(rows).row(.applications, "granted") == "? ? ? ? ? ? ?")
    rows[2] = "3 1 0 2 0 1 7 7"
    #expect(Self.form(rows).row(.applications, "granted") == "? ? ? ? ? ? ?")
  }

  @Test func labelsInAnotherOrderRefuteTheForms() {
    let text = ([Self.header] + Self.labels + Self.rows() + [Self.end]).joined(separator: "\n")
    let swapped = text.replacing("1.属于国家秘密", with: "#").replacing("3.危及“三安全一稳定”", with: "1.属于国家秘密")
      .replacing("#", with: "3.危及“三安全一稳定”")
    let form = FormReader.read(Document(swapped)).value
    #expect(form.row(.applications, "denied.state_secret") != "1 0 1 0 0 0 2")
  }

  @Test func aReportsOwnErrorCountsOnlyWhereNoOtherWayKeepsAllSums() {
    // Two rows a column at a time: row after row they'd be 0 0 0 0 0 0 0 and 0 0 0 0 3 0 3.
    var rows = Self.rows()
    rows[0] = "6 2 1 2 1 4 16"
    rows[7] = Array(repeating: "0\n0", count: 5).joined(separator: "\n") + "\n3\n0\n3\n0"
    rows.remove(at: 8)
    rows[20] = "6 2 1 2 0 4 15"
    let form = Self.form(rows)
    let read = form.row(.applications, "denied.third_party_rights")
    #expect(read == "0 0 0 0 0 3 3" || read == "? ? ? ? ? ? ?")
    let first = form.row(.applications, "new_received")
    #expect(first == "6 2 1 2 1 4 16" || first == "? ? ? ? ? ? ?")
  }

  @Test func textBehindTheLastFigureStays() {
    let text = [Self.header] + Self.labels + Self.rows() + ["对以上数据的说明：本年申请较多。", "五、存在的主要问题及改进情况"]
    let document = Document(text.joined(separator: "\n"))
    let read = DocumentParser.parse(document, name: "a.txt").value
    #expect(read.sections.contains { $0.text.contains("对以上数据的说明") })
  }
}
