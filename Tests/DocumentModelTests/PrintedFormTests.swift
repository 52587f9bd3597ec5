import Diagnostics
import DocumentModel
import Testing

@Suite struct PrintedFormTests {
  private let place = Location.paragraph(1)

  private func table(_ rows: [[String]]) -> Block {
    .table(
      Table(
        columnCount: rows.first?.count ?? 0,
        rows: rows.map { $0.map { TableCell($0, at: place) } }))
  }

  private func paragraph(_ text: String) -> Block { .paragraph(Paragraph(text, at: place)) }

  @Test func aReportPrintsAsParagraphsRowsAndNotes() {
    let document = Document(
      blocks: [
        paragraph("一、总体情况"), paragraph("本机关主动公开信息 64 条。"),
        table([["规章", "", "0"], ["", "", ""], ["其他", "1", "2"]]),
        table([["a", "b"], ["c", "d"]]), paragraph("无。"),
      ],
      notes: [Note(.footnote, "含上年结转", at: place), Note(.header, "内部资料", at: place)],
      pageCount: 3)
    #expect(
      document.printed() == """
        一、总体情况

        本机关主动公开信息 64 条。

        规章\t\t0
        \t\t
        其他\t1\t2


        a\tb
        c\td

        无。

        [footnote] 含上年结转
        [header] 内部资料

        """)
  }

  @Test func whatADocumentCannotHoldIsNotPrinted() {
    let document = Document(
      blocks: [
        paragraph(""), .table(Table(columnCount: 3, rows: [])), table([["框"], [""], ["二"]]),
      ],
      notes: [Note(.endnote, "", at: place)])
    #expect(document.printed() == "框\n\n二\n")
    #expect(Document().printed() == "")
  }

  /// The mark is shown as ⁂ here.
  @Test(arguments: [
    ("-1-", "⁂-1-"), ("正文", "⁂正文"), ("[footnote] a", "⁂[footnote] a"), ("a | b | c", "⁂a | b | c"),
    ("a | b", "a | b"), ("&nbsp;", "⁂&nbsp;"), ("A&B", "A&B"), ("<br>", "⁂<br>"), ("<长江>", "<长江>"),
    ("[image: a.png]", "⁂[image: a.png]"), ("{\"a\"", "⁂{\"a\""), ("一、总体情况", "一、总体情况"),
  ])
  func onlyALineThatReadingWouldChangeIsMarked(text: String, printed: String) {
    let document = Document(blocks: [paragraph(text)])
    #expect(document.printed().replacing("\u{2060}", with: "⁂") == printed + "\n")
  }

  @Test func rowsThatDoNotLookLikeATableAreMarked() {
    let blocks = [
      table([["只有", "一行"]]), table([["", "0"], ["a", "1"]]), table([["a", ""], ["", ""]]),
      table([["1.", "甲"], ["2.", "乙"]]),
    ]
    #expect(
      Document(blocks: blocks).printed().replacing("\u{2060}", with: "⁂") == """
        ⁂只有\t一行


        ⁂\t0
        a\t1


        ⁂a\t
        ⁂\t


        ⁂1.\t甲
        ⁂2.\t乙

        """)
  }
}
