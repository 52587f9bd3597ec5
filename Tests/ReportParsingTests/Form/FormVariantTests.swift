import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing

/// Irregularities that real reports show, one at a time.
struct FormVariantTests {
  private typealias Samples = FormSamples

  @Test func aTableGoesOnInAnotherAfterAPageBreak() {
    let lines = Samples.applications2021.split(separator: "\n").map(String.init)
    let form = FormReader.read(
      Document(
        Samples.disclosure2021, lines[..<14].joined(separator: "\n"), "— 3 —",
        lines[14...].joined(separator: "\n"), Samples.review))
    #expect(form.issues == [])
    #expect(form.value.cells.map(\.value) == complete)
    #expect(
      form.value.blocks
        == [0: .activeDisclosure, 1: .applications, 3: .applications, 4: .reviewLitigation])
  }

  @Test func allThreeTablesMayShareOneGrid() {
    let form = FormReader.read(
      Document(
        [Samples.disclosure2021, Samples.applications2021, Samples.review]
          .joined(separator: "\n")))
    #expect(form.issues == [])
    #expect(form.value.cells.map(\.value) == complete)
  }

  @Test func valuesPartedFromTheirHeaderByAPageBreakAreRead() {
    let form = FormReader.read(
      Document(
        Samples.applications2021, Samples.reviewHeader, "-4-",
        "10|1|2|3|16|4|5|6|7|22|8|9|11|13|41"))
    #expect(form.value.row(.reviewLitigation, "suit_after_review") == "8 9 11 13 41")
    #expect(form.value.blocks[3] == .reviewLitigation)
  }

  /// A page break leaves the upper edges of the row of values on the page before.
  @Test func aRowOfBlanksGoesOnOnTheNextPageWhereItsSumsHold() {
    func form(_ values: String, page: Int = 3) -> FormReading {
      func table(_ literal: String, on page: Int) -> Block {
        var table = Table(literal, block: page)
        for row in table.rows.indices {
          for column in table.rows[row].indices {
            table.rows[row][column].location = .page(page, box: nil)
          }
        }
        return .table(table)
      }
      let blanks = String(repeating: "|", count: 14)
      return FormReader.read(
        Document(
          blocks: [
            table(Samples.applications2021, on: 1),
            table(Samples.reviewHeader + "\n" + blanks, on: 2), table(values, on: page),
          ],
          pageCount: 4)
      ).value
    }
    let values = "10|1|2|3|16|4|5|6|7|22|8|9|11|13|41"
    #expect(form(values).row(.reviewLitigation, "review") == "10 1 2 3 16")
    #expect(form(values).row(.reviewLitigation, "suit_after_review") == "8 9 11 13 41")
    #expect(form(values, page: 2).row(.reviewLitigation, "review") == "? ? ? ? ?")
    #expect(form(values, page: 4).row(.reviewLitigation, "review") == "? ? ? ? ?")
    let broken = values.replacing("|16|", with: "|17|")
    #expect(form(broken).row(.reviewLitigation, "review") == "? ? ? ? ?")
    let zeros = Array(repeating: "0", count: 15).joined(separator: "|")
    #expect(form(zeros).row(.reviewLitigation, "review") == "? ? ? ? ?")
  }

  @Test func labelsInOtherCharactersAreRead() {
    let text = Samples.applications2021.replacing("（", with: "(").replacing("）", with: ") ")
      .replacing("其他", with: "其它").replacing("1.", with: "1、").replacing("请", with: "請")
    let form = FormReader.read(Document(Samples.disclosure2021, text, Samples.review))
    #expect(form.issues == [])
    #expect(form.value.cells.map(\.value) == complete)
  }

  @Test func aPageBreakMayTakeTheFirstLabelColumn() {
    var lines = Samples.applications2019.split(separator: "\n").map(String.init)
    // Values begin a field earlier in every row but those with three labels.
    for index in lines.indices where !lines[index].contains("|1.") && index > 2 {
      if lines[index].hasPrefix("|（") || lines[index].hasPrefix("三") || lines[index].contains("、") {
        lines[index] = lines[index].replacing("|||", with: "||").replacing("）||", with: "）|")
      }
    }
    lines.insert("|||||||||", at: 19)
    let form = FormReader.read(
      Document(Samples.disclosure2019, lines.joined(separator: "\n"), Samples.review))
    #expect(Arithmetic.check(form.value.cells, edition: form.value.edition).failures == [])
    #expect(Arithmetic.check(form.value.cells, edition: form.value.edition).passed == 40)
    #expect(form.issues == [])
  }

  @Test func oneRowUnderOtherResultsInALaterFormIsSaid() {
    let form = FormReader.read(
      Document(Samples.disclosure2021, Samples.applications2019, Samples.review))
    #expect(form.value.edition == .e2021)
    #expect(form.value.row(.applications, "other.all") == "6 0 0 0 0 0 6")
    #expect(form.issues.codes == [.editionMixed])
    #expect(Arithmetic.check(form.value.cells, edition: form.value.edition).passed == 40)
  }

  @Test func anEmptyFormBeforeTheFilledOneIsLeftOut() {
    let blank = Samples.applications2021.split(separator: "\n").map { line in
      String(
        line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
          cell.allSatisfy(\.isNumber) ? "" : String(cell)
        }.joined(separator: "|"))
    }.joined(separator: "\n")
    let form = FormReader.read(
      Document(Samples.disclosure2021, blank, Samples.applications2021, Samples.review))
    #expect(form.issues.codes == [.tableDuplicated])
    #expect(form.value.cells.map(\.value) == complete)
    #expect(form.value.blocks.count == 4)
  }

  @Test func tablesOfSubordinatesAreLeftOut() {
    let other = Document(
      Samples.disclosure2021.replacing("301", with: "999"),
      Samples.applications2021.replacing("|90|", with: "|91|"), Samples.review)
    let form = FormReader.read(Document(blocks: Samples.report2021.blocks + other.blocks))
    #expect(form.issues.codes == [.tableDuplicated, .tableDuplicated, .tableDuplicated])
    #expect(form.value.cells.map(\.value) == complete)
  }

  @Test func aRowPrintedTwiceWithOtherValuesIsNotRead() {
    let row = "二、上年结转政府信息公开申请数量|||5|0|1|0|0|2|8"
    let same = FormReader.read(
      Document(
        Samples.disclosure2021, Samples.applications2021.replacing(row, with: row + "\n" + row),
        Samples.review))
    #expect(same.issues.codes == [.rowDuplicated])
    #expect(same.value.row(.applications, "carried_in") == "5 0 1 0 0 2 8")
    let other = FormReader.read(
      Document(
        Samples.disclosure2021,
        Samples.applications2021.replacing(
          row, with: row + "\n" + row.replacing("|5|", with: "|6|")), Samples.review))
    #expect(other.issues.codes == [.rowDuplicated])
    #expect(other.value.row(.applications, "carried_in") == "? ? ? ? ? ? ?")
  }

  @Test func aRowOfNoFormIsReported() {
    let form = FormReader.read(
      Document(
        Samples.disclosure2021,
        Samples.applications2021.replacing(
          "四、结转", with: "||9.涉及商业秘密|1|0|0|0|0|0|1\n四、结转"), Samples.review))
    #expect(form.issues.codes == [.rowUnknown])
    #expect(form.value.cells.map(\.value) == complete)
  }

  @Test func columnsFollowTheirLabels() {
    let swapped = Samples.applications2021.replacing("商业企业|科研机构", with: "科研机构|商业企业")
    let form = FormReader.read(Document(Samples.disclosure2021, swapped, Samples.review))
    #expect(form.value.row(.applications, "unable.not_held") == "9 1 1 0 2 3 16")
    #expect(form.value.row(.applications, "new_received") == "90 0 2 1 3 4 100")
    #expect(form.issues == [])
  }

  @Test func groupsOfTableThreeFollowTheirLabels() {
    let swapped = Samples.review.replacing("未经复议直接起诉|||||复议后起诉", with: "复议后起诉|||||未经复议直接起诉")
    let form = FormReader.read(Document(Samples.applications2021, swapped))
    #expect(form.value.row(.reviewLitigation, "suit_after_review") == "4 5 6 7 22")
    #expect(form.value.row(.reviewLitigation, "direct_suit") == "8 9 11 13 41")
  }

  @Test func groupsOfTableThreeMayBeRows() {
    let form = FormReader.read(
      Document(
        Samples.applications2021,
        """
        |结果维持|结果纠正|其他结果|尚未审结|总计
        行政复议|1|2|3|4|10
        未经复议直接起诉|0|0|0|1|1
        复议后起诉|5|0|0|0|5
        """))
    #expect(
      ["review", "direct_suit", "suit_after_review"].map { form.value.row(.reviewLitigation, $0) }
        == ["1 2 3 4 10", "0 0 0 1 1", "5 0 0 0 5"])
  }

  @Test func aBlankIsReadUnderItsHeader() {
    let form = FormReader.read(
      Document(
        Samples.disclosure2021,
        Samples.applications2021.replacing("|90|2|0|1|3|4|100", with: "|90||0|1|3|4|100"),
        Samples.review.replacing("10|1|2|3|16", with: "||||")))
    #expect(form.value.row(.applications, "new_received") == "90 _ 0 1 3 4 100")
    #expect(form.value.row(.reviewLitigation, "review") == "_ _ _ _ _")
    #expect(form.issues == [])
  }

  @Test func aRowThatFitsInTwoWaysIsNotRead() {
    let form = FormReader.read(
      Document(
        Samples.disclosure2021,
        Samples.applications2021.replacing("数量|||90|2|0|1|3|4|100", with: "数量||90|2|0|1|3|4|"),
        Samples.review))
    #expect(form.value.row(.applications, "new_received") == "? ? ? ? ? ? ?")
    #expect(form.issues.codes == [.rowAmbiguous])
  }

  @Test func fourteenValuesAreFilledFromTheLeft() {
    let form = FormReader.read(
      Document(
        Samples.applications2021, Samples.reviewHeader + "\n1|0|0|0|1|0|0|0|0|0|0|0|0|0"))
    #expect(form.value.row(.reviewLitigation, "suit_after_review") == "0 0 0 0 _")
    #expect(form.issues.codes == [.tableMissing, .rowShort])
  }

  @Test func fourteenValuesInALineAreFilledFromTheLeft() {
    let header = [
      "行政复议 行政诉讼", "未经复议直接起诉 复议后起诉",
      "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计",
    ]
    func review(_ values: String) -> Diagnosed<FormReading> {
      FormReader.read(textDocument(lines: header + [values]))
    }
    let form = review("1 0 0 2 3 0 4 0 0 4 0 0 5 0")
    #expect(form.value.row(.reviewLitigation, "direct_suit") == "0 4 0 0 4")
    #expect(form.value.row(.reviewLitigation, "suit_after_review") == "0 0 5 0")
    #expect(form.issues.codes == [.tableMissing, .tableMissing, .rowShort])
    // A total that is none shows that the missing value stands further left.
    let shifted = review("1 0 2 3 0 4 0 0 4 0 0 5 0 5")
    #expect(shifted.value.row(.reviewLitigation, "review") == "? ? ? ? ?")
    #expect(shifted.issues.codes.contains(.rowAmbiguous))
  }

  @Test(arguments: ["2|0|0|0|2|3|1|1|1|0|4|1|1|2|0", "|||||3|1|1|1||4|1|1|2|"])
  func groupsThatFitBothOrdersSayNothingAgainstTheOthers(values: String) {
    let form = FormReader.read(
      Document(Samples.applications2021, Samples.reviewHeader + "\n" + values))
    #expect(form.value.row(.reviewLitigation, "direct_suit") == "? ? ? ? ?")
    #expect(form.value.row(.reviewLitigation, "suit_after_review") == "? ? ? ? ?")
  }

  @Test func aBrokenLineOfTheHeaderSwapsNoGroups() {
    let form = FormReader.read(
      Document(
        Samples.applications2021,
        """
        行政复议|||||行政诉讼|||||||||
        结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉||||
        复议后起诉||||
        |||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计
        10|1|2|3|16|4|5|6|7|22|8|9|11|13|41
        """))
    #expect(form.value.row(.reviewLitigation, "direct_suit") == "4 5 6 7 22")
    #expect(form.value.row(.reviewLitigation, "suit_after_review") == "8 9 11 13 41")
  }

  @Test func groupsInAnotherOrderOnLinesOfTheirOwnFollowTheirLabels() {
    let columns = "结果维持 结果纠正 其他结果 尚未审结 总计"
    let form = FormReader.read(
      textDocument(lines: [
        "行政复议 行政诉讼", "复议后起诉", "未经复议直接起诉", "\(columns) \(columns) \(columns)",
        "10 1 2 3 16 4 5 6 7 22 8 9 11 13 41",
      ]))
    #expect(form.value.row(.reviewLitigation, "suit_after_review") == "4 5 6 7 22")
    #expect(form.value.row(.reviewLitigation, "direct_suit") == "8 9 11 13 41")
  }

  @Test func rowsOfTwoEditionsUnderOtherResultsAreSaid() {
    let all = Samples.applications2019.split(separator: "\n").first { $0.contains("（六）其他处理") }
    let lines = Samples.applications2021.split(separator: "\n")
    let both = lines.flatMap { line in
      line.contains("（七）总计") ? [all ?? "", line] : [line]
    }
    let form = FormReader.read(
      Document(Samples.disclosure2021, both.joined(separator: "\n"), Samples.review))
    #expect(form.value.row(.applications, "other.all") != "")
    #expect(form.issues.codes == [.editionMixed])
  }

  @Test func deletedRowsAreAbsentAndListed() {
    let lines = Samples.applications2021.split(separator: "\n").map(String.init)
    let form = FormReader.read(
      Document(
        Samples.disclosure2021,
        (lines[..<5] + ["三、本年度办理结果||||||||||"] + lines.suffix(1)).joined(separator: "\n"),
        Samples.review))
    #expect(form.value.row(.applications, "granted") == "")
    #expect(form.value.row(.applications, "carried_out") == "3 0 0 0 0 0 3")
    #expect(form.issues.codes == [.rowsAbsent])
  }

  @Test func aNoteBelowATableBelongsToIt() {
    let form = FormReader.read(
      Document(
        Samples.disclosure2021, Samples.applications2021, Samples.review,
        "注：行政复议、行政诉讼数量含上年度结转数量。\n五、存在的主要问题及改进情况"))
    #expect(form.issues.codes == [.tableNote])
    #expect(form.value.blocks[3] == .reviewLitigation)
    #expect(form.value.blocks[4] == nil)
  }

  @Test func rowsThatAreParagraphsAreRead() {
    let retyped = [Samples.disclosure2021, Samples.applications2021, Samples.review].map { table in
      table.split(separator: "\n").map { line in
        line.split(separator: "|").joined(separator: " ")
      }.joined(separator: "\n")
    }
    let form = FormReader.read(
      Document(
        "二、主动公开政府信息情况", retyped[0], "三、收到和处理政府信息公开申请情况", retyped[1],
        "四、政府信息公开行政复议、行政诉讼情况", retyped[2], "五、存在的主要问题及改进情况"))
    #expect(form.issues == [])
    #expect(form.value.cells.map(\.value) == complete)
    #expect(form.value.blocks[0] == nil)
  }

  @Test func cellsThatAreParagraphsAreRead() {
    let cells = [Samples.disclosure2021, Samples.applications2021, Samples.review].map { table in
      table.split(whereSeparator: { $0 == "\n" || $0 == "|" }).joined(separator: "\n")
    }
    let form = FormReader.read(
      Document(
        "二、主动公开政府信息情况", cells[0], "三、收到和处理政府信息公开申请情况", cells[1],
        "四、政府信息公开行政复议、行政诉讼情况", cells[2], "五、存在的主要问题及改进情况"))
    #expect(form.issues == [])
    #expect(form.value.cells.map(\.value) == complete)
  }

  @Test func proseIsNoTable() {
    let form = FormReader.read(
      Document(
        """
        一、总体情况
        （一）主动公开情况
        行政许可 12
        全年办理行政处罚 5 件。
        （二）依申请公开情况
        1.重复申请
        我局收到申请 3 件。
        """, "事项|数量\n行政许可|120\n行政处罚|7"))
    #expect(form.issues == [])
    #expect(form.value.blocks == [:])
    #expect(form.value.edition == nil)
  }

  @Test func aFormWithoutColumnLabelsHasItsFixedOrder() {
    let lines = Samples.applications2021.split(separator: "\n").dropFirst(3)
    let form = FormReader.read(
      Document(Samples.disclosure2021, lines.joined(separator: "\n"), Samples.review))
    #expect(form.value.cells.map(\.value) == complete)
  }

  private var complete: [ExactDecimal?] {
    FormReader.read(Samples.report2021).value.cells.map(\.value)
  }
}
