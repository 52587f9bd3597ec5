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
    /// Not tried again, since what runs into its limit of time has had its share of the night.
    var left = 0
    var failed = 0
    /// Members of archives that the plan didn't know of.
    var extra = 0
    var documents = 0
    var bytes = 0
    var slowest: [(path: String, seconds: Double)] = []
  }

  struct Job {
    var row: FoundRow
    /// Documents whose record equal bytes may take.
    var known: [State.KnownBytes]
    /// Nanoseconds since 1970.
    var startedAt: Int
    /// What it may take, or the member of an archive that is under way, and whether that is less than it else would have.
    var seconds: Int
    var isShort: Bool
    /// By the clock of ``MonotonicClock``, when the worker began with it.
    var begunAt = 0.0
    /// Set once the file has turned out to be an archive.
    var archive: ArchiveProgress?
    /// Whether the worker gave several lines and hadn't said for what.
    var isGarbled = false

    /// The member that is under way; nil for what is no archive, and while the worker opens it.
    var member: ContainedFile? {
      guard let archive, archive.isAnnounced, !archive.isComplete else { return nil }
      return archive.members[archive.done]
    }
  }

  var tally = Tally()
  /// Set when a program that a document needs is not installed: what needs it is left undone.
  var missingProgram: String?
  let state: State
  let policy: State.Policy
  let time: TimeBudget
  private let root: String
  /// Called for every document that is done, with its new entry.
  let finished: (Entry, _ seconds: Double) -> Void
  /// Called for every member of an archive that is passed over, with its path for a person.
  let passing: (PassedOver.Reason, String) -> Void
  var page: ArraySlice<FoundRow> = []
  private var lastPath: [UInt8] = []
  /// Documents of a size that is just being converted: they may turn out to be the same bytes.
  var held: [FoundRow] = []
  /// Documents whose known record could not be taken: they are converted whatever is known.
  var doubted: Set<[UInt8]> = []
  var jobs: [Int: Job] = [:]
  /// Jobs of archives over one of whose members workers were lost: the next members are still to come.
  var interrupted: [Int] = []
  private var number = 0
  var writer = RecordWriter()

  init(
    _ state: State, _ policy: State.Policy, _ time: TimeBudget, root: String,
    finished: @escaping (Entry, _ seconds: Double) -> Void,
    passing: @escaping (PassedOver.Reason, String) -> Void
  ) {
    self.state = state
    self.policy = policy
    self.time = time
    self.root = root
    self.finished = finished
    self.passing = passing
  }

  // MARK: To the workers

  /// The next request; nil where there is none, or none before one under way has ended.
  func next() throws -> (job: Int, request: Supervisor.Request)? {
    if let number = interrupted.popLast() { return (number, request(number)) }
    while let row = try nextRow() {
      if isLeft(row) {
        let documents = try countPlanned(row)
        tally.left += documents
        tally.documents += documents
        tally.bytes += min(row.size, State.mostBytes)
        continue
      }
      if let problem = row.problem {
        try fail(row, problem, seconds: 0)
        try settle()
        continue
      }
      if time.isExhausted(Self.ending(row.path)), row.previous?.isUnfinished != true {
        // Only what has no record yet is left without one.
        try fail(
          row, Failure(.workerTimeout, time.exhaustion, stage: .run), isShort: true, seconds: 0)
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

  func request(_ number: Int) -> Supervisor.Request {
    guard var job = jobs[number] else { return Supervisor.Request(line: [], seconds: 0) }
    if job.archive != nil {
      // It is opened again, and announces the members that are left.
      job.archive?.isAnnounced = false
      (job.seconds, job.isShort) = time.seconds(
        bytes: job.row.size, least: policy.backends.seconds(forFileAt: job.row.path))
    }
    job.begunAt = MonotonicClock.now()
    jobs[number] = job
    // What a named link leads to outside of the root is opened as it is.
    let isOutside = job.row.location?.first == UInt8(ascii: "/")
    let request = WorkerRequest(
      path: FileName.carried(job.row.path), root: isOutside ? nil : root,
      location: job.row.location.map { FileName.carried($0) }, url: job.row.url,
      known: job.archive == nil ? job.known.map(\.sha256) : nil, facts: true,
      start: job.archive?.done, seconds: job.isShort ? job.seconds : nil)
    return Supervisor.Request(line: request.line, seconds: job.seconds)
  }

  /// Whether the document waits for another night: it ran into its limit of time with these bytes, and others have had what
  /// such documents may have of this one.
  private func isLeft(_ row: FoundRow) -> Bool {
    // What is known of half an archive may be another's: it is read to its end.
    if row.previous?.isUnfinished == true { return false }
    if row.previous != nil, row.problem == nil, time.isExhausted(Self.ending(row.path)) {
      return true
    }
    guard time.isSpent, let entry = row.previous, entry.mayPass, row.problem == nil,
      entry.size == row.size, entry.modified == row.modified, entry.url == row.url
    else { return false }
    // Without a failure it was a drawing that took too long.
    return entry.failure.map { Self.timeouts.contains($0.code) } ?? true
  }

  private static let timeouts = [FailureCode.workerTimeout, .backendTimeout].map(\.rawValue)

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
    let (seconds, isShort) = time.seconds(
      bytes: row.size, least: policy.backends.seconds(forFileAt: row.path))
    var job = Job(
      row: row, known: [], startedAt: WallTime.now().nanoseconds, seconds: seconds,
      isShort: isShort)
    if doubted.remove(row.path) != nil { return job }
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
    job.known = known
    return job
  }

  /// Whether the record of `entry` is what `row` would have, if its bytes are those of `entry`.
  func mayTake(_ entry: Entry, for row: FoundRow) -> Bool {
    policy.isCurrent(entry) && policy.backends.readAlike(entry.path, row.path)
      && (!policy.force || state.isFresh(entry))
      && (entry.path == row.path
        ? !policy.isRetried(entry) && !(policy.retryFailed && entry.isArchive) : entry.isPortable)
  }
}
