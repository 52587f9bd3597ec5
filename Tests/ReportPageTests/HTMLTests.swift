import Foundation
import InputFiles
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
  #expect(html.components(separatedBy: "<script").count == 2)
  #expect(!html.contains("alert('x')"))
  #expect(!html.contains("onload=\"&\""))
  #expect(!html.contains("javascript:"))
  #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;&amp;"))
  // Cut for the eye by style, not in the data.
  #expect(html.contains(String(repeating: "局", count: 900)))
}

@Test func thePolicyNamesTheOneScriptByItsHash() throws {
  let digest = Digest.sha256(Array(PageScript.text.utf8))
  let bytes = stride(from: 0, to: digest.count, by: 2).map { place in
    let start = digest.index(digest.startIndex, offsetBy: place)
    return UInt8(digest[start..<digest.index(start, offsetBy: 2)], radix: 16) ?? 0
  }
  #expect(PageScript.hash == "sha256-\(Data(bytes).base64EncodedString())")
  let html = try html([])
  #expect(html.contains("script-src '\(PageScript.hash)'; base-uri 'none'; form-action 'none'\">"))
  #expect(html.contains("<script>\(PageScript.text)</script>"))
}

@Test func filesToLookAtAreListedByKindWithWhatToDo() throws {
  var failed = RecordBuilder(docID: "", status: "failed", path: "甲/扫描.pdf", error: "pdf_no_text")
  failed.url = "https://a.example.cn/x.pdf"
  let records = [
    failed, RecordBuilder(docID: "", status: "partial", path: "乙.docx", rows: plainRows),
  ]
  let found = try html(records)
  #expect(
    found.contains(
      "<details><summary>PDF 无文字（扫描件） <span class=\"en\" lang=\"en\">PDF without text (a scan)</span> <code>pdf_no_text</code> <b>1</b></summary>"
    ))
  #expect(found.contains("怎么办：扫描件：需要文字识别，或向发布机关另取一种格式"))
  // Where the folder isn't known, the address counts.
  #expect(
    found.contains(
      "<li><a href=\"https://a.example.cn/x.pdf\" rel=\"noreferrer noopener\"><bdi class=\"clip\">甲/扫描.pdf</bdi></a></li>"
    ))
  #expect(
    found.contains("<li><a href=\"./%E4%B9%99.docx\"><bdi class=\"clip\">乙.docx</bdi></a></li>"))
  var facts = RunFacts()
  facts.originals = Array("../in/".utf8)
  let beside = try html(records, facts)
  #expect(beside.contains("<a href=\"./../in/%E7%94%B2/%E6%89%AB%E6%8F%8F.pdf\">"))
  #expect(beside.contains("<a href=\"https://a.example.cn/x.pdf\" rel=\"noreferrer noopener\">网页 "))
}

@Test func yearsStandNewestFirstAndNoneIsMissedBeforeTheFirstReport() throws {
  let html = try html([
    RecordBuilder(docID: "", agency: "甲局", year: 2021, rows: plainRows),
    RecordBuilder(docID: "", agency: "甲局", year: 2023, rows: ["new_received": ["total": 1_500]]),
    RecordBuilder(docID: "", agency: "乙局", year: 2022),
  ])
  #expect(
    html.contains("<th>2023<br><small>1</small></th><th>2022<br><small>1</small></th><th>2021<br>"))
  let done = "<span class=\"done\">●</span>"
  let gap = "<td class=\"gap\">–</td>"
  #expect(
    html.contains(
      "<tr data-s=\"\"><th class=\"name\"><bdi title=\"甲局\">甲局</bdi></th><td class=\"place\"></td><td data-n=\"1500\">\(done) 1,500</td>\(gap)<td data-n=\"10\">\(done) 10</td><td data-n=\"1\">1</td></tr>"
    ))
  #expect(
    html.contains(
      "<tr data-s=\"g\"><th class=\"name\"><bdi title=\"乙局\">乙局</bdi></th><td class=\"place\"></td>\(gap)<td>\(done) □</td><td></td><td data-n=\"1\">1</td></tr>"
    ))
  #expect(html.contains("<td></td><td>1,500</td><td></td><td>10</td><td></td></tr></tfoot>"))
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
  var facts = RunFacts()
  #expect(
    Link.html(file, "page 3 box 1.0,2.0,3.0,4.0", facts).text == """
      <a href="http://example.gov.cn/?a=1&amp;b=2" rel="noreferrer noopener"><bdi class="clip">a.pdf</bdi></a>
      """)
  facts.originals = []
  #expect(
    Link.html(file, "page 3 box 1.0,2.0,3.0,4.0", facts).text == """
      <a href="./a.pdf#page=3"><bdi class="clip">a.pdf</bdi></a> <a href="http://example.gov.cn/?a=1&amp;b=2" rel="noreferrer noopener">网页 <span class="en" lang="en">web</span></a>
      """)
}
