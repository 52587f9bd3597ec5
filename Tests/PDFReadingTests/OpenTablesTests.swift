import Diagnostics
import TestSupport
import Testing

@testable import PDFReading

/// Tables without lines around their cells: heads, labels and figures, drawn cell by cell.
@Suite struct OpenTablesTests {
  private static let columns: [Double] = [270, 310, 350, 390, 430, 470, 510]
  private static let heads = ["甲", "乙", "丙", "丁", "戊", "己", "总计"]
  private static let labels = ["一、新收申请", "二、上年结转", "三、公开", "四、结转"]

  /// Heads of seven columns, and a row of figures for each label; an empty one is blank.
  ///
  /// - Parameter stray: A figure of the third row, and its place.
  private static func table(
    _ rows: [[String]], on page: inout PDFWriter.Page, stray: (text: String, x: Double)? = nil
  ) {
    page.centred("申请人情况", x: 390, top: 100)
    for (head, x) in zip(heads, columns) { page.centred(head, x: x, top: 116) }
    for (index, row) in rows.enumerated() {
      let top = 134 + 16 * Double(index)
      page.text(labels[index], x: 60, top: top)
      for (figure, x) in zip(row, columns) where !figure.isEmpty {
        page.centred(figure, x: x, top: top)
      }
      if index == 2, let stray { page.text(stray.text, x: stray.x, top: top) }
    }
  }

  private static let head = ["||||||申请人情况|||", "|||甲|乙|丙|丁|戊|己|总计"]

  @Test func aRowOfAsManyFiguresAsColumnsIsRead() async throws {
    let file = PDFWriter { page, _ in
      Self.table(
        [
          ["14612", "252", "0", "45", "128", "32", "15069"],
          ["535", "6", "0", "1", "18", "0", "560"], ["7", "0", "0", "0", "0", "0", "7"],
        ], on: &page)
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading(
          Self.head + [
            "||一、新收申请|14612|252|0|45|128|32|15069", "||二、上年结转|535|6|0|1|18|0|560",
            "||三、公开|7|0|0|0|0|0|7",
          ]))
  }

  @Test func aFigureBesideABlankStandsBelowItsHead() async throws {
    let file = PDFWriter { page, _ in
      Self.table(
        [
          ["3", "", "", "", "1", "", "4"], ["", "", "2", "", "", "", "2"],
          ["", "", "", "", "", "", ""], ["3", "", "2", "", "1", "", "6"],
        ], on: &page)
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading(
          Self.head + [
            "||一、新收申请|3||||1||4", "||二、上年结转|||2||||2", "||三、公开|||||||",
            "||四、结转|3||2||1||6",
          ]))
  }

  @Test func aFigureBelowNoHeadIsLostInEveryColumnThatItMayStandIn() async throws {
    let file = PDFWriter { page, _ in
      Self.table(
        [
          ["3", "", "2", "", "1", "", "6"], ["1", "", "", "", "", "", "1"],
          ["", "", "", "", "", "", ""], ["4", "", "2", "", "1", "", "7"],
        ], on: &page, stray: ("8", 327))
    }
    let reading = try await Reading(file)
    #expect(reading.issues == [.pdfColumnUncertain])
    #expect(
      reading.blocks.contains(
        "||三、公开|\u{FFFD}|\u{FFFD}|\u{FFFD}|\u{FFFD}|\u{FFFD}|\u{FFFD}|\u{FFFD}"))
  }

  @Test func aFigureThatWasDrawnElsewhereLeavesTheTableInDoubt() async throws {
    let file = PDFWriter { page, _ in
      Self.table(
        [
          ["3", "", "2", "", "1", "", "6"], ["1", "", "", "", "", "", "1"],
          ["", "", "", "", "", "", ""], ["4", "", "2", "", "1", "", "7"],
        ], on: &page)
      page.centred("8", x: 310, top: 166)
    }
    let reading = try await Reading(file)
    #expect(reading.issues == [.pdfColumnUncertain])
  }

  @Test func sectionsKeepTheColumnsOfTheirHeads() async throws {
    let file = PDFWriter { page, _ in
      page.centred("第二十条第（一）项", x: 250, top: 100)
      for (text, x) in zip(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], [100.0, 200, 300, 400]) {
        page.centred(text, x: x, top: 116)
      }
      page.centred("规章", x: 100, top: 132)
      page.centred("5", x: 300, top: 132)
      page.centred("行政规范性文件", x: 100, top: 148)
      page.centred("第二十条第（五）项", x: 250, top: 164)
      page.centred("信息内容", x: 100, top: 180)
      page.centred("本年处理决定数量", x: 300, top: 180)
      page.centred("行政许可", x: 100, top: 196)
      page.centred("12", x: 300, top: 196)
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading([
          "第二十条第（一）项|||", "信息内容|本年制发件数|本年废止件数|现行有效件数", "规章||5|", "行政规范性文件|||",
          "第二十条第（五）项|||", "信息内容|本年处理决定数量||", "行政许可|12||",
        ]))
  }

  @Test func linesThatPartColumnsOnlyLeaveTheRowsToTheWords() async throws {
    let file = PDFWriter { page, _ in
      Self.table(
        [
          ["14612", "252", "0", "45", "128", "32", "15069"],
          ["535", "6", "0", "1", "18", "0", "560"], ["7", "0", "0", "0", "0", "0", "7"],
        ], on: &page)
      for top in [96.0, 190] { page.line(fromX: 50, top: top, toX: 530, top: top) }
      for x in [50.0, 250, 290, 330, 370, 410, 450, 490, 530] {
        page.line(fromX: x, top: 96, toX: x, top: 190)
      }
    }
    let reading = try await Reading(file)
    #expect(reading.issues.isEmpty)
    #expect(reading.blocks.last == "||三、公开|7|0|0|0|0|0|7")
  }
}
