import Foundation
import Supervision
import TestSupport
import Testing

private func run(
  _ script: String, check: () throws -> Void = {}
) throws -> (end: Companion.End, messages: String) {
  try Companion.run(
    "/bin/bash", [Array("-c".utf8), Array(script.utf8)], environment: ["NAME=文"], check: check)
}

@Suite struct CompanionTests {
  @Test func itsStatusAndItsWordsComeBack() throws {
    let (end, messages) = try run("echo lost; echo \"$NAME\" >&2; exit 74")
    #expect(end == .exited(74))
    #expect(messages == "文\n")
  }

  @Test(.timeLimit(.minutes(2))) func whoSaysMoreThanAPipeHoldsStillEnds() throws {
    let (end, messages) = try run(
      "printf first >&2; head -c 1000000 /dev/zero | tr '\\0' x >&2; exit 3")
    #expect(end == .exited(3))
    #expect(messages == "first" + String(repeating: "x", count: 4_091))
  }

  @Test func itsDeathIsSaid() throws {
    #expect(try run("kill -9 $$").end == .killed(signal: 9))
  }

  @Test func whoStopsEndsItWithWhatItStarted() throws {
    struct Stop: Error {}
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "pid")
      #expect(throws: Stop.self) {
        _ = try run("sleep 271828 & echo $! > '\(file.path)'; wait") {
          if FileManager.default.fileExists(atPath: file.path) { throw Stop() }
        }
      }
      let number = try String(contentsOf: file, encoding: .utf8)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      let state = try BuiltProgram.shell("ps -o stat= -p \(number) | grep -v Z", in: folder)
      #expect(state.text == "")
    }
  }

  @Test func itsInputEndsWithUs() throws {
    // Nobody writes: whoever reads waits until this process is gone or closes its end.
    #expect(try run("read -t 0.2; [ $? -gt 128 ]").end == .exited(0))
  }

  @Test func aProgramThatIsNotThereIsAnError() {
    #expect(throws: SupervisionError.self) {
      _ = try Companion.run("/none/at/all", [], environment: []) {}
    }
  }
}
