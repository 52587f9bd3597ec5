internal import CSys
internal import Glibc

/// A process of this program that does one thing for a run, apart from it: what it holds in memory ends with it.
///
/// It ends, too, when this process does, if it calls ``WorkerProcess/endWithInput()``.
package enum Companion {
  /// How it ended.
  package enum End: Hashable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// Runs `program` to its end.
  ///
  /// - Parameters:
  ///   - arguments: As bytes, for names that are no UTF-8; the first is the name of the command.
  ///   - check: Called many times a second; where it throws, the process is ended first.
  /// - Returns: How it ended, and the first 4 KiB of what it wrote to standard error.
  package static func run(
    _ program: String, _ arguments: [[UInt8]], environment: [String], check: () throws -> Void
  ) throws -> (end: End, messages: String) {
    let pipes = try [pipe(), pipe()]
    let (input, messages) = (pipes[0], pipes[1])
    defer { for end in [input[1], messages[0]] { close(end) } }
    let nothing = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
    let child = unsafe withCStrings([Array(program.utf8)] + arguments) { arguments in
      unsafe withCStrings(environment.map { Array($0.utf8) }) { environment in
        unsafe csys_start(program, arguments, environment, input[0], nothing, messages[1], nil)
      }
    }
    let reason = errno
    for end in [input[0], messages[1], nothing] { close(end) }
    guard child > 0 else { throw SupervisionError("\(program) can't be started", code: reason) }
    var text: [UInt8] = []
    let end = try wait(for: child) {
      drain(messages[0], into: &text)
      try check()
    }
    drain(messages[0], into: &text)
    return (end, String(decoding: text, as: UTF8.self))
  }

  /// Takes what is waiting in a pipe, so that whoever writes into it never waits, and keeps the beginning of all.
  private static func drain(_ descriptor: Int32, into text: inout [UInt8]) {
    var buffer = [UInt8](repeating: 0, count: mostText)
    while true {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&ready, 1, 0) > 0 else { return }
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return }
      text += buffer.prefix(min(count, mostText - text.count))
    }
  }

  /// Bytes of messages that are worth keeping.
  private static let mostText = 4_096

  private static func wait(for child: pid_t, _ check: () throws -> Void) throws -> End {
    while true {
      var status: Int32 = 0
      let ended = unsafe waitpid(child, &status, WNOHANG)
      if ended == child {
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
      }
      guard ended == 0 || errno == EINTR else {
        throw SupervisionError("process \(child) is gone", code: errno)
      }
      do { try check() } catch {
        // It leads a session of its own.
        kill(-child, SIGKILL)
        waitpid(child, nil, 0)
        throw error
      }
      MonotonicClock.sleep(0.02)
    }
  }

  private static func pipe() throws -> [Int32] {
    var ends: [Int32] = [-1, -1]
    guard unsafe csys_pipe(&ends) == 0 else {
      throw SupervisionError("there is no pipe", code: errno)
    }
    return ends
  }

  /// `strings` as C wants them, with the NULL at their end.
  private static func withCStrings<Result>(
    _ strings: [[UInt8]], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = unsafe strings.map { string in
      unsafe strdup(string.map { CChar(bitPattern: $0) } + [0])
    }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe (copies + [nil]).withUnsafeBufferPointer { pointers in
      // Never empty: it ends with the NULL.
      guard let start = pointers.baseAddress else { return unsafe body([nil]) }
      return unsafe body(start)
    }
  }
}
