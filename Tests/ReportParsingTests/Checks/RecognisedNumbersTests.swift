import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing
@testable import ReportParsing

/// Numbers that a program recognised in a picture of a page.
struct RecognisedNumbersTests {
  private static let review = """
    行政复议|||||行政诉讼|||||||||
    结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉||||
    |||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计

    """

  /// A report whose tables 1 to 3 stand on the pages 1 to 3.
  private func document(
    disclosure: String = FormSamples.disclosure2021, review values: String, pages: Set<Int>
  ) -> Document {
    var blocks = [
      Block.paragraph(Paragraph("青岚市水务局2022年政府信息公开工作年度报告", at: .page(1, box: nil))),
      .paragraph(Paragraph("一、总体情况", at: .page(1, box: nil))),
      .paragraph(Paragraph("全年主动公开信息128条。", at: .page(1, box: nil))),
    ]
    let tables = [
      disclosure, FormSamples.applicationsHeader + FormSamples.applicationsTop,
      Self.review + values,
    ]
    for (index, literal) in tables.enumerated() {
      var table = Table(literal, block: index + 1)
      for row in table.rows.indices {
        for column in table.rows[row].indices {
          table.rows[row][column].location = .page(index + 1, box: nil)
        }
      }
      blocks.append(.table(table))
    }
    return Document(blocks: blocks, pageCount: 3, recognisedPages: pages)
  }

  private func parse(_ document: Document) throws -> (FormReading, Content, [Diagnostics.Issue]) {
    let parsed = DocumentParser.parse(document, name: "a.pdf")
    let cells = try #require(parsed.value.annualReport).cells
    return (FormReading(cells: cells, edition: nil, blocks: [:]), parsed.value, parsed.issues)
  }

  private let whole = "1|2|3|4|10|5|6|7|8|26|9|1|0|2|12"

  @Test func onlyWhatAnIdentityProvesHasAValue() throws {
    let (form, content, issues) = try parse(document(review: whole, pages: [1, 3]))
    #expect(form.row(.activeDisclosure, "rules") == "? ? ?")
    #expect(form.row(.reviewLitigation, "review") == "1 2 3 4 10")
    #expect(form.row(.applications, "new_received") == "90 2 0 1 3 4 100")
    let licensing = try #require(
      form.cells.first { $0.id.row == "licensing" && $0.state != .absent })
    #expect(licensing.raw == "301")
    let recognised = issues.filter { $0.code == .recognisedText }
    #expect(
      recognised == [
        Diagnostics.Issue(
          .recognisedText,
          "the text of pages 1, 3 was recognised in a picture: 10 numbers of the tables that no identity proves are left out, and nothing proves the figures of the text",
          at: .page(1, box: nil))
      ])
    #expect(content.annualReport?.figures.map(\.value) == [ExactDecimal(128)])
    #expect(issues.filter { $0.severity == .error }.map(\.code) == [.tableUnreadable])
  }

  @Test func aFailingIdentityTakesOutItsOwnNumbersOnly() throws {
    let (form, content, _) = try parse(
      document(review: whole.replacing("1|2|3|4|10", with: "1|2|3|4|19"), pages: [2, 3]))
    #expect(form.row(.reviewLitigation, "review") == "? ? ? ? ?")
    #expect(form.row(.reviewLitigation, "direct_suit") == "5 6 7 8 26")
    #expect(content.checks.failures.contains { $0.id == "R1" && $0.actual == ExactDecimal(19) })
  }

  @Test func aBlankOnSuchAPageMayBeANumber() throws {
    let (form, content, issues) = try parse(
      document(review: whole.replacing("1|2|3|4|10", with: "|2|-|4|10"), pages: [3]))
    #expect(form.row(.reviewLitigation, "review") == "? ? ? ? ?")
    #expect(content.annualReport.map { DerivedSums(of: $0).values[4] } == .some(nil))
    #expect(issues.count { $0.code == .recognisedText } == 1)
    #expect(issues.filter { $0.location == .page(3, box: nil) }.count == 1)
  }

  @Test func withoutSuchPagesNothingChanges() throws {
    let (form, _, issues) = try parse(document(review: whole, pages: []))
    #expect(form.row(.activeDisclosure, "rules") == "1 0 12")
    #expect(!issues.map(\.code).contains(.recognisedText))
  }

  @Test func aTableOfWhichMostCannotBeReadIsAnError() throws {
    func errors(_ values: String) throws -> [String] {
      let issues: [Diagnostics.Issue] = try parse(document(review: values, pages: [])).2
      return issues.filter { $0.severity == .error }.map(\.message)
    }
    #expect(try errors(whole) == [])
    #expect(try errors("||||||||||||||") == [])
    let lost = Array(repeating: "\u{FFFD}", count: 15)
    #expect(
      try errors(lost.joined(separator: "|")) == [
        "no cell of the table review_litigation can be read"
      ])
    #expect(
      try errors((["1", "2", "3", "4", "10", "1", "2"] + lost.prefix(8)).joined(separator: "|"))
        == [
          "8 of 15 cells of the table review_litigation can't be read"
        ])
    #expect(
      try errors(
        (["1", "2", "3", "4", "10", "1", "2", "7"] + lost.prefix(7)).joined(separator: "|")) == [])
    #expect(try errors("某某|某某") == ["no row of the table review_litigation can be read"])
  }
}
