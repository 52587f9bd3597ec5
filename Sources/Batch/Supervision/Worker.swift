internal import CSys
internal import Glibc

/// One worker process and the request that it works on.
///
/// Its descriptors don't block: the supervisor waits for all of them at once.
final class Worker {
  let process: pid_t
  private(set) var requests: Int32
  let answers: Int32
  let messages: Int32
  /// Requests it was given so far.
  private(set) var served = 0
  /// The job that it works on, by its number; nil while it is idle.
  private(set) var job: Int?
  private(set) var startedAt = 0.0
  private(set) var deadline = Double.infinity
  /// What the job may take, without what is spared for its answer.
  private(set) var seconds = 0
  /// Whether it could not be sent its request.
  private(set) var isUnreachable = false
  /// What is still to be sent of the request.
  private var unsent: ArraySlice<UInt8> = []
  private var answer: [UInt8] = []
  /// Bytes of the answer in which no line ends.
  private var scanned = 0
  /// Lines of an answer of several that are still to come; nil until its first line says so.
  private var awaited: Int?
  private let announcement: [UInt8]
  /// The end of what it said on standard error, to tell the cause of its death.
  private(set) var lastWords: [UInt8] = []

  init(
    _ program: WorkerProgram, _ confinement: WorkerConfinement?
  ) throws(SupervisionError) {
    announcement = program.announcement
    let input = try Self.pipe()
    let output = try Self.pipe()
    let errors = try Self.pipe()
    process = unsafe program.withCStrings([program.path] + program.arguments) { arguments in
      unsafe program.withCStrings(program.environment) { environment in
        unsafe confinement.withBounds { bounds in
          unsafe csys_start(
            program.path, arguments, environment, input.reading, output.writing, errors.writing,
            bounds)
        }
      }
    }
    let failed = errno
    for end in [input.reading, output.writing, errors.writing] { close(end) }
    requests = input.writing
    answers = output.reading
    messages = errors.reading
    guard process > 0 else {
      throw SupervisionError("\(program.path) cannot be started", code: failed)
    }
    for end in [requests, answers, messages] {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    closeRequests()
    close(answers)
    close(messages)
  }

  private static func pipe() throws(SupervisionError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe csys_pipe(&ends) == 0 else {
      throw SupervisionError("no pipe for a worker", code: errno)
    }
    return (ends[0], ends[1])
  }

  var hasUnsent: Bool { !unsent.isEmpty }

  /// Gives the worker its next request.
  func begin(_ job: Int, _ request: Supervisor.Request, now: Double, spareSeconds: Double) {
    self.job = job
    lastWords.removeAll()
    served += 1
    startedAt = now
    seconds = request.seconds
    deadline = now + Double(seconds) + spareSeconds
    answer.removeAll(keepingCapacity: answer.capacity <= 1 << 20)
    awaited = nil
    scanned = 0
    unsent = request.line[...]
    send()
  }

  /// Gives the next line of the answer `seconds` from now on.
  func extend(seconds: Int, spareSeconds: Double) {
    self.seconds = seconds
    deadline = MonotonicClock.now() + Double(seconds) + spareSeconds
  }

  /// Sends what the pipe takes.
  func send() {
    while !unsent.isEmpty {
      let count = unsafe unsent.withUnsafeBytes { unsafe write(requests, $0.baseAddress, $0.count) }
      if count > 0 {
        unsent = unsent.dropFirst(count)
      } else if count < 0, errno == EINTR {
        continue
      } else {
        if errno != EAGAIN { (unsent, isUnreachable) = ([], true) }
        return
      }
    }
  }

  enum Answer {
    case none
    /// A line, with its LF, that others follow; the first of them answers nothing yet.
    case part([UInt8], isFirst: Bool)
    /// The last line, with its LF.
    case line([UInt8])
    case tooLong
    /// The worker closed its end: it has ended or is about to.
    case end
  }

  /// Reads what there is of the answer.
  func receive(into buffer: inout [UInt8], limit: Int) -> Answer {
    while true {
      if let part = nextPart() { return part }
      let count = unsafe read(answers, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return .none }
      guard count > 0 else { return .end }
      answer += buffer[..<count]
      // What follows an answer that nobody asked for more than is no answer of this program.
      if answer.last == UInt8(ascii: "\n"), awaited == nil, !answer.starts(with: announcement) {
        return last(answer)
      }
      if let part = nextPart() { return part }
      if answer.count > limit { return .tooLong }
    }
  }

  private func last(_ line: [UInt8]) -> Answer {
    job = nil
    deadline = .infinity
    return .line(line)
  }

  /// The next line of an answer of several, if it is there.
  private func nextPart() -> Answer? {
    guard awaited != nil || answer.starts(with: announcement) else { return nil }
    guard let end = answer[scanned...].firstIndex(of: UInt8(ascii: "\n")) else {
      scanned = answer.count
      return nil
    }
    scanned = 0
    let line = Array(answer[...end])
    let digits = line.dropFirst(announcement.count).prefix { (0x30...0x39).contains($0) }
    let left = awaited.map { $0 - 1 } ?? Int(String(decoding: digits, as: UTF8.self)) ?? 0
    // What follows the last is part of it, and makes it none.
    guard left > 0 else { return last(answer) }
    let isFirst = awaited == nil
    awaited = left
    answer.removeFirst(line.count)
    return .part(line, isFirst: isFirst)
  }

  /// Keeps the end of what the worker says, for the log.
  func listen(into buffer: inout [UInt8]) {
    while case let count = unsafe read(messages, &buffer, buffer.count), count > 0 {
      lastWords += buffer[..<count]
      if lastWords.count > 8_192 { lastWords.removeFirst(lastWords.count - 4_096) }
    }
  }

  /// No more requests come: an idle worker ends by itself.
  func closeRequests() {
    if requests >= 0 { close(requests) }
    requests = -1
  }

  /// Ends it at once, with everything in its session's process group.
  func kill() {
    Glibc.kill(-process, SIGKILL)
    Glibc.kill(process, SIGKILL)
  }

  /// Waits for its end: how it ended, and what it used.
  ///
  /// One that does not end within `seconds` by itself is killed.
  func reap(within seconds: Double) -> (status: Int32, usage: rusage) {
    var status: Int32 = 0
    var usage = rusage()
    let end = MonotonicClock.now() + seconds
    while true {
      let isOver = MonotonicClock.now() >= end
      if isOver { kill() }
      let ended = unsafe wait4(process, &status, isOver ? 0 : WNOHANG, &usage)
      if ended == process || (ended < 0 && errno != EINTR) { return (status, usage) }
      usleep(1_000)
    }
  }
}
