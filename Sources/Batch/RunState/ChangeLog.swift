internal import DurableFiles
internal import GRDB
internal import InputFiles
internal import RecordWriting

/// What one publication changes: a line each in `changes.jsonl`, and what somebody has to be told of as ``State/News``.
final class ChangeLog {
  private let file: FileWriter
  private let db: Database
  private let renames: Renames
  private let doubles: Doubles
  private let upsert: RowStatement
  private let delete: RowStatement
  private let find: RowStatement
  private let absences: Absence.Lookup
  /// Whether an earlier run left news that nobody was told of.
  private let hasOldNews: Bool
  private var added: Int
  private var changed: Int
  private var recovered: Int
  private var json = JSONWriter()

  /// - Parameter db: In the transaction of the publication.
  init(_ file: FileWriter, _ renames: Renames, _ doubles: Doubles, _ db: Database) throws {
    self.file = file
    self.renames = renames
    self.doubles = doubles
    self.db = db
    upsert = try RowStatement(
      "INSERT OR REPLACE INTO news (path, kind, target, code, message) VALUES (?, ?, ?, ?, ?)", db)
    delete = try RowStatement("DELETE FROM news WHERE path = ?", db)
    find = try RowStatement("SELECT kind FROM news WHERE path = ?", db)
    absences = try Absence.Lookup(db)
    hasOldNews = try State.hasRows("news", db)
    added = try State.counter(.added, db)
    changed = try State.counter(.changed, db)
    recovered = try State.counter(.recovered, db)
  }

  /// Notes that the record of `entry` goes with its file.
  func remove(_ entry: Entry) throws {
    guard let published = entry.published, published.fingerprint != Entry.noLine else { return }
    let target = try renames.target(of: entry)
    let hadRecord =
      try published.isRead || [.removed, .lost, .replaced].contains(oldNews(of: entry))
    if target != nil {
      try note(.renamed, entry, target: target)
    } else {
      try note(
        hadRecord ? .removed : .cleared, entry, absence: absences.absence(of: entry.path))
    }
    try write(target == nil ? "removed" : "renamed", entry, target: target)
  }

  /// Notes what the record of `entry` is against the one that was published.
  func publish(_ entry: Entry) throws {
    // In place of what had a record before, its members have theirs.
    if entry.isArchive { return try remove(entry) }
    let published = entry.published
    guard published?.fingerprint != entry.fingerprint else { return }
    if published == nil, try renames.isTarget(entry) { return }
    let old = try oldNews(of: entry)
    let equal = try doubles.equal(of: entry)
    let isOther = entry.failure == nil && published?.isRead == true
    let kind =
      Self.loss(of: entry, old)
      ?? (equal == nil ? News.Kind(newFor: entry) ?? (isOther ? .changed : nil) : .doubled)
    if let kind {
      try note(kind, entry, target: kind == .doubled ? equal : nil)
    } else if old != nil {
      try delete.run { $0.add(entry.path) }
    }
    switch (kind, published) {
    case (.lost, .some), (.replaced, .some): try write("lost", entry)
    case (_, nil):
      added += 1
      try write("added", entry)
    case (.doubled, .some):
      changed += 1
      try write("doubled", entry, target: equal)
    case (_, let published?):
      // That a failure is said in other words is no other record.
      if entry.failure == nil { if published.isRead { changed += 1 } else { recovered += 1 } }
      try write("changed", entry)
    }
  }

  /// How the record that `entry` had is lost; nil where it isn't.
  ///
  /// - Parameter old: What nobody was told of yet.
  private static func loss(of entry: Entry, _ old: News.Kind?) -> News.Kind? {
    if entry.failure != nil {
      let hadRecord = entry.published?.isRead == true
      return hadRecord || [.removed, .lost, .replaced].contains(old) ? .lost : nil
    }
    return entry.isReplaced || (old == .replaced && entry.holding != .tables) ? .replaced : nil
  }

  /// Ends the list, in the transaction.
  func end() throws {
    try Index.setMeta(State.Counter.added.rawValue, String(added), db)
    try Index.setMeta(State.Counter.changed.rawValue, String(changed), db)
    try Index.setMeta(State.Counter.recovered.rawValue, String(recovered), db)
  }

  private typealias News = State.News

  private func oldNews(of entry: Entry) throws -> News.Kind? {
    guard hasOldNews else { return nil }
    return try find.first({ $0.add(entry.path) }) { $0.text().flatMap(News.Kind.init) }
  }

  private func note(
    _ kind: News.Kind, _ entry: Entry, target: [UInt8]? = nil, absence: Absence = .file
  ) throws {
    let isOfRecord = [.lost, .failed, .partial, .unbalanced].contains(kind)
    try upsert.run {
      $0.add(entry.path)
      $0.add(kind.rawValue)
      $0.add(target)
      let checks = entry.failedChecks.isEmpty ? nil : entry.failedChecks.joined(separator: " ")
      $0.add(isOfRecord ? entry.failure?.code ?? checks : absence.stored)
      $0.add(isOfRecord ? entry.failure?.message : nil)
    }
  }

  /// `{"change":"added","path":"a/b.docx","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}`.
  private func write(_ change: String, _ entry: Entry, target: [UInt8]? = nil) throws {
    json.reset()
    json.object { json in
      for (key, value) in [
        ("change", change), ("path", Self.printed(entry.path)), ("status", entry.status),
        ("code", entry.failure?.code), ("previous_code", entry.published?.code),
        ("to", target.map(FileName.shown)),
        ("container_path", MemberPath.parts(entry.path)?.name),
      ] as [(String, String?)] {
        json.key(key)
        if let value { json.string(value) } else { json.token("null") }
      }
    }
    json.newline()
    do throws(FileError) { try file.write(json.bytes) } catch { throw StateError.file(error) }
  }

  private static func printed(_ path: [UInt8]) -> String {
    FileName.shown(MemberPath.parts(path)?.archive ?? path)
  }
}

extension State.News.Kind {
  /// What is new about the record of `entry`, which is another one than was published; nil where nothing is that somebody
  /// has to be told of.
  fileprivate init?(newFor entry: Entry) {
    let standing = entry.standing
    guard entry.published?.had(standing) != true else { return nil }
    switch standing {
    case .failed: self = .failed
    case .partial: self = .partial
    case .unbalanced: self = .unbalanced
    case .well: return nil
    }
  }
}
