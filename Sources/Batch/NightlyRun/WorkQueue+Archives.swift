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
    jobs[number] = job
    let next = job.archive.flatMap { $0.isComplete ? nil : $0.members[$0.done] }
    return job.isShort ? job.seconds : time.seconds(bytes: next?.bytes ?? 0).seconds
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
      try complete(&job, Failure(.workerCrashed, "the worker's answer was no record", stage: .run))
    case .lost(let loss):
      guard let archive = job.archive else { return false }
      if loss.failure.code == .workerTimeout {
        time.note(seconds, of: job.seconds, Self.ending(job.row.path))
      }
      if !archive.isComplete { try fail(archive.members[archive.done], loss.failure, &job) }
      if let archive = job.archive, !archive.isComplete {
        // The next worker goes on behind it.
        jobs[number] = job
        interrupted.append(number)
        return true
      }
    }
    try close(job, seconds: seconds)
    return true
  }

  /// The line that announces the members, or the record of the next one.
  private func take(_ line: [UInt8], _ job: inout Job) throws {
    switch WorkerAnswer(line: line) {
    case .archive(let sha256, let members): try announce(sha256, members, &job)
    case .record(let line, let fingerprint, let facts):
      guard let archive = job.archive, archive.isAnnounced, !archive.isChanged, !archive.isComplete
      else { return }
      try add(line, fingerprint, facts, archive.members[archive.done], &job)
    case .sameAs, .badRequest, nil: break
    }
  }

  private func announce(_ sha256: String, _ members: [ContainedFile], _ job: inout Job) throws {
    guard var archive = job.archive else {
      job.archive = ArchiveProgress(
        sha256: sha256, members: members,
        published: try state.publishedMembers(of: job.row.path))
      tally.extra += members.count - (try countPlanned(job.row))
      if missingProgram == nil { try state.add([], unfinished(job.row)) }
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
  private func unfinished(_ row: FoundRow) -> Entry {
    var entry = Entry(
      archive: row.path, size: row.size, modified: nil, sha256: nil, url: row.url,
      rules: Entry.Rules(program: Entry.Rules.unfinished, backend: nil), mayPass: false)
    entry.published = row.previous?.published
    return entry
  }

  private func add(
    _ line: [UInt8], _ fingerprint: [UInt8], _ facts: RecordFacts, _ member: ContainedFile,
    _ job: inout Job
  ) throws {
    if let failure = facts.failure, failure.code == FailureCode.backendMissing.rawValue {
      missingProgram = failure.message
    }
    guard missingProgram == nil else { return passOver(member, &job) }
    tally.converted += 1
    tally.convertedBytes += min(member.bytes, State.mostBytes)
    try store(line, fingerprint, facts, member, &job)
  }

  private func fail(_ member: ContainedFile, _ failure: Failure, _ job: inout Job) throws {
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
    let isPDF = facts.extractor == "pdf"
    let path = MemberPath.bytes(row.path, place: archive.done, name: member.path)
    var entry = Entry(
      path: path, size: member.bytes,
      modified: Self.trusted(row.modified, readAt: job.startedAt), fingerprint: fingerprint,
      facts: facts,
      rules: Entry.Rules(program: policy.rules, backend: isPDF ? policy.backend : nil),
      // The line names the archive.
      isPortable: false, mayPass: Self.mayPass(facts))
    // Whose it is among members of this name is decided once all are there.
    entry.published = archive.published[path]
    archive.paths.append(path)
    archive.needsBackend = archive.needsBackend || isPDF
    // What has no bytes in the archive has none tomorrow.
    let isEmpty = entry.failure?.code == FailureCode.inputEmpty.rawValue
    archive.mayPass = archive.mayPass || (entry.mayPass && !isEmpty)
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
        .inputChanged, "Another archive took the place of this one while it was read",
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
        program: policy.rules, backend: archive.needsBackend ? policy.backend : nil),
      mayPass: archive.mayPass)
    entry.published = row.previous?.published
    countAttempt(&entry, row, isShort: job.isShort)
    try state.add(archive: entry, members: archive.paths)
    note(seconds, row)
  }
}

extension WorkerAnswer? {
  fileprivate var isArchive: Bool {
    if case .archive = self { true } else { false }
  }
}
