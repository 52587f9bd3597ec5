import ArgumentParser
import Diagnostics
import Foundation
import Glibc
import InputFiles
import RunSettings

/// What `gongkai run` can be told; every option is optional, so that its absence is known.
///
/// The same settings may stand in a configuration file and in the environment (`SettingKey`), and ``resolved()`` puts
/// the three together.
struct RunOptions: ParsableArguments {
  /// For the discussion of the command.
  static let discussion = """
    Every option can also stand in a configuration file (YAML, --config or GONGKAI_CONFIG), under its name with _ for -: \
    "jobs: 4", "limits: {zip_entries: 5000}"; and in the environment: GONGKAI_JOBS=4, GONGKAI_FAIL_ON=partial,checks. \
    What is said twice counts in this order: option, environment, file, default. --show-config prints what comes out.
    """

  @Argument(
    help: ArgumentHelp("Folders, each walked to its end, or files.", valueName: "input"))
  var inputs: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder of the output; made if it does not exist.", valueName: "folder"))
  var output: String?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp("Workers at a time (default: one a processor).", valueName: "n"))
  var jobs: String?

  @OptionGroup(title: "Which documents") var selection: Selection
  @OptionGroup(title: "What is done again") var renewal: Renewal
  @OptionGroup(title: "What is written and said") var messages: Messages
  @OptionGroup(title: "What a document may cost") var costs: Costs

  @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
  var config: String?

  @Flag(help: "Print the settings as a configuration file, with the origin of each, and end.")
  var showConfig = false

  struct Selection: ParsableArguments {
    @Option(help: ArgumentHelp("Only paths that match; may be repeated.", valueName: "pattern"))
    var include: [String] = []

    @Option(help: ArgumentHelp("No paths that match; may be repeated.", valueName: "pattern"))
    var exclude: [String] = []

    @Option(
      help: ArgumentHelp("A list of paths to take, - for standard input.", valueName: "file"))
    var filesFrom: String?

    @Flag(
      name: [.customShort("0"), .long], inversion: .prefixedNo,
      help: "The list separates paths by NUL instead of by line.")
    var null: Bool?

    @Option(
      help: ArgumentHelp(
        "Larger files fail with input_too_large; bytes, or with K, M or G (default: 256M).",
        valueName: "size"))
    var maxSize: String?

    @Option(
      help: ArgumentHelp("A CSV file with the columns path and url.", valueName: "file"))
    var manifest: String?

    @Option(
      help: ArgumentHelp(
        "Only the K-th of N parts of the inputs, 3/8; gongkai merge puts the outputs together.",
        valueName: "K/N"))
    var shard: String?
  }

  struct Renewal: ParsableArguments {
    @Flag(inversion: .prefixedNo, help: "Hash every file, even if its size and time are unchanged.")
    var checksum: Bool?

    @Flag(inversion: .prefixedNo, help: "Convert everything again.")
    var force: Bool?

    @Flag(inversion: .prefixedNo, help: "Try every failed document again.")
    var retryFailed: Bool?

    @Option(
      help: ArgumentHelp(
        "Nights on which a document with a transient failure is tried (default: 3).", valueName: "n"
      ))
    var attempts: String?

    @Flag(inversion: .prefixedNo, help: "Let a run that finds nothing empty the output.")
    var allowEmpty: Bool?

    @Option(
      help: ArgumentHelp(
        "Stop with 4 before publishing where more records would go with their files: a number, or percent (default: 10%, and "
          + "more than 5 or most).", valueName: "n"))
    var maxRemoved: String?

    @Flag(inversion: .prefixedNo, help: "Let any number of records go whose files are gone.")
    var allowRemoval: Bool?

    @Flag(inversion: .prefixedNo, help: "Wait for another run to end instead of leaving with 75.")
    var wait: Bool?

    @Flag(inversion: .prefixedNo, help: "Say what would be done, and do nothing.")
    var dryRun: Bool?
  }

  struct Messages: ParsableArguments {
    @Flag(
      inversion: .prefixedNo,
      help: "Write the records as CSV tables, too (default: where there are some).")
    var tables: Bool?

    @Flag(
      inversion: .prefixedNo,
      help: "CSV for Excel and WPS: a byte order mark, and ' before what they would run or round.")
    var csvBom: Bool?

    @Option(
      help: ArgumentHelp(
        "Which agencies there are, as CSV: id, and name or path; for tables and page.",
        valueName: "map"))
    var agencies: String?

    @Option(
      help: ArgumentHelp(
        "Where readers of the page find the inputs: a folder, absolute or as seen from the page; without it, where they lie on this machine.",
        valueName: "folder"))
    var originals: String?

    @Option(
      help: ArgumentHelp(
        "End with 4 after new-failure, partial, checks or removed; may be repeated.",
        valueName: "event"))
    var failOn: [String] = []

    @Option(
      help: ArgumentHelp("Write metrics for Prometheus' textfile collector.", valueName: "file"))
    var metricsFile: String?

    @Option(
      help: ArgumentHelp(
        "zh or en, for what the run says and for its mail (default: the locale's, and both in the mail).",
        valueName: "lang"))
    var lang: String?

    @Flag(help: "Errors only.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Also what is done with each document.")
    var verbose = false

    @Option(help: ArgumentHelp("text or json lines on standard error.", valueName: "format"))
    var logFormat: String?

    @Flag(
      inversion: .prefixedNo,
      help: "Color (default: on a terminal, unless NO_COLOR is set).")
    var color: Bool?
  }

  struct Costs: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "Seconds for one document at most (default: 120); by its size it has 20 and one for each MB.",
        valueName: "seconds"))
    var timeout: String?

    @Option(
      help: ArgumentHelp(
        "Seconds for all that run into that limit (default: 1800); then those known to wait for another night, and others have a "
          + "tenth.", valueName: "seconds"))
    var timeoutBudget: String?

    @Option(
      help: ArgumentHelp("Bytes of data of one worker (default: 512M).", valueName: "size"))
    var workerMemory: String?

    @Option(
      help: ArgumentHelp(
        "Documents after which a worker is replaced (default: 10000).", valueName: "n"))
    var workerDocuments: String?

    @Option(
      name: .customLong("limit"),
      help: ArgumentHelp("Any other limit, zip_entries=5000; may be repeated.", valueName: "name=n")
    )
    var limits: [String] = []
  }
}
