internal import CSys
internal import Diagnostics
internal import DocumentModel
internal import Glibc
internal import Subprocess
internal import Synchronization
internal import SystemPackage

/// A program of poppler-utils, run on bytes that it reads from its standard input.
///
/// The child gets no file name: its input is a file in memory, which it may seek in and which cannot change under it.
/// It runs in a process group of its own, which is killed as a whole however the child ends, under limits on time,
/// memory, processor time, files and output. No shell is involved.
struct PopplerTool: Sendable {
  /// What the child is asked to open.
  static let input = "/dev/stdin"

  /// `pdftotext`.
  var name: String
  /// Nil where no folder of `PATH` holds the program.
  var path: String?
  /// Bytes of a file that the child may write; its output goes to a pipe and isn't meant.
  var fileBytes: Int
  /// What its environment has besides ours.
  var variables: [Environment.Key: String?] = [:]

  /// The program that the first folder of `searchPath` (as in `PATH`) holds.
  init(_ name: String, searchPath: String?, fileBytes: Int = 0) {
    self.name = name
    self.fileBytes = fileBytes
    path = InstalledProgram(name, searchPath: searchPath)?.path
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
    _ arguments: [String], on bytes: [UInt8], limits: Limits, until deadline: Deadline
  ) async throws(Failure) -> Outcome {
    guard let path else {
      throw Failure(.backendMissing, "\(name) is not in PATH; install poppler-utils")
    }
    guard !deadline.hasPassed else { throw timeout(deadline) }
    defer { Strays.end() }
    do {
      return try await withThrowingTaskGroup(of: Outcome?.self) { tasks in
        tasks.addTask { try await child(path, arguments, on: bytes, limits: limits) }
        tasks.addTask {
          try await Task.sleep(until: deadline.instant, clock: .suspending)
          return nil
        }
        defer { tasks.cancelAll() }
        guard case .some(.some(let outcome)) = try await tasks.next() else {
          throw timeout(deadline)
        }
        return outcome
      }
    } catch {
      throw failure(for: error, limits: limits)
    }
  }

  private func child(
    _ path: String, _ arguments: [String], on bytes: [UInt8], limits: Limits
  ) async throws -> Outcome {
    let file = unsafe bytes.withUnsafeBytes { unsafe csys_memory_file($0.baseAddress, $0.count) }
    guard file >= 0 else {
      throw Failure(.backendMemory, "no memory for a copy of the file (error \(errno))")
    }
    let group = Mutex<pid_t?>(nil)
    defer {
      // What the child left behind in its group: a number stays taken as long as a group bears it.
      if let group = group.withLock(\.self) { kill(-group, SIGKILL) }
    }
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments),
      environment: .inherit.updating(variables), platformOptions: Self.options,
      input: .fileDescriptor(FileDescriptor(rawValue: file), closeAfterSpawningProcess: true),
      output: .bytes(limit: limits.backendOutputBytes),
      error: .bytes(limit: limits.backendMessageBytes)
    ) { execution in
      let child = execution.processIdentifier.value
      group.withLock { $0 = child }
      limit(child, limits)
    }
    return Outcome(
      output: result.standardOutput,
      messages: String(decoding: result.standardError.prefix(Self.keptMessageBytes), as: UTF8.self),
      status: result.terminationStatus)
  }

  /// A group of its own, killed as a whole and at once: what writes to nothing but a pipe has nothing to tidy up.
  private static var options: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    return options
  }

  /// Bounds the running `child`, which has read nothing yet that could harm.
  ///
  /// It may also be gone: then there is nothing to limit.
  private func limit(_ child: pid_t, _ limits: Limits) {
    _ = csys_limit_process(
      child, UInt64(max(0, limits.backendMemoryBytes)),
      UInt64(min(max(0, limits.backendSeconds), 30 * 86_400)) + 5, UInt64(max(0, fileBytes)),
      Self.openFiles)
  }

  private func timeout(_ deadline: Deadline) -> Failure {
    Failure(
      .backendTimeout,
      "\(name) was not done \(deadline.seconds) s after the document was begun, the limit backend_seconds"
    )
  }

  private func failure(for error: any Error, limits: Limits) -> Failure {
    switch error {
    case let failure as Failure: return failure
    case is CancellationError: return Failure(.backendTimeout, "\(name) was stopped")
    case let error as SubprocessError where error.code == .outputLimitExceeded:
      return Failure(
        .backendOutputLimit,
        "\(name) wrote \(limits.over(.backendOutputBytes)), or messages of \(limits.over(.backendMessageBytes))"
      )
    case let error as SubprocessError where error.code == .executableNotFound:
      return Failure(.backendMissing, "\(name) cannot be run; install poppler-utils")
    case let error as SubprocessError where error.code == .spawnFailed:
      return switch error.underlyingError {
      case Errno.noMemory, Errno.resourceTemporarilyUnavailable, Errno.tooManyOpenFiles,
        Errno.tooManyOpenFilesInSystem:
        Failure(.backendMemory, "the system has no room to start \(name)")
      case Errno.execFormatError, Errno.permissionDenied:
        Failure(.backendMissing, "\(name) cannot be run; install poppler-utils")
      default: Failure(.backendFailed, "\(name) could not be started: \(error)")
      }
    default: return Failure(.backendFailed, "\(name) could not be run: \(error)")
    }
  }

  private static let keptMessageBytes = 64 << 10
  /// Fonts, tables of poppler-data and libraries are opened one after the other: 16 are enough for any PDF seen.
  private static let openFiles: UInt64 = 64
}
