internal import DurableFiles
internal import Glibc
internal import InputFiles
internal import Logging
internal import RecordWriting
internal import RunReporting
internal import RunSettings
internal import RunState
internal import Supervision

extension Night {
  /// Writes the summary, and says with which status the run ends.
  ///
  /// - Parameter end: Nil where the output is complete.
  func finish(_ end: RunEnd?) -> NightlyRun.Result {
    var end = end
    var summary = summary(end)
    attempt(&end, &summary) { try counted(&$0, $1) }
    attempt(&end, &summary) { summary, _ in try write(summary) }
    attempt(&end, &summary) { summary, end in
      guard end == nil else { return }
      try writePage()
      guard let awaited = try awaited() else { return }
      summary.awaited = awaited
      try write(summary)
    }
    attempt(&end, &summary) { if $1 == nil { try writeShardNote() } }
    if let file = run.settings.metricsFile {
      attempt(&end, &summary) { summary, _ in
        try MetricsFile.write(summary, to: file, check: run.checkSignals)
      }
    }
    // What is called the last run has a summary: who looks there is told of a run that left none by its absence.
    if folder.stamp("summary.txt") != nil {
      attempt(&end, &summary) { _, _ in
        try output.root.point("latest", to: "runs/\(id)")
        // Whoever reads the summary is told; till then the news is the next run's too.
        if isPublished { try state.clearNews() }
      }
    }
    let status = RunEnd.Status(rawValue: summary.exitStatus) ?? .broken
    let isQuiet = run.settings.console.verbosity == .quiet
    return NightlyRun.Result(
      status: status, text: isQuiet ? [] : summary.text(in: run.console.style.language))
  }

  /// Does one of the things that end a run; where it can't be done, the run ends with that, if with nothing else.
  private func attempt(
    _ end: inout RunEnd?, _ summary: inout RunSummary,
    _ body: (inout RunSummary, RunEnd?) throws -> Void
  ) {
    do { try body(&summary, end) } catch {
      // The cause comes first; that it could not be written down is its consequence.
      if end != nil { log.error("\(RunEnd(error).message)") } else { end = fail(error, &summary) }
    }
  }

  /// Ends a run that has published, but could not do all that comes after; its summary is to say so.
  private func fail(_ error: any Error, _ summary: inout RunSummary) -> RunEnd {
    let end = RunEnd(error)
    log.error("\(end.message)")
    summary.exitStatus = end.status.rawValue
    summary.outcome = .broken
    summary.cause = end.message
    do { try write(summary) } catch { log.error("\(RunEnd(error).message)") }
    return end
  }

  private func write(_ summary: RunSummary) throws {
    try folder.replace("summary.json") { try $0.write(try summary.json()) }
    try folder.replace("summary.txt") {
      try $0.write(summary.text(in: run.settings.language))
    }
  }

  /// What the state knows, which may be out of reach when the run has broken.
  private func counted(_ summary: inout RunSummary, _ end: RunEnd?) throws {
    var passedOver = planning.passedOver
    passedOver += try state.passedOverMembers()
    summary.inputs.skipped = Self.counts(passedOver)
    let totals = try state.totals(attempts: run.settings.attempts)
    summary.documents.ok = totals.byStatus["ok"] ?? 0
    summary.documents.partial = totals.byStatus["partial"] ?? 0
    summary.documents.failed = totals.byStatus["failed"] ?? 0
    summary.documents.total = totals.byStatus.values.reduce(0, +)
    summary.documents.unbalanced = totals.byStanding[.unbalanced] ?? 0
    summary.documents.drawingsFailed = totals.drawingsFailed
    summary.documents.editions = Self.counts(totals.byEdition)
    summary.documents.reportsWithFailedChecks = totals.reportsWithFailedChecks
    summary.documents.failedChecks = Self.counts(totals.byFailedCheck)
    summary.failures = Self.counts(totals.byCode)
    summary.retried = Self.counts(totals.retriedByCode)
    if end == nil { summary.exitStatus = status(summary).rawValue }
  }

  private func status(_ summary: RunSummary) -> RunEnd.Status {
    let conditions = run.settings.failOn
    let isMet =
      (conditions.contains(.newFailure) && summary.newFailureCount > 0)
      || (conditions.contains(.partial) && summary.documents.partial > 0)
      || (conditions.contains(.checks) && summary.documents.reportsWithFailedChecks > 0)
      || (conditions.contains(.removed)
        && summary.news.removed + summary.news.replaced + summary.news.doubled > 0)
    if isMet { return .condition }
    return summary.documents.failed > 0 ? .someFailed : .finished
  }

  private func summary(_ end: RunEnd?) -> RunSummary {
    let finishedAt = WallTime.now()
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    var summary = RunSummary(
      runID: id, outcome: Self.outcome(end), exitStatus: end?.status.rawValue ?? 0,
      startedAt: run.startedAt.iso8601, finishedAt: finishedAt.iso8601,
      wallSeconds: MonotonicClock.now() - run.start,
      supervisorCPUSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
      workerCPUSeconds: supervisor.costs.cpuSeconds,
      peakMemoryBytes: usage.ru_maxrss * 1_024,
      workerPeakMemoryBytes: supervisor.costs.peakBytes, toolVersion: Version.tool,
      rulesVersion: Version.rules)
    if [.broken, .stopped].contains(summary.outcome) { summary.cause = end?.message ?? "" }
    summary.isPublished = isPublished
    logFile.flush()
    summary.logLinesLost = logFile.lostLines
    summary.inputs.found = plan.found + tally.extra
    summary.inputs.bytes = plan.bytes
    summary.inputs.skipped = Self.counts(planning.passedOver)
    summary.work.converted = tally.converted
    summary.work.convertedBytes = tally.convertedBytes
    summary.work.copied = tally.copied
    summary.work.unchanged = plan.found - plan.work + tally.confirmed
    summary.work.left = tally.left
    summary.work.added = news.added
    summary.work.changed = news.changed
    summary.work.recovered = news.recovered
    summary.work.addressesGone = plan.addressesGone
    summary.kept = plan.kept.map { RunSummary.Count(FileName.shown($0.folder), $0.count) }
    summary.work.removed = news[.removed]
    summary.work.renamed = news[.renamed]
    summary.work.retried = supervisor.costs.retries
    summary.work.workersLost = supervisor.costs.workersLost
    summary.news = newsOfSummary
    summary.newFailureCount = news[.lost] + news[.failed]
    summary.newFailures = newFailures
    summary.slowest = tally.slowest.map { RunSummary.Slow(path: $0.path, seconds: $0.seconds) }
    return summary
  }

  private static func outcome(_ end: RunEnd?) -> RunSummary.Outcome {
    switch end?.status {
    case nil: .finished
    case .condition: .stopped
    case .interrupted, .terminated, .hangup: .interrupted
    default: .broken
    }
  }

  private static func counts(_ passedOver: PassedOver) -> [RunSummary.Count] {
    passedOver.all.map { RunSummary.Count($0.reason.rawValue, $0.count) }
  }

  private static func counts(_ counts: [String: Int]) -> [RunSummary.Count] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { RunSummary.Count($0.key, $0.value) }
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
