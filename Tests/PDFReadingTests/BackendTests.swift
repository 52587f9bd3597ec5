import ConfinedPrograms
import Diagnostics
import DocumentModel
import Foundation
import Glibc
import TestSupport
import Testing

@testable import PDFReading
@testable import PageLayout

/// What becomes of a pdftotext that does not do its work.
@Suite struct BackendTests {
  /// Each in a process of its own: only one that does nothing else may kill all that descends from it.
  @Test(arguments: HostileProgram.all)
  func aHostileProgramIsNamedInTimeAndLeavesNothing(program: HostileProgram) async {
    await #expect(processExitsWith: .success) { [program] in
      #expect(Strays.adopt())
      let result = try await program.result()
      #expect(
        result
          == HostileProgram.Result(code: program.code, isInTime: true, left: [], written: 0),
        "\(result)")
    }
  }

  @Test func aProcessWithOtherChildrenKillsOnlyTheGroupOfTheProgram() async {
    await #expect(processExitsWith: .success) {
      let other = Process()
      other.executableURL = URL(filePath: "/bin/sleep")
      other.arguments = ["600"]
      try other.run()
      let program = HostileProgram(
        testDescription: "leaves a child", form: .script("sleep 600 & exit 5"),
        code: FailureCode.backendFailed.rawValue)
      let result = try await program.result()
      #expect(
        result
          == HostileProgram.Result(code: program.code, isInTime: true, left: [], written: 0),
        "\(result)")
      #expect(other.isRunning)
      kill(other.processIdentifier, SIGKILL)
    }
  }

  /// Also shows that the search for what is left finds it.
  @Test func aProcessThatDoesNotAdoptCannotSeeASession() async {
    await #expect(processExitsWith: .success) {
      let program = HostileProgram(
        testDescription: "leaves a session", form: .script("setsid sleep 30 & sleep 0.5; exit 5"))
      let result = try await program.result()
      #expect(
        result
          == HostileProgram.Result(
            code: FailureCode.backendFailed.rawValue, isInTime: true, left: ["sleep\u{0}30\u{0}"],
            written: 0))
    }
  }

  @Test func drawingSharesTheTimeOfTheDocumentAndLeavesSome() async {
    await #expect(processExitsWith: .success) {
      let text = try #require(PopplerTools.installed.text.path)
      let folder = try Self.folder([
        "pdftotext": "sleep 1; exec \(text) \"$@\"", "pdftocairo": "exec sleep 600",
      ])
      defer { try? FileManager.default.removeItem(at: folder) }
      var limits = Limits()
      limits.backendSeconds = 6
      let reader = PDFReader(limits: limits, tools: PopplerTools(searchPath: folder.path))
      let start = ContinuousClock.now
      let result = try await reader.read(SourceFile(name: "a.pdf", bytes: Self.table.bytes))
      #expect(
        result.issues.map(\.code) == [.pdfDrawingFailed, .pdfColumnUncertain]
          && ContinuousClock.now - start < .seconds(6))
    }
  }

  @Test func whatDoesNotFitIntoThePipeIsReadWhole() async {
    await #expect(processExitsWith: .success) {
      let outcome = try await Self.run("head -c 5000000 /dev/zero; exit 3")
      #expect(outcome.output.count == 5_000_000 && outcome.status == .exited(3))
    }
  }

  @Test func aProgramHasPathAndItsOwnVariablesAndNoneOfOurs() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("GONGKAI_SECRET", "1", 1)
      let outcome = try await Self.run("env", variables: ["HOME=/nowhere", "GONGKAI_NEW=a=b"])
      let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
      #expect(lines.filter { $0.hasPrefix("HOME=") } == ["HOME=/nowhere"])
      #expect(lines.contains("GONGKAI_NEW=a=b") && lines.contains { $0.hasPrefix("PATH=") })
      #expect(!lines.contains { $0.hasPrefix("GONGKAI_SECRET") })
    }
  }

  @Test func aProgramThatWasReplacedSinceItWasFoundIsRun() async {
    await #expect(processExitsWith: .success) {
      let folder = try Self.folder(["tool": "exit 3", "new": "exit 4"])
      defer { try? FileManager.default.removeItem(at: folder) }
      let tool = ConfinedProgram("tool", of: "tools", searchPath: folder.path)
      let program = folder.appending(path: "tool").path
      for status: Int32 in [3, 4] {
        let outcome = try await tool.run(
          [], on: [], limits: Limits(), until: Deadline(after: 30))
        #expect(outcome.status == .exited(status))
        unsafe rename(folder.appending(path: "new").path, program)
      }
    }
  }

  @Test func aProgramReadsWhatItsLoaderIsTold() async {
    await #expect(processExitsWith: .success) {
      let folder = try Self.folder(["a": "甲", "b": "乙", "c": "丙"])
      defer { try? FileManager.default.removeItem(at: folder) }
      let sub = folder.appending(path: "lib").path
      try FileManager.default.createDirectory(atPath: sub, withIntermediateDirectories: false)
      unsafe rename(folder.appending(path: "a").path, sub + "/a")
      unsafe setenv("LD_LIBRARY_PATH", "/nowhere:\(sub)", 1)
      let outcome = try await Self.run("cat \(sub)/a; cat \(folder.path)/b; exit 0")
      let output = String(decoding: outcome.output, as: UTF8.self)
      #expect(output.contains("甲"))
      #expect(
        !output.contains("乙") || ProgramRefusals.inForce()?.contains(.files) == false, "\(output)")
    }
  }

  @Test func aProgramIsLimitedBeforeItRuns() async {
    await #expect(processExitsWith: .success) {
      var limits = Limits()
      limits.backendMemoryBytes = 512 << 20
      limits.backendSeconds = 20
      let outcome = try await Self.run(
        "ulimit -v; ulimit -t; ulimit -f; ulimit -n; ulimit -c; ulimit -d", limits: limits)
      #expect(
        String(decoding: outcome.output, as: UTF8.self) == "524288\n25\n0\n64\n0\nunlimited\n")
    }
  }

  @Test func aStoppedTaskEndsItsProgram() async {
    await #expect(processExitsWith: .success) {
      let start = ContinuousClock.now
      let task = Task { try await Self.run("exec sleep 600") }
      try await Task.sleep(for: .milliseconds(300))
      task.cancel()
      await #expect(throws: Failure.self) { try await task.value }
      #expect(ContinuousClock.now - start < .seconds(20))
    }
  }

  /// What comes of a tool that is this shell script.
  ///
  /// In a process of its own: a program that another test starts at the same time holds the script open for writing,
  /// and then it can't be run.
  private static func run(
    _ script: String, variables: [String] = [], limits: Limits = Limits()
  ) async throws -> ConfinedProgram.Outcome {
    let folder = try folder(["tool": script])
    defer { try? FileManager.default.removeItem(at: folder) }
    var tool = ConfinedProgram("tool", of: "tools", searchPath: folder.path)
    tool.variables = variables
    return try await tool.run(
      [], on: [], limits: limits, until: Deadline(after: limits.backendSeconds))
  }

  /// A new folder that holds these shell scripts under their names.
  private static func folder(_ scripts: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, script) in scripts {
      let program = folder.appending(path: name)
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    }
    return folder
  }

  /// A page that has to be drawn: there is no such rendering mode of text.
  private static var table: PDFWriter {
    PDFWriter { page, _ in
      page.paint("q BT 9 Tr ET Q")
      page.table(
        [["事项", "甲", "乙"], ["新收", "12", "0"], ["结转", "", "7"]], x: 80, top: 100,
        columns: [120, 60, 60])
    }
  }

  @Test(arguments: [
    "exit 1", "kill -SEGV $$", "yes", "echo '<svg '",
  ])
  func withoutADrawingTablesAreReadFromWordsAndFlagged(script: String) async throws {
    let folder = try Self.folder(["pdftocairo": script])
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try #require(PopplerTools.installed.text.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "pdftotext").path, withDestinationPath: text)
    var limits = Limits.patient
    limits.backendOutputBytes = 1 << 20
    let reader = PDFReader(limits: limits, tools: PopplerTools(searchPath: folder.path))
    let result = try await reader.read(SourceFile(name: "a.pdf", bytes: Self.table.bytes))
    #expect(result.issues.map(\.code) == [.pdfDrawingFailed, .pdfColumnUncertain])
  }

  @Test func hostileCoordinatesAreNoPlaces() throws {
    let words = ["nan", "-nan", "inf", "99999999999999999999.000000", "-1.500000", "2.250000"]
      .map {
        "    <word xMin=\"\($0)\" yMin=\"1.000000\" xMax=\"9.000000\" yMax=\"9.000000\">字&lt;</word>\n"
      }
    let listing = try #require(
      BoxListing(
        Array(
          "<body>\n<doc>\n  <page width=\"nan\" height=\"842.000000\">\n\(words.joined())  </page>\n</doc>\n</body>\n</html>\n"
            .utf8)))
    let page = try #require(listing.pages.first)
    #expect(
      page.words.map(\.box.left) == [-1.5, 2.25] && page.words.map(\.text) == ["字<", "字<"]
        && page.unplaced.count == 4 && page.width == 595)
  }
}
