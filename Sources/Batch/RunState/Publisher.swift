internal import ConsoleText
internal import DurableFiles
internal import Foundation
internal import GRDB
internal import InputFiles
internal import RecordWriting

/// Writes one publication: every line into one segment, failures and changes beside it, and the rows that follow.
final class Publisher {
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
  private let mayRemove: (State.Removal) -> Bool

  private static let failures = "\(State.failuresName).tmp"
  private static let log = "\(State.changesName).tmp"
  private static let mostDamaged = 100_000

  /// - Parameters:
  ///   - isInOrder: Whether segment `number` is there and holds what is to be published.
  ///   - mayRemove: Whether so many records may go.
  init(
    _ number: Int, _ state: State, isInOrder: Bool, output: Folder, report: Folder,
    _ style: CSVStyle, mayRemove: @escaping (State.Removal) -> Bool
  ) throws(FileError) {
    self.number = number
    self.state = state
    self.output = output
    self.report = report
    self.style = style
    self.mayRemove = mayRemove
    records = try isInOrder ? nil : state.folder.create(State.segmentName(number))
    failures = try output.create(Self.failures)
    log = try report.create(Self.log)
    try failures.write(style.beginning)
    try failures.write(
      CSVLine.bytes(["path", "code", "stage", "retryable", "bytes", "message", "container_path"]))
  }

  /// Copies all lines and moves their rows, in the transaction of `db`.
  func run(_ db: Database) throws {
    // Every input has a line, or nothing is published.
    damaged = try Data.fetchAll(
      db, sql: "SELECT path FROM found WHERE path NOT IN (SELECT path FROM entries) LIMIT ?",
      arguments: [Self.mostDamaged]
    ).map { [UInt8]($0) }
    guard damaged.isEmpty else { return }
    let renames = try Renames(db)
    var removal = State.Removal(
      removed: renames.removed, replaced: try State.countReplaced(db),
      emptied: try State.countEmptied(db), published: try State.countPublished(db))
    removal.fault = try State.fault(db)
    guard mayRemove(removal) else {
      removal.gone = try State.missing(db)
      removal.replacedPaths = try State.replaced(db)
      removal.unreadable = try State.countUnreadable(db)
      throw removal
    }
    let changes = try ChangeLog(log, renames, try Doubles(db), db)
    try copyAll(changes, db)
    try changes.end()
  }

  private func copyAll(_ changes: ChangeLog, _ db: Database) throws {
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
          try changes.remove(entry)
          try delete.run { $0.add(entry.path) }
          // A line without a row has no place between the others.
          if records == nil { damaged.append(entry.path) }
        } else if let moved = try copied(entry) {
          try changes.publish(entry)
          guard moved != entry else { continue }
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
    moved.published = Entry.Published(
      fingerprint: entry.fingerprint, code: entry.failure?.code, standing: entry.standing,
      holding: entry.holding ?? entry.published?.holding,
      sha256: entry.failure == nil ? entry.sha256 : entry.published?.sha256)
    return moved
  }

  /// People read this list in a terminal, too: a row is one line.
  private func shown(_ text: String) -> String { style.text(TerminalText.line(text)) }

  private func list(_ entry: Entry, _ failure: RecordedFailure) throws {
    let member = MemberPath.parts(entry.path)
    let fields = [
      shown(FileName.shown(member?.archive ?? entry.path)), failure.code, failure.stage,
      String(failure.isRetryable), String(entry.size), shown(failure.message),
      shown(member?.name ?? ""),
    ]
    do throws(FileError) { try failures.write(CSVLine.bytes(fields)) } catch {
      throw StateError.file(error)
    }
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
