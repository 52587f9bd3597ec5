internal import Conversion
internal import Diagnostics
internal import InputFiles
internal import RunState
internal import Supervision

/// The time of an archive: each member has its own, by its bytes and its name.
extension WorkQueue {
  /// Notes how long what was under way has taken: opening the archive, or a member.
  ///
  /// - Parameter hangs: Whether it ran into its limit. The worker was on with it before the line came that told so, and may
  ///   have had all of its time in less than that here.
  func noteTime(_ job: Job, hangs: Bool) {
    let ending = job.member.map { Self.ending(Array($0.path.utf8)) } ?? Self.ending(job.row.path)
    let took = MonotonicClock.now() - job.begunAt
    time.note(hangs ? max(took, Double(job.seconds)) : took, of: job.seconds, ending)
  }

  /// What the member that is under way says of the loss of its workers.
  func failure(_ loss: WorkerLoss, _ job: Job) -> Failure {
    var failure = loss.failure
    guard failure.code == .workerTimeout else { return failure }
    if job.seconds == 0 { return notBegun }
    failure.message += time.note(job.seconds, isShort: job.isShort)
    return failure
  }

  private var notBegun: Failure { Failure(.workerTimeout, time.exhaustion, stage: .run) }

  /// Whether `member` has no record yet, and others like it have had all the time of the night.
  func isUnbegun(_ member: ContainedFile, _ job: Job) -> Bool {
    guard let archive = job.archive else { return false }
    let path = MemberPath.bytes(job.row.path, place: archive.done, name: member.path)
    return archive.published[path] == nil
      && time.isExhausted(Self.ending(Array(member.path.utf8)))
  }

  /// Leaves the next members for another night that hang like those before.
  func passOverUnbegun(_ job: inout Job) throws {
    while let member = job.member, isUnbegun(member, job) {
      job.isShort = true
      try fail(member, notBegun, &job)
    }
  }
}
