import ConfinedPrograms
import Diagnostics
import DocumentModel
import Foundation
import Glibc
import Testing

@testable import PDFReading

/// A program that takes the place of `pdftotext` and does not do its work.
struct HostileProgram: Codable, Sendable, CustomTestStringConvertible {
  /// What stands at the program's path.
  enum Form: Codable, Sendable {
    case nothing
    case folder
    /// A file without the right to be run.
    case notExecutable
    case bytes([UInt8])
    case script(String)
  }

  var testDescription: String
  var form: Form
  /// Nil where the document is read all the same.
  var code: FailureCode.RawValue?
  /// The deadline of the document; 30 stands for one that is not met.
  var seconds = 30

  private static func script(
    _ name: String, _ script: String, _ code: FailureCode?
  ) -> HostileProgram {
    HostileProgram(
      testDescription: name, form: .script(script), code: code?.rawValue,
      seconds: code == .backendTimeout ? 1 : 30)
  }

  private static func form(_ name: String, _ form: Form) -> HostileProgram {
    HostileProgram(
      testDescription: name, form: form, code: FailureCode.backendMissing.rawValue)
  }

  static let all =
    missing + hanging + flooding + ending + leaving + answering + greedy

  private static let missing = [
    form("is not there", .nothing),
    form("is a folder", .folder),
    form("must not be run", .notExecutable),
    form("has an interpreter that is not there", .bytes(Array("#!/nowhere/sh\n".utf8))),
    form("is no program", .bytes([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0])),
  ]

  private static let hanging = [
    script("hangs", "exec sleep 600", .backendTimeout),
    script("hangs with its streams closed", "exec >&- 2>&- sleep 600", .backendTimeout),
    script("ignores signals", "trap '' TERM INT HUP; while :; do sleep 1; done", .backendTimeout),
    script("stops itself", "kill -STOP $$; exec sleep 600", .backendTimeout),
    script("drips", "while :; do printf a; sleep 0.2; done", .backendTimeout),
    script("drips messages", "while :; do echo a >&2; sleep 0.2; done", .backendTimeout),
    script("hangs as a child in its group", "sleep 600 & wait", .backendTimeout),
    script("hangs as a child in a session of its own", "setsid -w sleep 600", .backendTimeout),
    script(
      "hangs with 200 children",
      "i=0; while [ $i -lt 200 ]; do sleep 600 & i=$((i+1)); done; wait", .backendTimeout),
    script(
      "goes on starting sessions",
      "trap '' TERM; while :; do setsid sleep 600 & sleep 0.02; done", .backendTimeout),
  ]

  private static let flooding = [
    script("prints without end", "exec yes", .backendOutputLimit),
    script("prints zeros without end", "exec cat /dev/zero", .backendOutputLimit),
    script("prints messages without end", "exec yes >&2", .backendOutputLimit),
    script("prints without end through a pipe", "yes | cat", .backendOutputLimit),
    script("leaves a child that prints without end", "setsid yes & sleep 1", .backendOutputLimit),
  ]

  private static let ending =
    ["SEGV", "ABRT", "BUS", "FPE", "ILL", "KILL", "TERM", "SYS"].map {
      script("dies of SIG\($0)", "kill -\($0) $$; sleep 5", .backendCrashed)
    }
    + [
      (1, .pdfCorrupt), (2, .backendFailed), (3, .backendFailed), (42, .backendFailed),
      (99, .pdfNoPages), (126, .backendMissing), (127, .backendMissing), (255, .backendFailed),
    ].map { script("ends with \($0)", "exit \($0)", $1) }
    + [
      script(
        "asks for a password", "echo 'Command Line Error: Incorrect password' >&2; exit 1",
        .encrypted)
    ]

  private static let leaving = [
    script("leaves a child that holds its output", "sleep 600 & exit 0", .backendFailed),
    script("leaves a session that holds its output", "setsid sleep 600 & exit 0", .backendFailed),
    script(
      "leaves a grandchild that holds its output", "(setsid sh -c 'sleep 600 & sleep 600' &) &",
      .backendFailed),
    script(
      "leaves 200 sessions",
      "i=0; while [ $i -lt 200 ]; do setsid sleep 600 & i=$((i+1)); done; exit 5", .backendFailed),
    script(
      "leaves a session that ignores signals",
      "setsid sh -c \"trap '' TERM; while :; do sleep 1; done\" & exit 5", .backendFailed),
    script(
      "answers and leaves a session that holds its output",
      "printf '\(answer("字"))'; setsid sleep 600 & exit 0", nil),
    script(
      "answers and leaves a session that drips",
      "printf '\(answer("字"))'; setsid sh -c 'while sleep 0.5; do echo a; done' & exit 0", nil),
  ]

  private static let answering = [
    script("answers nothing", "exit 0", .backendFailed),
    script("answers half a page", "printf '\(answer("字").prefix(60))'", .backendFailed),
    script("answers without an end", "printf '\(answer("字").dropLast(9))'", .backendFailed),
    script("answers something else", "echo hello", .backendFailed),
    script("answers in no UTF-8", "printf '\(answer("\\377"))'", .textUndecodable),
    script(
      "answers in UTF-8 but for a surrogate", "printf '\(answer("字字字字\\355\\240\\200"))'", nil),
    script("answers in glyph numbers", "printf '\(answer("\\356\\200\\200"))'", .textUndecodable),
    script(
      "answers no pages", "printf '<body>\\n<doc>\\n</doc>\\n</body>\\n</html>\\n'", .pdfNoPages),
    script(
      "answers in letters of a dozen scripts", "printf '\(answer("ЍїҡӫԵֆؓظڂ۱ݠއ࠙ࡣ࣒जঋ"))'",
      .textUndecodable),
    script(
      "answers half a page for lack of memory",
      "echo 'Out of memory' >&2; printf '\(answer("字").prefix(60))'", .backendMemory),
    script("answers and complains", "echo 'Syntax Error' >&2; printf '\(answer("字"))'", nil),
  ]

  private static let greedy = [
    script("eats memory", "exec tail /dev/zero", .backendMemory),
    script(
      "dies for lack of memory", "echo 'terminate called: std::bad_alloc' >&2; kill -ABRT $$",
      .backendMemory),
    script("eats processor time", "while :; do :; done", .backendTimeout),
    script(
      "writes files", "dd if=/dev/zero of=\"$HOSTILE_FILE\" bs=1M count=64; exit 7",
      .backendFailed),
    script(
      "opens files", "ulimit -n 4096 && exit 7; exit 8", .backendFailed),
  ]

  /// What `pdftotext -bbox` prints of one page with one word, for `printf`.
  static func answer(_ word: String) -> String {
    "<body>\\n<doc>\\n  <page width=\"595.0\" height=\"842.0\">\\n    <word xMin=\"1.0\" yMin=\"1.0\""
      + " xMax=\"9.0\" yMax=\"9.0\">\(word)</word>\\n  </page>\\n</doc>\\n</body>\\n</html>\\n"
  }
}

extension HostileProgram {
  /// What came of reading a PDF with this program in the place of `pdftotext`.
  struct Result: Equatable {
    var code: FailureCode.RawValue?
    /// Whether it took no longer than the deadline and 2 s.
    var isInTime: Bool
    /// Processes still there that the program started.
    var left: [String]
    /// Bytes of the file that the program could write.
    var written: Int
  }

  /// Reads a PDF with the program; in a process of its own, so that what it leaves is no other test's.
  func result() async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "written")
    try place(at: folder.appending(path: "pdftotext"), file: file)
    var limits = Limits()
    limits.backendSeconds = seconds
    limits.backendOutputBytes = 1 << 20
    let reader = PDFReader(limits: limits, tools: PopplerTools(searchPath: folder.path))
    let start = ContinuousClock.now
    var code: FailureCode?
    do {
      _ = try await reader.read(SourceFile(name: "a.pdf", bytes: Array("%PDF-1.7".utf8)))
    } catch {
      code = error.code
    }
    let isInTime = ContinuousClock.now - start <= .seconds(seconds + 2)
    // On a busy machine a killed process takes a moment to be gone.
    var left = Self.processes(with: file.path)
    for _ in 0..<20 where !left.isEmpty {
      usleep(100_000)
      left = Self.processes(with: file.path)
    }
    let written = try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
    return Result(
      code: code?.rawValue, isInTime: isInTime, left: left, written: written ?? 0)
  }

  /// - Parameter file: What it may write; the name is inherited by all that it starts, and tells them from other processes.
  private func place(at program: URL, file: URL) throws {
    let bytes: [UInt8]
    switch form {
    case .nothing: return
    case .folder:
      return try FileManager.default.createDirectory(
        at: program, withIntermediateDirectories: false)
    case .notExecutable: bytes = Array("#!/bin/sh\n".utf8)
    case .bytes(let content): bytes = content
    case .script(let script):
      bytes = Array("#!/bin/sh\nexport HOSTILE_FILE='\(file.path)'\n\(script)\n".utf8)
    }
    try Data(bytes).write(to: program)
    let mode: Int = if case .notExecutable = form { 0o644 } else { 0o755 }
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: program.path)
  }

  /// The command lines of the other processes that have `mark` in their environment.
  private static func processes(with mark: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil && $0 != "\(getpid())" }.compactMap { name in
      guard let environment = try? Data(contentsOf: URL(filePath: "/proc/\(name)/environ")),
        environment.range(of: Data(mark.utf8)) != nil,
        let command = try? Data(contentsOf: URL(filePath: "/proc/\(name)/cmdline"))
      else { return nil }
      return String(decoding: command, as: UTF8.self)
    }
  }
}
