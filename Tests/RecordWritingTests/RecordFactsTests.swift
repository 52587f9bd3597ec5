import Diagnostics
import NationalForm
import RecordWriting
import ReportRecords
import Testing

private func record(failure: Failure? = nil) -> Record {
  var content = Content()
  content.kind = .annualReport
  content.edition = .e2021
  content.checks.failures = [
    check("R3", .error), check("A1", .error), check("A1", .error), check("N", .warning),
    check("A2", .error, blanksAsZero: true),
  ]
  return Record(
    docID: "0123456789abcdef", status: failure == nil ? .partial : .failed,
    source: Record.Source(
      path: "甲.docx", name: "甲.docx", bytes: 12, sha256: String(repeating: "a", count: 64),
      mediaType: nil, url: "https://example.invalid/?a=\"b\""),
    extraction: Record.Extraction(
      extractor: "docx", method: .native, pages: nil, chars: 3, tables: 0),
    content: content,
    issues: [Issue(.titleFromFileName, "a"), Issue(.cellText, "b"), Issue(.cellText, "c")],
    failure: failure)
}

private func check(_ id: String, _ severity: Severity, blanksAsZero: Bool = false) -> CheckFailure {
  CheckFailure(
    id: id, scope: "s", severity: severity, expected: nil, actual: nil, delta: nil,
    blanksAsZero: blanksAsZero)
}

private func written(_ facts: RecordFacts) -> [UInt8] {
  var json = JSONWriter()
  facts.write(to: &json)
  return json.bytes
}

@Test func factsAreWhatARunNeedsToKnow() {
  #expect(
    String(decoding: written(RecordFacts(record())), as: UTF8.self)
      == #"{"status":"partial","report":true,"figures":false,"tables":false,"edition":"e2021","sha256":""#
      + String(repeating: "a", count: 64)
      + #"","url":"https://example.invalid/?a=\"b\"","extractor":"docx","failed_checks":["A1","R3"],"#
      + #""issues":["cell_text","title_from_file_name"]}"#)
}

@Test(arguments: [nil, Failure(.backendTimeout, "took \"long\"\t\n", stage: .extract)])
func factsArriveAsTheyWere(failure: Failure?) {
  var facts = RecordFacts(record(failure: failure))
  #expect(
    facts.failure
      == failure.map { _ in
        RecordedFailure(
          code: "backend_timeout", message: "took \"long\"\t\n", stage: "extract",
          isRetryable: true)
      })
  for _ in 0..<2 {
    let bytes = written(facts)
    #expect(RecordFacts(bytes, at: bytes.indices) == facts)
    (facts.edition, facts.sha256, facts.url, facts.extractor) = (nil, nil, nil, nil)
    (facts.failedChecks, facts.issues, facts.isReport) = ([], [], false)
  }
}

@Test(arguments: [
  "", "{}", "[]", #"{"status":"ok"}"#, #"{"status":1,"failed_checks":[],"issues":[]}"#,
])
func whatIsNoFactIsNone(text: String) {
  #expect(RecordFacts(Array(text.utf8), at: 0..<text.utf8.count) == nil)
}
