import ArgumentParser
import Comparison

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Two reports against each other, usually two years of one agency.",
    discussion: """
      Each of two inputs is an original or a file of one record (.jsonl, .json); with --agency and --years, the one input is \
      a file of records. Says which cells and figures differ, whether what a year carries over arrives in the next (X1: \
      四、结转下年度继续办理; X2: 现行有效件数; X3: 上一年项目数量), and how much of the newer prose is the older one's: \
      letters in runs of 8 that both share, any number being like any other. Two inputs are always compared; where their \
      agencies or years do not go together, that is said as a warning.

      Exit status: 0 compared, whether or not they differ; 3 an input cannot be converted or is no report; 64 usage; 66 no \
      such input or record; 69 pdftotext is missing; 74 the output cannot be written.
      """)

  @Argument(
    help: ArgumentHelp(
      "The older report and the newer one, or a file of records.", valueName: "input"))
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "The agency in a file of records: its name as printed, its agency_id, or its id or name in the map.",
      valueName: "name"))
  var agency: String?

  @OptionGroup var agencies: AgencyOption

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The older year and the newer one: --years 2022 2023.", valueName: "year"))
  var years: [Int] = []

  @Flag(help: "One JSON object instead of text.")
  var json = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if agency == nil, years.isEmpty {
      guard inputs.count == 2, agencies.agencies == nil else {
        throw ValidationError("Takes two inputs, or one file of records with --agency and --years.")
      }
    } else {
      guard inputs.count == 1, agency != nil, Set(years).count == 2, years.count == 2 else {
        throw ValidationError("--agency and two --years go together, with one file of records.")
      }
    }
  }

  func run() async throws {
    let reports: [ReportFacts]
    if let agency {
      reports = try await RecordFile(inputs[0]).reports(
        of: agency, in: years, map: agencies.map())
    } else {
      reports = [
        try await ReportInput(inputs[0]).facts(), try await ReportInput(inputs[1]).facts(),
      ]
    }
    let comparison = ReportComparison(
      older: reports[0], newer: reports[1], isOneAgency: agency != nil)
    let bytes = json ? comparison.json() : Array(comparison.text(in: language.value).utf8)
    try OutputSink(path: nil).finishing { try $0.write(bytes) }
  }
}
