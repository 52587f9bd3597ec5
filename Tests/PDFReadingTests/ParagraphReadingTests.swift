import Diagnostics
import DocumentModel
import TestSupport
import Testing

@testable import PDFReading
@testable import PageLayout

/// Lines that become paragraphs.
@Suite struct ParagraphReadingTests {
  @Test func hardWrappedLinesAreJoinedAndTitlesStayLines() async throws {
    let file = PDFWriter { page, _ in
      page.centred("某区人民政府", x: 297, top: 80, size: 20)
      page.centred("2023年工作报告", x: 297, top: 110, size: 20)
      page.text("一、总体情况", x: 110, top: 160)
      page.text("本年度主动公开信息一百三十六条，办理申请", x: 110, top: 180)
      page.text("二十一件，均在法定期限内都答复，没有行政复议", x: 90, top: 200)
      page.text("和诉讼。", x: 90, top: 220)
      page.text("下一步继续做好公开工作。", x: 110, top: 240)
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading([
          "某区人民政府", "2023年工作报告", "一、总体情况",
          "本年度主动公开信息一百三十六条，办理申请二十一件，均在法定期限内都答复，没有行政复议和诉讼。", "下一步继续做好公开工作。",
        ]))
  }

  @Test(arguments: [
    ("电话：0999-", "8123456。", "电话：0999-8123456。"), ("300", "1", "300 1"), ("a", "b", "a b"),
    ("主动", "公开", "主动公开"), ("12 -", "5", "12 - 5"),
  ])
  func aNumberThatBreaksBehindItsHyphenIsOneAgain(line: String, next: String, joined: String) {
    var text = line
    TextJoining.append(next, to: &text)
    #expect(text == joined)
  }

  @Test func aParagraphGoesOnOverAPageBreak() async throws {
    let file = PDFWriter(pages: 2) { page, number in
      for line in 0..<5 { page.text("本年度主动公开信息一百三十六条办理申请件", x: 90, top: 600 + Double(line) * 20) }
      page.text("\(number)完。", x: 90, top: 72)
    }
    let reading = try await Reading(file)
    let full = String(repeating: "本年度主动公开信息一百三十六条办理申请件", count: 5)
    #expect(reading == Reading(["1完。", full + "2完。", full]))
  }

  @Test func letterSpacedLinesHaveNoBlanksBesideChineseCharacters() async throws {
    let file = PDFWriter { page, _ in
      for (index, text) in ["邮", "编", "：", "223100", "，", "mail", "to", "me"].enumerated() {
        page.text(text, x: 90 + Double(index) * 34, top: 100)
      }
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["邮编：223100，mail to me"]))
  }

  @Test func headsFeetAndPageNumbersAreNotes() async throws {
    let file = PDFWriter(pages: 3) { page, number in
      page.text("年度报告", x: 260, top: 40)
      page.text("第\(number)页内容", x: 90, top: 100)
      page.text("第\(number)页 共3页", x: 260, top: 800)
    }
    let result = try await PDFReader(limits: .patient).read(
      SourceFile(name: "a.pdf", bytes: file.bytes))
    #expect(
      result.value.blocks.map(\.text) == ["第1页内容", "第2页内容", "第3页内容"]
        && result.value.notes.map(\.text) == ["年度报告"]
        && result.issues.map(\.code) == [.pdfRunningTextRemoved])
  }

  @Test func theNumberOfASmallPageStandsHigherThanItsTenth() async throws {
    let pages = (1...2).map { number in
      var page = PDFWriter.Page(width: 454, height: 312)
      page.text("内容", x: 90, top: 100)
      page.text("-\(number)-", x: 200, top: 277, size: 16)
      return page
    }
    #expect(
      try await Reading(PDFWriter(pages))
        == Reading(["内容", "内容"], issues: [.pdfRunningTextRemoved]))
  }

  @Test func loneDigitsAtTheFootAreRemovedOnlyWhereTheyCountPages() async throws {
    let counting = PDFWriter(pages: 2) { page, number in
      page.text("内容", x: 90, top: 100)
      page.text("\(number + 4)", x: 290, top: 800)
    }
    let other = PDFWriter(pages: 2) { page, number in
      page.text("内容", x: 90, top: 100)
      page.text("\(number * 7)", x: 290, top: 800)
    }
    let readings = [try await Reading(counting), try await Reading(other)]
    #expect(
      readings == [
        Reading(["内容", "内容"], issues: [.pdfRunningTextRemoved]), Reading(["内容", "7", "内容", "14"]),
      ])
  }

  @Test func aTitleInLargerLettersIsNoBeginningOfTheHeadingBelow() async throws {
    let file = PDFWriter { page, _ in
      page.centred("某区某局2023年政府信息公开工作年度报告", x: 297, top: 80, size: 20)
      page.text("一、总体情况", x: 106, top: 108, size: 15)
      page.text("文字描述。", x: 106, top: 130, size: 15)
      page.text("二、其他情况", x: 106, top: 152, size: 15)
      page.text("文字描述。", x: 106, top: 174, size: 15)
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading(["某区某局2023年政府信息公开工作年度报告", "一、总体情况", "文字描述。", "二、其他情况", "文字描述。"]))
  }

  @Test func aCaptionInTheMiddleGoesOnBelowItsFullLine() async throws {
    let full = "本年度主动公开信息一百三十六条办理申请二十一件均在法定期限内都答复没有行政复"
    let file = PDFWriter { page, _ in
      for line in 0..<4 { page.text(full, x: 90, top: 80 + 20 * Double(line)) }
      page.text("和诉讼。", x: 90, top: 160)
      page.text(full, x: 90, top: 180)
      page.centred("统计表", x: 90 + 5 * Double(full.count), top: 200)
      page.text("其他。", x: 110, top: 220)
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading([full + full + full + full + "和诉讼。", full + "统计表", "其他。"]))
  }

  @Test func twoColumnsAreReadOneAfterTheOther() async throws {
    let file = PDFWriter { page, _ in
      for line in 0..<10 {
        page.text("左左左左左左左左左左左左左左左左左左左左", x: 80, top: 100 + Double(line) * 16)
        page.text("右右右右右右右右右右右右右右右右右右右右", x: 310, top: 100 + Double(line) * 16)
      }
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading([
          String(repeating: "左", count: 200) + String(repeating: "右", count: 200)
        ]))
  }
}

extension Block {
  fileprivate var text: String {
    switch self {
    case .paragraph(let paragraph): paragraph.text
    case .table: "table"
    }
  }
}
