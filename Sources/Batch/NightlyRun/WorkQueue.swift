internal import Conversion
internal import Diagnostics
internal import InputFiles
internal import RecordWriting
internal import ReportRecords
internal import RunReporting
internal import RunState
internal import Supervision

/// The documents of a run on their way from the plan to their records.
///
/// Holds those under way and a page of the plan, whatever the number of documents.
final class WorkQueue {
  /// What went through it so far.
  struct Tally: Sendable {
    var converted = 0
    var convertedBytes = 0
    /// Records taken from a document with the same bytes.
    var copied = 0
    /// Hashed, and the same as before.
    var confirmed = 0
    var failed = 0
    var documents = 0
    var bytes = 0
    var slowest: [(path: String, seconds: Double)] = []
  }

  private struct Job {
    var row: FoundRow
    /// Documents whose record equal bytes may take.
    var known: [State.KnownBytes]
    /// Nanoseconds since 1970.
    var startedAt: Int
  }

  private(set) var tally = Tally()
  /// Set when a program that a document needs is not installed: what needs it is left undone.
  private(set) var missingProgram: String?
  private let state: State
  private let policy: State.Policy
  private let root: String
  /// Called for every document that is done, with its new entry.
  private let finished: (Entry, _ seconds: Double) -> Void
  private var page: ArraySlice<FoundRow> = []
  private var lastPath: [UInt8] = []
  /// Documents of a size that is just being converted: they may turn out to be the same bytes.
  private var held: [FoundRow] = []
  /// Documents whose known record could not be taken: they are converted whatever is known.
  private var doubted: Set<[UInt8]> = []
  private var jobs: [Int: Job] = [:]
  private var number = 0
  private var writer = RecordWriter()

  init(
    _ state: State, _ policy: State.Policy, root: String,
    finished: @escaping (Entry, _ seconds: Double) -> Void
  ) {
    self.state = state
    self.policy = policy
    self.root = root
    self.finished = finished
  }

  // MARK: To the workers

  /// The next request; nil where there is none, or none before one under way has ended.
  func next() throws -> (job: Int, request: [UInt8])? {
    while let row = try nextRow() {
      if let problem = row.problem {
        try fail(row, problem, seconds: 0)
        try settle()
        continue
      }
      let job = try job(row)
      number += 1
      jobs[number] = job
      return (number, request(number))
    }
    return nil
  }

  func request(_ number: Int) -> [UInt8] {
    guard let job = jobs[number] else { return [] }
    return WorkerRequest(
      path: FileName.carried(job.row.path), root: root,
      location: job.row.location.map { FileName.carried($0) }, url: job.row.url,
      known: job.known.map(\.sha256), facts: true
    ).line
  }

  /// The path of a job under way, for a person.
  func path(of number: Int?) -> String? {
    number.flatMap { jobs[$0] }.map { FileName.printed(FileName.carried($0.row.path)) }
  }

  private func nextRow() throws -> FoundRow? {
    if let index = held.firstIndex(where: { !isUnderWay($0) }) { return held.remove(at: index) }
    while true {
      if page.isEmpty {
        page = try state.work(after: lastPath, limit: 256)[...]
        lastPath = page.last?.path ?? lastPath
      }
      guard held.count < 64, let row = page.popFirst() else { return nil }
      if !isUnderWay(row) { return row }
      held.append(row)
    }
  }

  private func isUnderWay(_ row: FoundRow) -> Bool {
    row.problem == nil
      && jobs.values.contains { $0.row.size == row.size && $0.row.path != row.path }
  }

  private func job(_ row: FoundRow) throws -> Job {
    let startedAt = WallTime.now().nanoseconds
    if doubted.remove(row.path) != nil { return Job(row: row, known: [], startedAt: startedAt) }
    var known: [State.KnownBytes] = []
    if let previous = row.previous, let digest = previous.sha256, previous.size == row.size,
      mayTake(previous, for: row)
    {
      known.append((previous.path, digest))
    }
    if let ending = Self.ending(row.path) {
      known += try state.shareable(ofSize: row.size, program: policy.rules, limit: 64).filter {
        $0.path != row.path && Self.ending($0.path) == ending
      }
    }
    return Job(row: row, known: known, startedAt: startedAt)
  }

  /// Whether the record of `entry` is what `row` would have, if its bytes are those of `entry`.
  private func mayTake(_ entry: Entry, for row: FoundRow) -> Bool {
    policy.isCurrent(entry) && (!policy.force || state.isFresh(entry))
      && (entry.path == row.path ? !policy.isRetried(entry) : entry.isPortable)
  }

  // MARK: From the workers

  /// Takes what became of a job.
  func finish(_ number: Int, _ outcome: Supervisor.Outcome, seconds: Double) throws {
    guard let job = jobs.removeValue(forKey: number) else { return }
    try take(outcome, job, seconds: seconds)
    try settle()
  }

  /// Lets the lines be written that no document under way or still to come has its own before.
  private func settle() throws {
    let paths = jobs.values.map(\.row.path) + held.map(\.path) + page.prefix(1).map(\.path)
    try state.settle(before: paths.min { $0.lexicographicallyPrecedes($1) })
  }

  private func take(_ outcome: Supervisor.Outcome, _ job: Job, seconds: Double) throws {
    switch outcome {
    case .lost(let loss): try fail(job.row, loss.failure, seconds: seconds)
    case .answer(let line):
      switch WorkerAnswer(line: line) {
      case .sameAs(let digest): try take(job, from: digest, seconds: seconds)
      case .record(let line, let fingerprint, let facts):
        try add(line, fingerprint, facts, job, seconds: seconds)
      case .badRequest, nil:
        let failure = Failure(.workerCrashed, "the worker's answer was no record", stage: .run)
        try fail(job.row, failure, seconds: seconds)
      }
    }
  }

  private func add(
    _ line: [UInt8], _ fingerprint: [UInt8], _ facts: RecordFacts, _ job: Job, seconds: Double
  ) throws {
    if let failure = facts.failure, failure.code == FailureCode.backendMissing.rawValue {
      missingProgram = failure.message
      return
    }
    tally.converted += 1
    tally.convertedBytes += min(job.row.size, State.mostBytes)
    let backend = facts.extractor == "pdf" ? policy.backend : nil
    let entry = entry(job.row, fingerprint, facts, startedAt: job.startedAt, backend: backend)
    try store(line, entry, job.row, seconds: seconds)
  }

  /// The worker found the bytes of a record that is known.
  private func take(_ job: Job, from digest: String, seconds: Double) throws {
    let row = job.row
    guard let known = job.known.first(where: { $0.sha256 == digest }),
      let entry = try state.entry(at: known.path), entry.sha256 == digest,
      mayTake(entry, for: row), let line = try state.line(of: entry)
    else {
      // Its line is damaged, which publication will find too, or it was made anew meanwhile: this document is
      // converted after all.
      return doubt(row)
    }
    if entry.path == row.path, entry.url == row.url {
      var kept = entry
      kept.size = row.size
      kept.modified = Self.trusted(row.modified, readAt: job.startedAt)
      try state.keep(kept)
      tally.confirmed += 1
      done(kept, row, seconds)
    } else if let line = RecordLine.moved(
      line, to: FileName.printed(FileName.carried(row.path)), name: Self.name(row.path),
      url: row.url)
    {
      tally.copied += 1
      var copy = entry
      copy.path = row.path
      copy.url = row.url
      copy.size = row.size
      copy.modified = Self.trusted(row.modified, readAt: job.startedAt)
      copy.fingerprint = Digest.fingerprint(line)
      copy.attempts = min(entry.attempts, 1)
      try store(line, copy, row, seconds: seconds)
    } else {
      doubt(row)
    }
  }

  private func doubt(_ row: FoundRow) {
    doubted.insert(row.path)
    held.append(row)
  }

  private func fail(_ row: FoundRow, _ failure: Failure, seconds: Double) throws {
    var record = DocumentConverter().record(
      of: failure, name: Self.name(row.path), path: FileName.printed(FileName.carried(row.path)))
    record.source.bytes = row.size
    record.source.url = row.url
    let line = writer.line(record)
    let entry = entry(
      row, Digest.fingerprint(line), RecordFacts(record), startedAt: 0, backend: nil)
    try store(line, entry, row, seconds: seconds)
  }

  private func entry(
    _ row: FoundRow, _ fingerprint: [UInt8], _ facts: RecordFacts, startedAt: Int, backend: String?
  ) -> Entry {
    var entry = Entry(
      path: row.path, size: row.size, modified: Self.trusted(row.modified, readAt: startedAt),
      fingerprint: fingerprint, facts: facts,
      rules: Entry.Rules(program: policy.rules, backend: backend),
      isPortable: Self.isPortable(facts), mayPass: Self.mayPass(facts))
    entry.url = row.url
    return entry
  }

  private func store(
    _ line: [UInt8], _ entry: Entry, _ row: FoundRow, seconds: Double
  ) throws {
    var entry = entry
    let previous = row.previous
    entry.published = previous?.published
    if entry.attempts > 0, let previous, previous.failure?.code == entry.failure?.code,
      previous.mayPass == entry.mayPass, previous.size == entry.size,
      previous.sha256 == entry.sha256, policy.isCurrent(previous)
    {
      entry.attempts = previous.attempts + 1
    }
    try state.add(line, entry)
    if entry.failure != nil { tally.failed += 1 }
    done(entry, row, seconds)
  }

  private func done(_ entry: Entry, _ row: FoundRow, _ seconds: Double) {
    tally.documents += 1
    tally.bytes += min(row.size, State.mostBytes)
    if seconds > (tally.slowest.last?.seconds ?? 0) || tally.slowest.count < 10 {
      tally.slowest.append((FileName.printed(FileName.carried(row.path)), seconds))
      tally.slowest.sort { $0.seconds > $1.seconds }
      tally.slowest.removeLast(max(0, tally.slowest.count - 10))
    }
    finished(entry, seconds)
  }

  // MARK: Facts

  /// Whether the record came out as it did by something that may pass.
  ///
  /// A program that failed without a cause of the file's (half an answer, an unknown status) may do better, too.
  private static func mayPass(_ facts: RecordFacts) -> Bool {
    guard let failure = facts.failure else {
      return facts.issues.contains(IssueCode.pdfDrawingFailed.rawValue)
    }
    return failure.isRetryable || failure.code == FailureCode.backendFailed.rawValue
  }

  /// Whether another file with these bytes and this extension would have the same record but for its source.
  private static func isPortable(_ facts: RecordFacts) -> Bool {
    let dependsOnName = [IssueCode.titleFromFileName, .extensionMismatch, .pathNotUTF8]
    return facts.sha256 != nil && !mayPass(facts)
      && !dependsOnName.contains { facts.issues.contains($0.rawValue) }
  }

  /// The modification time, unless the file was so young when it was read that a change after that may not show in it.
  private static func trusted(_ modified: Int, readAt: Int) -> Int? {
    readAt == 0 || modified < readAt - 2_000_000_000 ? modified : nil
  }

  private static func name(_ path: [UInt8]) -> String {
    FileName.printed(
      FileName.carried(path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0))
    )
  }

  /// The extension in lower case, empty without one; nil for a name that isn't valid UTF-8, whose record says so.
  private static func ending(_ path: [UInt8]) -> [UInt8]? {
    guard String(validating: path, as: UTF8.self) != nil else { return nil }
    let name = path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return [] }
    return name[dot...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
