internal import Diagnostics
internal import Foundation

/// What a run did, in Prometheus' text format: gauges, since the file is about the last run only.
struct RunMetrics {
  private var text = ""

  /// - Parameter previous: The file that this one replaces, for the time of the last success.
  static func text(_ summary: RunSummary, previous: [UInt8]) -> String {
    var metrics = RunMetrics()
    metrics.add(summary, lastSuccess: lastSuccess(summary, previous: previous))
    return metrics.text
  }

  private static let lastSuccessName = "last_success_timestamp_seconds"

  private mutating func add(_ summary: RunSummary, lastSuccess: Double?) {
    gauge(
      "info", "Versions of the program and its rules, always 1.",
      [([("version", summary.toolVersion), ("rules", summary.rulesVersion)], 1)])
    gauge("exit_status", "Exit status of the last run.", Double(summary.exitStatus))
    gauge(
      "outcome", "1 for how the last run ended.",
      [RunSummary.Outcome.finished, .stopped, .interrupted, .broken].map {
        ([("outcome", $0.rawValue)], $0 == summary.outcome ? 1 : 0)
      })
    if let start = Self.seconds(summary.startedAt) {
      gauge("start_timestamp_seconds", "When the last run began.", start)
    }
    if let end = Self.seconds(summary.finishedAt) {
      gauge("end_timestamp_seconds", "When the last run ended, however.", end)
    }
    if let lastSuccess {
      gauge(
        Self.lastSuccessName, "When a run last finished and its output was committed.", lastSuccess)
    }
    guard summary.hasBegun else { return }
    add(inputs: summary.inputs, work: summary.work)
    add(documents: summary.documents, summary)
    gauge("duration_seconds", "Time that the last run took.", summary.wallSeconds)
    gauge(
      "cpu_seconds", "Processor time of the last run.",
      [
        ([("process", "run")], summary.supervisorCPUSeconds),
        ([("process", "workers")], summary.workerCPUSeconds),
      ])
    gauge(
      "peak_memory_bytes", "Largest resident memory, of the run and of any worker.",
      [
        ([("process", "run")], Double(summary.peakMemoryBytes)),
        ([("process", "worker")], Double(summary.workerPeakMemoryBytes)),
      ])
    gauge("lost_log_lines", "Lines that log.jsonl lacks.", Double(summary.logLinesLost))
  }

  private mutating func add(inputs: RunSummary.Inputs, work: RunSummary.Work) {
    gauge("input_files", "Files that the last run found.", Double(inputs.found))
    gauge("input_bytes", "Bytes of the files that the last run found.", Double(inputs.bytes))
    gauge(
      "skipped_files", "Files passed over, by reason.",
      inputs.skipped.map { ([("reason", $0.name)], Double($0.count)) })
    gauge("converted_bytes", "Bytes of the documents converted.", Double(work.convertedBytes))
    gauge(
      "work_documents", "Documents of the last run, by what was done with them.",
      [
        ("converted", work.converted), ("unchanged", work.unchanged), ("copied", work.copied),
        ("removed", work.removed), ("renamed", work.renamed), ("left", work.left),
        ("retried", work.retried),
        ("added", work.added), ("recovered", work.recovered),
        ("changed", work.changed),
      ].map { ([("work", $0.0)], Double($0.1)) })
    gauge("workers_lost", "Workers that died or were killed.", Double(work.workersLost))
  }

  private mutating func add(documents: RunSummary.Documents, _ summary: RunSummary) {
    gauge(
      "documents", "Documents in records.jsonl, by status.",
      [("ok", documents.ok), ("partial", documents.partial), ("failed", documents.failed)]
        .map { ([("status", $0.0)], Double($0.1)) })
    // Every code, also with 0: an alert can only see a series rise that was there before.
    var failures = Dictionary(
      FailureCode.allCases.map { ($0.rawValue, 0) }, uniquingKeysWith: { first, _ in first })
    for failure in summary.failures { failures[failure.name, default: 0] += failure.count }
    gauge(
      "failed_documents", "Failed documents in records.jsonl, by code.",
      failures.sorted { $0.key < $1.key }.map { ([("code", $0.key)], Double($0.value)) })
    gauge(
      "new_failures", "Documents that failed and had not before.", Double(summary.newFailureCount))
    gauge(
      "lost_records",
      "Records that are no longer there, by cause: the file is gone, is no report or has no tables any more, or fails now.",
      [
        ([("cause", "removed")], Double(summary.outcome == .stopped ? 0 : summary.news.removed)),
        ([("cause", "replaced")], Double(summary.outcome == .stopped ? 0 : summary.news.replaced)),
        ([("cause", "failed")], Double(summary.outcome == .stopped ? 0 : summary.news.lost)),
      ])
    gauge(
      "doubled_records", "Records whose document is now equal to another one, and was not before.",
      Double(summary.news.doubled))
    gauge(
      "refused_removals", "Records that would have been lost, more than may.",
      Double(
        summary.outcome == .stopped
          ? summary.news.removed + summary.news.replaced + summary.news.lost : 0))
    gauge(
      "drawings_failed", "Documents whose pages could not be drawn: their tables are less certain.",
      Double(documents.drawingsFailed))
    gauge(
      "reports", "Annual reports in records.jsonl, by edition.",
      documents.editions.map { ([("edition", $0.name)], Double($0.count)) })
    gauge(
      "reports_with_failed_checks", "Annual reports with sums that do not add up.",
      Double(documents.reportsWithFailedChecks))
    gauge(
      "failed_checks", "Sums that do not add up, by identity.",
      documents.failedChecks.map { ([("check", $0.name)], Double($0.count)) })
  }

  private mutating func gauge(_ name: String, _ help: String, _ value: Double) {
    gauge(name, help, [([], value)])
  }

  /// One metric with its samples; none at all where there are none.
  private mutating func gauge(
    _ name: String, _ help: String, _ samples: [(labels: [(String, String)], value: Double)]
  ) {
    guard !samples.isEmpty else { return }
    let name = "gongkai_run_\(name)"
    text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
    for (labels, value) in samples {
      let pairs = labels.map { "\($0)=\"\(Self.escaped($1))\"" }
      text += pairs.isEmpty ? name : "\(name){\(pairs.joined(separator: ","))}"
      text += " \(Self.number(value))\n"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  /// Whole numbers as digits: `1767319200`, not `1.7673192e+09`.
  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    return Int(exactly: value).map(String.init) ?? "\(value)"
  }

  private static func lastSuccess(_ summary: RunSummary, previous: [UInt8]) -> Double? {
    if summary.outcome == .finished { return seconds(summary.finishedAt) }
    let start = "gongkai_run_\(lastSuccessName) "
    for line in String(decoding: previous.prefix(1 << 20), as: UTF8.self).split(separator: "\n")
    where line.hasPrefix(start) {
      return Double(line.dropFirst(start.count))
    }
    return nil
  }

  private static func seconds(_ iso8601: String) -> Double? {
    do {
      return try Date(iso8601, strategy: .iso8601).timeIntervalSince1970
    } catch {
      return nil
    }
  }
}
