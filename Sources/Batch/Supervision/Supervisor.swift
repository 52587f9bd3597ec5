internal import CSys
internal import Glibc

/// Keeps workers busy and lives through whatever happens to them.
///
/// One loop on one thread waits for all of them at once; nothing here depends on the time of day.
package final class Supervisor {
  /// What became of a job.
  package enum Outcome: Sendable {
    /// The worker's answer, a line with its LF.
    case answer([UInt8])
    /// The worker was lost, and the one that tried again too.
    case lost(WorkerLoss)
  }

  /// What all workers of a run have cost.
  package struct Costs: Hashable, Sendable {
    package var cpuSeconds = 0.0
    /// Largest resident memory of any worker.
    package var peakBytes = 0
    package var workersLost = 0
    package var retries = 0
  }

  package private(set) var costs = Costs()
  private let program: WorkerProgram
  private let confinement: WorkerConfinement?
  private let width: Int
  private var workers: [Worker] = []
  /// Jobs that wait for a second worker, and those that had one.
  private var again: [Int] = []
  private var retried: Set<Int> = []
  private var buffer = [UInt8](repeating: 0, count: 256 << 10)

  /// - Parameter width: Workers at a time.
  package init(_ program: WorkerProgram, width: Int) {
    self.program = program
    confinement = WorkerConfinement(program)
    self.width = max(1, width)
    Orphans.adopt()
    // A worker that is gone shows as an error of writing to it.
    signal(SIGPIPE, SIG_IGN)
  }

  deinit { endAll() }

  /// Works until there is no job left, or until `tick` says to stop.
  ///
  /// When stopped, documents under way have `graceSeconds` to end; what has not ended then is killed and not finished.
  package func run(_ work: Work, graceSeconds: Double = 2) throws {
    var isStopping = false
    var stopBy = Double.infinity
    while true {
      if !isStopping, try !work.tick() {
        isStopping = true
        stopBy = MonotonicClock.now() + graceSeconds
      }
      if !isStopping { try assign(work) }
      let busy = workers.filter { $0.job != nil }
      if busy.isEmpty { break }
      let now = MonotonicClock.now()
      if now >= stopBy { break }
      let deadline = busy.map(\.deadline).min() ?? now
      for worker in wait(until: min(deadline, stopBy, now + Self.tickSeconds)) {
        try attend(to: worker, work)
      }
    }
    endAll()
  }

  // MARK: Jobs

  private func assign(_ work: Work) throws {
    while let worker = try idleWorker() {
      if let job = again.popLast() {
        begin(job, work.request(job), worker)
      } else if let (job, request) = try work.next() {
        begin(job, request, worker)
      } else {
        return
      }
    }
  }

  private func begin(_ job: Int, _ request: Request, _ worker: Worker) {
    // A second more than the worker gives itself: then its own answer says what took so long.
    worker.begin(job, request, now: MonotonicClock.now(), spareSeconds: 1)
  }

  /// A worker without a job; nil where all that may be are busy.
  ///
  /// A document that is tried again always gets a fresh worker.
  private func idleWorker() throws(SupervisionError) -> Worker? {
    for worker in workers where worker.job == nil && isWornOut(worker) { retire(worker) }
    if let idle = workers.first(where: { $0.job == nil }) { return idle }
    guard workers.count < width else { return nil }
    let worker = try Worker(program, confinement)
    workers.append(worker)
    return worker
  }

  private func isWornOut(_ worker: Worker) -> Bool {
    worker.served >= program.documents || (!again.isEmpty && worker.served > 0)
  }

  // MARK: Events

  /// Waits for something to happen; the workers that it happened to, or whose time is over.
  private func wait(until time: Double) -> [Worker] {
    var events: [pollfd] = []
    for worker in workers {
      events.append(pollfd(fd: worker.answers, events: Int16(POLLIN), revents: 0))
      events.append(pollfd(fd: worker.messages, events: Int16(POLLIN), revents: 0))
      // A negative descriptor is passed over.
      let unsent = worker.hasUnsent ? worker.requests : -1
      events.append(pollfd(fd: unsent, events: Int16(POLLOUT), revents: 0))
    }
    let milliseconds = max(0, min(10_000, (time - MonotonicClock.now()) * 1_000))
    _ = unsafe poll(&events, nfds_t(events.count), Int32(milliseconds.rounded(.up)))
    let now = MonotonicClock.now()
    return zip(workers, stride(from: 0, to: events.count, by: 3)).filter { worker, first in
      events[first..<(first + 3)].contains { $0.revents != 0 } || worker.isUnreachable
        || now >= worker.deadline
    }.map(\.0)
  }

  private func attend(to worker: Worker, _ work: Work) throws {
    worker.send()
    if worker.isUnreachable { return try lose(worker, nil, work) }
    let job = worker.job
    var answer = worker.receive(into: &buffer, limit: program.answerBytes)
    while case .part(let line, let isFirst) = answer, let job {
      // What comes next is another document, which may have a second worker as well.
      if !isFirst { retried.remove(job) }
      worker.extend(seconds: try work.part(job, line), spareSeconds: 1)
      answer = worker.receive(into: &buffer, limit: program.answerBytes)
    }
    switch answer {
    case .none:
      worker.listen(into: &buffer)
      if MonotonicClock.now() >= worker.deadline {
        try lose(worker, .deadline(worker.seconds), work)
      }
    // Nobody asked it.
    case .part: try lose(worker, nil, work)
    case .line(let line):
      guard let job else { return try lose(worker, nil, work) }
      retried.remove(job)
      try work.finished(job, .answer(line), MonotonicClock.now() - worker.startedAt)
    case .tooLong: try lose(worker, .answerTooLong(limit: program.answerBytes), work)
    case .end: try lose(worker, nil, work)
    }
  }

  /// Ends `worker`, and its document too where a second worker would do no better.
  ///
  /// - Parameter loss: Nil where how it ended tells the cause.
  private func lose(_ worker: Worker, _ loss: WorkerLoss?, _ work: Work) throws {
    worker.listen(into: &buffer)
    let seconds = MonotonicClock.now() - worker.startedAt
    let job = worker.job
    let (status, usage) = end(worker)
    let words = String(decoding: worker.lastWords, as: UTF8.self)
    let loss = loss ?? cause(status, usage, words)
    // No document is to blame: another worker would fare no better.
    if loss == .ended(Self.systemLacks) {
      throw SupervisionError("a worker cannot start its threads", code: EAGAIN)
    }
    costs.workersLost += 1
    work.lost(job, loss, words)
    guard let job else { return }
    if loss.mayPass, retried.insert(job).inserted {
      costs.retries += 1
      again.append(job)
    } else {
      retried.remove(job)
      try work.finished(job, .lost(loss), seconds)
    }
  }

  private func cause(_ status: Int32, _ usage: rusage, _ words: String) -> WorkerLoss {
    let signal = status & 0x7F
    let peak = usage.ru_maxrss * 1_024
    if words.contains("memory") || words.contains("bad_alloc")
      || (signal != 0 && peak > program.memoryBytes / 10 * 9)
    {
      return .memory(limit: program.memoryBytes)
    }
    return signal == 0 ? .ended((status >> 8) & 0xFF) : .signal(signal)
  }

  // MARK: Ends

  /// Lets an idle worker end by itself, so that a fresh one can take its place.
  private func retire(_ worker: Worker) {
    worker.closeRequests()
    _ = end(worker, isKilled: false)
  }

  private func end(_ worker: Worker, isKilled: Bool = true) -> (status: Int32, usage: rusage) {
    workers.removeAll { $0 === worker }
    if isKilled { worker.kill() }
    let (status, usage) = worker.reap(within: isKilled ? 0 : 1)
    count(usage)
    Orphans.end(except: workers.map(\.process))
    return (status, usage)
  }

  private func endAll() {
    for worker in workers {
      worker.closeRequests()
      _ = end(worker, isKilled: worker.job != nil)
    }
  }

  private func count(_ usage: rusage) {
    costs.cpuSeconds += Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    costs.peakBytes = max(costs.peakBytes, usage.ru_maxrss * 1_024)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static let tickSeconds = 0.2
  /// How a worker ends that gets no thread, after sysexits.h.
  private static let systemLacks: Int32 = 71
}
