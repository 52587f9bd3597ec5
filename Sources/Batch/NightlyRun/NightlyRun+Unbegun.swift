internal import DurableFiles
internal import InputFiles
internal import PlainWords
internal import RecordWriting
internal import RunReporting
internal import RunSettings
internal import Supervision

/// A night that ends before it begins: no input, no descriptors, a state of a later version.
extension NightlyRun {
  /// Writes down that it did, wherever that can be done: whoever looks at the last run, or at its metrics, must not take the one
  /// before for it.
  ///
  /// - Parameter report: The folder of this run, where there is one already.
  func tell(_ end: RunEnd, _ report: Report?) {
    guard !settings.dryRun, end.status != .locked else { return }
    var summary = RunSummary(
      runID: report?.id ?? "", outcome: end.isBySignal ? .interrupted : .broken,
      exitStatus: end.status.rawValue, startedAt: startedAt.iso8601,
      finishedAt: WallTime.now().iso8601, wallSeconds: MonotonicClock.now() - start,
      supervisorCPUSeconds: 0, workerCPUSeconds: 0, peakMemoryBytes: 0, workerPeakMemoryBytes: 0,
      toolVersion: Version.tool, rulesVersion: Version.rules)
    summary.cause = end.message
    summary.hasBegun = false
    do {
      if let report = try report ?? ownReport(end) {
        summary.runID = report.id
        try report.folder.replace("summary.json") { try $0.write(try summary.json()) }
        try report.folder.replace("summary.txt") {
          try $0.write(summary.text(in: settings.language))
        }
        try report.output.root.point("latest", to: "runs/\(report.id)")
      }
    } catch is FileLock.Held {
      // Another run is at work, and will tell of itself.
      return
    } catch {
      say(error, unless: end)
    }
    guard let file = settings.metricsFile else { return }
    do { try MetricsFile.write(summary, to: file, check: checkSignals) } catch {
      say(error, unless: end)
    }
  }

  /// A folder for this run in an output of runs before; nil where there is none, or the output is refused.
  private func ownReport(_ end: RunEnd) throws -> Report? {
    guard end.status != .usage, OutputDirectory.exists("\(settings.output)/state") else {
      return nil
    }
    let note = "process \(OutputDirectory.processID()), since \(startedAt.iso8601)"
    return try Report(try OutputDirectory(settings.output, note: note), at: startedAt)
  }

  private func say(_ error: any Error, unless end: RunEnd) {
    let message = RunEnd(error).message
    let words = LogMessages.error + ErrorWords.words(message)
    if message != end.message { say(words) }
  }

  /// The folder of one run, with the output that it lies in and its lock.
  struct Report {
    let output: OutputDirectory
    let id: String
    let folder: Folder

    init(_ output: OutputDirectory, at time: WallTime) throws {
      self.output = output
      (id, folder) = try output.newRun(at: time)
    }
  }
}
