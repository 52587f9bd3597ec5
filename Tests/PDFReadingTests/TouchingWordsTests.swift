import Diagnostics
import TestSupport
import Testing

@testable import PDFReading

/// Figures of neighbouring columns that touch: `pdftotext` lists them as one word.
@Suite struct TouchingWordsTests {
  private static let heads = ["甲", "乙", "丙", "丁", "戊", "己", "总计"]
  private static let labels = ["一、新收申请", "二、上年结转", "三、公开", "四、结转"]
  /// Where the columns of figures end on the right.
  private static let ends: [Double] = [290, 320, 350, 380, 410, 440, 470]

  /// A table without lines whose figures stand at the right of columns 30 points wide.
  ///
  /// - Parameter shift: Where they are centred instead, how far to the left of it.
  private static func table(
    _ rows: [[String]], isFilled: Bool = false, shift: ((String) -> Double)? = nil
  ) -> PDFWriter {
    PDFWriter { page, _ in
      if isFilled {
        page.paint("1 0.9 0.8 rg")
        for row in rows.indices {
          for end in ends {
            page.box(x: end - 30, top: 132 + 16 * Double(row), width: 30, height: 15.5)
          }
        }
        page.paint("0 g")
      }
      page.centred("申请人情况", x: 365, top: 100)
      for (head, end) in zip(heads, ends) { page.centred(head, x: end - 15, top: 116) }
      for (index, row) in rows.enumerated() {
        let top = 134 + 16 * Double(index)
        page.text(labels[index], x: 60, top: top)
        for (figure, end) in zip(row, ends) {
          if let shift {
            page.centred(figure, x: end - 15 - shift(figure), top: top)
          } else {
            page.text(figure, x: end - 5 * Double(figure.count), top: top)
          }
        }
      }
    }
  }

  private static let head = ["||||||申请人情况|||", "|||甲|乙|丙|丁|戊|己|总计"]

  private static let wide = [
    ["12", "345678", "901234", "5", "67", "8", "9"], ["1", "2", "3", "4", "5", "6", "7"],
    ["21", "22", "23", "24", "25", "26", "27"],
  ]

  private func expectAll(
    of rows: [[String]], _ file: PDFWriter, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let lines = zip(Self.labels, rows).map { "||\($0)|" + $1.joined(separator: "|") }
    let reading = try await Reading(file)
    #expect(reading == Reading(Self.head + lines), sourceLocation: sourceLocation)
  }

  @Test func figuresThatTouchArePartedWhereFiguresOfOtherRowsEnd() async throws {
    try await expectAll(of: Self.wide, Self.table(Self.wide))
  }

  @Test func figuresThatTouchArePartedWhereTheGroundsOfTheirCellsDo() async throws {
    let rows = [Self.wide[0], ["1", "2", "3", "4", "5", "6", "7"]]
    try await expectAll(
      of: rows + [["5", "6", "7", "8", "9", "10", "11"]],
      Self.table(rows + [["5", "6", "7", "8", "9", "10", "11"]], isFilled: true))
  }

  @Test func figuresANarrowGapApartAreParted() async throws {
    let rows = [
      ["12", "34567", "901234", "5", "67", "8", "9"], ["1", "2", "3", "4", "5", "6", "7"],
      ["21", "22", "23", "24", "25", "26", "27"],
    ]
    try await expectAll(of: rows, Self.table(rows, shift: { $0.count == 5 ? 1.7 : 0 }))
  }

  @Test func aFigureThatReachesOverColumnsOfOtherRowsIsUnreadableInEach() async throws {
    // Centred, so that no figure of another row ends where these meet.
    let rows = [
      ["1", "345678", "901234", "5", "67", "8", "9"], ["1", "2", "3", "4", "5", "6", "7"],
      ["21", "22", "23", "24", "25", "26", "27"],
    ]
    let reading = try await Reading(Self.table(rows, shift: { _ in 0 }))
    #expect(
      reading
        == Reading(
          Self.head + [
            "||一、新收申请|1|������|������|5|67|8|9", "||二、上年结转|1|2|3|4|5|6|7",
            "||三、公开|21|22|23|24|25|26|27",
          ], issues: [.pdfColumnUncertain, .pdfColumnUncertain]))
  }

  @Test func aNumberDrawnInTwoPiecesIsOne() async throws {
    var page = PDFWriter.Page()
    page.text("标题", x: 90, top: 60)
    page.table(
      [["事项", "数量"], ["行政处罚", "12"], ["行政许可", ""]], x: 90, top: 90, columns: [100, 100],
      rowHeight: 40)
    page.text("26", x: 230, top: 188)
    page.text("41", x: 240, top: 188)
    let reading = try await Reading(PDFWriter([page]).bytes)
    #expect(reading == Reading(["标题", "事项|数量", "行政处罚|12", "行政许可|2641"]))
  }

  @Test func aNumberInTwoFontsOfOneTextObjectIsOne() async throws {
    var page = PDFWriter.Page()
    page.text("标题", x: 90, top: 60)
    page.table(
      [["事项", "数量"], ["行政处罚", "12"], ["行政许可", ""]], x: 90, top: 90, columns: [100, 100],
      rowHeight: 40)
    // As LibreOffice moves on where it changes the font.
    page.paint("BT /F1 10 Tf 205 648 Td <0032> Tj 1 0 0 1 210.6 648 Tm <0036> Tj ET")
    let reading = try await Reading(PDFWriter([page]).bytes)
    #expect(reading == Reading(["标题", "事项|数量", "行政处罚|12", "行政许可|26"]))
  }
}
