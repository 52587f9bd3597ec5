import Diagnostics
import NationalForm
import RecordWriting
import ReportRecords
import Testing

private func record(path: String = "甲/\"a\\b\".docx") -> Record {
  var content = Content()
  content.kind = .annualReport
  content.edition = .e2021
  content.title = "a \"quoted\" {title}, with ] and \\ and \u{2028}"
  content.sections = [
    Section(
      id: "s1", level: 1, number: nil, heading: nil, topic: nil,
      text: #""status":"failed","error":{"code":"x"}"#)
  ]
  return Record(
    docID: "0123456789abcdef", status: .partial,
    source: Record.Source(
      path: path, name: "\"a\\b\".docx", bytes: 12, sha256: String(repeating: "a", count: 64),
      mediaType: "x/y"),
    extraction: Record.Extraction(
      extractor: "docx", method: .native, pages: nil, chars: 3, tables: 0),
    content: content, issues: [Issue(.titleFromFileName, "from the name")], failure: nil)
}

private func line(_ record: Record) -> [UInt8] {
  var writer = RecordWriter()
  return writer.line(record)
}

@Test func theSameBytesElsewhereGiveTheLineThatConvertingThemWould() {
  var elsewhere = record(path: "乙/c\n.docx")
  elsewhere.source.name = "c\n.docx"
  elsewhere.source.url = "https://example.invalid/?a=\"b\""
  #expect(
    RecordLine.moved(
      line(record()), to: "乙/c\n.docx", name: "c\n.docx", url: elsewhere.source.url)
      == line(elsewhere))
}

@Test(arguments: [
  "", "\n", "{}\n", "[1]\n", "{\"schema\":1,\"source\":{}", "{\"schema\":1,\"source\":{\n",
  "{\"schema\":\"a\\\n", "{\"schema\":1}}\n", "{\"schema\":1]\n", "{\"schema\"}\n",
  "{\"schema\":\n",
])
func whatIsNoRecordIsNotMoved(text: String) {
  #expect(RecordLine.moved(Array(text.utf8), to: "a", name: "a", url: nil) == nil)
}
