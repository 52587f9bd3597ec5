internal import ArchiveReading
internal import ConfinedPrograms
internal import Diagnostics
internal import DocumentModel
internal import DurableFiles
internal import InputFiles
internal import Logging
internal import OfficeReading
internal import PDFReading
internal import RecordTables
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
  /// Gone with the night, and with it what ended workers left in it.
  private let scratch: ScratchFolder?
  let supervisor: Supervisor
  private let time: TimeBudget
  /// How CSV files are written.
  let style: CSVStyle
  var plan = State.Plan()
  var tally = WorkQueue.Tally()
  /// What becomes of records: as it is published, or as it would be.
  var news = State.News()
  var refusedRemoval: State.Removal?
  private(set) var isPublished = false
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
    try Self.claim(state, output, for: run.settings)
    let adopted = try state.adopt(from: output.root)
    if adopted > 0 {
      log.warning(
        "The state is new: what was published is known from records.jsonl",
        metadata: ["records": .stringConvertible(adopted)])
    }
    planning = Planning(run.settings, tree, state, checkSignals: run.checkSignals) {
      // Side-cars are read, and what is excluded was meant to be.
      guard $0 != .sidecar, $0 != .excluded else { return }
      Self.notePassing($0, FileName.printed(FileName.carried($1)), log)
    }
    scratch = Self.scratchFolder(for: run.settings.converters, log)
    supervisor = Supervisor(
      Self.worker(run, tree, scratch: scratch?.path), width: run.settings.jobs)
    time = TimeBudget(
      most: run.settings.limits.backendSeconds, budget: run.settings.timeoutBudget)
    style =
      try run.settings.csvMark.map { $0 ? .spreadsheet : .plain }
      ?? TableFiles.style(in: output.root)
  }

  /// A folder for the programs that need one to work in; nil where none of them is there.
  private static func scratchFolder(
    for converters: [SiteConverter], _ log: Logger
  ) -> ScratchFolder? {
    guard
      !converters.isEmpty
        || !OfficeProgram.paths(searchPath: InstalledProgram.searchPath).isEmpty
    else { return nil }
    do throws(ScratchFolder.SystemError) { return try ScratchFolder() } catch {
      log.warning(
        "No temporary folder could be made, so what LibreOffice and converters read for us fails tonight",
        metadata: ["error": .stringConvertible(error.code)])
      return nil
    }
  }

  private static func worker(
    _ run: NightlyRun, _ tree: InputTree, scratch: String?
  ) -> WorkerProgram {
    let settings = run.settings
    var worker = WorkerProgram(
      path: run.executable,
      arguments: ["worker", "--supervised", "--memory", String(settings.workerMemoryBytes)]
        + settings.limits.differences.flatMap { ["--limit", $0] }
        + (scratch.map { ["--scratch", $0] } ?? [])
        + settings.converters.flatMap { ["--converter", $0.json] },
      environment: run.environment, memoryBytes: settings.workerMemoryBytes,
      documents: settings.workerDocuments)
    worker.documentPlaces = tree.places
    worker.programs = PDFBackend.programs + [ArchiveTool.path].compactMap(\.self)
    if let scratch {
      worker.scratch = scratch
      worker.programs += OfficeProgram.paths(searchPath: InstalledProgram.searchPath)
      worker.programs += settings.converters.compactMap {
        $0.program(searchPath: InstalledProgram.searchPath)?.path
      }
      worker.readable = OfficeProgram.readable + settings.converters.flatMap(\.reads)
    }
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
        "found": .stringConvertible(plan.found), "to_convert": .stringConvertible(plan.work),
        "removed": .stringConvertible(plan.gone),
      ])
    if plan.addressesGone > 0 {
      log.warning(
        "Urls of documents are gone: neither the manifest nor a side-car has them now",
        metadata: ["documents": .stringConvertible(plan.addressesGone)])
    }
    try refuseWhatIsNoPlan()
    progress = RunProgress(documents: plan.work, bytes: plan.workBytes)
    // What may fail again comes when all else is done.
    try convert()
    while true {
      try convert()
      switch try publish() {
      case .done:
        isPublished = true
        news = try state.news()
        logLosses()
        return try writeTables()
      case .damaged(let count):
        log.warning("Records were damaged on disk; their documents are converted again: \(count)")
      }
    }
  }

  private func publish() throws -> State.Publication {
    do {
      return try state.publish(to: output.root, report: folder, style, mayRemove: mayRemove)
    } catch let removal as State.Removal {
      throw stop(for: removal)
    }
  }

  /// Stops before anything is lost by a mistake: an unmounted disk, a program that is not installed.
  private func refuseWhatIsNoPlan() throws {
    if planning.inputs.files == 0, try state.count() > 0, !settings.allowEmpty {
      throw RunEnd(
        .noInput,
        "nothing found, but the output holds \(plan.gone) records: is the input mounted? (--allow-empty removes them)"
      )
    }
    // What is new may be what is gone, under another name, and so may what is in an archive; once it is converted that is
    // known.
    if plan.unopened + plan.reopened == 0,
      settings.maxRemoved.isExceeded(by: plan.removed - plan.new, of: plan.published),
      case let removal = try state.removal(), !mayRemove(removal)
    {
      throw stop(for: removal)
    }
    if planning.policy.backends.pdf == nil, try state.hasWork(withSuffix: ".pdf") {
      throw RunEnd(
        .programMissing, "pdftotext is not in PATH; install poppler-utils and poppler-data")
    }
  }

  // MARK: Conversion

  private func convert() throws {
    let before = progress
    let begin = MonotonicClock.now()
    let queue = WorkQueue(
      state, planning.policy, time, root: tree.root.carriedPath,
      finished: { [weak self] entry, seconds in self?.note(entry, seconds) },
      passing: { [log] in Self.notePassing($0, $1, log) })
    defer { add(queue.tally) }
    var (lastLook, lastCommit) = (begin, begin)
    try supervisor.run(
      Supervisor.Work(
        next: queue.next, request: queue.request,
        finished: { try queue.finish($0, $1, seconds: $2) },
        part: { try queue.take(part: $1, of: $0) },
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
          progress.documents = before.documents + queue.tally.extra
          progress.doneDocuments = before.doneDocuments + queue.tally.documents
          progress.doneBytes = before.doneBytes + queue.tally.bytes
          progress.failed = before.failed + queue.tally.failed
          progress.elapsedSeconds = before.elapsedSeconds + now - begin
          run.console.show(progress)
          stoppedBy = stoppedBy ?? run.signals.received()
          return stoppedBy == nil
        }))
    try state.commit()
    if let stoppedBy { throw RunEnd.signal(stoppedBy) }
    if let missing = queue.missingProgram { throw RunEnd(.programMissing, missing) }
    try state.finishWork()
  }

  private func note(_ entry: Entry, _ seconds: Double) {
    let path = FileName.shown(entry.path)
    if let failure = entry.failure {
      log.info(
        "Failed: \(failure.message)", metadata: ["path": "\(path)", "code": "\(failure.code)"])
    } else {
      log.debug(
        "Converted", metadata: ["path": "\(path)", "status": "\(entry.status)"])
    }
  }

  private static func notePassing(_ reason: PassedOver.Reason, _ path: String, _ log: Logger) {
    log.debug("Passed over", metadata: ["path": "\(path)", "reason": "\(reason.rawValue)"])
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
    tally.left += other.left
    tally.extra += other.extra
    tally.slowest = Array(
      (tally.slowest + other.slowest).sorted { $0.seconds > $1.seconds }.prefix(10))
  }
}
