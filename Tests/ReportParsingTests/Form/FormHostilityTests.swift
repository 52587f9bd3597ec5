import Diagnostics
import DocumentModel
import NationalForm
import Testing

@testable import FormParsing

/// Input that no report has: it costs time in proportion to its size, and nothing else.
struct FormHostilityTests {
  @Test(.timeLimit(.minutes(15)))
  func thousandsOfStrangeRowsAreReportedInBrief() {
    let strange = String(repeating: "||9.一行怪话文字|1|2|3|4|5|6|7\n", count: 20_000)
    let form = FormReader.read(
      Document(FormSamples.applicationsHeader + "\n" + FormSamples.applicationsTop + "\n" + strange)
    )
    #expect(form.value.row(.applications, "granted") == "20 1 0 1 0 2 24")
    #expect(form.issues.count < 300)
  }

  @Test(.timeLimit(.minutes(15)))
  func manyCopiesAndParagraphsOfFiguresAreRead() {
    let row = "一、本年新收政府信息公开申请数量|||90|2|0|1|3|4|100\n"
    let copies = String(repeating: FormSamples.applicationsHeader + "\n" + row, count: 2_000)
    let form = FormReader.read(
      Document(
        copies, String(repeating: "0\n", count: 50_000),
        String(repeating: "三、本年度办理结果", count: 5_000)))
    #expect(form.issues.count < 300)
  }
}
