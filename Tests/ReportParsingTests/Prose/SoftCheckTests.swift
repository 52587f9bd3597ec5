import Diagnostics
import NationalForm
import ReportRecords
import Testing

@testable import ProseParsing
@testable import TextScanning

struct SoftCheckTests {
  @Test(arguments: [
    "公开信息64条，其中文件6条，公告4条。",
    "公开信息10条（文件6条，公告4条）。",
    "公开信息近10条，其中文件6条，公告5条。",
    "收到申请5件（其中网络3件，信函2件，自然人4件，企业1件）。",
    "办理率100%，其中满意率98%、知晓率97%。",
    "收到申请130件，同比增加150件，其中网络130件。",
    "共64条，分别为政策30条、公告34条。",
    "公开信息20条（首次公开12条）。",
    "全县宽带用户100万户，其中光纤用户90万户，农村用户40万户。",
    "全年公开信息100条，其中政策类60条，通过网站公开80条。",
  ])
  func partsThatFitTheWholeAreNoFailure(_ text: String) {
    #expect(failures(text) == [])
  }

  @Test func partsThatDifferFromTheWholeAreAWarning() {
    #expect(
      failures("发布5篇。公开信息10条，其中文件6条，公告5条。举办培训3期。")
        == [failure("P", "1", expected: 11, actual: 10)])
    #expect(
      failures("公开信息20条（文件6条，公告4条）。") == [failure("P", "0", expected: 10, actual: 20)])
    #expect(
      failures("共64条，分别为政策30条、公告35条。") == [failure("P", "0", expected: 65, actual: 64)])
    #expect(
      failures("收到申请55件，其中网上申请40件、信函申请20件。")
        == [failure("P", "0", expected: 60, actual: 55)])
    #expect(
      failures("公开信息100条，其中政策类160条，通过网站公开80条。")
        == [failure("P", "0", expected: 240, actual: 100)])
    #expect(failures("公开信息10条，其中文件600条。") == [failure("P", "0", expected: 600, actual: 10)])
  }

  @Test(arguments: [
    ("2023年受理政府信息公开申请21件。", "applications.new_received.total", 21),
    ("我局未收到政府信息公开申请。", "applications.new_received.total", 0),
    ("上年结转7件，", "applications.carried_in.total", 7),
    ("结转下年度继续办理4件。", "applications.carried_out.total", 4),
    ("答复9件，其中予以公开8件。", "applications.granted.total", 8),
    ("部分公开6件。", "applications.partial.total", 6),
    ("因政府信息公开引起的行政复议3件。", "review_litigation.review.total", 3),
    ("被提起行政诉讼1件。", "derived.suit_total", 1),
    ("依申请公开方面，共有行政复议2件。", "review_litigation.review.total", 2),
    ("全年制发行政规范性文件12件。", "active_disclosure.normative_docs.issued", 12),
  ])
  func aFigureThatDiffersFromItsCellIsAWarning(_ text: String, _ scope: String, _ value: Int) {
    let expected = scope.hasPrefix("derived") ? 10 : 5
    #expect(
      failures(text, cells: cells(all: 5)) == [
        failure("N", scope, expected: expected, actual: value)
      ])
    if expected == 5 { #expect(failures(text, cells: cells(all: value)) == []) }
  }

  @Test func negatedReviewAndSuitsAreComparedWithBoth() {
    #expect(
      failures("没有发生行政复议和行政诉讼。", cells: cells(all: 2)) == [
        failure("N", "review_litigation.review.total", expected: 2, actual: 0),
        failure("N", "derived.suit_total", expected: 4, actual: 0),
      ])
  }

  @Test(arguments: [
    "通过网络收到申请3件。", "受理申请较上年增加3件。", "收到行政复议申请，办结3件。", "收到申请近300件。",
    "收到申请21余件。", "收到申请32件（含上年结转27件）", "受理申请32件，其中新收25件，上年结转7件。", "近三年共收到政府信息公开申请95件。",
    "收到建议提案12件。", "主动公开3件。",
    "全年公开行政复议决定43件、法律援助信息118条。", "第四季度收到申请30件。", "2022年收到申请58件，2023年收到申请5件。",
    "平均每月收到申请3件。", "乡镇受理申请8件。", "办理行政复议案件43件。", "受理行政复议43件，行政诉讼7件。",
  ])
  func aFigureOfSomethingElseIsNotCompared(_ text: String) {
    #expect(failures(text, cells: cells(all: 5)) == [])
  }

  @Test(arguments: [
    "2019年收到申请58件。", "2019年未收到申请。", "2018年至2019年未收到申请。",
  ])
  func aFigureOfAYearBeforeTheReportsIsNotCompared(_ text: String) {
    let prose = ProseReader.read([paragraph(text)], cells: cells(all: 5), year: 2020)
    #expect(prose.value.softFailures == [])
    #expect(prose.value.figures.map(\.value) == (text.contains("58") ? [ExactDecimal(58)] : []))
  }

  @Test(arguments: ["2020年未收到申请。", "2019年至2020年未收到申请。", "2021年未收到申请。"])
  func aFigureOfTheReportsYearIsCompared(_ text: String) {
    let prose = ProseReader.read([paragraph(text)], cells: cells(all: 5), year: 2020)
    #expect(
      prose.value.softFailures == [
        failure("N", "applications.new_received.total", expected: 5, actual: 0)
      ])
  }

  @Test func aFigureOfTheBodyItselfIsReportedButNoFailure() {
    let prose = ProseReader.read([paragraph("区政府本级收到申请17件。")], cells: cells(all: 95))
    #expect(prose.value.softFailures == [])
    #expect(prose.issues.map(\.code) == [.figureDiffers])
  }

  @Test func aBlankCellIsNotCompared() {
    let blank = NationalForm.cells.map { CellReading($0, .blank) }
    #expect(failures("收到申请17件。", cells: blank) == [])
  }
}

private func failure(_ id: String, _ scope: String, expected: Int, actual: Int) -> CheckFailure {
  CheckFailure(
    id: id, scope: scope, severity: .warning, expected: ExactDecimal(expected),
    actual: ExactDecimal(actual), delta: ExactDecimal(actual - expected), blanksAsZero: false)
}

private func failures(_ text: String, cells: [CellReading] = []) -> [CheckFailure] {
  ProseReader.read([paragraph(text)], cells: cells).value.softFailures
}

private func cells(all value: Int) -> [CellReading] {
  NationalForm.cells.filter { $0.column != "made" }.map {
    CellReading($0, .value, value: ExactDecimal(value))
  }
}

private func paragraph(_ text: String) -> ProseParagraph {
  ProseParagraph(text, sectionID: nil, topic: nil, at: .line(1))
}
