internal import DurableFiles
internal import Foundation
internal import GRDB
internal import InputFiles
internal import RecordWriting

/// Writes one publication: every line into one segment, failures and changes beside it, and the rows that follow.
final class Publisher {
  private(set) var changes = State.Changes()
  /// Documents without a line, or whose line isn't what was written; so many at a time that their names fit in memory.
  private(set) var damaged: [[UInt8]] = []
  private let number: Int
  private let state: State
  private let output: Folder
  private let report: Folder
  /// Nil where the segment holds all lines in their order already.
  private let records: FileWriter?
  private let failures: FileWriter
  private let style: CSVStyle
  private let log: FileWriter
  private var json = JSONWriter()

  private static let failures = "\(State.failuresName).tmp"
  private static let log = "\(State.changesName).tmp"
  private static let mostDamaged = 100_000

  /// - Parameter isInOrder: Whether segment `number` is there and holds what is to be published.
  init(
    _ number: Int, _ state: State, isInOrder: Bool, output: Folder, report: Folder,
    _ style: CSVStyle
  ) throws(FileError) {
    self.number = number
    self.state = state
    self.output = output
    self.report = report
    self.style = style
    records = try isInOrder ? nil : state.folder.create(State.segmentName(number))
    failures = try output.create(Self.failures)
    log = try report.create(Self.log)
    try failures.write(style.beginning)
    try failures.write(CSVLine.bytes(["path", "code", "stage", "retryable", "bytes", "message"]))
  }

  /// Copies all lines and moves their rows, in the transaction of `db`.
  func run(_ db: Database) throws {
    // Every input has a line, or nothing is published.
    damaged = try Data.fetchAll(
      db, sql: "SELECT path FROM found WHERE path NOT IN (SELECT path FROM entries) LIMIT ?",
      arguments: [Self.mostDamaged]
    ).map { [UInt8]($0) }
    guard damaged.isEmpty else { return }
    try copyAll(db)
  }

  private func copyAll(_ db: Database) throws {
    let page = try RowStatement(
      """
      SELECT path, EXISTS (SELECT 1 FROM found WHERE found.path = entries.path), \(Entry.selection)
      FROM entries WHERE path > ? ORDER BY path LIMIT 256
      """, db)
    let delete = try RowStatement("DELETE FROM entries WHERE path = ?", db)
    let update = try RowStatement(Entry.publication, db)
    var last: [UInt8] = []
    while true {
      var entries: [(entry: Entry, isFound: Bool)] = []
      var path: [UInt8]?
      try page.forEach {
        $0.add(last)
      } _: { columns in
        path = columns.bytes()
        let isFound = columns.number() == 1
        if let entry = Entry(&columns) {
          entries.append((entry, isFound))
        } else {
          damaged.append(path ?? [])
        }
      }
      guard let path else { return }
      for (entry, isFound) in entries {
        if !isFound {
          try note("removed", entry)
          try delete.run { $0.add(entry.path) }
          // A line without a row has no place between the others.
          if records == nil { damaged.append(entry.path) }
        } else if let moved = try copied(entry), moved != entry {
          try update.run(moved.bindPublication)
        }
      }
      last = path
      if damaged.count >= Self.mostDamaged { return }
    }
  }

  /// The entry after its line was copied, if it isn't in its place; nil where the line is damaged.
  private func copied(_ entry: Entry) throws -> Entry? {
    var moved = entry
    if let records {
      guard let line = try state.line(of: entry) else {
        damaged.append(entry.path)
        return nil
      }
      moved.place = Entry.LinePlace(
        segment: number, offset: records.offset, length: line.count)
      do throws(FileError) { try records.write(line) } catch { throw StateError.file(error) }
    }
    if let failure = entry.failure { try list(entry, failure) }
    switch entry.published?.fingerprint {
    case nil: try note("added", entry)
    case entry.fingerprint: break
    default: try note("changed", entry)
    }
    if entry.failure != nil, entry.published?.code == nil {
      changes.newFailures += 1
      if changes.firstNewFailures.count < 20 { changes.firstNewFailures.append(entry) }
    }
    moved.published = Entry.Published(
      fingerprint: entry.fingerprint, code: entry.failure?.code)
    return moved
  }

  private func list(_ entry: Entry, _ failure: RecordedFailure) throws {
    let fields = [
      style.text(FileName.printed(FileName.carried(entry.path))), failure.code, failure.stage,
      String(failure.isRetryable), String(entry.size), style.text(failure.message),
    ]
    do throws(FileError) { try failures.write(CSVLine.bytes(fields)) } catch {
      throw StateError.file(error)
    }
  }

  /// Writes a line of `changes.jsonl`: `{"change":"added","path":"a/b.docx","status":"ok","code":null}`.
  private func note(_ change: String, _ entry: Entry) throws {
    switch change {
    case "added": changes.added += 1
    case "removed": changes.removed += 1
    default: changes.changed += 1
    }
    json.reset()
    json.object { json in
      for (key, value) in [
        ("change", change), ("path", FileName.printed(FileName.carried(entry.path))),
        ("status", entry.status), ("code", entry.failure?.code),
        ("previous_code", entry.published?.code),
      ] as [(String, String?)] {
        json.key(key)
        if let value { json.string(value) } else { json.token("null") }
      }
    }
    json.newline()
    do throws(FileError) { try log.write(json.bytes) } catch { throw StateError.file(error) }
  }

  /// Brings everything to disk under its temporary name, and the changes under their own.
  func close() throws(FileError) {
    if let records {
      try records.close()
      try state.folder.synchronize()
    }
    try failures.close()
    try log.close()
    try report.rename(Self.log, to: State.changesName)
  }

  /// Gives the list of failures its name.
  func showFailures() throws(FileError) {
    try output.rename(Self.failures, to: State.failuresName)
  }

  /// Removes what was written; what can't be removed now is at the next start.
  func discard() {
    let segment = records == nil ? [] : [(state.folder, State.segmentName(number))]
    for (folder, name) in segment + [(output, Self.failures), (report, Self.log)] {
      do throws(FileError) { try folder.remove(name) } catch { continue }
    }
  }
}
