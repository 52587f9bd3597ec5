import Conversion
import Diagnostics
import InputFiles
import RecordWriting
import Testing

@Test(arguments: [
  WorkerRequest(path: "甲/a.docx"),
  WorkerRequest(
    path: "a \"b\"\n.pdf", root: "/r", location: "c", url: "https://example.invalid/?a",
    known: [Digest.sha256([1]), Digest.sha256([2])], facts: true),
  WorkerRequest(path: "a", facts: false, seconds: 2),
  WorkerRequest(path: "a", id: .number(-7), name: "甲.docx", content: Array(0...255)),
  WorkerRequest(path: "a", seconds: 9, id: .text("\"\n"), content: []),
  WorkerRequest(path: "a", failure: ReportedFailure(.workerTimeout, message: "a\"b")),
  WorkerRequest(
    path: "a", url: "b", id: .number(0),
    failure: ReportedFailure(
      .workerCrashed, message: "", member: ContainedFile(path: "甲/b", bytes: 7))),
])
func aRequestArrivesAsItWas(request: WorkerRequest) throws {
  #expect(try WorkerRequest(line: Array(request.line.dropLast())) == request)
}

@Test func aRequestMayBeWrittenAnotherWay() throws {
  let line = #"{ "facts" : true , "path" : "\u7532.docx", "url": null }"#
  #expect(
    try WorkerRequest(line: Array(line.utf8)) == WorkerRequest(path: "甲.docx", facts: true))
  let content = #"{"content":"5\/n\/", "name":"b", "id":"7"}"#
  #expect(
    try WorkerRequest(line: Array(content.utf8))
      == WorkerRequest(path: "b", id: .text("7"), name: "b", content: [0xE7, 0xF9, 0xFF]))
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
  (
    #"{"path":"a",}"#,
    "the line is no JSON; a path that begins with { or [ is given as {\"path\":\"…\"}"
  ),
  (
    #"{"path":"a","known":["b", ] }"#,
    "the line is no JSON; a path that begins with { or [ is given as {\"path\":\"…\"}"
  ),
  (#"{"path":"a" , "url":"\"}{", "path" :"a"}"#, "path is given twice"),
  (#"{"path":"a","url":null,"url":null}"#, "url is given twice"),
  (#"{"content":""}"#, "path or name is missing"), (#"{"name":"a"}"#, "path is missing"),
  (#"{"path":"a","content":"a"}"#, "content is not base64"),
  (#"{"path":"a","content":"YQ==\n"}"#, "content is not base64"),
  (#"{"path":"a","content":[]}"#, "content is not base64"),
  (#"{"path":"a","content":"","root":"b"}"#, "content excludes root and location"),
  (#"{"path":"a","content":"","location":"b"}"#, "content excludes root and location"),
  (#"{"path":"a","name":""}"#, "name is empty"), (#"{"path":"a","name":"a/b"}"#, "name holds a /"),
  (#"{"path":"a","name":"a\u0000"}"#, "name holds a NUL"),
  (#"{"path":"a","id":1.5}"#, "id is neither text of at most 256 bytes nor a whole number"),
  (#"{"path":"a","id":[1]}"#, "id is neither text of at most 256 bytes nor a whole number"),
  (
    #"{"path":"a","id":"\#(String(repeating: "a", count: 257))"}"#,
    "id is neither text of at most 256 bytes nor a whole number"
  ),
  (#"{"path":"a","failure":{"code":"no_text","message":""}}"#, "failure is no failure of a worker"),
  (
    #"{"path":"a","failure":{"code":"worker_timeout","message":"","other":1}}"#,
    "failure is no failure of a worker"
  ),
])
func whatIsNoRequestIsSaid(line: String, reason: String) {
  #expect(throws: WorkerRequest.Unreadable(reason)) { try WorkerRequest(line: Array(line.utf8)) }
}

@Test func whatIsNoRequestKeepsItsId() {
  for (line, reason) in [
    (#"{"id":7,"path":"a","other":1}"#, "there is no key other"),
    (#"{"id":7}"#, "path is missing"), (#"{"path":"","id":7}"#, "path is empty"),
    (#"{"path":1,"id":7}"#, "path is not text"),
  ] {
    #expect(throws: WorkerRequest.Unreadable(reason, id: .number(7))) {
      try WorkerRequest(line: Array(line.utf8))
    }
  }
}

@Test func onlyTheContentMakesALineLong() throws {
  let bytes = [UInt8](repeating: 0xFF, count: WorkerRequest.contentBytes)
  let request = WorkerRequest(path: "a", content: bytes)
  #expect(request.line.count < WorkerRequest.longestLineBytes)
  #expect(try WorkerRequest(line: Array(request.line.dropLast())) == request)
  #expect(
    throws: WorkerRequest.Unreadable(
      "content has more than 16777216 bytes; give the path of a file")
  ) {
    try WorkerRequest(
      line: Array(WorkerRequest(path: "a", content: bytes + [0]).line.dropLast()))
  }
  let long = String(repeating: "a", count: WorkerRequest.lineBytes)
  for line in [long + "a", "{" + long, #"{"path":"\#(long)","url":"\#(long)"}"#] {
    #expect(
      throws: WorkerRequest.Unreadable("the line has more than 131072 bytes beside its content")
    ) { try WorkerRequest(line: Array(line.utf8)) }
  }
}

@Test func anAnswerToNoRequestIsAnErrorAndNoRecord() {
  let line = WorkerAnswer.badRequest("a\nb").line
  #expect(
    String(decoding: line, as: UTF8.self)
      == #"{"error":{"code":"bad_request","message":"a\nb","stage":"request","retryable":false}}"#
      + "\n")
  #expect(WorkerAnswer(line: line) == nil)
}
