import Foundation
import Glibc

/// A small program that the doctor tries out.
struct ChildProgram {
  /// Absolute, or relative to the current folder.
  let path: String

  /// The program that the first folder of `searchPath`, as in `PATH`, holds.
  init?(_ name: String, searchPath: String) {
    let found = searchPath.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { path in
      var status = stat()
      return unsafe access(path, X_OK) == 0 && stat(path, &status) == 0
        && status.st_mode & S_IFMT == S_IFREG
    }
    guard let found else { return nil }
    path = found
  }

  enum Outcome {
    /// The first 64 KiB of what it wrote.
    case ended(status: Int32, output: String, messages: String)
    case killed(signal: Int32)
    /// It was ended by us.
    case tooSlow
    case notStarted(String)
  }

  /// Seconds that a program has.
  static let patience = 30.0
  private static let outputLimit = 64 << 10

  /// Runs the program, which reads `input`, and ends it when its time is over.
  func run(_ arguments: [String], input: [UInt8] = []) -> Outcome {
    guard let files = Self.temporaryFiles(input) else {
      return .notStarted("no temporary file: \(unsafe String(cString: strerror(errno)))")
    }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = files[0]
    process.standardOutput = files[1]
    process.standardError = files[2]
    do { try process.run() } catch { return .notStarted(error.localizedDescription) }
    guard Self.wait(for: process) else {
      // With what it has started itself, where it leads a group.
      let child = process.processIdentifier
      if getpgid(child) == child { kill(-child, SIGKILL) }
      kill(child, SIGKILL)
      process.waitUntilExit()
      return .tooSlow
    }
    guard process.terminationReason == .exit else {
      return .killed(signal: process.terminationStatus)
    }
    return .ended(
      status: process.terminationStatus, output: Self.text(of: files[1]),
      messages: Self.text(of: files[2]))
  }

  /// Whether `process` ends in time.
  private static func wait(for process: Process) -> Bool {
    let end = ContinuousClock.now + .seconds(patience)
    while process.isRunning {
      if ContinuousClock.now > end { return false }
      usleep(10_000)
    }
    return true
  }

  /// Three files without names: the input, and two to write to.
  ///
  /// Files and not pipes: a child's child that holds them open can't keep us waiting.
  private static func temporaryFiles(_ input: [UInt8]) -> [FileHandle]? {
    var files: [FileHandle] = []
    for bytes in [input, [], []] {
      var name = Array("\(MachineChecks.temporaryFolder)/gongkai-doctor-XXXXXX".utf8CString)
      let descriptor = unsafe mkstemp(&name)
      guard descriptor >= 0 else { return nil }
      files.append(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
      unsafe unlink(name)
      guard unsafe pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { return nil }
    }
    return files
  }

  private static func text(of file: FileHandle) -> String {
    var buffer = [UInt8](repeating: 0, count: outputLimit)
    let count = unsafe pread(file.fileDescriptor, &buffer, buffer.count, 0)
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }
}
