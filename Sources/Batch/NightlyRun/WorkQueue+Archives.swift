internal import Conversion
internal import Diagnostics
internal import InputFiles
internal import RecordWriting
internal import ReportRecords
internal import RunReporting
internal import RunState
internal import Supervision

/// Archives: one job, and for each member what else is done for a file.
extension WorkQueue {
  /// Takes a line of an archive's answer that isn't its last; how many seconds the next one may take.
  func take(part line: [UInt8], of number: Int) throws -> Int {
    guard var job = jobs[number] else { return 0 }
    try take(line, &job)
    if let member = job.member {
      (job.seconds, job.isShort) = time.seconds(
        bytes: member.bytes,
        least: policy.backends.seconds(forFileAt: Array(member.path.utf8)))
      // What is cut off at once is told from what hangs by the worker's end.
      if isUnbegun(member, job) { job.seconds = 0 }
    }
    job.begunAt = MonotonicClock.now()
    jobs[number] = job
    return job.seconds
  }

  /// Takes what became of the job of an archive; false where it is none.
  func finishArchive(
    _ number: Int, _ job: Job, _ outcome: Supervisor.Outcome, seconds: Double
  ) throws -> Bool {
    var job = job
    switch outcome {
    case .answer(let line):
      guard job.archive != nil || WorkerAnswer(line: line).isArchive else { return false }
      try take(line, &job)
      try complete(&job, Self.noRecord)
    case .lost(let loss):
      guard job.archive != nil else { return false }
      noteTime(job, hangs: loss.failure.code == .workerTimeout)
      if let member = job.member {
        try fail(member, failure(loss, job), &job)
        try passOverUnbegun(&job)
      } else {
        // Whatever ends workers before they open it would end the next one, too.
        try complete(&job, failure(loss, job))
      }
      if job.archive?.isComplete == false {
        // The next worker goes on behind it.
        jobs[number] = job
        interrupted.append(number)
        return true
      }
    }
    try close(job, seconds: seconds)
    return true
  }

  static let noRecord = Failure(
    .workerCrashed, "the worker's answer was no record", stage: .run)

  /// The line that announces the members, or the record of the next one.
  private func take(_ line: [UInt8], _ job: inout Job) throws {
    let answer = WorkerAnswer(line: line)
    noteTime(job, hangs: answer.isTimeout)
    guard let archive = job.archive, archive.isAnnounced else {
      switch answer {
      case .archive(let sha256, let members, let passedOver):
        try announce(sha256, members, passedOver, &job)
      case .record(_, _, let facts) where job.archive != nil: try giveUp(facts, &job)
      case .record, .sameAs, .badRequest, nil: job.isGarbled = true
      }
      return
    }
    guard !archive.isChanged, let member = job.member else { return }
    if case .record(let line, let fingerprint, let facts) = answer {
      try add(line, fingerprint, facts, member, &job)
    } else {
      // It stands where the record of this member was to be, and says nothing about the others.
      try fail(member, Self.noRecord, &job)
    }
  }

  /// Takes the record of the whole file from a worker that was to go on with the members of an archive.
  private func giveUp(_ facts: RecordFacts, _ job: inout Job) throws {
    guard let failure = facts.failure, let code = FailureCode(rawValue: failure.code),
      code == .backendMissing || facts.sha256 == job.archive?.sha256
    else {
      job.archive?.isChanged = true
      return
    }
    if code == .backendMissing { missingProgram = failure.message }
    let words = "the archive could not be opened again: \(failure.message)"
    try complete(&job, Failure(code, words))
  }

  private func announce(
    _ sha256: String, _ members: [ContainedFile], _ passedOver: PassedMembers, _ job: inout Job
  ) throws {
    guard var archive = job.archive else {
      job.archive = ArchiveProgress(
        sha256: sha256, members: members, passedOver: passedOver.counts,
        published: try state.publishedMembers(of: job.row.path))
      tally.extra += members.count - (try countPlanned(job.row))
      if missingProgram == nil { try state.add([], unfinished(job.row, passedOver.counts)) }
      for name in passedOver.names {
        passing(name.reason, "\(FileName.shown(job.row.path))!/\(name.path)")
      }
      return
    }
    archive.isAnnounced = true
    archive.isChanged = archive.sha256 != sha256 || archive.members[archive.done...] != members[...]
    job.archive = archive
  }

  /// How many documents the plan took the file for: known members, or one.
  func countPlanned(_ row: FoundRow) throws -> Int {
    let members = try state.countFoundMembers(of: row.path)
    guard let previous = row.previous, previous.isArchive else { return members ?? 1 }
    return (members ?? 0) + (previous.isUnfinished ? 1 : 0)
  }

  /// The entry of an archive that is being read: till all of it is, no night takes what is known of it for its members.
  private func unfinished(_ row: FoundRow, _ passedOver: PassedOver) -> Entry {
    var entry = Entry(
      archive: row.path, size: row.size, modified: nil, sha256: nil, url: row.url,
      rules: Entry.Rules(program: Entry.Rules.unfinished, backend: nil), mayPass: false)
    entry.passedOver = passedOver
    entry.published = row.previous?.published
    return entry
  }

  private func add(
    _ line: [UInt8], _ fingerprint: [UInt8], _ facts: RecordFacts, _ member: ContainedFile,
    _ job: inout Job
  ) throws {
    if let failure = facts.failure, failure.code == FailureCode.backendMissing.rawValue,
      ConversionPrograms.isRequired(by: facts.extractor)
    {
      missingProgram = failure.message
    }
    guard missingProgram == nil else { return passOver(member, &job) }
    tally.converted += 1
    tally.convertedBytes += min(member.bytes, State.mostBytes)
    try store(line, fingerprint, facts, member, &job)
  }

  func fail(_ member: ContainedFile, _ failure: Failure, _ job: inout Job) throws {
    var record = DocumentConverter().record(
      of: failure, member, path: FileName.shown(job.row.path))
    record.source.url = job.row.url
    let line = writer.line(record)
    try store(line, Digest.fingerprint(line), RecordFacts(record), member, &job)
  }

  /// Goes on to the next member without a record of this one: what is known of it stands, and all of the archive is read
  /// again once the missing program is there.
  private func passOver(_ member: ContainedFile, _ job: inout Job) {
    guard let place = job.archive?.done else { return }
    job.archive?.paths.append(
      MemberPath.bytes(job.row.path, place: place, name: member.path))
  }

  private func store(
    _ line: [UInt8], _ fingerprint: [UInt8], _ facts: RecordFacts, _ member: ContainedFile,
    _ job: inout Job
  ) throws {
    guard missingProgram == nil else { return passOver(member, &job) }
    guard var archive = job.archive else { return }
    let row = job.row
    let path = MemberPath.bytes(row.path, place: archive.done, name: member.path)
    let backend = policy.backends.noted(of: facts.extractor, path: path)
    var entry = Entry(
      path: path, size: member.bytes,
      modified: Self.trusted(row.modified, readAt: job.startedAt), fingerprint: fingerprint,
      facts: facts,
      rules: Entry.Rules(program: policy.rules, backend: backend),
      // The line names the archive.
      isPortable: false, mayPass: Self.mayPass(facts))
    // Whose it is among members of this name is decided once all are there.
    entry.published = archive.published[path]
    archive.paths.append(path)
    if let backend { archive.backends.insert(backend) }
    // What has no bytes in the archive has none tomorrow.
    let isEmpty = entry.failure?.code == FailureCode.inputEmpty.rawValue
    archive.mayPass = archive.mayPass || (entry.mayPass && !isEmpty)
    archive.wasShort = archive.wasShort || (entry.mayPass && job.isShort)
    job.archive = archive
    try state.add(line, entry)
    if entry.failure != nil { tally.failed += 1 }
    tally.documents += 1
    tally.bytes += min(member.bytes, State.mostBytes)
    finished(entry, 0)
  }

  /// Gives those a record that the worker gave none, which it does only where it is wrong or the file was replaced.
  private func complete(_ job: inout Job, _ failure: Failure) throws {
    while let archive = job.archive, !archive.isComplete {
      let changed = Failure(
        .inputChanged, "Another file took the place of the archive while it was read",
        stage: .input)
      try fail(archive.members[archive.done], archive.isChanged ? changed : failure, &job)
    }
  }

  private func close(_ job: Job, seconds: Double) throws {
    // Without the program nothing of it counts.
    guard let archive = job.archive, missingProgram == nil else { return }
    let row = job.row
    var entry = Entry(
      archive: row.path, size: row.size,
      modified: archive.isChanged ? nil : Self.trusted(row.modified, readAt: job.startedAt),
      sha256: archive.sha256, url: row.url,
      rules: Entry.Rules(
        program: policy.rules, backend: policy.backends.noted(of: archive.backends)),
      mayPass: archive.mayPass)
    entry.passedOver = archive.passedOver
    entry.published = row.previous?.published
    countAttempt(&entry, row, isShort: archive.wasShort)
    try state.add(archive: entry, members: archive.paths)
    note(seconds, row)
  }
}

extension WorkerAnswer? {
  fileprivate var isTimeout: Bool {
    guard case .record(_, _, let facts) = self else { return false }
    return facts.failure?.code == FailureCode.backendTimeout.rawValue
  }

  fileprivate var isArchive: Bool {
    if case .archive = self { true } else { false }
  }
}
