internal import Diagnostics
internal import DocumentModel
internal import DurableFiles
internal import InputFiles
internal import Logging
internal import PDFReading
internal import RecordWriting
internal import RunReporting
internal import RunSettings
internal import RunState
internal import Supervision

/// One run that has its inputs, its output and the lock: plan, convert, publish, report.
final class Night {
  let run: NightlyRun
  let id: String
  let folder: Folder
  let output: OutputDirectory
  let log: Logger
  let logFile: LogFile
  let tree: InputTree
  let planning: Planning
  let state: State
  let supervisor: Supervisor
  var plan = State.Plan()
  var tally = WorkQueue.Tally()
  var changes = State.Changes()
  private var progress = RunProgress(documents: 0, bytes: 0)
  private var stoppedBy: Int32?

  private var settings: RunSettings { run.settings }

  init(
    _ run: NightlyRun, _ tree: InputTree, _ output: OutputDirectory, id: String, folder: Folder,
    log: Logger, logFile: LogFile
  ) throws {
    self.run = run
    self.tree = tree
    self.output = output
    self.id = id
    self.folder = folder
    self.log = log
    self.logFile = logFile
    state = try State(in: output.state)
    planning = Planning(run.settings, tree, state, checkSignals: run.checkSignals)
    supervisor = Supervisor(Self.worker(run, tree), width: run.settings.jobs)
  }

  private static func worker(_ run: NightlyRun, _ tree: InputTree) -> WorkerProgram {
    let settings = run.settings
    var worker = WorkerProgram(
      path: run.executable,
      arguments: ["worker", "--supervised", "--memory", String(settings.workerMemoryBytes)]
        + settings.limits.differences.flatMap { ["--limit", $0] },
      environment: run.environment, memoryBytes: settings.workerMemoryBytes,
      deadlineSeconds: settings.limits.backendSeconds, documents: settings.workerDocuments)
    worker.documentPlaces = tree.places
    worker.programs = PDFBackend.programs
    return worker
  }

  /// Runs to the end, whatever end that is, and writes down how it went.
  ///
  /// - Throws: ``StateError/damaged(_:)`` where the state turns out not to be what was written.
  func result() throws -> NightlyRun.Result {
    var end: RunEnd?
    do { try work() } catch let damage as StateError where damage.isDamage { throw damage } catch {
      end = RunEnd(error)
    }
    if let end { log.error("\(end.message)") }
    return finish(end)
  }

  private func work() throws {
    log.info("Looking for inputs", metadata: ["run": "\(id)"])
    plan = try planning.plan()
    log.info(
      "Planned",
      metadata: [
        "found": "\(plan.found)", "to_convert": "\(plan.work)", "removed": "\(plan.removed)",
      ])
    try refuseWhatIsNoPlan()
    while true {
      try convert()
      try state.finishWork()
      switch try state.publish(to: output.root, report: folder) {
      case .done(let changes):
        self.changes = changes
        return try writeTables()
      case .damaged(let count):
        log.warning("Records were damaged on disk; their documents are converted again: \(count)")
      }
    }
  }

  /// Stops before anything is lost by a mistake: an unmounted disk, a program that is not installed.
  private func refuseWhatIsNoPlan() throws {
    if plan.found == 0, try state.count() > 0, !settings.allowEmpty {
      throw RunEnd(
        .noInput,
        "nothing found, but the output holds \(plan.removed) records: is the input mounted? (--allow-empty removes them)"
      )
    }
    if planning.policy.backend == nil, try state.hasWork(withSuffix: ".pdf") {
      throw RunEnd(
        .programMissing, "pdftotext is not in PATH; install poppler-utils and poppler-data")
    }
  }

  // MARK: Conversion

  private func convert() throws {
    progress = RunProgress(documents: plan.work, bytes: plan.workBytes)
    let begin = MonotonicClock.now()
    let queue = WorkQueue(state, planning.policy, root: tree.root.carriedPath) {
      [weak self] entry, seconds in self?.note(entry, seconds)
    }
    defer { add(queue.tally) }
    var (lastLook, lastCommit) = (begin, begin)
    try supervisor.run(
      Supervisor.Work(
        next: queue.next, request: queue.request,
        finished: { try queue.finish($0, $1, seconds: $2) },
        lost: { [weak self] in self?.noteLoss(queue.path(of: $0), $1, $2) },
        tick: { [self] in
          // After each document there may be another tick.
          let now = MonotonicClock.now()
          guard now - lastLook > 0.05 else { return true }
          lastLook = now
          if now - lastCommit > 1 {
            try state.commitSettled()
            logFile.flush()
            lastCommit = now
          }
          progress.doneDocuments = queue.tally.documents
          progress.doneBytes = queue.tally.bytes
          progress.failed = queue.tally.failed
          progress.elapsedSeconds = now - begin
          run.console.show(progress)
          stoppedBy = stoppedBy ?? run.signals.received()
          return stoppedBy == nil
        }))
    try state.commit()
    if let stoppedBy { throw RunEnd.signal(stoppedBy) }
    if let missing = queue.missingProgram { throw RunEnd(.programMissing, missing) }
  }

  private func note(_ entry: Entry, _ seconds: Double) {
    let path = FileName.printed(FileName.carried(entry.path))
    if let failure = entry.failure {
      log.info(
        "Failed: \(failure.message)", metadata: ["path": "\(path)", "code": "\(failure.code)"])
    } else {
      log.debug(
        "Converted", metadata: ["path": "\(path)", "status": "\(entry.status)"])
    }
  }

  private func noteLoss(_ path: String?, _ loss: WorkerLoss, _ words: String) {
    log.info(
      "A worker was lost: \(loss.failure.message)",
      metadata: ["path": "\(path ?? "")", "last_words": "\(words.suffix(500))"])
  }

  private func add(_ other: WorkQueue.Tally) {
    tally.converted += other.converted
    tally.convertedBytes += other.convertedBytes
    tally.copied += other.copied
    tally.confirmed += other.confirmed
    tally.slowest = Array(
      (tally.slowest + other.slowest).sorted { $0.seconds > $1.seconds }.prefix(10))
  }
}
