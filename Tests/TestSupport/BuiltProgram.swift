package import Foundation

/// The program as built beside these tests, run for real.
package enum BuiltProgram {
  package struct Result: Equatable {
    package var status: Int32
    package var output: Data
    package var errors: String

    package init(status: Int32, output: Data, errors: String) {
      self.status = status
      self.output = output
      self.errors = errors
    }

    package var text: String { String(decoding: output, as: UTF8.self) }
  }

  package static let executable = URL(filePath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "gongkai")

  /// Runs `command` by bash, with `gongkai` standing for the program, in `folder`.
  package static func shell(
    _ command: String, in folder: URL, environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "gongkai() { '\(executable.path)' \"$@\"; }\n" + command]
    process.currentDirectoryURL = folder
    // In English, whatever the locale of the person who tests.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "C.UTF-8", "GONGKAI_LANG": "en"]) { $1 }.merging(environment) { $1 }
    let files = try ["out", "err"].map { name in
      let file = FileManager.default.temporaryDirectory.appending(
        path: "\(name)-\(UUID().uuidString)")
      try Data().write(to: file)
      return file
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try withNoSignalBlocked { try process.run() }
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try Data(contentsOf: files[0]),
      errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
  }
}

/// Runs `body` with every signal let through.
///
/// Tests run on threads of Dispatch, which block nearly all of them, and what a thread starts inherits its mask: SIGTERM
/// would never reach it.
private func withNoSignalBlocked(_ body: () throws -> Void) rethrows {
  var none = sigset_t()
  var before = sigset_t()
  unsafe sigemptyset(&none)
  unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
  try body()
}

/// Runs `body` in a folder of its own that is gone afterwards.
package func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "gongkai-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}
