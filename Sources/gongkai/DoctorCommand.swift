import ArgumentParser
import ConfinedPrograms
import Foundation
import InputFiles
import PlainWords
import RunSettings

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Checks whether this machine can do a run, and says how to fix what is missing.",
    discussion: """
      One line a check: ok, warn (a run works, but worse or not for long) or FAIL. Changes nothing; a probe file in the \
      output folder is removed again. What is not given here is taken from the configuration file.

      Exit status: 0 nothing failed; 64 usage, also an output in the place of the input; 66 an input or the manifest can't be read; \
      69 a needed program is missing or doesn't work; 73 the output or metrics folder can't be used; 78 bad settings, or a state of a later version.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files and folders that a run would read; they are counted.", valueName: "input"))
  var inputs: [String] = []

  @Option(name: [.short, .long], help: "The output folder of the run; it need not exist.")
  var output: String?

  @Option(
    name: [.customShort("j"), .long],
    help: "Workers of the run (default: one a processor).")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: ArgumentHelp(
      "The configuration file of the run, whose converters are tried out.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("The manifest of the run.", valueName: "file"))
  var manifest: String?

  @Option(help: ArgumentHelp("Where the run writes its metrics.", valueName: "file"))
  var metricsFile: String?

  @Flag(help: "One JSON object instead of lines for a person.")
  var json = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard (1...1_024).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
  }

  func run() async throws {
    var findings = await ProgramChecks(searchPath: MachineChecks.environment("PATH")).findings()
    let settings = try settings()
    findings += await OptionalProgramChecks(
      searchPath: MachineChecks.environment("PATH"), converters: settings?.converters ?? []
    ).findings()
    findings.append(ConfinementCheck.finding())
    findings += MachineChecks.findings(jobs: jobs)
    let inputs = inputs.isEmpty ? settings?.inputs ?? [] : inputs
    let output = output ?? settings.flatMap { $0.output.isEmpty ? nil : $0.output }
    let (input, bytes) = InputCheck.finding(inputs, output: output)
    findings += input.map { [$0] } ?? []
    findings += output.map { outputFindings($0, for: inputs, bytes) } ?? []
    findings += FileChecks.findings(
      output: output, manifest: manifest ?? settings?.manifest,
      metrics: metricsFile ?? settings?.metricsFile)
    let status = Finding.exitStatus(of: findings)
    let text =
      json
      ? try Finding.json(findings, status: status) : Finding.lines(findings, in: language.value)
    try OutputSink(path: nil).finishing { try $0.write(Array(text.utf8)) }
    if let status { throw ExitCode(status.rawValue) }
  }

  /// Those of the configuration file.
  private func settings() throws -> RunSettings? {
    guard let config else { return nil }
    do throws(SettingsError) {
      return try RunOptions.resolved(file: config).settings
    } catch { throw ExitStatus.badConfiguration.exit("\(error)") }
  }

  private func outputFindings(
    _ output: String, for inputs: [String], _ inputBytes: Int
  ) -> [Finding] {
    if !inputs.isEmpty, case .success(let tree) = Result(catching: { try InputTree(inputs) }),
      let objection = OutputPlace.objection(to: output, for: tree)
    {
      return [
        .failure("output", .usage, ErrorWords.words(objection), fix: DoctorMessages.chooseOutput)
      ]
    }
    return OutputChecks(output).findings(inputBytes: inputBytes)
  }
}
