import Diagnostics
import DocumentModel
import TestSupport
import Testing

@testable import PDFReading

/// Turned and faint text, which is a watermark only where it lies across other text or stands on several pages alike.
@Suite struct TurnedTextTests {
  private func reading(_ operators: String, prose: String? = nil) async throws -> Reading {
    var page = PDFWriter.Page()
    page.text("标题", x: 90, top: 60)
    page.table(
      [["事项", "数量"], ["行政处罚", "12"], ["行政许可", ""]], x: 90, top: 90, columns: [100, 100],
      rowHeight: 40)
    if let prose { page.text(prose, x: 90, top: 300) }
    page.paint(operators)
    page.resources = "/ExtGState << /G << /ca 0.34 >> /H << /ca 0.49 >> >>"
    return try await Reading(PDFWriter([page]).bytes)
  }

  private func table(_ cell: String) -> [String] {
    ["标题", "事项|数量", "行政处罚|12", "行政许可|" + cell]
  }

  /// `text` with its baseline turned counter-clockwise by an angle of this cosine and sine.
  private func show(
    _ text: String, x: Double = 205, y: Double = 648, size: Double = 10, cosine: Double = 1,
    sine: Double = 0
  ) -> String {
    let codes = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return
      "BT /F1 \(size) Tf \(cosine) \(sine) \(-sine) \(cosine) \(x) \(y) Tm <\(codes.joined())> Tj ET "
  }

  @Test(arguments: [(0.94, 0.34), (0.94, -0.34), (0.8, 0.6), (0.707, -0.707)])
  func aNumberThatSlantsInItsCellIsNoBlank(cosine: Double, sine: Double) async throws {
    let reading = try await reading(show("2641", cosine: cosine, sine: sine))
    #expect(
      reading
        == Reading(table("\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), issues: [.pdfUnseenTextOmitted]))
  }

  @Test func aDigitThatSlantsBesideANumberIsNoPartOfIt() async throws {
    let reading = try await reading(show("264") + show("1", x: 221, cosine: 0.94, sine: 0.34))
    #expect(reading.blocks.last != "行政许可|2641")
    #expect(reading.blocks.last != "行政许可|264")
    #expect(reading.issues == [.pdfUnseenTextOmitted])
  }

  @Test func aLargeNumberALittleAskewIsRead() async throws {
    let reading = try await reading(show("2641", size: 18, cosine: 0.9976, sine: 0.07))
    #expect(reading == Reading(table("2641")))
  }

  @Test func aTurnedLabelAloneInItsCellIsRead() async throws {
    let reading = try await reading(show("无记录", y: 642, cosine: 0.8, sine: 0.6))
    #expect(reading == Reading(table("无记录")))
  }

  @Test func aFaintNumberAloneInItsCellIsRead() async throws {
    #expect(
      try await reading("q /G gs " + show("2641") + "Q") == Reading(table("2641")))
  }

  @Test func aFaintDigitInFrontOfANumberMayBelongToIt() async throws {
    let one = try await reading("q /G gs " + show("2", x: 205) + "Q " + show("641", x: 210))
    #expect(one == Reading(table("2641")))
    let apart = try await reading("q /G gs " + show("2", x: 203) + "Q " + show("641", x: 211))
    #expect(apart.blocks.last?.contains("\u{FFFD}") == true)
    #expect(apart.issues == [.pdfUnseenTextOmitted])
  }

  @Test func faintAndSlantedHeadingsAreText() async throws {
    let heading = "q /H gs " + show("一、总体情况", x: 90, y: 500, size: 20) + "Q"
    #expect(try await reading(heading) == Reading(table("") + ["一、总体情况"]))
    let slanted = show("一、总体情况", x: 90, y: 500, size: 20, cosine: 0.9976, sine: 0.07)
    #expect(try await reading(slanted) == Reading(table("") + ["一、总体情况"]))
  }

  @Test func linesOfASlantedParagraphFollowOneAnother() async throws {
    let lines =
      show("本年度共收到申请十二件并已全部办结，", x: 90, y: 420, size: 17, cosine: 0.9781, sine: 0.2079)
      + show("没有投诉。", x: 95, y: 398, size: 17, cosine: 0.9781, sine: 0.2079)
    let reading = try await reading(lines)
    #expect(reading.blocks.dropFirst(4).joined() == "本年度共收到申请十二件并已全部办结，没有投诉。")
    #expect(reading.issues == [])
  }

  @Test func textThatIsLeftOutForItsTurnIsSaid() async throws {
    let steep = show("本年度没有投诉", x: 90, y: 420, cosine: 0.8, sine: 0.6)
    let reading = try await reading(steep)
    #expect(reading == Reading(table(""), issues: [.noiseRemoved, .pdfUnseenTextOmitted]))
  }

  @Test func aSentenceAcrossOtherTextIsSaid() async throws {
    let across = show(
      "本表所列数据截至年底，未经核实", x: 110, y: 620, size: 14, cosine: 0.9, sine: 0.4359)
    let reading = try await reading(show("2641") + across)
    #expect(
      reading == Reading(table("2641"), issues: [.noiseRemoved, .pdfUnseenTextOmitted]))
  }

  @Test func theSameMarkOnSeveralPagesIsAWatermark() async throws {
    let file = PDFWriter(pages: 2) { page, number in
      page.text(number == 1 ? "前一页的正文" : "后一页的正文", x: 90, top: 250)
      page.paint(self.show("内部资料", x: 200, y: 400, size: 40, cosine: 0.8, sine: 0.6))
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["前一页的正文", "后一页的正文"], issues: [.noiseRemoved]))
  }

  @Test func smallTypeOfATableMakesNoHeadingAWatermark() async throws {
    var page = PDFWriter.Page()
    let rows = (0..<12).map { ["\($0)", "\($0)", "\($0)", "\($0)"] }
    page.table(rows, x: 90, top: 90, columns: [60, 60, 60, 60], rowHeight: 14, size: 6)
    page.text("本年度共收到政府信息公开申请十二件，其中自然人申请十件", x: 90, top: 300, size: 12)
    page.text("法人申请两件，上年结转一件，全部在法定期限内答复，本年没有发生行政复议", x: 90, top: 307, size: 12)
    page.text("和行政诉讼，也没有收取任何费用，各项工作平稳有序", x: 90, top: 321, size: 12)
    let reading = try await Reading(PDFWriter([page]))
    #expect(!reading.issues.contains(.noiseRemoved))
  }
}
