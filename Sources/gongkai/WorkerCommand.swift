import ArgumentParser
import ConfinedPrograms
import Conversion
import Diagnostics
import DocumentModel
import Foundation
import InputFiles
import RecordWriting
import ReportRecords
import Supervision

struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Answers one request line with one record line, in order.",
    discussion: """
      A request is a path, or a JSON object: {"path":"a/b.pdf","root":"/data/in","url":"https://…"}. With a root, the path \
      is below it and nothing outside it is opened; "content" holds the file's bytes in base64, "name" is what it is called; \
      an "id" is repeated in each line of the answer; "seconds" are the most that the document may take. An archive is \
      answered by {"members":N,…} and N lines, a record for each member. A line that is no request (blank, broken JSON, an \
      unknown key) is answered by {"error":{"code":"bad_request",…}}; a path that begins with { or [ must be in an object. \
      Ends with its input. docs/worker.md has all of it.
      """)

  @Flag(help: ArgumentHelp("End at once when the input is closed.", visibility: .hidden))
  var supervised = false

  @Option(help: ArgumentHelp("Bytes of data it may hold.", valueName: "bytes"))
  var memory: Int?

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp("A limit of what one document may cost.", valueName: "name=value"))
  var limitAssignments: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where programs that need a folder to work in get one.", valueName: "folder",
      visibility: .hidden))
  var scratch: String?

  @Option(
    name: .customLong("converter"),
    help: ArgumentHelp(
      "A converter of the site's own, as JSON; see the setting converters.", valueName: "json"))
  var converters: [SiteConverter] = []

  func run() async throws {
    var limits = Limits()
    for assignment in limitAssignments {
      do { try limits.apply(assignment) } catch { throw ValidationError("\(error)") }
    }
    WorkerProcess.adoptStrays()
    if let memory { WorkerProcess.limitMemory(memory) }
    if supervised { WorkerProcess.endWithInput() }
    let sink = try OutputSink(path: nil)
    var answering = Answering(
      limits: limits, programs: ConversionPrograms(scratch: scratch, converters: converters))
    var requests = RequestLines(descriptor: 0)
    while let request = requests.next() {
      try await answering.answer(request) { try sink.write($0) }
    }
  }
}

/// Turns requests into answers; what one document needs is gone before the next.
private struct Answering {
  let limits: Limits
  let programs: ConversionPrograms
  /// The last root that was asked for, held open.
  private var root: (path: String, folder: InputRoot)?
  private var writer = RecordWriter()

  init(limits: Limits, programs: ConversionPrograms) {
    self.limits = limits
    self.programs = programs
  }

  /// Gives `write` each line of the answer as soon as it is there.
  mutating func answer(
    _ line: RequestLines.Line, _ write: ([UInt8]) throws -> Void
  ) async throws {
    switch line {
    case .tooLong:
      try write(
        WorkerAnswer.badRequest(
          "the line has more than \(WorkerRequest.longestLineBytes) bytes"
        ).line)
    case .request(let bytes):
      let request: WorkerRequest
      do throws(WorkerRequest.Unreadable) { request = try WorkerRequest(line: bytes) } catch {
        return try write(WorkerAnswer.badRequest(error.reason).line(id: error.id))
      }
      let input = Input(request, read: reader(of: request))
      var limits = limits
      limits.backendSeconds = min(limits.backendSeconds, request.seconds ?? .max)
      if let failure = request.failure {
        return try write(answer(input.record(of: failure, limits: limits), request))
      }
      let file: SourceFile
      do throws(Failure) { file = try input.file() } catch {
        return try write(answer(input.record(of: error, limits: limits), request))
      }
      if let known = request.known, !known.isEmpty {
        let digest = Digest.sha256(file.bytes)
        if known.contains(digest) {
          return try write(WorkerAnswer.sameAs(digest).line(id: request.id))
        }
      }
      var records = await input.records(
        of: file, start: request.start ?? 0, limits: limits, programs: programs)
      if let members = records.members {
        let rest = Array(members.dropFirst(request.start ?? 0))
        try write(
          WorkerAnswer.archive(
            sha256: Digest.sha256(file.bytes), members: rest, records.passedOver
          ).line(id: request.id))
      }
      while let record = await records.next() {
        try write(answer(input.completed(record), request))
      }
    }
  }

  private mutating func answer(_ record: Record, _ request: WorkerRequest) -> [UInt8] {
    let line = writer.line(record)
    guard request.facts == true else { return WorkerAnswer.line(ofRecord: line, id: request.id) }
    return WorkerAnswer.record(
      line: line, fingerprint: Digest.fingerprint(line), RecordFacts(record)
    ).line(id: request.id)
  }

  /// How the file of `request` is read.
  private mutating func reader(
    of request: WorkerRequest
  ) -> @Sendable () throws(Failure) -> [UInt8] {
    let location = request.location ?? request.path
    let limit = limits.inputBytes
    if let content = request.content {
      return { () throws(Failure) in
        if content.count > limit { throw RegularFile.tooLarge(content.count, limit: limit) }
        return content
      }
    }
    guard let path = request.root else {
      return { () throws(Failure) in try RegularFile.read(location, limit: limit) }
    }
    do throws(NoInput) {
      let root: InputRoot
      if let open = self.root, open.path == path {
        root = open.folder
      } else {
        root = try InputRoot(path)
      }
      self.root = (path, root)
      guard let bytes = root.place(of: FileName.bytes(location)) else {
        let failure = Failure(.inputChanged, "The path leads out of the root folder", stage: .input)
        return { () throws(Failure) in throw failure }
      }
      return { () throws(Failure) in try RegularFile.read(bytes, below: root, limit: limit) }
    } catch {
      let failure = Failure(
        .inputUnreadable, "The folder cannot be opened: \(error.reason)", stage: .input)
      return { () throws(Failure) in throw failure }
    }
  }
}
