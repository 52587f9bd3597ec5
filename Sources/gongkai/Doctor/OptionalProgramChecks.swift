import ConfinedPrograms
import Diagnostics
import DocumentModel
import OfficeReading
import PlainWords

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
    let loss = DoctorMessages.noOffice
    guard let program = InstalledProgram(name, searchPath: searchPath) else {
      return .warning(
        name, DoctorMessages.with(DoctorMessages.notInPath, loss: loss),
        fix: Words(same: "apt-get install \(OfficeProgram.package)"))
    }
    var limits = Limits()
    limits.backendSeconds = ProgramTrial.patience
    let reader = OfficeReader(.rtf, limits: limits, scratch: nil, searchPath: searchPath)
    let sample = SourceFile(name: "a.rtf", bytes: Array("{\\rtf1 gongkai}".utf8))
    let reason: Words
    do throws(Failure) {
      if try await reader.read(sample).value.printed().contains("gongkai") {
        return .ok(name, DoctorMessages.readsRTF(program.path))
      }
      reason = DoctorMessages.isWrong
    } catch {
      reason = ErrorWords.words(error.message)
    }
    return .warning(
      name, DoctorMessages.with(DoctorMessages.readsNoRTF(program.path, reason), loss: loss),
      fix: Words(same: "apt-get install --reinstall \(OfficeProgram.package)"))
  }

  private func finding(of converter: SiteConverter) async -> Finding {
    let name = "converter"
    let loss = DoctorMessages.noFiles(named: converter.when)
    guard let command = converter.command.first,
      let program = ProgramTrial(command, searchPath: searchPath, readable: converter.reads)
    else {
      return .warning(
        name, DoctorMessages.with(DoctorMessages.converterMissing(converter.name), loss: loss),
        fix: DoctorMessages.correctConverter)
    }
    // What it does without a file is its own affair, as long as it does something.
    switch await program.run([]) {
    case .ended(let status, _, _) where status != 126 && status != 127:
      return .ok(
        name,
        DoctorMessages.converts(
          converter.when, to: converter.output.rawValue, by: program.path))
    case .ended(let status, _, let messages):
      let reason = messages.split(separator: "\n").first.map { " (\(CleanText.line(String($0))))" }
      let fault = DoctorMessages.doesNotRun(program.path, status: status, reason ?? "")
      return .warning(
        name, DoctorMessages.with(fault, loss: loss), fix: DoctorMessages.runByHandAlone)
    case .killed(let signal):
      return .warning(
        name,
        DoctorMessages.with(DoctorMessages.crashes(program.path, signal: signal), loss: loss),
        fix: DoctorMessages.runByHand)
    case .tooSlow:
      return .warning(
        name, DoctorMessages.notDone(program.path, seconds: ProgramTrial.patience),
        fix: DoctorMessages.runByHandWaiting)
    case .notStarted(let reason):
      return .warning(
        name,
        DoctorMessages.with(
          DoctorMessages.notStarted(program.path, ErrorWords.words(reason)),
          loss: loss),
        fix: DoctorMessages.runByHand)
    }
  }
}
