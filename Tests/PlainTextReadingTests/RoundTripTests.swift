import Diagnostics
import DocumentModel
import PlainTextReading
import Testing

/// What `Document.printed()` writes reads back as the same document up to locations, coverage and pages.
@Suite struct RoundTripTests {
  /// Texts that a reader of foreign text would like to change, among plain ones.
  private static let awkward = [
    "总体情况", "规章", "0", "-5", "106.36 万元", "619", "/", "—", "300 1", "a", "•", "1.", "（二）", "一、",
    "一、总体情况", "（一）主动公开情况", "第二十条第（一）项", "本年新制作数量",
    "根据《中华人民共和国政府信息公开条例》和省、市有关要求，现向社会公布本机关年度报告。",
    "-1-", "— 12 —", "第 3 页 共 9 页", "正文", "首页 > 政务公开", "打印 关闭", "浏览次数：12",
    "a|b|c", "| a | b |", "|", "|a", "a|", "｜a｜b", "│ 0 │ 0 │", "|---|---|", "---",
    "[footnote] 注", "[header]", "[footer] x", "[endnote]", "[bookmark: _Hlk1]二",
    "[image: a.png]FRTE B",
    "[image: a.png]", "&nbsp;", "a &lt;br&gt; b", "&amp;nbsp;", "<br>", "a<td>1</td>", "<长江>",
    "<http://www.example.gov.cn>", "A & B; C", "<html>", "<!DOCTYPE html>", "<?xml version",
    "{\"a\": 1}",
    "{\\rtf1", "%PDF-1.7", "MIME-Version: 1.0", "PK", "\u{FFFD}\u{FFFD}", "\u{E000}", "𠮷", "注：",
    "总", "计",
  ]

  private static func document(using random: inout SplitMix) -> Document {
    let place = Location.line(0)
    func text() -> String { awkward[random.next(awkward.count)] }
    var document = Document()
    for _ in 0..<random.next(6) {
      if random.next(2) == 0 {
        document.blocks.append(.paragraph(Paragraph(text(), at: place)))
        continue
      }
      let columns = 2 + random.next(4)
      let filled = random.next(4)
      let rows = (0...random.next(4)).map { _ in
        (0..<columns).map { _ in TableCell(random.next(4) < filled ? text() : "", at: place) }
      }
      document.blocks.append(.table(Table(columnCount: columns, rows: rows)))
    }
    for _ in 0..<random.next(3) {
      document.notes.append(Note(Note.Kind.allCases[random.next(4)], text(), at: place))
    }
    return document
  }

  @Test func anyDocumentReadsBackAsItself() async throws {
    var random = SplitMix(state: 20)
    for _ in 0..<4_000 {
      let document = Self.document(using: &random)
      let printed = document.printed()
      guard !printed.isEmpty else { continue }
      let back = try await read(printed)
      try #require(
        content(back.value) == content(document), "\(visible(printed))\n\(dump(back.value))")
      #expect(back.value.printed() == printed)
      #expect(back.issues.filter { $0.code != .garbledText }.isEmpty)
    }
  }

  @Test func takingOutNoiseBeforeOrAfterPrintingIsTheSame() async throws {
    var random = SplitMix(state: 7)
    for _ in 0..<1_000 {
      let document = Self.document(using: &random)
      let clean = DocumentNoise.removed(from: document).value
      #expect(content(DocumentNoise.removed(from: clean).value) == content(clean))
      let printed = document.printed()
      guard !printed.isEmpty else { continue }
      let back = DocumentNoise.removed(from: try await read(printed).value).value
      try #require(content(back) == content(clean), "\(visible(printed))")
    }
  }

  @Test func twoTablesSideBySideStayTwo() async throws {
    let place = Location.line(0)
    let table = Table(
      columnCount: 3,
      rows: [
        ["规章", "0", "1"].map { TableCell($0, at: place) },
        ["", "2", "3"].map { TableCell($0, at: place) },
      ])
    let document = Document(blocks: [.table(table), .table(table)])
    #expect(document.printed() == "规章\t0\t1\n\t2\t3\n\n\n规章\t0\t1\n\t2\t3\n")
    #expect(
      try await dump(document.printed()) == [
        "1 [规章|0|1]", "2 [|2|3]", "--", "5 [规章|0|1]", "6 [|2|3]",
      ])
  }

  /// Everything but locations and coverage.
  private func content(_ document: Document) -> [String] { dump(document, places: false) }

  private func visible(_ text: String) -> String {
    text.replacing("\u{2060}", with: "⁂").replacing("\t", with: "→")
  }
}

/// A small generator, so that a failure is the same tomorrow.
struct SplitMix {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
