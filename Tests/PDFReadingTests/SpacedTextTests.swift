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

  /// The digits of all numbers stand seven tenths of an em apart.
  @Test func digitsSetFarApartAreOneNumberWhereAllAre() async throws {
    let numbers = ["1024", "39", "233", "99", "24", "1280", "48", "282", "7"]
    func file(plain: String?) -> PDFWriter {
      PDFWriter { page, _ in
        page.table(
          numbers.map { _ in ["事项", ""] } + [["其他", plain ?? ""]], x: 80, top: 100,
          columns: [80, 80])
        for (row, number) in numbers.enumerated() {
          for (place, digit) in number.enumerated() {
            page.text(String(digit), x: 180 + 12 * Double(place), top: 106 + 24 * Double(row))
          }
        }
      }
    }
    let spaced = try await Reading(file(plain: nil))
    #expect(spaced.blocks == numbers.map { "事项|\($0)" } + ["其他|"])
    let mixed = try await Reading(file(plain: "1280"))
    #expect(mixed.blocks[1] == "事项|3 9")
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
