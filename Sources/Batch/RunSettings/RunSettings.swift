package import ConfinedPrograms
package import DocumentModel
package import InputFiles
package import PlainWords

/// Everything that a nightly run can be told, resolved: defaults, configuration file, environment, flags.
package struct RunSettings: Hashable, Sendable {
  /// Files and folders, as ``FileName`` carries them.
  package var inputs: [String]
  /// The output directory.
  package var output: String
  /// Workers at a time.
  package var jobs: Int
  /// Patterns of paths below the input root; empty includes everything.
  package var include: [String] = []
  package var exclude: [String] = []
  /// A list of paths to take instead of walking the folder; `-` is standard input.
  package var filesFrom: String?
  /// Whether names in the list end with NUL and not with LF.
  package var filesFromIsNulSeparated = false
  /// A CSV file with the columns `path` and `url`.
  package var manifest: String?
  /// The part of the inputs that is this run's; nil for all of them.
  package var shard: Shard?
  /// Whether size and modification time are not trusted: every file is hashed.
  package var checksum = false
  /// Whether everything is converted again.
  package var force = false
  /// Whether failed documents are tried again, even where nothing changed.
  package var retryFailed = false
  /// Whether a run that finds nothing may empty an output that holds records.
  package var allowEmpty = false
  /// How many records may go with their files in one night.
  package var maxRemoved = RemovalLimit.share(10)
  /// Whether any number of them may.
  package var allowRemoval = false
  /// Whether to wait for another run to end instead of leaving with 75.
  package var wait = false
  /// Whether to say what would be done, and do nothing.
  package var dryRun = false
  /// Whether the records are written as tables, too; nil to keep up those that are there.
  package var tables: Bool?
  /// Whether CSV files are written for Excel and WPS: with a byte order mark, and nothing in them that is taken for a
  /// formula; nil to write them as those that are there.
  package var csvMark: Bool?
  /// A CSV file that says which agencies there are, for tables and page.
  package var agencies: String?
  /// Where readers of the page find the inputs, absolute or as seen from the page; nil for where they lie on this machine.
  package var originals: String?
  /// Programs of the site's own that make of some files what we read, the first that is for a file before others.
  package var converters: [SiteConverter] = []
  package var failOn: Set<FailCondition> = []
  /// A file for the Prometheus textfile collector.
  package var metricsFile: String?
  package var console = Console()
  /// Of what the run says and of the mail; nil for the terminal's own, and Chinese and English in the mail.
  package var language: Language?
  /// What one document may cost.
  package var limits = Limits()
  /// Bytes of data that one worker may allocate.
  package var workerMemoryBytes = 512 << 20
  /// Documents after which a worker is replaced by a fresh one.
  package var workerDocuments = 10_000
  /// Seconds of a night for all documents that run into their limit of time.
  package var timeoutBudget = 1_800
  /// Nights on which a document is tried whose failure may pass by itself.
  package var attempts = 3

  package init(inputs: [String], output: String, jobs: Int) {
    self.inputs = inputs
    self.output = output
    self.jobs = jobs
  }

  /// What makes a finished run end with status 4.
  package enum FailCondition: String, Sendable, CaseIterable {
    /// A document failed that had not failed before.
    case newFailure = "new-failure"
    /// A report lacks a required table.
    case partial
    /// An identity of the form fails.
    case checks
    /// A record went with its file.
    case removed
  }

  /// What a person sees.
  package struct Console: Hashable, Sendable {
    package var verbosity = Verbosity.normal
    package var format = Format.text
    /// Nil to decide by `NO_COLOR` and the terminal.
    package var color: Bool?

    package init() {}

    package enum Verbosity: String, Sendable, CaseIterable { case quiet, normal, verbose }
    package enum Format: String, Sendable, CaseIterable { case text, json }
  }
}
