import Conversion
import Diagnostics
import InputFiles
import RecordWriting
import ReportRecords
import Testing

@Suite struct WorkerAnswerTests {
  let record = DocumentConverter().record(
    of: Failure(.workerTimeout, "a\tb", stage: .run), name: "a.docx", path: "a.docx")

  private func line() -> [UInt8] {
    var writer = RecordWriter()
    return writer.line(record)
  }

  private func answer() -> WorkerAnswer {
    .record(line: line(), fingerprint: Digest.fingerprint(line()), RecordFacts(record))
  }

  @Test func aRecordAndItsFactsAreOneLine() throws {
    let bytes = answer().line
    #expect(bytes.firstIndex(of: UInt8(ascii: "\n")) == bytes.count - 1)
    let parts = bytes.dropLast().split(separator: UInt8(ascii: "\t"))
    #expect(
      parts.map { String(decoding: $0, as: UTF8.self) } == [
        String(decoding: line().dropLast(), as: UTF8.self),
        Digest.hexadecimal(Digest.fingerprint(line())),
        #"{"status":"failed","report":false,"failed_checks":[],"issues":[],"code":"worker_timeout","#
          + #""message":"a\tb","stage":"run","retryable":true}"#,
      ])
    #expect(WorkerAnswer(line: bytes) == answer())
  }

  @Test func sameBytesAreToldByTheirDigest() {
    let same = WorkerAnswer.sameAs(Digest.sha256([1, 2]))
    #expect(WorkerAnswer(line: same.line) == same)
  }

  @Test func whatIsNoAnswerIsNone() {
    let sound = answer().line
    var others = [
      [], [UInt8(ascii: "\n")], line(), Array(sound.dropLast()), Array(sound.dropFirst()),
    ]
    for (part, text) in [(1, "8f"), (1, "x"), (2, "{}"), (0, "{\"schema\":"), (0, "")] {
      var parts = sound.dropLast().split(separator: UInt8(ascii: "\t")).map { Array($0) }
      parts[part] = Array(text.utf8)
      others.append(Array(parts.joined(separator: [UInt8(ascii: "\t")])) + [UInt8(ascii: "\n")])
    }
    others.append(WorkerAnswer.sameAs(String(repeating: "é", count: 32)).line)
    for other in others { #expect(WorkerAnswer(line: other) == nil, "\(other)") }
  }
}

@Test(arguments: [
  WorkerRequest(path: "甲/a.docx"),
  WorkerRequest(
    path: "a \"b\"\n.pdf", root: "/r", location: "c", url: "https://example.invalid/?a",
    known: [Digest.sha256([1]), Digest.sha256([2])], facts: true),
  WorkerRequest(path: "a", facts: false),
])
func aRequestArrivesAsItWas(request: WorkerRequest) {
  #expect(WorkerRequest(line: Array(request.line.dropLast())) == request)
}

@Test func aRequestMayBeWrittenAnotherWay() {
  let line = #" { "facts" : true , "path" : "\u7532.docx", "other": [1] }"#
  #expect(
    WorkerRequest(line: Array(line.dropFirst().utf8)) == WorkerRequest(path: "甲.docx", facts: true))
  #expect(WorkerRequest(line: Array(#"{"path":1}"#.utf8)) == WorkerRequest(path: #"{"path":1}"#))
}
