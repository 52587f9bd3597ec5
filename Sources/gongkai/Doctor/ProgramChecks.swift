import ConfinedPrograms
import PlainWords

/// Whether the programs of poppler-utils are there, work, and are new enough.
struct ProgramChecks {
  /// As in `PATH`; nil where that isn't set.
  let searchPath: String?

  private static let installation = Words(same: "apt-get install poppler-utils poppler-data")
  /// The first build of Debian 12 with all fixes known for what `pdftotext` runs through.
  private static let fixedBuild = "22.12.0-2+deb12u3"

  func findings() async -> [Finding] {
    var findings = [await textFinding()]
    if case .ok = findings[0].state { findings.append(await charactersFinding()) }
    findings += [await drawingFinding(), await buildFinding(), await archiveFinding()]
    return findings
  }

  private func textFinding() async -> Finding {
    guard let program = ProgramTrial("pdftotext", searchPath: searchPath) else {
      return .failure(
        "pdftotext", .programMissing,
        DoctorMessages.with(DoctorMessages.notInPath, loss: DoctorMessages.noPDF),
        fix: Self.installation)
    }
    guard let version = await version(of: program) else {
      return .failure(
        "pdftotext", .programMissing, DoctorMessages.noVersion(program.path),
        fix: DoctorMessages.reinstall("poppler-utils", orTakeOut: program.path))
    }
    return .ok("pdftotext", Words(same: "\(version), \(program.path)"))
  }

  private func charactersFinding() async -> Finding {
    let name = "poppler-data"
    guard let program = ProgramTrial("pdftotext", searchPath: searchPath) else {
      return .failure(
        name, .programMissing, DoctorMessages.programGone, fix: Self.installation)
    }
    switch await program.run(["-enc", "UTF-8", "/dev/stdin", "-"], input: SamplePDF.bytes) {
    case .ended(0, let output, _) where output.contains(SamplePDF.text):
      return .ok(name, DoctorMessages.chineseIsRight)
    case .ended(_, _, let messages) where messages.contains("Missing language pack"):
      return .failure(
        name, .programMissing, DoctorMessages.chineseTablesMissing,
        fix: Words(same: "apt-get install poppler-data"))
    case .ended(let status, _, _):
      return .failure(
        name, .programMissing, DoctorMessages.chineseIsWrong(program.path, status: status),
        fix: Self.installation)
    case let outcome:
      return .failure(
        name, .programMissing, Self.words(outcome, of: program.path),
        fix: DoctorMessages.reinstall("poppler-utils", orTakeOut: program.path))
    }
  }

  private func drawingFinding() async -> Finding {
    let name = "pdftocairo"
    let loss = DoctorMessages.columnsUncertain
    guard let program = ProgramTrial(name, searchPath: searchPath) else {
      return .warning(
        name, DoctorMessages.with(DoctorMessages.notInPath, loss: loss),
        fix: Words(same: "apt-get install poppler-utils"))
    }
    guard let version = await version(of: program) else {
      return .warning(
        name, DoctorMessages.with(DoctorMessages.noVersion(program.path), loss: loss),
        fix: Words(same: "apt-get install --reinstall poppler-utils"))
    }
    // As it is run for reading: without the system's fonts, whose cache it may else try to write.
    switch await program.run(
      ["-svg", "/dev/stdin", "-"], input: SamplePDF.bytes,
      variables: ["FONTCONFIG_SYSROOT=/dev/null"])
    {
    case .ended(0, let output, _) where output.contains("<svg"):
      return .ok(name, Words(same: "\(version), \(program.path)"))
    case let outcome:
      return .warning(
        name, DoctorMessages.with(Self.words(outcome, of: program.path), loss: loss),
        fix: Words(same: "apt-get install --reinstall poppler-utils"))
    }
  }

  private func archiveFinding() async -> Finding {
    let name = "bsdtar"
    guard let program = ProgramTrial(name, searchPath: searchPath) else {
      return .warning(
        name, DoctorMessages.with(DoctorMessages.notInPath, loss: DoctorMessages.noArchives),
        fix: Words(same: "apt-get install libarchive-tools"))
    }
    // `bsdtar 3.6.2 - libarchive 3.6.2 …`.
    guard case .ended(0, let output, _) = await program.run(["--version"]),
      output.hasPrefix("bsdtar "), let version = output.split(separator: " ").dropFirst().first
    else {
      return .warning(
        name,
        DoctorMessages.with(
          DoctorMessages.noVersion(program.path), loss: DoctorMessages.archivesMayFail),
        fix: Words(same: "apt-get install --reinstall libarchive-tools"))
    }
    return .ok(name, Words(same: "\(version), \(program.path)"))
  }

  /// Whether Debian's fixes are in.
  private func buildFinding() async -> Finding {
    let name = "poppler-build"
    let own = ["/usr/bin/pdftotext", "/bin/pdftotext"]
    if let path = ProgramTrial("pdftotext", searchPath: searchPath)?.path, !own.contains(path) {
      return .ok(name, DoctorMessages.otherMaker)
    }
    guard
      let query = ProgramTrial(
        "dpkg-query", searchPath: searchPath, readable: ["/etc/dpkg", "/var/lib/dpkg"]),
      let compare = ProgramTrial(
        "dpkg", searchPath: searchPath, readable: ["/etc/dpkg", "/var/lib/dpkg"]),
      case .ended(0, let build, _) = await query.run(["-W", "-f=${Version}", "poppler-utils"]),
      !build.isEmpty
    else { return .ok(name, DoctorMessages.noDebianPackage) }
    guard
      case .ended(0, _, _) = await compare.run(["--compare-versions", build, "ge", Self.fixedBuild])
    else {
      return .warning(
        name, DoctorMessages.oldBuild(build, fixed: Self.fixedBuild),
        fix: Words(same: "apt-get update && apt-get install --only-upgrade poppler-utils"))
    }
    return .ok(name, Words(same: build))
  }

  /// `22.12.0` of `pdftotext version 22.12.0`.
  private func version(of program: ProgramTrial) async -> String? {
    guard case .ended(0, let output, let messages) = await program.run(["-v"]) else { return nil }
    let words = (messages + output).split(whereSeparator: \.isWhitespace)
    guard let place = words.firstIndex(of: "version") else { return nil }
    return words[(place + 1)...].first.map(String.init)
  }

  private static func words(_ outcome: ProgramTrial.Outcome, of program: String) -> Words {
    switch outcome {
    case .ended(let status, _, _): DoctorMessages.noAnswer(program, status: status)
    case .killed(let signal): DoctorMessages.crashes(program, signal: signal)
    case .tooSlow: DoctorMessages.tooSlow(program, seconds: ProgramTrial.patience)
    case .notStarted(let reason): DoctorMessages.notStarted(program, ErrorWords.words(reason))
    }
  }
}
