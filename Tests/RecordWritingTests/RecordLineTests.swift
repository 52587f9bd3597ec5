import Diagnostics
import Foundation
import NationalForm
import RecordWriting
import ReportRecords
import Testing

private func record(path: String = "甲/\"a\\b\".docx", failure: Failure? = nil) -> Record {
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
    docID: "0123456789abcdef", status: failure == nil ? .partial : .failed,
    source: Record.Source(
      path: path, name: "\"a\\b\".docx", bytes: 12, sha256: String(repeating: "a", count: 64),
      mediaType: "x/y"),
    extraction: Record.Extraction(
      extractor: "docx", method: .native, pages: nil, chars: 3, tables: 0),
    content: content, issues: [Issue(.titleFromFileName, "from the name")], failure: failure)
}

private func line(_ record: Record) -> [UInt8] {
  var writer = RecordWriter()
  return writer.line(record)
}

@Test func aLineTellsWhatARunNeedsToKnow() throws {
  let read = try #require(RecordLine(line(record())))
  let facts: [String?] = [
    read.docID, read.status, read.kind, read.edition, read.sha256, read.url, read.extractor,
    read.sourceBytes.map(String.init), "\(read.failedChecks)", read.error?.code,
  ]
  #expect(
    facts == [
      "0123456789abcdef", "partial", "annual_report", "e2021", String(repeating: "a", count: 64),
      nil, "docx", "12", "[]", nil,
    ])
  #expect(read.hasIssue("title_from_file_name"))
  #expect(!read.hasIssue("extension_mismatch"))
}

@Test func aFailedLineTellsWhy() throws {
  let failed = record(failure: Failure(.backendTimeout, "took \"long\"\n", stage: .extract))
  let error = try #require(RecordLine(line(failed))?.error)
  #expect(error == ("backend_timeout", "took \"long\"\n", "extract", true))
}

@Test func theSameBytesElsewhereGiveTheLineThatConvertingThemWould() throws {
  var elsewhere = record(path: "乙/c\n.docx")
  elsewhere.source.name = "c\n.docx"
  elsewhere.source.url = "https://example.invalid/?a=\"b\""
  let read = try #require(RecordLine(line(record())))
  #expect(
    read.found(at: "乙/c\n.docx", name: "c\n.docx", url: elsewhere.source.url) == line(elsewhere))
}

@Test(arguments: [
  "", "\n", "{}\n", "[1]\n", "{\"schema\":1,\"source\":{}", "{\"schema\":1,\"source\":{\n",
  "{\"schema\":\"a\\\n", "{\"schema\":1}}\n", "{\"schema\":1]\n", "{\"schema\"}\n",
  "{\"schema\":\n",
])
func whatIsNoRecordIsNone(text: String) {
  #expect(RecordLine(Array(text.utf8)) == nil)
}
