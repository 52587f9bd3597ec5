import ArgumentParser
import Conversion
import Diagnostics
import DocumentModel
import InputFiles
import PlainWords

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "One original to its normalized plain text.",
    discussion:
      "One paragraph a line, one table row a line with TAB between columns. Issues go to standard error."
  )

  @Argument(help: ArgumentHelp("A file, or - for standard input.", valueName: "file"))
  var input: String

  @OptionGroup var language: LanguageOption

  @Option(name: [.short, .long], help: "Write here instead of to standard output.")
  var output: String?

  func run() async throws {
    try Input.requireThere(input)
    let input = Input.named(input)
    switch await extracted(input) {
    case .success(let document):
      for issue in document.issues {
        StandardError.say(issue.words)
      }
      try OutputSink(path: output).finishing { sink in
        try sink.write(Array(document.value.printed().utf8))
      }
    case .failure(let failure):
      var summary = FailureSummary()
      summary.add(failure, path: FileName.printed(input.path), extractor: nil)
      try summary.end()
    }
  }

  private func extracted(_ input: Input) async -> Result<
    Diagnosed<Document>, Failure
  > {
    do throws(Failure) {
      return .success(try await DocumentConverter().extract(try input.file()))
    } catch {
      return .failure(error)
    }
  }
}
