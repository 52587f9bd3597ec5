import DraftChecking
import Foundation
import PlainWords
import RecordReading
import Testing

/// A record of a PDF in which one cell holds words; the strings as JSON has them.
private func record(raw: String, agency: String) -> String {
  #"""
  {"schema":"gongkai.record/1.0","doc_id":"0","status":"ok","kind":"annual_report","agency_name":"\#(agency)",\#
  "source":{"path":"a.pdf"},"edition":"e2021","report_year":2023,"annual_report":{"evidence":[{"table_id":"review_litigation",\#
  "row_id":"review","columns":["upheld","total"],"states":["text","value"],"raw":["\#(raw)","0"],"units":[null,null],\#
  "locations":["page 2 box 100.0,200.0,150.0,220.0",null]}],"review_litigation":{"review":{"total":0}}}}
  """#
}

private func html(_ check: DraftCheck, pages: [DraftPage] = []) -> String {
  var page = DraftHTML(in: .chinese)
  page.add(check, pages: pages)
  return String(decoding: page.bytes(), as: UTF8.self)
}

@Test func theJSONHasBothLanguagesAndIds() async throws {
  let record = try await Draft.record(("2\t0\t1\t0\t3", "2\t\t0\t0\t3"), ("申请37件", "申请38件"))
  let line = DraftCheck(record).json()
  let value = try #require(JSONValue(line))
  #expect(value["schema"]?.string == "gongkai.check/1.0")
  #expect(value["counts"]?["warning"]?.integer == 2)
  let findings = value["findings"]?.elements ?? []
  #expect(findings.map { $0["kind"]?.string } == ["identity", "figure", "cell"])
  let text = String(decoding: line, as: UTF8.self)
  #expect(
    text.contains(
      #"{"cell":"applications.new_received.total","name_zh":"“一、本年新收政府信息公开申请数量”行“总计”列","name_en":"“Requests received in the year”, “All applicants”","state":"value","raw":"37","value":37,"location":"line 53"}"#
    ), "\(text)")
  #expect(text.contains(#""quote":"收到政府信息公开申请38件","location":null}"#))
  #expect(text.hasSuffix("],\"error\":null}\n"))
}

@Test func aSuggestionNamesTheIdentitiesThatItRepairs() async throws {
  let check = DraftCheck(try await Draft.record(("\t1\t1\t0\t1\t36", "\t1\t1\t0\t1\t35")))
  #expect(
    check.findings.flatMap(\.suggestions).map { "\($0.cell) \($0.value) \($0.repaired)" } == [
      #"applications.result_total.total 36 ["A1(total)", "A2(total)", "A3(result_total)"]"#
    ])
}

@Test func theFormIsShownWhereThereAreNoPages() async throws {
  let check = DraftCheck(try await Draft.record(("\t1\t1\t0\t1\t36", "\t1\t1\t0\t1\t35")))
  let page = html(check)
  #expect(
    page.contains(
      ##"<td class="mark error"><a href="#r1f1"><span>1</span></a>35</td>"##))
  #expect(page.contains("<h3>三、收到和处理政府信息公开申请情况</h3>"))
  #expect(!page.contains("<h3>二、主动公开政府信息情况</h3>"))
  #expect(page.contains("<td class=\"n\">35</td><td class=\"n\"><b>36</b></td><td>第 76 行</td>"))
}

@Test func textOfADocumentIsNoMarkup() throws {
  let line = record(raw: #"<script>alert('x')</script>\u202e"#, agency: #"<b onclick=\"x\">局"#)
  let check = DraftCheck(try #require(RecordView(Array(line.utf8))))
  let page = html(check)
  #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
  #expect(!page.contains("<script") && !page.contains("<b onclick"))
  #expect(!check.text(in: .chinese).contains("\u{202E}"))
}

@Test func cellsAreFramedOnThePicturesOfTheirPages() async throws {
  let check = DraftCheck(try #require(RecordView(Array(record(raw: "无", agency: "某局").utf8))))
  #expect(check.pages == [2])
  let picture = DraftPage(number: 2, png: [1, 2, 3], width: 500, height: 1000)
  let page = html(check, pages: [picture])
  #expect(page.contains(#"src="data:image/png;base64,AQID""#))
  #expect(page.contains(#"style="left:20.0%;top:20.0%;width:10.0%;height:2.0%"><span>"#), "\(page)")
  #expect(!page.contains("//"))
}

@Test func whatCouldNotBeReadIsSaid() throws {
  let line = Array(
    #"{"schema":"gongkai.record/1.0","doc_id":"0","status":"failed","source":{"path":"a.pdf"},"error":{"code":"pdf_no_text","message":"no text"}}"#
      .utf8)
  let check = DraftCheck(try #require(RecordView(line)))
  #expect(
    check.text(in: .chinese) == """
      a.pdf  无法检查：PDF 无文字（扫描件）
        怎么办  扫描件里没有文字，请检查原来的 Word 文件

      """)
  #expect(
    check.text(in: .english) == """
      a.pdf  cannot be checked: PDF without text (a scan)
        what to do  a scan has no text: check the Word file that it was made from

      """)
  #expect(!check.hasErrors)
  #expect(String(decoding: check.json(), as: UTF8.self).contains(#""error":{"code":"pdf_no_text""#))
  #expect(html(check).contains("无法检查：PDF 无文字（扫描件）"))
}
