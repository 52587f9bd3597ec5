internal import CSys
internal import Diagnostics
internal import DocumentModel
internal import Glibc
internal import Subprocess
internal import SystemPackage

/// A program of poppler-utils, run on bytes that it reads from its standard input.
///
/// The child gets no file name: its input is a file in memory, which it may seek in and which cannot change under it.
/// It runs in a process group of its own, which is killed as a whole, under limits on time, memory, processor time
/// and output. No shell is involved.
struct PopplerTool: Sendable {
  /// What the child is asked to open.
  static let input = "/dev/stdin"

  /// `pdftotext`.
  var name: String
  /// Nil where no folder of `PATH` holds the program.
  var path: String?

  /// The program that the first folder of `searchPath` (colon-separated, as in `PATH`) holds.
  init(_ name: String, searchPath: String) {
    self.name = name
    path = searchPath.split(separator: ":").lazy
      .map { "\($0)/\(name)" }
      .first { unsafe access($0, X_OK) == 0 && !Self.isFolder($0) }
  }

  /// What the child wrote on its two streams, and how it ended.
  struct Outcome: Sendable {
    var output: [UInt8]
    /// Its messages, the first 64 KiB of them, invalid UTF-8 repaired.
    var messages: String
    var status: TerminationStatus
  }

  /// Runs the program with `arguments` on `bytes`.
  ///
  /// How the child ended is not judged here, but a child that met a limit of ours is a failure.
  func run(
    _ arguments: [String], on bytes: [UInt8], limits: Limits
  ) async throws(Failure) -> Outcome {
    guard let path else {
      throw Failure(.backendMissing, "\(name) is not in PATH; install poppler-utils")
    }
    do {
      return try await withThrowingTaskGroup(of: Outcome?.self) { tasks in
        tasks.addTask { try await Self.child(path, arguments, on: bytes, limits: limits) }
        tasks.addTask {
          try await Task.sleep(for: .seconds(limits.backendSeconds))
          return nil
        }
        defer { tasks.cancelAll() }
        guard case .some(.some(let outcome)) = try await tasks.next() else {
          throw Failure(.backendTimeout, "\(name) took longer than \(limits.backendSeconds) s")
        }
        return outcome
      }
    } catch {
      throw failure(for: error, limits: limits)
    }
  }

  private static func child(
    _ path: String, _ arguments: [String], on bytes: [UInt8], limits: Limits
  ) async throws -> Outcome {
    let file = unsafe bytes.withUnsafeBytes { unsafe csys_memory_file($0.baseAddress, $0.count) }
    guard file >= 0 else {
      throw Failure(.backendMemory, "no memory for a copy of the file (error \(errno))")
    }
    var options = PlatformOptions()
    // Without these two, what the child starts survives it.
    options.processGroupID = 0
    options.teardownSequence = [
      .send(
        signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    let space = UInt64(max(0, limits.backendMemoryBytes))
    let seconds = UInt64(max(0, limits.backendSeconds)) + 5
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), platformOptions: options,
      input: .fileDescriptor(FileDescriptor(rawValue: file), closeAfterSpawningProcess: true),
      output: .bytes(limit: limits.backendOutputBytes), error: .bytes(limit: messageBytes)
    ) { execution in
      // The child runs already, but has read nothing large yet. It may also be gone: then there is nothing to limit.
      _ = csys_limit_process(execution.processIdentifier.value, space, seconds)
    }
    return Outcome(
      output: result.standardOutput,
      messages: String(decoding: result.standardError.prefix(keptMessageBytes), as: UTF8.self),
      status: result.terminationStatus)
  }

  private func failure(for error: any Error, limits: Limits) -> Failure {
    switch error {
    case let failure as Failure: failure
    case let error as SubprocessError where error.code == .outputLimitExceeded:
      Failure(
        .backendOutputLimit,
        "\(name) wrote more than \(limits.backendOutputBytes) bytes, or more than \(Self.messageBytes) of messages"
      )
    case let error as SubprocessError where error.code == .executableNotFound:
      Failure(.backendMissing, "\(name) is not in PATH; install poppler-utils")
    case is CancellationError: Failure(.backendTimeout, "\(name) was stopped")
    default: Failure(.backendFailed, "\(name) could not be run: \(error)")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// One real PDF makes poppler write 256 MB of messages: read on for a while, then give up.
  private static let messageBytes = 16 << 20
  private static let keptMessageBytes = 64 << 10
}
