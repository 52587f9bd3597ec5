import Diagnostics
import DocumentModel
import PagePaint
import TestSupport
import Testing

@testable import PDFReading
@testable import PageLayout

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
    page.resources = "/ExtGState << /G << /ca 0.34 >> /H << /ca 0.49 >> /I << /ca 0.2 >> >>"
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

  /// `pdftotext` gives characters that lie on their side the height of their font, beside where they are drawn.
  @Test func aTurnedLabelStandsWhereItsCharactersDo() {
    func word(_ text: String, top: Double, order: Int) -> Word {
      var word = Word(
        text: text, box: BoundingBox(left: 192, top: top, right: 219, bottom: top + 10.5),
        order: order)
      word.turned = TurnedPlace(
        isDown: false, box: BoundingBox(left: 182, top: top, right: 193, bottom: top + 10.5))
      return word
    }
    var words = [word("总", top: 680, order: 0), word("计", top: 669.5, order: 1)]
    TurnedText.join(&words)
    #expect(words.map(\.text) == ["总计"])
    #expect(words.map(\.box) == [BoundingBox(left: 182, top: 669.5, right: 193, bottom: 690.5)])
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

  @Test func aWordInTwoShadesIsReadOnce() async throws {
    let shades = "q /G gs " + show("26") + "Q q /I gs " + show("41", x: 215) + "Q"
    #expect(try await reading(shades) == Reading(table("2641")))
  }

  @Test func aPageThatIsUpsideDownIsTurned() async throws {
    // Half a turn about the middle of the page: 595 points wide, 842 high.
    var page = PDFWriter.Page()
    page.paint("-1 0 0 -1 595 842 cm")
    page.text("标题", x: 90, top: 60)
    page.table(
      [["事项", "数量", "总计"], ["行政处罚", "12", "35"], ["行政许可", "2641", "3"]], x: 90, top: 90,
      columns: [100, 100, 100], rowHeight: 40)
    page.text("本年度没有需要报告的其他事项。", x: 90, top: 300)
    let result = try await PDFReader(limits: .patient).read(
      SourceFile(name: "a.pdf", bytes: PDFWriter([page]).bytes))
    #expect(result.issues.isEmpty)
    guard case .table(let table) = result.value.blocks[1] else {
      Issue.record("no table")
      return
    }
    #expect(
      table.rows.map { $0.map(\.text) } == [
        ["事项", "数量", "总计"], ["行政处罚", "12", "35"], ["行政许可", "2641", "3"],
      ])
    // Places are those of the page as it is seen.
    #expect(
      table.rows[2][1].location
        == .page(1, box: BoundingBox(left: 305, top: 632, right: 405, bottom: 672)))
  }

  @Test func aPageThatLiesOnItsSideIsRead() async throws {
    // A quarter turn: the head of the page is its right side.
    var page = PDFWriter.Page(width: 842, height: 595)
    page.paint("0 -1 1 0 0 595 cm")
    func show(_ text: String, _ x: Double, _ top: Double) {
      page.paint("BT /F1 10 Tf 1 0 0 1 \(x) \(842 - top) Tm <\(Self.codes(text))> Tj ET")
    }
    show("青岚市水务局2024年政府信息公开工作年度报告", 120, 60)
    for line in 0..<12 { show("本年度没有需要报告的其他事项，共收到申请\(line)件，", 90, 100 + Double(line) * 16) }
    for line in 0..<12 { show("均已按时办结并答复申请人。", 330, 100 + Double(line) * 16) }
    let result = try await PDFReader(limits: .patient).read(
      SourceFile(name: "a.pdf", bytes: PDFWriter([page]).bytes))
    guard case .paragraph(let title) = result.value.blocks.first else {
      Issue.record("no title")
      return
    }
    #expect(title.text == "青岚市水务局2024年政府信息公开工作年度报告")
    #expect(
      title.location
        == .page(1, box: BoundingBox(left: 781.4, top: 120, right: 789.6, bottom: 330)))
  }

  private static func codes(_ text: String) -> String {
    text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  @Test func aFaintNumberOnItsHeadIsUnreadable() async throws {
    let head = "q /G gs " + show("2641", x: 225, y: 655, cosine: -1) + "Q"
    #expect(
      try await reading(head)
        == Reading(table("\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), issues: [.pdfTextDiffers]))
  }

  /// A page of which `pdftotext` lists `words`, with faint glyphs: 5 points wide, 10 high, the first one at 100, 100.
  private func settled(
    _ words: [Word], _ glyphs: [(PaintedGlyph.Characters, x: Double, y: Double)], turn: Double = 0
  ) throws -> (words: [Word], findings: [PaintFinding]) {
    var paint = PagePaint(width: 200, height: 200)
    for (order, glyph) in glyphs.enumerated() {
      let box =
        turn == 0
        ? BoundingBox(left: glyph.x, top: glyph.y - 8, right: glyph.x + 5, bottom: glyph.y + 1)
        : BoundingBox(left: glyph.x - 8, top: glyph.y - 5, right: glyph.x + 1, bottom: glyph.y)
      paint.glyphs.append(
        PaintedGlyph(
          characters: glyph.0, shape: UInt32(order), origin: PagePoint(x: glyph.x, y: glyph.y),
          advance: 5, size: 10, turn: turn, box: box,
          paint: Paint(colour: .black, alpha: 0.3, order: order), concealment: nil))
    }
    var pages = [BoxPage(width: 200, height: 200, words: words)]
    let checked = try #require(CheckedPage(pages[0], number: 1, against: paint))
    pages[0].words = checked.words
    let settled = WatermarkCandidates.settle([checked.candidates], in: &pages, [nil])
    #expect(settled.marks.joined().isEmpty)
    return (pages[0].words, checked.findings + settled.findings)
  }

  @Test func aFaintGlyphThatNoWordHasIsAWordAndSaid() throws {
    let settled = try settled(
      [
        Word(text: "26", box: BoundingBox(left: 100, top: 92, right: 110, bottom: 102), order: 0),
        Word(text: "1", box: BoundingBox(left: 115, top: 92, right: 120, bottom: 102), order: 1),
      ],
      [
        (.one("2"), 100, 100), (.one("6"), 105, 100), (.unknown, 110, 100), (.one("1"), 115, 100),
      ])
    #expect(settled.words.map(\.text) == ["26", "1", "\u{FFFD}"])
    #expect(
      settled.findings == [
        PaintFinding(
          kind: .unknownGlyphs, text: "\u{FFFD}", page: 1,
          box: BoundingBox(left: 110, top: 92, right: 115, bottom: 101))
      ])
  }

  @Test func textOfACrowdedPageIsUnreadableAndSaid() async throws {
    // More faint texts than can be held against one another.
    var faint = "q /I gs "
    for place in 0..<5_200 {
      faint += show(
        "7", x: 90 + Double(place % 80) * 6, y: 30 + Double(place / 80) * 9, size: 3)
    }
    let reading = try await reading(faint + "Q q /G gs " + show("2641") + "Q")
    #expect(reading.blocks.prefix(4) == table("\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")[...])
    #expect(Set(reading.issues) == [.pdfUnseenTextOmitted])
  }

  @Test func aFaintTextThatRunsUpThePageIsReadAsALevelOne() throws {
    let settled = try settled(
      [Word(text: "26", box: BoundingBox(left: 92, top: 90, right: 102, bottom: 100), order: 0)],
      [(.one("2"), 100, 100), (.one("6"), 100, 95)], turn: -90)
    #expect(settled.words.map(\.text) == ["26"])
    #expect(settled.words.map(\.turned) == [nil])
    #expect(settled.findings == [])
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
