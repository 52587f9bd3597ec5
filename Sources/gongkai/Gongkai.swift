import ArgumentParser
import ConsoleText
import Conversion
import Glibc
import InputFiles
import PlainWords
import RecordWriting

@main
enum Main {
  static func main() async {
    // A reader that goes away is a normal end: writing then fails with EPIPE and no signal.
    signal(SIGPIPE, SIG_IGN)
    // So is a limit of the size of files: it is then an error of writing.
    signal(SIGXFSZ, SIG_IGN)
    SystemProbe.requireStack()
    SystemProbe.announceEnd()
    let arguments = arguments()
    do {
      try CommandName.require(arguments)
      var command = try Gongkai.parseAsRoot(withLongVersion(arguments))
      if var command = command as? any AsyncParsableCommand {
        try SystemProbe.require()
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(error, arguments)
    }
  }

  /// `-V` as the parser knows it, of every command; behind `--` stand names of files.
  private static func withLongVersion(_ arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    return arguments[..<end].map { $0 == "-V" ? "--version" : $0 } + arguments[end...]
  }

  /// Says what there is to say of `error`, a wish for help included, and ends the program with its status.
  private static func exit(_ error: any Error, _ arguments: [String]) -> Never {
    let code = Gongkai.exitCode(for: error)
    // Help is text of ours.
    if code == .success {
      if Language.ofProgram == .chinese, Gongkai.fullMessage(for: error).hasPrefix("OVERVIEW: "),
        let help = ChineseHelp.text(for: arguments, dump: Gongkai._dumpHelp())
      {
        Swift.print(help, terminator: "")
        Glibc.exit(code.rawValue)
      }
      Gongkai.exit(withError: error)
    }
    var message = Gongkai.fullMessage(for: error)
    if Language.ofProgram == .chinese { message = ChineseHelp.error(message) }
    // The parser quotes arguments as they are, whole or one side of a `=`; its own lines stay lines.
    for argument in arguments.flatMap({ [$0] + $0.split(separator: "=").map(String.init) }) {
      let shown = TerminalText.line(FileName.printed(argument))
      if shown != argument { message = message.replacing(argument, with: shown) }
    }
    if !message.isEmpty { StandardError.write(Array((TerminalText.lines(message) + "\n").utf8)) }
    Glibc.exit(code.rawValue)
  }

  /// The arguments, names of files that are no UTF-8 included (`CommandLine.arguments` would repair them).
  private static func arguments() -> [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
      return unsafe FileName.carried(
        UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) })
    }
  }
}

struct Gongkai: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongkai",
    abstract: "Turns annual reports on government information disclosure into JSON Lines.",
    discussion: """
      Reads .docx, .doc, .pdf (through pdftotext), web pages (.html, .mht), plain text, and these in archives (.zip, .rar, .7z). Every document gives \
      exactly one line, a record or a failure with its code; a number that can't be read for certain is null with an issue. \
      -V is --version.
      """,
    version: "gongkai \(Version.tool), rules \(Version.rules)",
    subcommands: [
      RunCommand.self, MergeCommand.self, WorkerCommand.self, ConvertCommand.self,
      ExtractCommand.self,
      ParseCommand.self, TablesCommand.self, CheckCommand.self, ExplainCommand.self,
      DiffCommand.self,
      AuditCommand.self, PageCommand.self, SchemaCommand.self, DoctorCommand.self,
    ])

  /// Without a command nothing was done, which cron must not take for success.
  func run() async throws {
    throw ValidationError("A command is missing.")
  }
}
