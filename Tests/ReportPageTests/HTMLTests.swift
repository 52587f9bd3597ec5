import PlainWords
import Testing

@testable import ReportPage

private let hostile =
  "<script>alert('x')</script>\" onload=\"&\u{202E}" + String(repeating: "局", count: 900)

private func html(_ records: [RecordBuilder], _ facts: RunFacts = RunFacts()) throws -> String {
  let page = try ReportPage(records)
  return String(decoding: page.html(facts), as: UTF8.self)
}

@Test func textCanNotBecomeMarkup() {
  let name = "<b>'&\"\u{0}\u{7F}局"
  #expect(
    ("<td>\(name)</td>" as HTML).text == "<td>&lt;b&gt;&#39;&amp;&quot;\u{FFFD}\u{FFFD}局</td>")
}

@Test func aHostileRecordStaysText() throws {
  let failure: [String: Any] = [
    "id": hostile, "scope": hostile, "severity": "error", "blanks_as_zero": false,
  ]
  let report = RecordBuilder(
    agency: hostile, path: hostile, url: "javascript:alert(1)", rows: plainRows,
    failures: [failure], failed: 1)
  var next = report
  (next.docID, next.year) = ("00000000000000b2", 2024)
  next.rows["granted"] = ["total": 999]
  var facts = RunFacts()
  facts.id = hostile
  facts.slowest = [(hostile, 1.5)]
  let html = try html([report, next], facts)
  #expect(!html.contains("<script"))
  #expect(!html.contains("alert('x')"))
  #expect(!html.contains("onload=\"&\""))
  #expect(!html.contains("javascript:"))
  #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;&amp;"))
  // Cut for the eye by style, not in the data.
  #expect(html.contains(String(repeating: "局", count: 900)))
}

@Test func theSameRecordsGiveTheSameBytes() throws {
  let records = (0..<40).map { index in
    RecordBuilder(
      docID: "00000000000000\(index + 10)", agency: "第\(index % 7)局", year: 2018 + index % 5,
      rows: ["new_received": ["total": index]], issues: ["row_short", "cell_text"])
  }
  #expect(try html(records) == html(records))
}

@Test func aPageOfNothingIsWhole() throws {
  let html = try html([])
  #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n"))
  #expect(html.hasSuffix("</body>\n</html>\n"))
  #expect(html.contains("图表统计 <b>0</b> 份报告"))
  #expect(html.contains("<b>–</b><small>n = 0，未计 0 "))
}

@Test func nothingIsFetchedFromElsewhere() throws {
  let html = try html([RecordBuilder(rows: plainRows)])
  #expect(!html.contains("src="))
  #expect(!html.contains("<link"))
  #expect(!html.contains("url("))
  #expect(!html.contains("http:") && !html.contains("https:"))
}

@Test func leavingsOutAreSaid() throws {
  let report = RecordBuilder(rows: plainRows)
  var facts = RunFacts()
  facts.badLines = 3
  let html = try html([report, report], facts)
  #expect(html.contains("<li>1 份文件与另一份报告字节相同，只计一次<span class=\"en\" lang=\"en\"> files have"))
  #expect(html.contains("<li>3 行不是记录，未计<span"))
}

@Test func addressesAreEncodedAndStayBelowTheirFolder() {
  #expect(Link.encoded([], "2023/市 局.pdf") == "./2023/%E5%B8%82%20%E5%B1%80.pdf")
  #expect(Link.encoded([], "//evil.example/x") == ".///evil.example/x")
  #expect(Link.encoded(Array("/srv/in/".utf8), "javascript:x") == "/srv/in/javascript%3Ax")
  #expect(Link.encoded(Array("//".utf8) + [0xB5], "") == "/%B5")
  #expect(Link.encoded(Array("../in/".utf8), "a:b?c#d%.txt") == "./../in/a%3Ab%3Fc%23d%25.txt")
  #expect(Link.webAddress("HTTPS://example.gov.cn/") == "HTTPS://example.gov.cn/")
  #expect(Link.webAddress("data:text/html,x") == nil)
}

@Test func aLinkToAPDFOpensItsPage() throws {
  var record = RecordBuilder()
  (record.path, record.url) = ("a.pdf", "http://example.gov.cn/?a=1&b=2")
  let file = OriginalFile(try record.view())
  #expect(
    Link.html(file, "page 3 box 1.0,2.0,3.0,4.0", RunFacts()).text == """
      <a href="./a.pdf#page=3"><bdi class="clip">a.pdf</bdi></a> <a href="http://example.gov.cn/?a=1&amp;b=2" rel="noreferrer noopener">网页 <span class="en" lang="en">web</span></a>
      """)
}
