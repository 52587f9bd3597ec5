import ArgumentParser
import Glibc
import InputFiles
import NightlyRun
import PlainWords
import RunReporting
import RunSettings
import Supervision

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Keeps a folder of records up to date with a tree of originals; made for the night.",
    discussion: """
      Converts what is new or changed, by worker processes that may die without harm, and leaves in the output folder \
      records.jsonl (sorted by path), failures.csv and, for each run, summary, changes and log. May be ended at any \
      moment: the next run goes on.

      Exit status: 0 every input was converted, unchanged or passed over; 1 the run broke, earlier output is \
      untouched; 3 finished, at least one document of the output has failed; 4 by --fail-on, or stopped by \
      --max-removed; 64 usage; 66 no input; 69 pdftotext or the C library's GB18030 is missing; 71 no process, thread \
      or open file is to be had; 73 and 74 the output cannot be written; 75 another run holds the lock; 78 bad \
      configuration, or a state of a later version; 130 and 143 interrupted.

      \(RunOptions.discussion)
      """)

  @OptionGroup var options: RunOptions

  func run() throws {
    let resolved = try options.resolved()
    if options.showConfig {
      return try OutputSink(path: nil).finishing { try $0.write(Array(resolved.yaml.utf8)) }
    }
    let settings = resolved.settings
    guard !settings.output.isEmpty else { throw ValidationError("--output is missing") }
    guard !settings.inputs.isEmpty || settings.filesFrom != nil else {
      throw ValidationError("No input is given.")
    }
    // Told now, not at the end of the night.
    if let agencies = settings.agencies { _ = try AgencyOption.map(agencies) }
    let language = settings.language ?? .ofProgram
    let result: NightlyRun.Result
    do throws(RunEnd) {
      result = try NightlyRun.run(
        settings, executable: Self.executable(), environment: Self.workerEnvironment(),
        console: Self.console(settings.console, language), lack: SystemProbe.lack())
    } catch {
      StandardError.say(error.message, in: language)
      throw ExitCode(error.status.rawValue)
    }
    if let message = result.message { StandardError.say(message, in: language) }
    if !result.text.isEmpty {
      try OutputSink(path: nil).finishing { try $0.write(result.text) }
    }
    throw ExitCode(result.status.rawValue)
  }

  /// This program's own file, also when it was found by `PATH`.
  private static func executable() -> String {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      guard let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress else { return 0 }
      return unsafe readlink("/proc/self/exe", start, buffer.count)
    }
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// What workers need of the environment: nothing that changes a record.
  private static func workerEnvironment() -> [String] {
    func value(_ name: String) -> String? {
      unsafe getenv(name).map { unsafe String(cString: $0) }
    }
    // A backtrace of a crashed worker takes minutes, and its supervisor knows what it needs to know.
    let own = [
      "PATH=\(value("PATH") ?? "/usr/local/bin:/usr/bin:/bin")", "SWIFT_BACKTRACE=enable=no",
    ]
    // Read by the sanitizer that a program under test is built with, and by nobody else.
    return own
      + ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"].compactMap { name in
        value(name).map { "\(name)=\($0)" }
      }
  }

  private static func console(
    _ settings: RunSettings.Console, _ language: Language
  ) -> RunConsole {
    let isTerminal = isatty(STDERR_FILENO) == 1
    let noColor = unsafe getenv("NO_COLOR").map { unsafe String(cString: $0) } ?? ""
    let hasColor = settings.color ?? (isTerminal && noColor.isEmpty)
    let speaks = settings.verbosity != .quiet && settings.format == .text
    return RunConsole(
      style: RunConsole.Style(
        hasBar: isTerminal && speaks, hasColor: hasColor, hasPlainProgress: !isTerminal && speaks,
        language: language),
      width: {
        var size = winsize()
        let isKnown = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0
        return isKnown ? Int(size.ws_col) : 0
      },
      now: { MonotonicClock.now() },
      write: { StandardError.write($0) })
  }
}
