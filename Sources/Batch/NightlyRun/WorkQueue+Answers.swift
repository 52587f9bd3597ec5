internal import Conversion
internal import Diagnostics
internal import InputFiles
internal import RecordWriting
internal import ReportRecords
internal import RunReporting
internal import RunState
internal import Supervision

extension WorkQueue {
  // MARK: From the workers

  /// Takes what became of a job.
  func finish(_ number: Int, _ outcome: Supervisor.Outcome, seconds: Double) throws {
    guard let job = jobs.removeValue(forKey: number) else { return }
    if try !finishArchive(number, job, outcome, seconds: seconds) {
      time.note(seconds, of: job.seconds, Self.ending(job.row.path))
      try take(outcome, job, seconds: seconds)
    }
    try settle()
  }

  /// Lets the lines be written that no document under way or still to come has its own before.
  func settle() throws {
    let paths = jobs.values.map(\.row.path) + held.map(\.path) + page.prefix(1).map(\.path)
    try state.settle(before: paths.min { $0.lexicographicallyPrecedes($1) })
  }

  private func take(_ outcome: Supervisor.Outcome, _ job: Job, seconds: Double) throws {
    switch outcome {
    case .lost(let loss):
      var failure = loss.failure
      if failure.code == .workerTimeout {
        failure.message += time.note(job.seconds, isShort: job.isShort)
      }
      try fail(job.row, failure, isShort: job.isShort, seconds: seconds)
    case .answer where job.isGarbled: try fail(job.row, Self.noRecord, seconds: seconds)
    case .answer(let line):
      switch WorkerAnswer(line: line) {
      case .sameAs(let digest): try take(job, from: digest, seconds: seconds)
      case .record(let line, let fingerprint, let facts):
        try add(line, fingerprint, facts, job, seconds: seconds)
      case .archive, .badRequest, nil: try fail(job.row, Self.noRecord, seconds: seconds)
      }
    }
  }

  private func add(
    _ line: [UInt8], _ fingerprint: [UInt8], _ facts: RecordFacts, _ job: Job, seconds: Double
  ) throws {
    if let failure = facts.failure, failure.code == FailureCode.backendMissing.rawValue,
      ConversionPrograms.isRequired(by: facts.extractor)
    {
      missingProgram = failure.message
      return
    }
    tally.converted += 1
    tally.convertedBytes += min(job.row.size, State.mostBytes)
    let entry = entry(job.row, fingerprint, facts, startedAt: job.startedAt)
    try store(line, entry, job.row, isShort: job.isShort, seconds: seconds)
  }

  /// The worker found the bytes of a record that is known.
  private func take(_ job: Job, from digest: String, seconds: Double) throws {
    let row = job.row
    guard let known = job.known.first(where: { $0.sha256 == digest }),
      let entry = try state.entry(at: known.path), entry.sha256 == digest,
      mayTake(entry, for: row), let line = try state.line(of: entry)
    else {
      // Its line is damaged, which publication will find too, or it was made anew meanwhile: this document is
      // converted after all.
      return doubt(row)
    }
    if entry.path == row.path, entry.url == row.url {
      var kept = entry
      kept.size = row.size
      kept.modified = Self.trusted(row.modified, readAt: job.startedAt)
      try state.keep(kept)
      let members = try entry.isArchive ? state.countFoundMembers(of: row.path) ?? 0 : 1
      tally.confirmed += members
      tally.documents += members - 1
      done(kept, row, seconds)
    } else if row.url != nil || entry.isPortable,
      let line = RecordLine.moved(
        line, to: FileName.printed(FileName.carried(row.path)), name: Self.name(row.path),
        url: row.url)
    {
      tally.copied += 1
      var copy = entry
      copy.path = row.path
      copy.url = row.url
      copy.size = row.size
      copy.modified = Self.trusted(row.modified, readAt: job.startedAt)
      copy.fingerprint = Digest.fingerprint(line)
      copy.attempts = min(entry.attempts, 1)
      try store(line, copy, row, seconds: seconds)
    } else {
      doubt(row)
    }
  }

  private func doubt(_ row: FoundRow) {
    doubted.insert(row.path)
    held.append(row)
  }

  func fail(
    _ row: FoundRow, _ failure: Failure, isShort: Bool = false, seconds: Double
  ) throws {
    var record = DocumentConverter().record(
      of: failure, name: Self.name(row.path), path: FileName.printed(FileName.carried(row.path)))
    record.source.bytes = row.size
    record.source.url = row.url
    let line = writer.line(record)
    let entry = entry(
      row, Digest.fingerprint(line), RecordFacts(record), startedAt: 0)
    try store(line, entry, row, isShort: isShort, seconds: seconds)
  }

  private func entry(
    _ row: FoundRow, _ fingerprint: [UInt8], _ facts: RecordFacts, startedAt: Int
  ) -> Entry {
    let backend = policy.backends.noted(of: facts.extractor, path: row.path)
    var entry = Entry(
      path: row.path, size: row.size, modified: Self.trusted(row.modified, readAt: startedAt),
      fingerprint: fingerprint, facts: facts,
      rules: Entry.Rules(program: policy.rules, backend: backend),
      isPortable: Self.isPortable(facts), mayPass: Self.mayPass(facts))
    entry.url = row.url
    return entry
  }

  private func store(
    _ line: [UInt8], _ entry: Entry, _ row: FoundRow, isShort: Bool = false, seconds: Double
  ) throws {
    var entry = entry
    let wasArchive = row.previous?.isArchive == true
    // An archive has no line itself, unless it took a document's place and was never published.
    entry.published =
      row.previous?.isPublishedArchive == true ? nil : row.previous?.published
    countAttempt(&entry, row, isShort: isShort)
    if wasArchive || state.repairs > 0 {
      // The plan took its members for documents.
      tally.extra -= try countPlanned(row) - 1
      try state.dropMembers(of: row.path)
    }
    try state.add(line, entry)
    if entry.failure != nil { tally.failed += 1 }
    done(entry, row, seconds)
  }

  /// Counts how often the record came out as it did.
  ///
  /// - Parameter isShort: Whether it had less than its time: that it failed then counts as no attempt.
  func countAttempt(_ entry: inout Entry, _ row: FoundRow, isShort: Bool) {
    let previous = row.previous
    if entry.attempts > 0, let previous, previous.failure?.code == entry.failure?.code,
      previous.mayPass == entry.mayPass, previous.size == entry.size,
      previous.sha256 == entry.sha256, policy.isCurrent(previous)
    {
      entry.attempts = previous.attempts + 1
    }
    if isShort, entry.mayPass { entry.attempts -= 1 }
  }

  private func done(_ entry: Entry, _ row: FoundRow, _ seconds: Double) {
    tally.documents += 1
    tally.bytes += min(row.size, State.mostBytes)
    note(seconds, row)
    finished(entry, seconds)
  }

  /// Notes how long a file took.
  func note(_ seconds: Double, _ row: FoundRow) {
    if seconds > (tally.slowest.last?.seconds ?? 0) || tally.slowest.count < 10 {
      tally.slowest.append((FileName.printed(FileName.carried(row.path)), seconds))
      tally.slowest.sort { $0.seconds > $1.seconds }
      tally.slowest.removeLast(max(0, tally.slowest.count - 10))
    }
  }
}
