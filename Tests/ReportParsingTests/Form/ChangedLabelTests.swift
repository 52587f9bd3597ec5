import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing

/// Labels, units and notes that change what a number means, and rows that lost a blank.
struct ChangedLabelTests {
  private typealias Samples = FormSamples

  private func disclosure(_ old: String, _ new: String) -> Diagnosed<FormReading> {
    FormReader.read(
      Document(
        Samples.disclosure2021.replacing(old, with: new), Samples.applications2021, Samples.review))
  }

  private func applications(_ old: String, _ new: String) -> Diagnosed<FormReading> {
    FormReader.read(
      Document(
        Samples.disclosure2021, Samples.applications2021.replacing(old, with: new), Samples.review))
  }

  @Test func aRowThatMayHaveLostABlankIsSaid() {
    let form = disclosure("规章|1|0|12", "规章|1|12|")
    #expect(form.value.row(.activeDisclosure, "rules") == "1 12 _")
    #expect(form.issues.codes == [.rowShort])
    let inPlace = disclosure("规章|1|0|12", "规章|1||12")
    #expect(inPlace.value.row(.activeDisclosure, "rules") == "1 _ 12")
    #expect(inPlace.issues == [])
    #expect(disclosure("规章|1|0|12", "规章|||").issues == [])
  }

  @Test(arguments: [
    ("本年制发件数", "上年制发件数", "rules", "0 12"), ("现行有效件数", "上年现行有效件数", "rules", "1 0"),
    ("本年处理决定数量", "上年处理决定数量", "licensing", "? ? ?"),
    ("本年收费金额", "本年减免收费金额", "fees", "? ? ?"),
  ])
  func aColumnOfAnotherMeaningIsNotRead(old: String, new: String, row: String, values: String) {
    let form = disclosure(old, new)
    #expect(form.value.row(.activeDisclosure, row) == values)
    #expect(form.issues.codes.contains(.columnUnknown))
  }

  @Test func aDamagedColumnLabelIsAWarning() {
    let form = disclosure("本年制发件数", "本年制友件数")
    #expect(form.value.row(.activeDisclosure, "rules") == "1 0 12")
    #expect(form.issues.codes == [.labelUncertain])
    #expect(IssueCode.labelUncertain.severity == .warning)
  }

  /// 属于行政 may be 执法案卷 or 查询事项: only the number tells.
  @Test(arguments: [
    ("7.属于行政执法案卷", "7.属于行政", IssueCode.labelUncertain), ("7.属于行政执法案卷", "7.属于", .labelUncertain),
    ("7.属于行政执法案卷", "7.属于行政执法", .labelDamaged), ("8.属于行政查询事项", "8.属于行政事项", .labelDamaged),
  ])
  func aLabelCutToWhatSeveralBeginWithIsInDoubt(old: String, new: String, code: IssueCode) {
    let form = applications(old, new)
    #expect(form.issues.codes == [code])
  }

  @Test(arguments: [
    ("一、本年新收", "一、上年新收"), ("二、上年结转", "二、本年结转"), ("2.重复申请", "2.非重复申请"),
    ("（一）予以公开", "（一）主动予以公开"), ("需要另行制作", "不需要另行制作"),
  ])
  func aRowOfAnotherMeaningIsNotRead(old: String, new: String) {
    #expect(applications(old, new).issues.codes.contains(.rowUnknown))
  }

  @Test(arguments: [
    ("行政规范性文件", "党内规范性文件"), ("行政规范性文件", "其中：部门规范性文件"), ("行政许可", "不予行政许可"),
    ("行政许可", "行政许可变更"), ("行政处罚", "行政处罚（简易程序）"), ("行政强制", "行政强制执行"),
  ])
  func anItemOfAnotherMeaningIsNotRead(old: String, new: String) {
    #expect(disclosure(old, new).issues.codes.contains(.rowUnknown))
  }

  @Test func aDamagedLabelDoesNotBeginTheTableAgain() {
    for label in ["行政处罚（简易程序）", "行政处罚数"] {
      let form = disclosure("行政许可|301||", "行政许可|301||\n\(label)|4||")
      #expect(form.issues.codes == [.rowUnknown])
      #expect(form.value.value(.activeDisclosure, "penalty", "decisions") == ExactDecimal(27))
      #expect(form.value.value(.activeDisclosure, "licensing", "decisions") == ExactDecimal(301))
    }
  }

  @Test func aUnitBesideTheColumnCountsWhereItHasNone() {
    let form = disclosure("本年收费金额（单位：万元）|", "本年收费金额|单位：元")
    #expect(
      form.value.value(.activeDisclosure, "fees", "amount_cny") == ExactDecimal("96171.6"))
    #expect(form.issues == [])
  }

  @Test(arguments: ["本年处理决定数量（单位：万件）", "本年处理决定数量（百件）", "本年处理决定数量（千）"])
  func aColumnThatCountsByMoreThanOneIsNotRead(label: String) {
    let form = disclosure("本年处理决定数量", label)
    #expect(form.value.value(.activeDisclosure, "licensing", "decisions") == nil)
    #expect(form.issues.codes.contains(.columnUnknown))
  }

  @Test func unitsThatContradictEachOtherAreNotRead() {
    let form = disclosure("第二十条第（八）项", "第二十条第（八）项（单位：元）")
    #expect(form.value.row(.activeDisclosure, "fees") == "?")
    #expect(form.issues.codes.contains(.amountUnitConflict))
  }

  @Test(arguments: ["5（应为6）", "5（更正：6）", "5(有误)"])
  func aNumberThatIsCorrectedIsNotRead(text: String) {
    let value = CellValue.read(text, as: .count)
    #expect(value.state == .unreadable)
    #expect(value.remarks.map(\.code) == [.cellUnreadable])
  }
}
