/// What a run did and what the output now holds: `summary.json`, `summary.txt`, metrics.
package struct RunSummary: Hashable, Sendable, Codable {
  package var schema = "gongkai.summary/1.0"
  package var runID: String
  package var outcome: Outcome
  /// Why the run broke or stopped, in one sentence; empty where it did not.
  package var cause = ""
  /// Whether `records.jsonl` is what this run made of the originals.
  package var isPublished = false
  /// Whether it came as far as to look for inputs; else it knows nothing of documents.
  package var hasBegun = true
  /// As the process exits with it.
  package var exitStatus: Int32
  /// ISO 8601, UTC, to the second.
  package var startedAt: String
  package var finishedAt: String
  /// By a clock that does not jump.
  package var wallSeconds: Double
  /// Of the run's own process and of workers and their programs.
  package var supervisorCPUSeconds: Double
  package var workerCPUSeconds: Double
  /// Largest resident memory of the run's own process, and of any worker.
  package var peakMemoryBytes: Int
  package var workerPeakMemoryBytes: Int
  package var toolVersion: String
  package var rulesVersion: String
  package var inputs = Inputs()
  package var work = Work()
  /// What `records.jsonl` holds now.
  package var documents = Documents()
  /// What became of records since a summary last told of it.
  package var news = News()
  /// Failed documents of `records.jsonl` by code, most frequent first.
  package var failures: [Count] = []
  /// Failed documents that the next run tries again, by code.
  package var retried: [Count] = []
  /// Folders that could not be read, with the number of records that were kept for what lies below.
  package var kept: [Count] = []
  /// Documents that fail and had not before.
  package var newFailureCount = 0
  /// The first 20 by path of those that had no record before; the others are in `news`.
  package var newFailures: [NewFailure] = []
  /// Agencies of the map that have no report on the newest year; nil without a map.
  package var awaited: Awaited?
  /// The 10 slowest of this run.
  package var slowest: [Slow] = []
  /// Lines that could not be written to `log.jsonl`.
  package var logLinesLost = 0

  package enum Outcome: String, Hashable, Sendable, Codable {
    case finished
    /// Before it published, because more records would have gone with their files than may.
    case stopped
    /// By a signal; the next run goes on from here.
    case interrupted
    /// The run itself broke; the output is that of the last run that finished.
    case broken
  }

  package struct Inputs: Hashable, Sendable, Codable {
    /// Files that get a record.
    package var found = 0
    package var bytes = 0
    /// Passed over, by reason: `hidden`, `temporary`, `system`, `excluded`, `sidecar`, `bad_sidecar`, `link_to_folder`.
    package var skipped: [Count] = []
    package init() {}
  }

  package struct Work: Hashable, Sendable, Codable {
    package var converted = 0
    package var convertedBytes = 0
    /// Nothing about them changed.
    package var unchanged = 0
    /// Equal bytes as a document that has a record, so its record was taken.
    package var copied = 0
    /// Records whose file is gone, and those that have another name now.
    package var removed = 0
    package var renamed = 0
    /// Documents that ran into their limit of time before, and wait for another night.
    package var left = 0
    /// Documents given to a second worker because the first died over them.
    package var retried = 0
    /// Workers that died or were killed.
    package var workersLost = 0
    package var added = 0
    /// Documents that failed and are read now.
    package var recovered = 0
    /// Documents whose address is given no more.
    package var addressesGone = 0
    /// Documents whose record is another one than before.
    package var changed = 0
    package init() {}
  }

  package struct Documents: Hashable, Sendable, Codable {
    /// `ok`, `partial` and `failed` add up to it.
    package var total = 0
    package var ok = 0
    package var partial = 0
    package var failed = 0
    /// Of `ok`: with a failing identity.
    package var unbalanced = 0
    /// Of `ok` and `partial`: with tables that are less certain, since the program that draws pages failed.
    package var drawingsFailed = 0
    /// Of `ok` and `partial`: annual reports, by edition (`e2019`, `e2021`, `legacy`, `none`).
    package var editions: [Count] = []
    /// Reports with a failing identity.
    package var reportsWithFailedChecks = 0
    /// Failing identities by id (`A1` to `R3`), each counted once a report.
    package var failedChecks: [Count] = []
    package init() {}
  }

  package init(
    runID: String, outcome: Outcome, exitStatus: Int32, startedAt: String, finishedAt: String,
    wallSeconds: Double, supervisorCPUSeconds: Double, workerCPUSeconds: Double,
    peakMemoryBytes: Int, workerPeakMemoryBytes: Int, toolVersion: String, rulesVersion: String
  ) {
    self.runID = runID
    self.outcome = outcome
    self.exitStatus = exitStatus
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.wallSeconds = wallSeconds
    self.supervisorCPUSeconds = supervisorCPUSeconds
    self.workerCPUSeconds = workerCPUSeconds
    self.peakMemoryBytes = peakMemoryBytes
    self.workerPeakMemoryBytes = workerPeakMemoryBytes
    self.toolVersion = toolVersion
    self.rulesVersion = rulesVersion
  }
}
