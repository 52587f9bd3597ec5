internal import ConsoleText
internal import Diagnostics
internal import DocumentModel
internal import DurableFiles
internal import InputFiles
internal import Logging
internal import PlainWords
package import RunReporting
package import RunSettings
internal import RunState
internal import Supervision

/// A folder of originals to `records.jsonl`: only what changed, whatever happens on the way.
///
/// Everything that counts is in the state before it is in the output, and on disk before it counts; so a run can be
/// ended at any moment, and the next one goes on.
package final class NightlyRun {
  /// What a run leaves with.
  package struct Result {
    package var status: RunEnd.Status
    /// For standard output: the summary, or the plan of a dry run.
    package var text: [UInt8] = []
    /// For standard error; nil where `text` says all.
    package var message: String?
  }

  let settings: RunSettings
  let executable: String
  let environment: [String]
  let console: RunConsole
  let signals: SignalPipe
  let startedAt = WallTime.now()
  let start = MonotonicClock.now()

  private init(
    _ settings: RunSettings, executable: String, environment: [String], console: RunConsole
  ) throws(RunEnd) {
    self.settings = settings
    self.executable = executable
    self.environment = environment
    self.console = console
    do { signals = try SignalPipe() } catch { throw RunEnd(error) }
  }

  /// Runs to the end, whatever end that is.
  ///
  /// - Parameters:
  ///   - executable: This program: its `worker` command does the work.
  ///   - environment: Of the workers, `NAME=VALUE`.
  ///   - lack: What this process lacks, in a sentence, without which its workers would all end.
  package static func run(
    _ settings: RunSettings, executable: String, environment: [String], console: RunConsole,
    lack: String? = nil
  ) throws(RunEnd) -> Result {
    try NightlyRun(
      settings, executable: executable, environment: environment, console: console
    ).result(lack)
  }

  private func result(_ lack: String?) -> Result {
    var report: Report?
    do {
      if let lack { throw RunEnd(.systemLacks, lack) }
      try requireOpenFiles()
      let tree = try inputTree()
      if settings.dryRun { return try dryRun(tree) }
      let output = try lockedOutput()
      let tonight = try Report(output, at: startedAt)
      report = tonight
      let (id, folder) = (tonight.id, tonight.folder)
      let file = LogTarget.file(try folder.create("log.jsonl"))
      defer { console.clear() }
      let log = logger(file)
      // The state is closed again when the night is over; damage to it may show at any moment of that.
      func night() throws -> Result {
        try Night(self, tree, output, id: id, folder: folder, log: log, logFile: file).result()
      }
      do {
        return try night()
      } catch let damage as StateError where damage.isDamage {
        log.warning("It is set aside, and everything is converted again: \(damage)")
        try State.setAside(in: output.state, as: id)
        return try night()
      }
    } catch {
      console.clear()
      let end = RunEnd(error)
      tell(end, report)
      return Result(status: end.status, message: end.message)
    }
  }

  // MARK: What it needs

  /// Three pipes for each worker, and what the state and the output have open, with some to spare.
  private func requireOpenFiles() throws {
    let wanted = 40 + 4 * settings.jobs
    guard let files = SystemLimit.raiseOpenFiles(to: wanted) else { return }
    throw RunEnd(
      .systemLacks,
      "a run with \(settings.jobs) workers needs \(wanted) open files, and a process may have \(files); "
        + "\(SystemLimit.openFilesCure), or fewer --jobs")
  }

  private func inputTree() throws -> InputTree {
    var options = InputTree.Options()
    options.include = settings.include
    options.exclude = settings.exclude
    options.filesFrom = settings.filesFrom
    options.separator = settings.filesFromIsNulSeparated ? .nul : .newline
    options.maxSize = settings.limits.inputBytes
    options.notEntered = [settings.output]
    let tree: InputTree
    do throws(NoInput) { tree = try InputTree(settings.inputs, options) } catch {
      throw RunEnd(.noInput, "\(FileName.printed(error.path)): \(error.reason)")
    }
    if let objection = OutputPlace.objection(to: settings.output, for: tree) {
      throw RunEnd(.usage, "\(objection): \(OutputPlace.cure)")
    }
    if settings.shard != nil, OutputPlace.isAmongInputs(settings.output, of: tree) {
      throw RunEnd(
        .usage,
        "\(FileName.printed(settings.output)) lies among the inputs, where other shards would take it for some; give --output "
          + "a folder outside of them")
    }
    return tree
  }

  /// The output folder with its lock, waited for if the settings say so.
  func lockedOutput() throws -> OutputDirectory {
    let note = "process \(OutputDirectory.processID()), since \(startedAt.iso8601)"
    var isSaid = false
    while true {
      do {
        return try OutputDirectory(settings.output, note: note)
      } catch let held as FileLock.Held {
        let holder = held.holder.isEmpty ? "another run" : "another run (\(held.holder))"
        guard settings.wait else {
          throw RunEnd(
            .locked, "\(FileName.printed(settings.output)) is in use by \(holder)")
        }
        if !isSaid { say(RunMessages.waiting(for: ErrorWords.words(holder))) }
        isSaid = true
        MonotonicClock.sleep(0.2)
        try checkSignals()
      }
    }
  }

  func say(_ words: Words) {
    console.say("gongkai: \(TerminalText.line(console.style.language.text(words)))")
  }

  func checkSignals() throws {
    if let number = signals.received() { throw RunEnd.signal(number) }
  }

  /// Logs to standard error as the settings say, and everything to `file`.
  private func logger(_ log: LogFile) -> Logger {
    let level: Logger.Level =
      switch settings.console.verbosity {
      case .quiet: .error
      case .normal: .warning
      case .verbose: .debug
      }
    let format: RunLog.ConsoleFormat = settings.console.format == .json ? .json : .text
    return Logger(label: "gongkai") { [console] _ in
      RunLog(
        console: console, consoleLevel: level, format: format, file: log,
        wallClock: { WallTime.now() })
    }
  }
}
