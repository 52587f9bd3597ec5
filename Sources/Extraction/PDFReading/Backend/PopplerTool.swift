internal import CSys
internal import Diagnostics
internal import DocumentModel
internal import Glibc
internal import Synchronization

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
  /// What its environment has besides ours, each `NAME=value`.
  var variables: [String]

  /// The program that the first folder of `searchPath` (as in `PATH`) holds.
  init(_ name: String, searchPath: String?, fileBytes: Int = 0) {
    self.name = name
    self.fileBytes = fileBytes
    // A tool starts with an empty heap and takes it page by page, which is a good part of what it costs. It gets it in
    // large pages, where the kernel has them; a C library that doesn't know the name passes over it.
    variables =
      unsafe getenv("GLIBC_TUNABLES") == nil
      ? ["GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.top_pad=8388608"] : []
    path = InstalledProgram(name, searchPath: searchPath)?.path
  }

  /// What the child wrote on its two streams, and how it ended.
  struct Outcome: Sendable {
    var output: [UInt8]
    /// Its messages, the first 64 KiB of them, invalid UTF-8 repaired.
    var messages: String
    var status: Status

    /// How a program ended.
    enum Status: Hashable, Sendable {
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
  func run(
    _ arguments: [String], on bytes: [UInt8], limits: Limits, until deadline: Deadline
  ) async throws(Failure) -> Outcome {
    guard let path else {
      throw Failure(.backendMissing, "\(name) is not in PATH; install poppler-utils")
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
      program = try RunningProgram(
        path, arguments, variables: variables, input: file,
        outputLimit: limits.backendOutputBytes, messageLimit: limits.backendMessageBytes)
    } catch {
      throw failure(for: error)
    }
    limit(program.process, limits)
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

  private func failure(for error: RunningProgram.SystemError) -> Failure {
    switch error.code {
    case ENOENT, EACCES, ENOTDIR, ENOEXEC:
      Failure(.backendMissing, "\(name) cannot be run; install poppler-utils")
    case ENOMEM, EAGAIN, EMFILE, ENFILE:
      Failure(.backendMemory, "the system has no room to start \(name)")
    default:
      Failure(.backendFailed, "\(name) could not be started (error \(error.code))")
    }
  }

  private static let keptMessageBytes = 64 << 10
  /// Fonts, tables of poppler-data and libraries are opened one after the other: 16 are enough for any PDF seen.
  private static let openFiles: UInt64 = 64
}
