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
        #"{"status":"failed","report":false,"figures":false,"tables":false,"failed_checks":[],"issues":[],"code":"worker_timeout","#
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
  @Test func anAnswerRepeatsTheIdOfItsRequest() throws {
    let id = WorkerRequest.ID.text("a\"b")
    let record = String(decoding: line().dropLast(), as: UTF8.self)
    let plain = WorkerAnswer.line(ofRecord: line(), id: id)
    #expect(String(decoding: plain, as: UTF8.self) == #"{"id":"a\"b","record":\#(record)}"# + "\n")
    #expect(WorkerAnswer.line(ofRecord: line(), id: nil) == line())
    let parts = answer().line.dropLast().split(separator: UInt8(ascii: "\t"))
      .map { String(decoding: $0, as: UTF8.self) }
    #expect(
      String(decoding: answer().line(id: .number(-7)), as: UTF8.self)
        == #"{"id":-7,"record":\#(record),"fingerprint":"\#(parts[1])","facts":\#(parts[2])}"#
        + "\n")
    #expect(
      String(decoding: WorkerAnswer.sameAs("0f").line(id: .number(7)), as: UTF8.self)
        == #"{"id":7,"same_as":"0f"}"# + "\n")
    #expect(answer().line(id: nil) == answer().line)
  }
}
