import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing

/// Cells that hold no number keep their place: what stands beside them is not moved.
struct UnreadCellTests {
  private static let reviewHeader = """
    行政复议|||||行政诉讼|||||||||
    结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉||||
    |||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计

    """

  @Test(arguments: [
    ("约12", "?"), ("见附件", "w"), ("（12）", "?"), ("不涉及", "w"), ("？", "w"), ("本年度0件", "?"),
  ])
  func wordsInTheFirstCellOfTable3AreACell(text: String, state: String) {
    let reading = FormReader.read(
      Document(Self.reviewHeader + "\(text)|34|21|16|83|31|22|7|5|65|9|1|0|2|12"))
    #expect(reading.value.row(.reviewLitigation, "review") == "\(state) 34 21 16 83")
    #expect(reading.value.row(.reviewLitigation, "direct_suit") == "31 22 7 5 65")
    #expect(reading.value.row(.reviewLitigation, "suit_after_review") == "9 1 0 2 12")
    #expect(reading.issues.compactMap(\.location) == [.cell(table: 1, row: 4, cell: 1)])
  }

  /// A figure over two cells: whether it is both's, nothing tells.
  @Test func whatAMergedFigureCoversIsNotBlank() throws {
    var table = Table(FormSamples.applications2021)
    let row = try #require(table.rows.firstIndex { $0[0].text.hasPrefix("一、") })
    // 商业企业 of 一 goes on in 科研机构, and so does that of 二 from above.
    for (line, column, coverage) in [
      (row, 5, TableCell.Coverage.coveredFromLeft), (row + 1, 4, .coveredFromAbove),
      (row + 1, 5, .coveredFromLeft),
    ] {
      table.rows[line][column].text = ""
      table.rows[line][column].coverage = coverage
    }
    let reading = FormReader.read(Document(blocks: [.table(table)]))
    #expect(reading.value.row(.applications, "new_received") == "90 2 ? 1 3 4 100")
    #expect(reading.value.row(.applications, "carried_in") == "5 ? ? 0 0 2 8")
    #expect(reading.value.row(.applications, "granted") == "20 1 0 1 0 2 24")
    let unreadable = reading.issues.filter { $0.code == .cellUnreadable }
    #expect(
      unreadable.map(\.location) == [
        .cell(table: 1, row: row + 1, cell: 6), .cell(table: 1, row: row + 2, cell: 5),
        .cell(table: 1, row: row + 2, cell: 6),
      ])
    #expect(
      unreadable.first?.message
        == "new_received research: a merged cell covers it, whose figure may be its number too")
  }

  @Test func wordsInEveryCellOfTable3AreCells() {
    let words = Array(repeating: "不涉及", count: 15).joined(separator: "|")
    let reading = FormReader.read(Document(Self.reviewHeader + words))
    #expect(reading.value.row(.reviewLitigation, "review") == "w w w w w")
    #expect(reading.value.row(.reviewLitigation, "suit_after_review") == "w w w w w")
  }

  @Test func aLabelBesideTheValuesOfTable3IsNoCell() {
    let header = Self.reviewHeader.split(separator: "\n").map { "|\($0)\n" }.joined()
    let row = "数量|12|34|21|16|83|31|22|7|5|65|9|1|0|2|12"
    let full = FormReader.read(Document(header + row)).value
    #expect(full.row(.reviewLitigation, "review") == "12 34 21 16 83")
    let blank = FormReader.read(Document(header + row.replacing("|34|", with: "||"))).value
    #expect(blank.row(.reviewLitigation, "review") == "12 _ 21 16 83")
    let word = FormReader.read(Document(header + row.replacing("|12|34|", with: "|约12|34|"))).value
    #expect(word.row(.reviewLitigation, "review") == "? 34 21 16 83")
  }

  @Test func wordsInTheFirstCellOfALineOfFieldsAreACell() {
    let header = """
      行政复议 行政诉讼
      结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉
      结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计

      """
    let reading = FormReader.read(
      Document(header + "见附件 0 0 0 0 0 0 0 0 0 0 0 0 0 0"))
    #expect(reading.value.value(.reviewLitigation, "review", "upheld") == nil)
    let cells = header.split(whereSeparator: { " \n".contains($0) }).joined(separator: "\n")
    let zeros = Array(repeating: "0", count: 14).joined(separator: "\n")
    let onePerLine = FormReader.read(Document(cells + "\n见附件\n" + zeros))
    #expect(onePerLine.value.value(.reviewLitigation, "review", "upheld") == nil)
  }

  private static let others = """
    |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
    一、本年新收政府信息公开申请数量|||90|2|0|1|3|4|100
    二、上年结转政府信息公开申请数量|||5|0|1|0|0|2|8
    三、本年度办理结果|（一）予以公开||20|1|0|1|0|2|24
    """

  @Test(arguments: ["1.□□□□□", "1.�����", "某某情形"])
  func aRowOfOtherResultsWhoseLabelIsDamagedIsNotTheSingleRow(label: String) {
    let reading = FormReader.read(
      Document(
        Self.others.replacing("|自然人", with: "|||自然人") + """

          |（六）其他处理|\(label)|30|1|0|1|0|0|32
          ||2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|1|0|0|0|0|0|1
          ||3.其他|2|0|0|0|0|0|2
          """))
    #expect(reading.value.row(.applications, "other.all") == "")
    #expect(reading.value.row(.applications, "other.overdue_fee") == "1 0 0 0 0 0 1")
    #expect(
      reading.issues.filter { $0.code == .rowUnknown }.map(\.location) == [
        .cell(table: 1, row: 5, cell: 2)
      ])
  }

  @Test func aRowOfOtherResultsInTheFirstCellOfWhichAreWordsIsTheSingleRow() {
    let reading = FormReader.read(
      Document(
        Self.others.replacing("|自然人", with: "|||自然人") + """

          |（六）其他处理||约30|1|0|1|0|0|32
          """))
    #expect(reading.value.row(.applications, "other.all") == "? 1 0 1 0 0 32")
  }

  @Test(arguments: ["约12", "见附件", "（12）", "不涉及", "？"])
  func wordsInTheFirstCellOfARowAreACell(text: String) {
    let table1 = FormReader.read(
      Document(FormSamples.disclosure2021.replacing("规章|1|", with: "规章|\(text)|")))
    #expect(table1.value.row(.activeDisclosure, "rules").dropFirst() == " 0 12")
    let table2 = FormReader.read(
      Document(
        Self.others.replacing("|自然人", with: "|||自然人").replacing("|90|", with: "|\(text)|")
          .replacing("|20|", with: "|\(text)|")))
    #expect(table2.value.row(.applications, "new_received").dropFirst() == " 2 0 1 3 4 100")
    #expect(table2.value.row(.applications, "granted").dropFirst() == " 1 0 1 0 2 24")
  }

  @Test(arguments: [
    ("\u{FFFC}", "the cell holds no text, but a picture or something else that isn't read"),
    ("\u{FFFD}", "the characters of the cell can't be read: `\u{FFFD}`"),
    ("1\u{FFFD}5", "the characters of the cell can't be read: `1\u{FFFD}5`"),
    (
      "12\u{FFFC}",
      "the cell holds a picture or something else that isn't read beside its text: `12`"
    ),
    ("□□", "the characters of the cell can't be read: `□□`"),
    ("□", "the characters of the cell can't be read: `□`"),
  ])
  func aPictureOrALostCharacterIsUnreadable(text: String, message: String) {
    for kind in [FormColumn.Kind.count, .change, .amount] {
      let value = CellValue.read(text, as: kind)
      #expect(value.state == .unreadable && value.value == nil)
      #expect(value.remarks == [.init(code: .cellUnreadable, message: message)])
    }
  }

  @Test(arguments: ["\u{FFFC}", "\u{FFFD}", "1\u{FFFD}", "□□"])
  func aRowKeepsItsColumnsBesideACellThatCannotBeRead(text: String) {
    let table2 = FormReader.read(
      Document(
        FormSamples.applicationsHeader
          + FormSamples.applicationsTop.replacing(
            "|1|0|0|0|0|0|1\n", with: "|1|0|0|0|0|0|\(text)\n"
          )
          .replacing("|90|2|", with: "|\(text)|2|")
          .replacing(
            "|20|1|0|1|0|2|24", with: "|\(text)|\(text)|\(text)|\(text)|\(text)|\(text)|\(text)"))
    )
    #expect(table2.value.row(.applications, "new_received") == "? 2 0 1 3 4 100")
    #expect(table2.value.row(.applications, "granted") == "? ? ? ? ? ? ?")
    #expect(table2.value.row(.applications, "denied.state_secret") == "1 0 0 0 0 0 ?")
    #expect(!table2.issues.codes.contains(.rowShort))
    #expect(table2.issues.codes.filter { $0 == .cellUnreadable }.count == 12)
    let table1 = FormReader.read(
      Document(FormSamples.disclosure2021.replacing("|301|", with: "|\(text)|"))
    )
    #expect(table1.value.row(.activeDisclosure, "licensing") == "?")
    let table3 = FormReader.read(
      Document(Self.reviewHeader + "\(text)|34|21|16|83|31|22|7|5|65|9|1|0|2|\(text)"))
    #expect(table3.value.row(.reviewLitigation, "review") == "? 34 21 16 83")
    #expect(table3.value.row(.reviewLitigation, "suit_after_review") == "9 1 0 2 ?")
    let all = Array(repeating: text, count: 15).joined(separator: "|")
    let pictures = FormReader.read(Document(Self.reviewHeader + all))
    #expect(pictures.value.row(.reviewLitigation, "direct_suit") == "? ? ? ? ?")
  }

  @Test func aPictureInTheHeadOfATableIsNoValue() {
    let rows = FormSamples.applicationsTop
    let plain = FormReader.read(Document(FormSamples.applicationsHeader + rows))
    let header = FormSamples.applicationsHeader.split(separator: "\n").map(String.init)
    let pictured = FormReader.read(
      Document(
        header[0].replacing("||申请人", with: "\u{FFFC}||申请人") + "\n"
          + "\u{FFFC}" + header[1] + "\n" + header[2] + "\n"
          + rows.replacing("\n||2.", with: "\n\u{FFFC}||2.")))
    #expect(pictured.value.cells.map(\.value) == plain.value.cells.map(\.value))
    #expect(pictured.issues.map(\.message) == plain.issues.map(\.message))
    let review = FormReader.read(
      Document("\u{FFFC}" + Self.reviewHeader + "1|2|3|4|10|1|2|3|4|10|0|0|0|0|0"))
    #expect(review.value.row(.reviewLitigation, "review") == "1 2 3 4 10")
  }
}
