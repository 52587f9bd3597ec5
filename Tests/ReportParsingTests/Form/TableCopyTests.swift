import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing

/// Tables of the form that are printed more than once, or beside others.
struct TableCopyTests {
  private static let stacked = """
    |结果维持|结果纠正|其他结果|尚未审结|总计
    行政复议|1|2|3|4|10
    未经复议直接起诉|5|6|7|8|26
    复议后起诉|0|9|1|2|12
    """
  private static let wide =
    FormSamples.reviewHeader + "\n2|4|6|8|20|10|12|14|16|52|0|18|2|4|24"

  private static func reviews(_ blocks: String...) -> (row: String, codes: [IssueCode]) {
    let form = FormReader.read(Document(blocks: blocks))
    return (
      form.value.row(.reviewLitigation, "direct_suit"),
      form.issues.codes.filter { $0 != .tableMissing }
    )
  }

  @Test(arguments: [true, false])
  func anOverviewOfYearsIsNotTheFormsLine(isFirst: Bool) {
    let overview = """
      月份|1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月|合计
      行政复议|3|4|5|6|7|8|9|10|11|12|13|14|102
      """
    for own in [Self.stacked, FormSamples.review] {
      let read = isFirst ? Self.reviews(overview, own) : Self.reviews(own, overview)
      #expect(read.row == (own == Self.stacked ? "5 6 7 8 26" : "4 5 6 7 22"))
      #expect(read.codes == [.tableDuplicated])
    }
  }

  @Test func ofTwoTablesWithNothingBetweenThemNeitherIsTaken() {
    let read = Self.reviews("四、政府信息公开行政复议、行政诉讼情况", Self.wide, Self.stacked)
    #expect(read.row == "? ? ? ? ?")
    #expect(read.codes == [.tableDuplicated, .rowAmbiguous])
  }

  @Test func ofTwoYearsWithNothingBetweenThemNeitherIsTaken() {
    let other = FormSamples.applications2021.replacing(
      "|90|2|0|1|3|4|100", with: "|80|2|0|1|3|4|90"
    )
    .replacing("|20|1|0|1|0|2|24", with: "|10|1|0|1|0|2|14")
    let form = FormReader.read(Document(other, FormSamples.applications2021))
    #expect(form.value.row(.applications, "new_received") == "? ? ? ? ? ? ?")
    #expect(
      form.issues.codes.filter { $0 != .tableMissing } == [.tableDuplicated, .rowAmbiguous])
    let apart = FormReader.read(Document(other, "附：", FormSamples.applications2021))
    #expect(apart.value.row(.applications, "new_received") == "80 2 0 1 3 4 90")
    let below = FormReader.read(Document(other, "见下表", FormSamples.applications2021))
    #expect(below.value.row(.applications, "new_received") == "? ? ? ? ? ? ?")
    let headed = FormReader.read(
      Document("三、收到和处理政府信息公开申请情况", other, "见下表", FormSamples.applications2021))
    #expect(headed.value.row(.applications, "new_received") == "80 2 0 1 3 4 90")
  }

  @Test(arguments: [
    ("|90|", "|９０|"), ("|90|", "|90件|"), ("|90|", "|90.00|"), ("|0|", "|/|"), ("|0|", "||"),
  ])
  func aCopyInAnotherWritingIsTheSameTable(old: String, new: String) {
    let copy = FormSamples.applications2021.replacing(old, with: new)
    let form = FormReader.read(Document(FormSamples.applications2021, copy))
    #expect(form.value.row(.applications, "new_received") == "90 2 0 1 3 4 100")
    #expect(form.issues.codes.filter { $0 != .tableMissing } == [.tableDuplicated])
  }

  /// Table 1 over two pages; a row comes again above the labels of the next block.
  @Test func aRowThatAPageRepeatsAboveAHeadBeginsNoTable() {
    let lines = FormSamples.disclosure2021.split(separator: "\n").map(String.init)
    let form = FormReader.read(
      Document(lines[..<5].joined(separator: "\n"), lines[3...].joined(separator: "\n")))
    let whole = FormReader.read(Document(FormSamples.disclosure2021)).value
    #expect(form.value.cells.map(\.value) == whole.cells.map(\.value))
    #expect(form.issues.codes.filter { $0 != .tableMissing } == [.rowDuplicated])
  }

  @Test func aLineBetweenTwoTablesTellsThemApart() {
    let heading = "四、政府信息公开行政复议、行政诉讼情况"
    #expect(Self.reviews(heading, Self.wide, "附：分项情况", Self.stacked).row == "10 12 14 16 52")
    #expect(Self.reviews(heading, "下属单位：", Self.wide, "区交通运输局：", Self.stacked).row == "5 6 7 8 26")
    #expect(Self.reviews(Self.wide, heading, Self.stacked).row == "5 6 7 8 26")
  }

  @Test func aFormThatNobodyFilledInDoesNotTakeTheHeadOfTheNext() {
    let blank = Array(repeating: "", count: 15).joined(separator: "|")
    let read = Self.reviews(FormSamples.reviewHeader + "\n" + blank, FormSamples.review)
    #expect(read.row == "4 5 6 7 22")
    #expect(read.codes == [.tableDuplicated])
  }

  @Test func aHeadThatComesAgainIsTheSameHead() {
    let read = Self.reviews(FormSamples.reviewHeader + "\n" + FormSamples.review)
    #expect(read.row == "4 5 6 7 22")
    #expect(read.codes == [])
  }

  /// Table 2 over two pages, the last rows of the first once more at the top of the second.
  @Test(arguments: [true, false])
  func rowsThatAPageRepeatsBeginNoTable(inOrder: Bool) {
    let lines = FormSamples.applications2021.split(separator: "\n").map(String.init)
    let header = FormSamples.applicationsHeader.split(separator: "\n").map(String.init)
    let first = lines[..<12].joined(separator: "\n")
    let second = (header + lines[11...]).joined(separator: "\n")
    let form = FormReader.read(
      inOrder ? Document(blocks: [first, "- 3 -", second]) : Document(blocks: [second, first]))
    let whole = FormReader.read(Document(FormSamples.applications2021)).value
    #expect(form.value.cells.map(\.value) == whole.cells.map(\.value))
    #expect(form.issues.codes.filter { $0 != .tableMissing } == [.rowDuplicated])
  }

  @Test func aColumnOfCodesThatSomeRowsLackShiftsNothing() {
    let text = """
      项目|编码|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
      一、本年新收政府信息公开申请数量|1|58|33|11|2|22|10|136
      二、上年结转政府信息公开申请数量||8|4|1|0|1|0|14
      （一）予以公开|3|12|7|2|0|4|2|27
      四、结转下年度继续办理||3|2|1|0|1|0|7
      """
    let form = FormReader.read(Document(text)).value
    #expect(form.row(.applications, "new_received") == "58 33 11 2 22 10 136")
    #expect(form.row(.applications, "carried_in") == "8 4 1 0 1 0 14")
  }

  @Test func aFormOfZerosBelowALineThatCallsItOneIsNotTheReports() {
    let zeros =
      FormSamples.review.split(separator: "\n").dropLast().joined(separator: "\n")
      + "\n0|0|0|0|0|0|0|0|0|0|0|0|0|0|0"
    #expect(Self.reviews("附表格式", zeros, "四、行政复议、行政诉讼情况", FormSamples.review).row == "4 5 6 7 22")
  }
}
