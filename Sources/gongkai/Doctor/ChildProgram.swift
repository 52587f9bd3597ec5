import Foundation
import Glibc
import PDFReading
import Subprocess
import SystemPackage

/// A small program that the doctor tries out.
struct ChildProgram {
  /// Absolute, or relative to the current folder.
  let path: String

  /// The program that the first folder of `searchPath` holds; nil where none does.
  init?(_ name: String, searchPath: String?) {
    guard let program = InstalledProgram(name, searchPath: searchPath) else { return nil }
    path = program.path
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
  ///
  /// - Parameter variables: What its environment has besides ours.
  func run(
    _ arguments: [String], input: [UInt8] = [], variables: [Environment.Key: String?] = [:]
  ) async -> Outcome {
    guard let files = Self.temporaryFiles(input) else {
      return .notStarted("no temporary file: \(unsafe String(cString: strerror(errno)))")
    }
    let descriptors = files.map { FileDescriptor(rawValue: $0.fileDescriptor) }
    do {
      return try await withThrowingTaskGroup(of: Outcome.self) { tasks in
        tasks.addTask { [path] in
          let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: .inherit.updating(variables), platformOptions: Self.options,
            input: .fileDescriptor(descriptors[0], closeAfterSpawningProcess: false),
            output: .fileDescriptor(descriptors[1], closeAfterSpawningProcess: false),
            error: .fileDescriptor(descriptors[2], closeAfterSpawningProcess: false))
          return switch result.terminationStatus {
          case .exited(let status):
            .ended(
              status: status, output: Self.text(of: files[1]), messages: Self.text(of: files[2]))
          case .signaled(let signal): .killed(signal: signal)
          }
        }
        tasks.addTask {
          try await Task.sleep(for: .seconds(Self.patience))
          return .tooSlow
        }
        defer { tasks.cancelAll() }
        return try await tasks.next() ?? .tooSlow
      }
    } catch {
      return .notStarted("\(error)")
    }
  }

  /// A group of its own, so that what it has started ends with it.
  private static var options: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    return options
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
