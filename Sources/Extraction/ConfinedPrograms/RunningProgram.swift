internal import CSys
internal import Glibc

/// A program that was started, in a session and group of its own, and what it has written so far.
struct RunningProgram: ~Copyable {
  /// Its id, also that of its group.
  let process: pid_t
  /// Becomes readable when it ends; -1 where the kernel has no such descriptor.
  private let end: Int32
  private var output: Stream
  private var messages: Stream

  /// Starts the program at `path`, which reads `input` as its standard input.
  ///
  /// - Parameters:
  ///   - variables: What its environment has besides PATH, each `NAME=value`.
  ///   - bounds: What it may do.
  ///   - outputLimit: How many bytes it may write.
  ///   - messageLimit: How many bytes it may write on standard error.
  /// - Throws: What the system says where it can't be started.
  init(
    _ path: String, _ arguments: [String], variables: [String], input: Int32,
    bounds: UnsafePointer<csys_bounds>, outputLimit: Int, messageLimit: Int
  ) throws(SystemError) {
    var started = csys_program()
    let arguments = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    let variables = unsafe variables.map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    let result = unsafe csys_start_program(
      &started, path, arguments, variables, input, Int32(Self.outputRoom), bounds)
    guard result == 0 else { throw SystemError(code: errno) }
    process = started.process
    end = started.end
    output = Stream(descriptor: started.output, limit: outputLimit)
    messages = Stream(descriptor: started.messages, limit: messageLimit)
  }

  /// What the system says.
  struct SystemError: Error {
    var code: Int32
  }

  deinit {
    for descriptor in [end, output.descriptor, messages.descriptor] where descriptor >= 0 {
      close(descriptor)
    }
  }

  enum Reading {
    /// The program has ended by itself.
    case ended
    case tooSlow
    /// It has written more than it may.
    case tooMuch
  }

  /// Reads what the program writes until it has ended.
  ///
  /// What another holds open when it has ended is not waited for.
  mutating func read(until deadline: Deadline) -> Reading {
    // Woken for each piece that it writes, we would take turns with it on one core. So while it writes as usual, we look
    // now and then at what has come, before its pipe is full.
    var waitsForOutput = false
    while true {
      let left = deadline.milliseconds
      guard left > 0 else { return .tooSlow }
      var news = [end, output.descriptor, messages.descriptor].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let count = unsafe poll(
        &news, waitsForOutput ? 3 : 1, waitsForOutput && end >= 0 ? left : min(left, Self.pause))
      let hasEnded = end < 0 ? csys_has_ended(process) != 0 : count > 0 && news[0].revents != 0
      let bytes = output.drain() + messages.drain()
      if output.isOverLimit || messages.isOverLimit { return .tooMuch }
      if hasEnded { return .ended }
      waitsForOutput = bytes == 0 || bytes > Self.outputRoom / 2
    }
  }

  /// Kills all of its group and waits for its end: what it wrote, and how it ended, as of `waitpid`.
  ///
  /// - Parameter beforeReaping: Called while its id still is its own.
  mutating func finish(
    _ beforeReaping: () -> Void
  ) -> (output: [UInt8], messages: [UInt8], status: Int32) {
    kill(-process, SIGKILL)
    beforeReaping()
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return (output.bytes, messages.bytes, status)
  }

  /// How much of its output may wait in the pipe.
  private static let outputRoom = 1 << 20
  /// Milliseconds in which no program fills that.
  private static let pause: Int32 = 8

  /// One of its two streams.
  private struct Stream {
    /// -1 when it is at its end.
    var descriptor: Int32
    let limit: Int
    var bytes: [UInt8] = []

    init(descriptor: Int32, limit: Int) {
      self.descriptor = descriptor
      self.limit = limit
    }

    var isOverLimit: Bool { bytes.count > limit }

    /// Reads what there is; how many bytes that was.
    mutating func drain() -> Int {
      let before = bytes.count
      while descriptor >= 0, !isOverLimit {
        let count = unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) {
          let count = unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
          if count > 0 { unsafe bytes.append(contentsOf: $0[..<count]) }
          return count
        }
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EAGAIN { break }
        if count <= 0 {
          close(descriptor)
          descriptor = -1
        }
      }
      return bytes.count - before
    }
  }
}
