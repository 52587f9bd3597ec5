import Diagnostics
import DocumentModel
import PlainTextReading
import Testing

/// Lines, line ends, leftovers of web pages and page furniture.
@Suite struct LineTests {
  @Test func everyLineEndDividesAndLinesAreCountedAsEditorsDo() async throws {
    #expect(
      try await dump("a\r\nb\rc\n\n d \u{85}e\u{B}f\u{2028}g\u{C}h\ni") == [
        "1 a", "2 b", "3 c", "5 d", "5 e", "5 f", "5 g", "5 h", "6 i",
      ])
  }

  @Test func aTextOfBlanksIsAnEmptyDocument() async throws {
    #expect(try await read(" \u{3000}\n\t\n\u{FEFF}\r\n").value == Document())
  }

  @Test(arguments: [
    ("甲\n1\n\u{C}乙\n2\n", ["甲", "乙"]), ("甲\n５\n\u{C}乙\n６\n\u{C}丙\n7\n", ["甲", "乙", "丙"]),
    ("甲\n１０\n\u{C}乙\n１１\n\u{C}\u{C}丙\n", ["甲", "１０", "乙", "１１", "丙"]),
    ("甲\n3\n\u{C}乙\n4\n", ["甲", "3", "乙", "4"]), ("甲\n1\n\u{C}乙\n", ["甲", "1", "乙"]),
    ("甲\n-1\n\u{C}乙\n+0\n\u{C}丙\n1\n", ["甲", "-1", "乙", "+0", "丙", "1"]),
    ("甲\n3\n\u{C}乙\n4\n\u{C}丙\n6\n", ["甲", "3", "乙", "4", "丙", "6"]),
  ])
  func pagesAreNumberedFromOneOrThreeInSequence(text: String, lines: [String]) async throws {
    #expect(dump(try await read(text).value, places: false) == lines)
  }

  @Test func notesAreReadByTheirMarks() async throws {
    #expect(
      try await dump("正文如下\n\n[footnote] 含上年结转数量\n[header] 内部\n[link] 不是注") == [
        "1 正文如下", "5 [link] 不是注", "footnote 3 含上年结转数量", "header 4 内部",
      ])
  }

  @Test func aMarkedLineIsReadAsItStands() async throws {
    #expect(
      try await dump("\u{2060}-1-\n\u{2060}[footnote] a\n\u{2060}\t0\n[footnote] \u{2060}&nbsp;")
        == [
          "1 -1-", "2 [footnote] a", "3 [|0]", "footnote 4 &nbsp;",
        ])
  }

  @Test func pageFurnitureIsLeftOutAndListed() async throws {
    let text = """
      正文
      首页 > 政务公开 > 年度报告
      济宁市示例局2020年政府信息公开工作年度报告
      发布日期：2021-01-31 字体：[大 中 小] 打印
      【字体：大 中 小】 打印 关闭
      -1-
      一、总体情况
      第 3 页 共 9 页
      [image: image7.png]FRTE B
      浏览次数：132 次
      """
    let reading = try await read(text)
    #expect(
      dump(reading.value) == [
        "3 济宁市示例局2020年政府信息公开工作年度报告", "4 发布日期：2021-01-31 字体：[大 中 小] 打印", "7 一、总体情况",
      ])
    #expect(
      reading.issues == [
        Issue(
          .noiseRemoved,
          """
          left out as not part of the report: 正文 (line 1), 首页 > 政务公开 > 年度报告 (line 2), \
          【字体：大 中 小】 打印 关闭 (line 5), -1- (line 6), 第 3 页 共 9 页 (line 8), \
          [image: image7.png]FRTE B (line 9), 浏览次数：132 次 (line 10)
          """, at: .line(1))
      ])
  }

  @Test func entitiesAreDecodedAndTagsTakenOut() async throws {
    #expect(
      try await dump(
        "一、&nbsp;总体&#24773;&#x51B5;<br/>第二行 &lt;长江&gt; A&B; &amp;nbsp;\n<p class=\"a\">段落</p>\n<td>规章</td><td>0</td><td>1</td>"
      ) == ["1 一、 总体情况", "1 第二行 <长江> A&B;", "2 段落", "3 [规章|0|1|]"])
  }

  @Test(arguments: [
    ("<!DOCTYPE html><html><body>报告</body></html>", "This is HTML, not plain text"),
    ("\n <HTML lang=zh>", "This is HTML, not plain text"),
    ("<?xml version=\"1.0\"?><a/>", "This is XML, not plain text"),
    ("{\\rtf1\\ansi 报告}", "This is RTF, not plain text"),
    ("{\"code\":404}", "This is JSON, not plain text"),
    ("%PDF-1.7", "This is PDF, not plain text"),
  ])
  func otherFormatsAreNamedAndRefused(text: String, message: String) async throws {
    await #expect(throws: Failure(.unsupportedFormat, message)) { try await read(text) }
  }
}
