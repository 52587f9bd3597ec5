import ArgumentParser
import Conversion
import RecordWriting
import ReportRecords

struct ParseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Plain text, as extract prints it, to a record.")

  @Argument(help: ArgumentHelp("A text file, or - for standard input.", valueName: "file"))
  var input: String

  @OptionGroup var language: LanguageOption

  @Option(name: [.short, .long], help: "Write here instead of to standard output.")
  var output: String?

  func run() async throws {
    try Input.requireThere(input)
    let record = await Input.named(input).record(as: .text)
    var writer = RecordWriter()
    let line = writer.line(record)
    try OutputSink(path: output).finishing { try $0.write(line) }
    var summary = FailureSummary()
    if let failure = record.failure {
      summary.add(
        failure, path: record.source.path, extractor: record.extraction.extractor)
    }
    try summary.end()
  }
}
