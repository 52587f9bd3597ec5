import Explanation
import FormParsing
import NationalForm
import PlainWords
import ReportRecords
import Testing

struct ExplanationTests {
  private func text(_ report: ExplainedReport, _ paths: String...) throws -> String {
    let cells = try paths.map { try #require(CellID(path: $0)) }
    return Explanation(of: report, cells: cells).text(in: .english)
  }

  private let clean = ["1", "0", "0", "2", "3", "0", "0", "0", "0", "0", "4", "0", "1", "0", "5"]

  @Test func aCellIsShownWithItsPlaceItsLabelsItsMeaningAndItsSums() throws {
    #expect(
      try text(SampleReport.report(results: clean), "review_litigation.suit_after_review.other")
        == """
        a/b.docx
          某市某局, 2022, form e2021, document 0123456789abcdef

        review_litigation.suit_after_review.other
          printed     1
          value       1
          place       table 2 row 4 cell 13
          its column  行政诉讼 / 复议后起诉 / 其他结果
          in print    1 | 0 | 0 | 2 | 3 | 0 | 0 | 0 | 0 | 0 | 4 | 0 | 1 | 0 | 5
          form row    行政诉讼 / 复议后起诉
          form column 其他结果
          meaning     Lawsuits after a review: other outcome

          R3(suit_after_review) holds: 5 = 5
              结果维持 4 + 结果纠正 0 + 其他结果 [1] + 尚未审结 0
            = 总计 5

        """)
  }

  @Test func moneyIsShownWithItsConversion() throws {
    let text = try text(
      SampleReport.report(results: clean), "active_disclosure.fees.amount_cny")
    #expect(
      text.hasSuffix(
        """
          printed     6229.95
          value       6229.95 万元 -> 62299500 元
          place       table 1 row 14 cell 2
          its row     行政事业性收费
          its column  第二十条第（八）项 / 本年收费金额（单位：万元）
          in print    行政事业性收费 | 6229.95
          form row    行政事业性收费
          form column 本年收费金额（单位：万元）
          meaning     Fees that the body charges: money in 元; the forms print 万元
          article     条例 第二十条第（八）项

          It takes part in no identity.

        """))
  }

  @Test func withoutACellTheFailingChecksAreShownAndABlankIsNamed() throws {
    let report = SampleReport.report(
      results: ["1", "0", "0", "2", "9", "0", "0", "", "0", "1", "4", "0", "1", "0", "5"])
    #expect(
      try text(report) == """
        a/b.docx
          某市某局, 2022, form e2021, document 0123456789abcdef

        1 identities hold, 1 fail, 15 cannot be assessed.

          R1(review) fails: 3 expected, 9 printed, difference 6
              结果维持 1 + 结果纠正 0 + 其他结果 0 + 尚未审结 2
            = 总计 9

            review_litigation.review.upheld     1  table 2 row 4 cell 1
            review_litigation.review.corrected  0  table 2 row 4 cell 2
            review_litigation.review.other      0  table 2 row 4 cell 3
            review_litigation.review.pending    2  table 2 row 4 cell 4
            review_litigation.review.total      9  table 2 row 4 cell 5

          R2(direct_suit) is not assessable: 1 of 5 cells without a number
            with 0 in their place it fails: 0 expected, 1 printed, difference 1
              结果维持 0 + 结果纠正 0 + 其他结果 blank + 尚未审结 0
            = 总计 1

            review_litigation.direct_suit.upheld     0                table 2 row 4 cell 6
            review_litigation.direct_suit.corrected  0                table 2 row 4 cell 7
            review_litigation.direct_suit.other      nothing (blank)  table 2 row 4 cell 8
            review_litigation.direct_suit.pending    0                table 2 row 4 cell 9
            review_litigation.direct_suit.total      1                table 2 row 4 cell 10

        --cell PATH explains one of these cells in full.

        """)
  }

  @Test func whereNothingFailsThatIsSaid() throws {
    #expect(
      try text(SampleReport.report(results: clean)).hasSuffix(
        """
        3 identities hold, 0 fail, 14 cannot be assessed: no check of a cell fails.
        --cell PATH explains a cell.

        """))
  }

  @Test func aCellThatIsNotPrintedHasNoPlaceAndNoValue() throws {
    let text = try text(
      SampleReport.report(results: clean), "applications.granted.total")
    #expect(
      text.contains("  printed     no such row or column (absent)\n  value       none\n  form row"))
    #expect(text.contains("A1(total)") == false)
    #expect(
      text.contains("A2(total) is not assessable, nor with blanks as 0: one side has no number"))
  }

  @Test func whatCannotBeReadIsNoZero() throws {
    var results = clean
    results[1] = "1O"
    let text = try text(
      SampleReport.report(results: results), "review_litigation.review.corrected")
    #expect(text.contains("  printed     1O (unreadable)\n  value       none\n"))
    #expect(
      text.contains(
        "R1(review) is not assessable, nor with blanks as 0: a cell in it cannot be read"))
  }

  @Test func controlCharactersReachNoTerminal() throws {
    var report = SampleReport.report(results: clean)
    report.agencyName = "某局\u{1B}[2J\u{202E}"
    #expect(try text(report).contains(#"某局\u{1b}[2J\u{202e}, 2022"#))
  }

  @Test func theAssessmentsAreThoseThatTheChecksCount() {
    let report = SampleReport.report(results: clean)
    let outcomes = report.assessments.map(\.outcome)
    #expect(outcomes.count { $0 == .holds } == report.checks.passed)
    #expect(outcomes.count { $0 == .fails } == report.checks.failed)
    #expect(outcomes.count { $0 == .unassessable } == report.checks.unassessable)
  }
}
