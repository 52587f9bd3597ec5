internal import CSys
package import Diagnostics
package import DocumentModel
internal import Glibc
internal import Synchronization

/// A program of another package that reads a document for us, run on bytes that it gets as its standard input.
///
/// The child gets no file name: its input is a file in memory, which it may seek in and which cannot change under it.
/// It runs in a process group of its own, which is killed as a whole however the child ends, under limits on time,
/// memory, processor time, files and output, and confined to its work. No shell is involved.
package struct ConfinedProgram: Sendable {
  /// What the child is asked to open.
  package static let input = "/dev/stdin"

  /// `pdftotext`.
  package let name: String
  /// Nil where no folder of `PATH` holds the program.
  package let path: String?
  private let fileBytes: Int
  let package: String
  /// Whether it may write files.
  let mayWrite: Bool
  /// What its environment has besides PATH, each `NAME=value`.
  package var variables: [String]
  /// What it may do of all else; nil where there is no program.
  private let confinement: ProgramConfinement?

  /// The program that the first folder of `searchPath` (as in `PATH`) holds; one whose name has a slash lies where that says.
  ///
  /// - Parameters:
  ///   - package: The package that has it, for messages.
  ///   - fileBytes: Bytes of a file that it may write; its output goes to a pipe and isn't meant.
  ///   - readable: Files and folders that it needs besides those of the system.
  ///   - scratch: A folder in which it may write.
  package init(
    _ name: String, of package: String, searchPath: String?, fileBytes: Int = 0,
    readable: [String] = [], scratch: String? = nil
  ) {
    mayWrite = scratch != nil
    self.name = name.split(separator: "/").last.map(String.init) ?? name
    self.package = package
    self.fileBytes = fileBytes
    // A tool starts with an empty heap and takes it page by page, which is a good part of what it costs. It gets it in
    // large pages, where the kernel has them; a C library that doesn't know the name passes over it.
    variables = ["GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.top_pad=8388608"]
    path = InstalledProgram(name, searchPath: searchPath)?.path
    confinement = path.map { ProgramConfinement($0, readable: readable, scratch: scratch) }
  }

  /// What the child wrote on its two streams, and how it ended.
  package struct Outcome: Sendable {
    package let output: [UInt8]
    /// Its messages, the first 64 KiB of them, invalid UTF-8 repaired.
    package let messages: String
    package let status: Status

    package init(output: [UInt8], messages: String, status: Status) {
      self.output = output
      self.messages = messages
      self.status = status
    }

    /// How a program ended.
    package enum Status: Hashable, Sendable {
      case exited(Int32)
      case signaled(Int32)

      /// Of a status as `waitpid` gives it for a process that has ended.
      init(waited status: Int32) {
        let signal = status & 0x7F
        self = signal == 0 ? .exited(status >> 8 & 0xFF) : .signaled(signal)
      }
    }
  }

  /// Runs the program with `arguments` on `bytes`.
  ///
  /// How the child ended is not judged here, but a child that met a limit of ours is a failure.
  package func run(
    _ arguments: [String], on bytes: [UInt8], limits: Limits, until deadline: Deadline
  ) async throws(Failure) -> Outcome {
    guard let path, let confinement else {
      throw Failure(.backendMissing, "\(name) is not in PATH; install \(package)")
    }
    guard !deadline.hasPassed else { throw timeout(deadline) }
    defer { Strays.end() }
    let file = unsafe bytes.withUnsafeBytes { unsafe csys_memory_file($0.baseAddress, $0.count) }
    guard file >= 0 else {
      throw Failure(.backendMemory, "no memory for a copy of the file (error \(errno))")
    }
    var program: RunningProgram
    do throws(RunningProgram.SystemError) {
      defer { close(file) }
      program = try start(path, arguments, confinement, input: file, limits)
    } catch {
      throw failure(for: error)
    }
    return try await outcome(of: &program, limits: limits, until: deadline)
  }

  /// Waits for the end of `program`.
  ///
  /// On this thread and not on one that waits for all programs: a processor is free for the program only as long as
  /// we do nothing, and to hand what it wrote from thread to thread costs more than to read it.
  private func outcome(
    of program: inout RunningProgram, limits: Limits, until deadline: Deadline
  ) async throws(Failure) -> Outcome {
    // A number that is no longer its own must not be killed.
    let group = Mutex<pid_t?>(program.process)
    let (reading, end) = await withTaskCancellationHandler {
      let reading = program.read(until: deadline)
      let end = program.finish { group.withLock { $0 = nil } }
      return (reading, end)
    } onCancel: {
      group.withLock { group in
        if let group { kill(-group, SIGKILL) }
      }
    }
    if Task.isCancelled { throw Failure(.backendTimeout, "\(name) was stopped") }
    switch reading {
    case .ended: break
    case .tooSlow: throw timeout(deadline)
    case .tooMuch:
      throw Failure(
        .backendOutputLimit,
        "\(name) wrote \(limits.over(.backendOutputBytes)), or messages of \(limits.over(.backendMessageBytes))"
      )
    }
    return Outcome(
      output: end.output,
      messages: String(decoding: end.messages.prefix(Self.keptMessageBytes), as: UTF8.self),
      status: Outcome.Status(waited: end.status))
  }

  private func start(
    _ path: String, _ arguments: [String], _ confinement: ProgramConfinement, input: Int32,
    _ limits: Limits
  ) throws(RunningProgram.SystemError) -> RunningProgram {
    func start() throws(RunningProgram.SystemError) -> RunningProgram {
      unsafe try confinement.withBounds(
        memory: limits.backendMemoryBytes,
        seconds: min(max(0, limits.backendSeconds), 30 * 86_400) + 5, fileBytes: fileBytes
      ) { (bounds) throws(RunningProgram.SystemError) in
        unsafe try RunningProgram(
          path, arguments, variables: variables, input: input, bounds: bounds,
          outputLimit: limits.backendOutputBytes, messageLimit: limits.backendMessageBytes)
      }
    }
    do throws(RunningProgram.SystemError) { return try start() } catch {
      guard error.code == EACCES else { throw error }
      confinement.renew()
      return try start()
    }
  }

  private func timeout(_ deadline: Deadline) -> Failure {
    Failure(
      .backendTimeout,
      "\(name) was not done \(deadline.seconds) s after the document was begun, the limit backend_seconds"
    )
  }

  private func failure(for error: RunningProgram.SystemError) -> Failure {
    switch error.code {
    case ENOENT, EACCES, ENOTDIR, ENOEXEC:
      Failure(.backendMissing, "\(name) cannot be run; install \(package)")
    case ENOMEM, EAGAIN, EMFILE, ENFILE:
      Failure(.backendMemory, "the system has no room to start \(name)")
    default:
      Failure(.backendFailed, "\(name) could not be started (error \(error.code))")
    }
  }

  private static let keptMessageBytes = 64 << 10
}
