import Diagnostics
import DocumentModel
import NationalForm
import Testing

@testable import FormParsing

/// Two years' tables in one report.
struct TableYearTests {
  private static func table(_ total: Int, carriedIn: Int = 1, carriedOut: Int = 2) -> String {
    """
    |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
    一、本年新收政府信息公开申请数量|\(total)|0|0|0|0|0|\(total)
    二、上年结转政府信息公开申请数量|\(carriedIn)|0|0|0|0|0|\(carriedIn)
    （一）予以公开|3|0|0|0|0|0|3
    四、结转下年度继续办理|\(carriedOut)|0|0|0|0|0|\(carriedOut)
    """
  }

  private static let title = "青石县水务局2023年政府信息公开工作年度报告"

  @Test(arguments: [
    ("2022年：", "2023年："), ("上年度情况：", "本年度情况："), ("2022年度收到和处理政府信息公开申请情况", "申请情况"),
  ])
  func theTableOfTheReportsYearIsRead(earlier: String, own: String) {
    let form = FormReader.read(
      Document(Self.title, earlier, Self.table(70), own, Self.table(8)))
    #expect(form.value.row(.applications, "new_received") == "8 0 0 0 0 0 8")
    #expect(form.issues.codes.contains(.tableDuplicated))
  }

  @Test(arguments: [
    ("（以上为2022年数据）", "（以上为2023年数据）"), ("注：以上为2022年数据", ""), ("上表为更正前数据。", ""),
    ("上表为上年度数据，仅供比较", ""), ("", "（以上为更正后的数据）"),
    ("以上数据有误，现予更正", ""),
  ])
  func aLineBelowATableSpeaksOfIt(first: String, second: String) {
    let form = FormReader.read(
      Document(
        Self.title, "三、收到和处理政府信息公开申请情况", Self.table(70), first.isEmpty ? "见下表" : first,
        Self.table(8),
        second.isEmpty ? "四、其他" : second))
    #expect(form.value.row(.applications, "new_received") == "8 0 0 0 0 0 8")
    #expect(form.issues.codes.contains(.tableDuplicated))
  }

  /// The own table first, one of another year or body below it, and a line between both that may speak of either.
  @Test(arguments: [
    "以上为2023年数据，以下为2022年数据", "以上为本机关数据，下属单位数据如下：", "以上数据较上年度增长10%，上年度数据如下：",
    "上述数据与2022年相比有所增加，2022年情况见下表", "以上为更正后数据，更正前数据如下：", "注：以上数据含上年度结转0件",
  ])
  func aLineBetweenTwoTablesIsOfBoth(line: String) {
    let form = FormReader.read(
      Document(Self.title, "三、收到和处理政府信息公开申请情况", Self.table(70), line, Self.table(8)))
    #expect(form.value.row(.applications, "new_received") == "70 0 0 0 0 0 70")
    #expect(form.issues.codes.contains(.tableDuplicated))
  }

  @Test(arguments: [
    "注：以上数据含上年度结转0件", "以上数据较上年度增长10%。", "（以上为2022年修订的格式）", "注：上表按2022年格式编制",
  ])
  func aNoteBelowTheOnlyTableTakesNothingAway(note: String) {
    let form = FormReader.read(Document(Self.title, Self.table(70), note))
    #expect(form.value.row(.applications, "new_received") == "70 0 0 0 0 0 70")
  }

  @Test(arguments: ["因统计口径调整，现将上表更正如下：", "上表有误，更正后如下："])
  func theTableBelowItsCorrectionIsRead(line: String) {
    let form = FormReader.read(
      Document(Self.title, "三、收到和处理政府信息公开申请情况", Self.table(70), line, Self.table(8)))
    #expect(form.value.row(.applications, "new_received") == "8 0 0 0 0 0 8")
  }

  @Test func theCorrectedTableBelowItsOwnHeadingIsRead() {
    let heading = "三、收到和处理政府信息公开申请情况"
    let form = FormReader.read(
      Document(Self.title, heading, Self.table(70), "四、其他情况", heading, "更正后：", Self.table(8)))
    #expect(form.value.row(.applications, "new_received") == "8 0 0 0 0 0 8")
  }

  @Test func theCorrectedTableIsRead() {
    let form = FormReader.read(
      Document(Self.title, "三、收到和处理政府信息公开申请情况", Self.table(70), "更正后：", Self.table(8)))
    #expect(form.value.row(.applications, "new_received") == "8 0 0 0 0 0 8")
  }

  @Test func namesOfTabsAreNoYearsOfTheTablesBelowThem() {
    let form = FormReader.read(Document(Self.title, "2023年", "2022年", Self.table(70)))
    #expect(form.value.row(.applications, "new_received") == "70 0 0 0 0 0 70")
    let both = FormReader.read(
      Document(Self.title, "2023年", "2022年", Self.table(70), Self.table(8)))
    #expect(both.value.row(.applications, "new_received") == "? ? ? ? ? ? ?")
    #expect(both.issues.codes.contains(.rowAmbiguous))
  }

  @Test func theYearOfTheReportIsTheOneBeforeItsName() {
    let form = FormReader.read(
      Document("2023年1月发布2022年政府信息公开工作年度报告", "2022年：", Self.table(8)))
    #expect(form.value.row(.applications, "new_received") == "8 0 0 0 0 0 8")
  }

  @Test func theYearOfALawIsNotTheTables() {
    let form = FormReader.read(Document(Self.title, "按2019年修订的条例统计", Self.table(8)))
    #expect(form.value.row(.applications, "new_received") == "8 0 0 0 0 0 8")
  }

  @Test func smallRowsThatAreEqualByChanceSayNothingOfYears() {
    let form = FormReader.read(
      Document(
        Self.title, "三、收到和处理政府信息公开申请情况", Self.table(70, carriedOut: 0), "见下表",
        Self.table(8, carriedIn: 0, carriedOut: 0)))
    #expect(form.value.row(.applications, "new_received") == "70 0 0 0 0 0 70")
    #expect(form.issues.codes.contains(.tableDuplicated))
  }

  @Test func aTableOfAnotherYearAloneIsNotRead() {
    let form = FormReader.read(Document(Self.title, "上年同期（2022年）数据如下表：", Self.table(70)))
    #expect(form.value.row(.applications, "new_received") == "")
    #expect(
      form.issues.contains {
        $0.code == .tableMissing && $0.message.contains("stands above another year's")
      })
  }

  @Test func whatOneTableCarriesOutTheLaterCarriesIn() {
    let form = FormReader.read(
      Document(
        Self.title,
        Self.table(70).replacing("理|2|0|0|0|0|0|2", with: "理|5|1|0|0|0|0|6"), "见下表",
        Self.table(8).replacing(
          "二、上年结转政府信息公开申请数量|1|0|0|0|0|0|1", with: "二、上年结转政府信息公开申请数量|5|1|0|0|0|0|6")))
    #expect(form.value.row(.applications, "new_received") == "8 0 0 0 0 0 8")
  }

  @Test(arguments: [("8.5元", "8.5"), ("8.5（元）", "8.5"), ("85000元", "85000")])
  func aUnitInTheCellAgainstItsHeadIsSaid(printed: String, value: String) {
    let form = FormReader.read(
      Document(
        """
        第二十条第（八）项|
        信息内容|本年收费金额（单位：万元）
        行政事业性收费|\(printed)
        第二十条第（六）项|
        信息内容|本年处理决定数量
        行政处罚|3
        行政强制|4
        """))
    #expect(form.value.row(.activeDisclosure, "fees") == value)
    #expect(form.issues.codes.contains(.amountUnitConflict))
  }

  @Test func rowsOfOneValueBehindAFullWidthBarAreRead() {
    let form = FormReader.read(
      Document(
        """
        第二十条第（六）项
        信息内容｜本年处理决定数量
        行政处罚｜66
        行政强制｜7
        """))
    #expect(form.value.row(.activeDisclosure, "penalty") == "66")
    #expect(form.value.row(.activeDisclosure, "coercion") == "7")
  }
}
