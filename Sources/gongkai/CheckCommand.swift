import ArgumentParser
import Comparison
import Diagnostics
import DraftChecking
import InputFiles
import PDFReading
import PagePictures
import PlainWords
import RecordReading

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "What readers will find in a report, for those who write it. 公布前检查。",
    discussion: """
      For each report, on one screen: identities that fail, with the change of one cell that makes them hold; figures of the \
      text that differ from the tables; cells without a number; rows and parts of the prescribed form that are missing, named \
      otherwise or of another edition; title, agency, date and contacts as they are read. With --previous also what last \
      year's report carries over and this one has not. Nothing is changed, and what is no error is for the author to judge.

      Exit status: 0 no error was found; 1 errors were found; 3 a document cannot be read; 64 usage; 66 no such file; \
      69 pdftotext or pdftoppm is missing; 73 and 74 the output cannot be written.
      """)

  @Argument(
    help: ArgumentHelp(
      "Drafts in any format that is read, - for standard input, or files of records.",
      valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "The report of the same agency on the year before, an original or a file of one record.",
      valueName: "last-year"))
  var previous: String?

  @Option(help: "zh for Chinese, en for English.")
  var lang: Language = .chinese

  @Flag(help: "One line of JSON a report instead of text, in both languages.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Also write a page for a browser here, with the cells framed on pictures of the pages of a PDF.",
      valueName: "file"))
  var html: String?

  func validate() throws {
    guard previous == nil || files.count == 1 else {
      throw ValidationError("--previous goes with one file: it is last year's report of that one.")
    }
  }

  func run() async throws {
    // Before anything is written.
    for file in files where file != "-" { _ = try RecordFile(file).open() }
    let older = try await previous.asyncMap { try await ReportInput($0).facts() }
    var summary = FailureSummary()
    var hasErrors = false
    var page = DraftHTML(in: lang)
    let sink = try OutputSink(path: nil)
    var isFirst = true
    for file in files {
      try await ReportInput(file).forEachRecord { record, failure, pdf in
        if let failure {
          summary.add(
            failure, path: record.documentPath,
            extractor: record["extraction"]?["extractor"]?.string)
        }
        let check = DraftCheck(record, previous: older)
        hasErrors = hasErrors || check.hasErrors
        let blank = isFirst ? "" : "\n"
        isFirst = false
        try sink.write(json ? check.json() : Array((blank + check.text(in: lang)).utf8))
        if html != nil { page.add(check, pages: try await Self.pictures(of: check, in: pdf)) }
      }
    }
    if let html {
      try OutputSink(path: html).finishing { try $0.write(page.bytes()) }
    }
    try summary.end()
    if hasErrors { throw ExitCode(ExitStatus.errorsFound.rawValue) }
  }

  /// Without a picture of a page that cannot be painted, which is said.
  private static func pictures(of check: DraftCheck, in pdf: [UInt8]?) async throws -> [DraftPage] {
    guard let pdf else { return [] }
    var pages: [DraftPage] = []
    for number in check.pages {
      do throws(Failure) {
        let picture = try await PagePainter().picture(ofPage: number, in: pdf)
        guard let png = picture.png() else {
          throw Failure(.backendMemory, "no memory for the picture of page \(number)")
        }
        pages.append(
          DraftPage(
            number: number, png: png, width: Double(picture.width) / picture.scale,
            height: Double(picture.height) / picture.scale))
      } catch {
        guard error.code != .backendMissing else {
          throw ExitStatus.programMissing.exit(error.message)
        }
        StandardError.say(error, path: check.path)
      }
    }
    return pages
  }
}

extension Optional {
  fileprivate func asyncMap<Result>(
    _ body: (Wrapped) async throws -> Result
  ) async rethrows -> Result? {
    if let self { try await body(self) } else { nil }
  }
}
