import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing
@testable import ReportParsing

/// Numbers whose digits a page sets far apart.
struct SpacedDigitsTests {
  private static let review = """
    行政复议|||||行政诉讼|||||||||
    结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉||||
    |||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计

    """

  private static let applications =
    FormSamples.applicationsHeader + FormSamples.applicationsTop

  /// A report whose tables stand on page 1, or in a text.
  private func read(
    disclosure: String = FormSamples.disclosure2021, applications: String = Self.applications,
    _ values: String, isOnPage: Bool = true
  ) throws -> (form: FormReading, codes: [IssueCode]) {
    var blocks = [Block.paragraph(Paragraph("青岚市水务局2022年政府信息公开工作年度报告", at: .page(1, box: nil)))]
    let tables = [
      disclosure, applications, Self.review + values,
    ]
    for (index, literal) in tables.enumerated() {
      var table = Table(literal, block: index + 1)
      for row in table.rows.indices {
        for column in table.rows[row].indices {
          let box = BoundingBox(
            left: Double(column), top: Double(row), right: Double(column + 1),
            bottom: Double(row + 1))
          table.rows[row][column].location =
            isOnPage ? .page(index + 1, box: box) : .line(index * 100 + row * 20 + column)
        }
      }
      blocks.append(.table(table))
    }
    let parsed = DocumentParser.parse(Document(blocks: blocks, pageCount: 3), name: "a.pdf")
    let cells = try #require(parsed.value.annualReport).cells
    return (FormReading(cells: cells, edition: nil, blocks: [:]), parsed.issues.map(\.code))
  }

  private let spaced = "1|2|3|4|1 0|5|6|7|8|2 6|9|1|0|2|1 2"

  @Test func digitsThatStandApartAreOneNumberWhereAllSumsHold() throws {
    let (form, codes) = try read(spaced)
    #expect(form.row(.reviewLitigation, "review") == "1 2 3 4 10")
    #expect(form.row(.reviewLitigation, "direct_suit") == "5 6 7 8 26")
    #expect(form.row(.reviewLitigation, "suit_after_review") == "9 1 0 2 12")
    #expect(codes.filter { $0 == .pdfCellJoined }.count == 3)
    #expect(!codes.contains(.cellUnreadable))
  }

  @Test(arguments: [
    // Two numbers in a cell, of which none is 12; a number that is set as usual; one sum that can't be told.
    "1|2|3|4|1 0|5|6|7|8|2 6|9|1|1|2|1 2", "1|2|3|4|10|5|6|7|8|2 6|9|1|0|2|1 2",
    "1|2|3|4|1 0|5|6|7|8|2 6|9|1||2|1 2", "1|2|3|4|1 0|5|6|7|8|2 6|9|1|0|2|12 3",
    "0|0|0|4|0 4|5|6|7|8|2 6|9|1|0|2|1 2",
  ])
  func anythingElseIsNoNumber(values: String) throws {
    let (form, codes) = try read(values)
    #expect(form.row(.reviewLitigation, "direct_suit") == "5 6 7 8 ?")
    #expect(codes.contains(.cellUnreadable))
    #expect(!codes.contains(.pdfCellJoined))
  }

  @Test func aTextProvesNothing() throws {
    #expect(
      try read(spaced, isOnPage: false).form.row(.reviewLitigation, "direct_suit") == "5 6 7 8 ?")
  }

  /// Table 1 has no sums: eight numbers of the others tell how the document sets its digits.
  @Test func tableOneGoesByTheOthers() throws {
    let disclosure = Self.apart(FormSamples.disclosure2021)
    let enough = "1 1|2 2|3 3|4 4|1 1 0|1 5|6|7|8|3 6|9|1|0|2|1 2"
    func rules(_ disclosure: String, _ values: String, apart: Bool = true) throws -> String {
      try read(
        disclosure: disclosure,
        applications: apart ? Self.apart(Self.applications) : Self.applications, values
      ).form.row(.activeDisclosure, "rules")
    }
    #expect(try rules(disclosure, enough) == "1 0 12")
    // One number that is set as usual, here or in another table, and a sum that doesn't hold.
    #expect(try rules(disclosure.replacing("4 0", with: "40"), enough) == "1 0 ?")
    #expect(try rules(disclosure, enough, apart: false) == "1 0 ?")
    #expect(try rules(disclosure, enough.replacing("3 6", with: "3 7")) == "1 0 ?")
  }

  /// `text` with blanks between the digits of its cells, but for money.
  private static func apart(_ text: String) -> String {
    var previous: Character = " "
    var apart = ""
    for character in text {
      if previous.isNumber, character.isNumber { apart.append(" ") }
      apart.append(character)
      previous = character
    }
    return apart
  }
}
