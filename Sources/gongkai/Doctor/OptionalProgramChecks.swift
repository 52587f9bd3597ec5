import ConfinedPrograms
import Diagnostics
import DocumentModel
import OfficeReading

/// Whether the programs work without which only some files can't be read.
struct OptionalProgramChecks {
  /// As in `PATH`; nil where that isn't set.
  let searchPath: String?
  /// Those that the settings name.
  var converters: [SiteConverter] = []

  func findings() async -> [Finding] {
    var findings = [await officeFinding()]
    for converter in converters { findings.append(await finding(of: converter)) }
    return findings
  }

  private func officeFinding() async -> Finding {
    let name = "soffice"
    let loss = "rtf, odt, Word 95 and the like can't be read"
    guard let program = InstalledProgram(name, searchPath: searchPath) else {
      return .warning(
        name, "not in PATH; \(loss)", fix: "apt-get install \(OfficeProgram.package)")
    }
    var limits = Limits()
    limits.backendSeconds = ProgramTrial.patience
    let reader = OfficeReader(.rtf, limits: limits, scratch: nil, searchPath: searchPath)
    let sample = SourceFile(name: "a.rtf", bytes: Array("{\\rtf1 gongkai}".utf8))
    do throws(Failure) {
      guard try await reader.read(sample).value.printed().contains("gongkai") else {
        throw Failure(.backendFailed, "what it reads comes out wrong")
      }
      return .ok(name, "reads an RTF file, \(program.path)")
    } catch {
      return .warning(
        name, "\(program.path) reads no RTF file (\(error.message)); \(loss)",
        fix: "apt-get install --reinstall \(OfficeProgram.package)")
    }
  }

  private func finding(of converter: SiteConverter) async -> Finding {
    let name = "converter"
    let loss = "files named \(converter.when) can't be read"
    guard let command = converter.command.first,
      let program = ProgramTrial(command, searchPath: searchPath, readable: converter.reads)
    else {
      return .warning(
        name, "\(converter.name) is not there; \(loss)",
        fix: "install it, or correct its entry in the setting converters")
    }
    // What it does without a file is its own affair, as long as it does something.
    switch await program.run([]) {
    case .ended(let status, _, _) where status != 126 && status != 127:
      return .ok(name, "\(converter.when) to \(converter.output.rawValue) by \(program.path)")
    case .ended(let status, _, let messages):
      let reason = messages.split(separator: "\n").first.map { " (\(CleanText.line(String($0))))" }
      return .warning(
        name, "\(program.path) does not run: it ended with \(status)\(reason ?? ""); \(loss)",
        fix: "run it by hand; one that is no script for a shell can start no other program")
    case .killed(let signal):
      return .warning(
        name, "\(program.path) crashes (signal \(signal)); \(loss)", fix: "run it by hand")
    case .tooSlow:
      return .warning(
        name, "\(program.path) was not done without a file after \(ProgramTrial.patience) s",
        fix: "run it by hand: it may wait for something that it isn't given")
    case .notStarted(let reason):
      return .warning(
        name, "\(program.path) can't be started: \(reason); \(loss)", fix: "run it by hand")
    }
  }
}
