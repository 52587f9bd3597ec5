import Diagnostics
import DocumentModel
import TestSupport
import Testing

/// Changes to the markup that no reader may notice.
@Suite struct InvarianceTests {
  private static let body =
    p("某市科学技术局2024年政府信息公开工作年度报告") + p("共收到申请12件，办结 11 件。")
    + tbl(
      tr(tc(span(2) + "<w:vMerge w:val=\"restart\"/>", "本年新", "制作数量"), tc("", "0")),
      tr(tc(span(2) + "<w:vMerge/>"), tc("", "3", "5")), tr(tc("", "甲"), tc("", "乙"), tc("", "减 5"))
    )

  private func document(_ body: String) async throws -> Document {
    try await read(DocxBuilder(body)).value
  }

  @Test func splittingARunInThreeChangesNothing() async throws {
    var split = ""
    for part in Self.body.split(separator: "<w:t>", omittingEmptySubsequences: false) {
      guard let end = part.firstRange(of: "</w:t>") else {
        split += part
        continue
      }
      let text = Array(part[..<end.lowerBound])
      let third = text.count / 3
      let pieces = [text[..<third], text[third..<2 * third], text[(2 * third)...]]
      split += pieces.map { "<w:t xml:space=\"preserve\">\(String($0))</w:t>" }
        .joined(separator: "</w:r><w:r w:rsidR=\"00\">")
      split += part[end.upperBound...]
    }
    #expect(try await document(split) == document(Self.body))
  }

  @Test(arguments: [
    ("<w:r>", "<w:proofErr w:type=\"spellStart\"/><w:r>"),
    ("<w:r>", "<w:bookmarkStart w:id=\"1\" w:name=\"x\"/><w:r w:rsidR=\"00AA\">"),
    ("<w:p>", "<w:bookmarkEnd w:id=\"1\"/><w:p w14:paraId=\"1\" w:rsidR=\"00BB\">"),
    ("<w:tc>", "<!-- --><w:tc>"), ("<w:t>", "<w:lastRenderedPageBreak/><w:t>"),
    ("<w:tr>", "\n  <w:tr w:rsidTr=\"1\">"), ("</w:r>", "</w:r><?x y?>"),
    ("<w:pPr>", "<w:pPr><w:jc w:val=\"center\"/><w:rPr><w:b/></w:rPr>"),
  ])
  func marksThatShowNothingChangeNothing(mark: String, more: String) async throws {
    let changed = Self.body.split(separator: mark, omittingEmptySubsequences: false)
      .joined(separator: more)
    #expect(try await document(changed) == document(Self.body))
  }

  @Test func readingTwiceGivesTheSame() async throws {
    #expect(try await document(Self.body) == document(Self.body))
  }
}
