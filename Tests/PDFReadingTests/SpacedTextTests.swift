import Diagnostics
import TestSupport
import Testing

@testable import PDFReading

/// Words whose characters stand apart or lie on their side, and text in two columns.
@Suite struct SpacedTextTests {
  @Test func charactersSetApartByOneSpaceAreOneWord() async throws {
    let file = PDFWriter { page, _ in
      var x = 60.0
      for character in "电话：0999-5538787；邮编：223100" {
        page.text(String(character), x: x, top: 100)
        x += (character.isASCII ? 5 : 10) + 3.5
      }
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["电话：0999-5538787；邮编：223100"]))
  }

  /// Two cells' figures in one cell, its border missing, and the same in all rows.
  @Test func twoFiguresInEachOfSeveralCellsStayApart() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        (0..<14).map { _ in ["事项", ""] }, x: 80, top: 60, columns: [80, 80])
      for row in 0..<14 {
        page.text("6", x: 180, top: 66 + 24 * Double(row))
        page.text("6", x: 192, top: 66 + 24 * Double(row))
      }
    }
    #expect(try await Reading(file).blocks == Array(repeating: "事项|6 6", count: 14))
  }

  @Test func figuresOfNarrowCellsStayApart() async throws {
    let row = Array(repeating: "0", count: 7)
    let file = PDFWriter { page, _ in
      page.table(
        [["甲", "乙", "丙", "丁", "戊", "己", "庚"], row, row, row], x: 80, top: 100,
        columns: Array(repeating: 12, count: 7), rowHeight: 20)
    }
    let line = row.joined(separator: "|")
    #expect(try await Reading(file) == Reading(["甲|乙|丙|丁|戊|己|庚", line, line, line]))
  }

  @Test func figuresOfCellsStayApart() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [
          ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"],
          ["0", "0", "0", "0", "0", "0", "0", "0", "0"],
        ],
        x: 80, top: 100, columns: Array(repeating: 16, count: 9), rowHeight: 20)
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["甲|乙|丙|丁|戊|己|庚|辛|壬", "0|0|0|0|0|0|0|0|0"]))
  }

  @Test func theLeftColumnIsReadBeforeTheRightOne() async throws {
    let file = PDFWriter { page, _ in
      for (index, text) in ["根据条例的规定编制本报告，本报告所列数", "据的统计期限为一年。", "一、总体情况"].enumerated() {
        page.text(text, x: 60, top: 100 + 18 * Double(index))
      }
      for (index, text) in ["（一）主动公开情况", "全年主动公开各类政府信息一百零八条，其", "中政策解读三条。"].enumerated() {
        page.text(text, x: 320, top: 104 + 18 * Double(index))
      }
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading([
          "根据条例的规定编制本报告，本报告所列数据的统计期限为一年。", "一、总体情况", "（一）主动公开情况",
          "全年主动公开各类政府信息一百零八条，其中政策解读三条。",
        ]))
  }
}
