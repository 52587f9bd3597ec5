package import DurableFiles
internal import Foundation
internal import GRDB
internal import InputFiles

extension State {
  /// The files that a run publishes.
  package static let recordsName = "records.jsonl"
  package static let failuresName = "failures.csv"
  package static let changesName = "changes.jsonl"

  /// Published records that go because their files or archives are gone, or because what lies there is no report any more; failures
  /// are no records.
  package struct Removal: Error, Hashable, Sendable {
    package var removed: Int
    package var replaced: Int
    /// Of `replaced`: what is there now is no document at all, so that each has a line which says so.
    package var emptied: Int
    /// Of `emptied`: what is there now may not be read, for its permissions, its kind or its size.
    package var unreadable = 0
    /// All records that there are.
    package var published: Int
    /// The first of those that are removed and of those that are replaced, as many as anybody is told of.
    package var gone: [Gone] = []
    package var replacedPaths: [[UInt8]] = []
    /// What the machine may have done to them.
    package var fault = Fault()

    init(removed: Int, replaced: Int = 0, emptied: Int = 0, published: Int) {
      self.removed = removed
      self.replaced = replaced
      self.emptied = emptied
      self.published = published
    }

    package struct Gone: Hashable, Sendable {
      package var path: [UInt8]
      package var absence: Absence
    }

    /// All that go.
    package var count: Int { removed + replaced }
  }

  /// How a publication went.
  package enum Publication: Sendable {
    case done
    /// Lines of these many records were damaged: their documents are to be converted again, then it can be tried anew.
    case damaged(Int)
  }

  /// Puts the records of all documents found by this run into `output`, sorted by path, with the list of failures.
  ///
  /// The files appear whole, one after the other; `changes.jsonl` goes to `report`. In this order, so that it can be cut
  /// off anywhere: all lines into one new segment, on disk; the changes, on disk; the rows that point into it, on disk; the
  /// new names; the old segments' end. A segment that holds all lines as they are to be, which a first night's mostly
  /// does, is taken as it is.
  ///
  /// What somebody has to be told of is added to ``news()``.
  ///
  /// - Parameter mayRemove: Whether so many records may go.
  /// - Throws: ``StateError``, or the ``Removal`` that may not be; what was published before is untouched then. Damage in the
  ///   third round is the state's own.
  package func publish(
    to output: Folder, report: Folder, _ style: CSVStyle = .plain,
    mayRemove: @escaping (Removal) -> Bool = { _ in true }
  ) throws -> Publication {
    try commit()
    let isUntouched = try index.read { db in
      try Self.hasStamp(output, Self.recordsName, db)
        && Self.hasStamp(output, Self.failuresName, db) && !Self.hasChanges(db)
        && Index.meta(Self.styleName, db) == "\(style)"
        && Index.meta(Self.movedMembersName, db) != "1"
    }
    if isUntouched {
      try wrap { try report.replace(Self.changesName) { _ in } }
      return .done
    }
    let inOrder = try segmentInOrder()
    let number = try inOrder ?? nextSegmentNumber()
    let publisher = try wrap {
      try Publisher(
        number, self, isInOrder: inOrder != nil, output: output, report: report, style,
        mayRemove: mayRemove)
    }
    do {
      try index.write { db in
        try publisher.run(db)
        // Nothing of this transaction may stay where a line is missing.
        guard publisher.damaged.isEmpty else { throw Incomplete() }
        try wrap { try publisher.close() }
      }
    } catch {
      publisher.discard()
      guard error is Incomplete else { throw error }
      // Rows that damage has put out of order are found by one question and not by the other.
      guard repairs < Self.mostRepairs else {
        throw StateError.damaged("records are damaged each time they are written")
      }
      repairs += 1
      try index.write { db in for path in publisher.damaged { try forget(path, db) } }
      return .damaged(publisher.damaged.count)
    }
    try wrap {
      try shareRecords(number, output)
      try publisher.showFailures()
    }
    try index.write { db in
      for name in [Self.recordsName, Self.failuresName] {
        try Index.setMeta("stamp of \(name)", Self.stamp(output, name), db)
      }
      try Index.setMeta(Self.styleName, "\(style)", db)
      try Index.setMeta(Self.publishedSegment, String(number), db)
      try Index.setMeta(Self.movedMembersName, "0", db)
    }
    // What is published is never written to again.
    endSegment()
    try removeSegments(except: [number])
    return .done
  }

  private struct Incomplete: Error {}
  private static let mostRepairs = 2
  private static let styleName = "style of \(failuresName)"

  /// Makes the segment the published file, as a second name of it where the file system can.
  private func shareRecords(_ number: Int, _ output: Folder) throws {
    do throws(FileError) {
      try folder.link(Self.segmentName(number), as: Self.recordsName, in: output)
    } catch {
      // A name that it didn't get is another matter.
      guard error.operation == "link", let reader = try folder.open(Self.segmentName(number)) else {
        throw error
      }
      try output.replace(Self.recordsName) { writer throws(FileError) in
        var offset = 0
        while case let piece = try reader.read(at: offset, count: 1 << 20), !piece.isEmpty {
          try writer.write(piece)
          offset += piece.count
        }
      }
    }
  }

  private func forget(_ path: [UInt8], _ db: Database) throws {
    if let (archive, _) = MemberPath.parts(path) {
      // Only with its archive is it read again; what the archive was is not to stand in the way.
      try db.execute(sql: "DELETE FROM entries WHERE path = ?", arguments: [Data(archive)])
      try db.execute(
        sql: "UPDATE found SET action = ? WHERE path = ?", arguments: [round, Data(archive)])
      try db.execute(
        sql: "UPDATE found SET action = ? WHERE path = ?",
        arguments: [FoundRow.Action.member.rawValue, Data(path)])
    } else if try RowStatement(
      """
      SELECT \(Entry.selection) FROM entries JOIN found ON found.path = entries.path
      WHERE entries.path = ?
      """, db
    ).first({ $0.add(path) }, { Entry(&$0) }) != nil {
      // Only its line is damaged: what was published of it stays known till its document is converted again.
      try db.execute(
        sql: "UPDATE found SET action = ? WHERE path = ?", arguments: [round, Data(path)])
      return
    }
    try db.execute(sql: "DELETE FROM entries WHERE path = ?", arguments: [Data(path)])
    if db.changesCount > 0 {
      // What was published of it is no longer known: should its file be gone too, that has to be said, else it comes back.
      try db.execute(
        sql: "INSERT OR IGNORE INTO news (path, kind) VALUES (?, ?)",
        arguments: [Data(path), News.Kind.removed.rawValue])
    }
    guard MemberPath.parts(path) == nil else { return }
    try db.execute(
      sql: "UPDATE found SET action = ? WHERE path = ?", arguments: [round, Data(path)])
  }

  private static func hasChanges(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM entries WHERE published IS NOT fingerprint)
          OR EXISTS (SELECT 1 FROM entries WHERE path NOT IN (SELECT path FROM found))
          OR EXISTS (SELECT 1 FROM found WHERE path NOT IN (SELECT path FROM entries))
        """) ?? true
  }

  private static func hasStamp(_ output: Folder, _ name: String, _ db: Database) throws -> Bool {
    try output.stamp(name) != nil
      && Index.meta("stamp of \(name)", db) == stamp(output, name)
  }

  private static func stamp(_ output: Folder, _ name: String) -> String {
    output.stamp(name).map { "\($0.inode) \($0.size) \($0.modified) \($0.changed)" } ?? "none"
  }

  /// Turns errors of files into ``StateError``.
  private func wrap<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as FileError { throw StateError.file(error) }
  }
}
