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

  @Test func anArchiveIsAnnouncedWithWhatIsPassedOver() {
    let members = [
      ContainedFile(path: "a\"\n/甲.docx", bytes: 7), ContainedFile(path: "b", bytes: 0),
    ]
    var passedOver = PassedMembers()
    passedOver.add(.hidden, ".\"git/")
    passedOver.add(.temporary, "~$甲.docx")
    passedOver.counts[.system] = 200
    for passedOver in [PassedMembers(), passedOver] {
      let answer = WorkerAnswer.archive(sha256: Digest.sha256([1]), members: members, passedOver)
      #expect(WorkerAnswer(line: answer.line) == answer)
    }
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
  WorkerRequest(path: "a", facts: false, seconds: 2),
])
func aRequestArrivesAsItWas(request: WorkerRequest) throws {
  #expect(try WorkerRequest(line: Array(request.line.dropLast())) == request)
}

@Test func aRequestMayBeWrittenAnotherWay() throws {
  let line = #"{ "facts" : true , "path" : "\u7532.docx", "url": null }"#
  #expect(
    try WorkerRequest(line: Array(line.utf8)) == WorkerRequest(path: "甲.docx", facts: true))
  for path in [" {a", "a{", "-", "x\t"] {
    #expect(try WorkerRequest(line: Array(path.utf8)) == WorkerRequest(path: path))
  }
}

@Test(arguments: [
  ("", "the line is blank"), (" \t\r", "the line is blank"), ("a\0b", "path holds a NUL"),
  ("{odd", "the line is no JSON; a path that begins with { or [ is given as {\"path\":\"…\"}"),
  ("[1", "the line is no JSON; a path that begins with { or [ is given as {\"path\":\"…\"}"),
  ("{}", "path is missing"), ("[]", "a request is an object"),
  ("[\"a\"]", "a request is an object"),
  (#"{"path":1}"#, "path is not text"), (#"{"path":null}"#, "path is missing"),
  (#"{"path":"a\u0000b"}"#, "path holds a NUL"),
  (#"{"path":"a","location":"\u0000"}"#, "location holds a NUL"),
  (#"{"path":"a","root":"b\u0000"}"#, "root holds a NUL"),
  (#"{"path":"a","known":"b"}"#, "known is not a list of texts"),
  (#"{"path":"a","known":[1]}"#, "known is not a list of texts"),
  (#"{"path":"a","facts":"yes"}"#, "facts is neither true nor false"),
  (#"{"path":"a","seconds":"2"}"#, "seconds is not a number of seconds"),
  (#"{"path":"a","seconds":0}"#, "seconds is not a number of seconds"),
  (#"{"path":"a","other":[1]}"#, "there is no key other"),
  (#"{"path":""}"#, "path is empty"), (#"{"path":"a","root":""}"#, "root is empty"),
  (#"{"path":"a","location":""}"#, "location is empty"),
  (#"{"path":"a","path":"b"}"#, "path is given twice"),
  (#"{"path":"a" , "url":"\"}{", "path" :"a"}"#, "path is given twice"),
  (#"{"path":"a","url":null,"url":null}"#, "url is given twice"),
])
func whatIsNoRequestIsSaid(line: String, reason: String) {
  #expect(throws: WorkerRequest.Unreadable(reason)) { try WorkerRequest(line: Array(line.utf8)) }
}

@Test func anAnswerToNoRequestIsAnErrorAndNoRecord() {
  let line = WorkerAnswer.badRequest("a\nb").line
  #expect(
    String(decoding: line, as: UTF8.self)
      == #"{"error":{"code":"bad_request","message":"a\nb","stage":"request","retryable":false}}"#
      + "\n")
  #expect(WorkerAnswer(line: line) == nil)
}
