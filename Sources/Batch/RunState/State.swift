package import DurableFiles
internal import Foundation
internal import GRDB
internal import InputFiles

/// What is known from run to run: the index, and the lines of all records in segment files beside it.
///
/// A record counts from the moment at which its line and then its row are on disk. Lines are appended; a row says where
/// its line lies and what its fingerprint is. One process has the state at a time: the lock is the caller's.
package final class State {
  let folder: Folder
  let index: Index
  /// Where the lines of this run go; nil until there is one.
  private var segment: (number: Int, writer: FileWriter)?
  private var pending: [Entry] = []
  private var pendingBytes = 0
  /// Lines that wait for those of paths before theirs, in the order of their paths.
  private var waiting: [(entry: Entry, line: [UInt8])] = []
  private var waitingBytes = 0
  private var readers: [Int: FileReader] = [:]
  /// What stands in `found.action` of the documents to be converted now: those of the plan, then those found damaged.
  var round = FoundRow.Action.convert.rawValue
  /// Publications of this run that found damage.
  package internal(set) var repairs = 0

  /// Opens the state in `folder`, makes it where there is none.
  ///
  /// - Throws: ``StateError``.
  package init(in folder: Folder) throws {
    self.folder = folder
    index = try Index(in: folder)
    try removeLeftovers()
  }

  /// Why a run can't take up the state in `folder` and won't begin anew either; nil where it can.
  ///
  /// Changes nothing.
  package static func objection(in folder: Folder) -> StateError? {
    Index.isNewer(in: folder) ? .newer(folder: folder.path) : nil
  }

  /// Puts a damaged state aside, under a name that tells when, so that the next one starts from nothing.
  package static func setAside(in folder: Folder, as suffix: String) throws(FileError) {
    for name in try folder.names() where name.hasPrefix(Index.name) {
      try folder.rename(name, to: "damaged-\(suffix)-\(name)")
    }
  }

  // MARK: Records

  /// Whether the record of `entry` was made by this run.
  package func isFresh(_ entry: Entry) -> Bool { entry.place.segment == segment?.number }

  /// Remembers a record, whose line has the entry's fingerprint; it counts after the next `commit`.
  ///
  /// Its line waits for those of the paths before it until `settle` says that there are none. There is no more than a
  /// batch of waiting lines: what takes longer loses its place.
  package func add(_ line: [UInt8], _ entry: Entry) throws {
    var entry = entry
    entry.place = Entry.LinePlace(
      segment: try openSegment().number, offset: 0, length: line.count)
    let last = waiting.lastIndex { !entry.path.lexicographicallyPrecedes($0.entry.path) }
    waiting.insert((entry, line), at: last.map { $0 + 1 } ?? 0)
    waitingBytes += line.count
    if waiting.count >= Self.batchEntries || waitingBytes >= Self.batchBytes {
      try settle(before: nil)
    }
  }

  /// Says that every record of a path before `path` was added, or every one at all: their lines are written.
  package func settle(before path: [UInt8]?) throws {
    var settled = waiting[...]
    if let path { settled = waiting.prefix { $0.entry.path.lexicographicallyPrecedes(path) } }
    guard !settled.isEmpty else { return }
    let segment = try openSegment()
    for (entry, line) in settled {
      var entry = entry
      entry.place.offset = segment.writer.offset
      do { try segment.writer.write(line) } catch { throw StateError.file(error) }
      pending.append(entry)
      pendingBytes += line.count
      waitingBytes -= line.count
    }
    waiting.removeFirst(settled.count)
    if pending.count >= Self.batchEntries || pendingBytes >= Self.batchBytes {
      try commitSettled()
    }
  }

  /// Notes that the record of `entry` stands although its file's size, time or side-car may have changed.
  package func keep(_ entry: Entry) throws {
    pending.append(entry)
    if pending.count >= Self.batchEntries { try commitSettled() }
  }

  /// Makes everything that was added count.
  package func commit() throws {
    try settle(before: nil)
    try commitSettled()
  }

  /// Makes that count whose line was written.
  package func commitSettled() throws {
    guard !pending.isEmpty else { return }
    try commitSettled { _ in }
  }

  /// - Parameter more: What counts together with it.
  func commitSettled(_ more: (Database) throws -> Void) throws {
    do { try segment?.writer.synchronize() } catch { throw StateError.file(error) }
    try index.write { db in
      let upsert = try RowStatement(Entry.upsert, db)
      for entry in pending { try upsert.run(entry.bind) }
      try more(db)
    }
    pending.removeAll(keepingCapacity: true)
    pendingBytes = 0
  }

  /// The line of `entry`; nil where it isn't there as it was written.
  package func line(of entry: Entry) throws -> [UInt8]? {
    if let known = waiting.first(where: { $0.entry == entry }) { return known.line }
    let bytes: [UInt8]
    do throws(FileError) {
      if segment?.number == entry.place.segment { try segment?.writer.flush() }
      guard let reader = try reader(of: entry.place.segment) else { return nil }
      bytes = try reader.read(at: entry.place.offset, count: entry.place.length)
    } catch {
      throw StateError.file(error)
    }
    return Digest.fingerprint(bytes) == entry.fingerprint ? bytes : nil
  }

  /// The record of the file at `path`, also one that was added and not committed.
  package func entry(at path: [UInt8]) throws -> Entry? {
    if let new = waiting.last(where: { $0.entry.path == path }) { return new.entry }
    if let new = pending.last(where: { $0.path == path }) { return new }
    return try index.read { db in
      try RowStatement("SELECT \(Entry.selection) FROM entries WHERE path = ?", db)
        .first({ $0.add(path) }, { Entry(&$0) })
    }
  }

  /// What bytes a record was made of.
  package typealias KnownBytes = (path: [UInt8], sha256: String)

  /// Documents of `size` bytes whose records another may share, should its bytes turn out to be equal; at most `limit`
  /// that were made by the rules `program`.
  ///
  /// A hint out of the index alone, for every document of a run: ``entry(at:)`` tells whether it is true.
  package func shareable(ofSize size: Int, program: String, limit: Int) throws -> [KnownBytes] {
    var known: [KnownBytes] = []
    func take(_ entry: Entry) {
      guard entry.size == size, entry.isPortable, entry.rules.program == program,
        known.count < limit, let digest = entry.sha256
      else { return }
      known.append((entry.path, digest))
    }
    for (entry, _) in waiting { take(entry) }
    for entry in pending.reversed() { take(entry) }
    return try index.read { db in
      let statement = try RowStatement(
        """
        SELECT path, sha256 FROM entries
        WHERE size = ? AND portable = 1 AND program = ? AND sha256 IS NOT NULL LIMIT ?
        """, db)
      try statement.forEach {
        $0.add(size)
        $0.add(program)
        $0.add(limit - known.count)
      } _: {
        // A damaged row may hold anything.
        guard let path = $0.bytes(), let digest = $0.text() else { return }
        known.append((path, digest))
      }
      return known
    }
  }

  // MARK: Segments

  static func segmentName(_ number: Int) -> String { "records-\(number).jsonl" }

  private static func segmentNumber(_ name: String) -> Int? {
    guard name.hasPrefix("records-"), name.hasSuffix(".jsonl") else { return nil }
    return Int(name.dropFirst("records-".count).dropLast(".jsonl".count))
  }

  private func openSegment() throws -> (number: Int, writer: FileWriter) {
    if let segment { return segment }
    let number = try nextSegmentNumber()
    do throws(FileError) {
      let writer = try folder.create(Self.segmentName(number))
      try folder.synchronize()
      segment = (number, writer)
      return (number, writer)
    } catch {
      throw StateError.file(error)
    }
  }

  /// A number that no segment has or had: a row from before a crash must not point into another file.
  func nextSegmentNumber() throws -> Int {
    let present: [Int]
    do throws(FileError) { present = try folder.names().compactMap(Self.segmentNumber) } catch {
      throw StateError.file(error)
    }
    return try index.write { db in
      let counted = try Index.meta("segment", db).flatMap { Int($0) } ?? 0
      // The count may be damaged, and a segment that is there may be what is published, under its other name.
      let last = present.reduce(max(0, counted), max)
      guard last < Int.max else { throw StateError.damaged("segment \(last) is the last") }
      try Index.setMeta("segment", String(last + 1), db)
      return last + 1
    }
  }

  private func reader(of number: Int) throws(FileError) -> FileReader? {
    if let reader = readers[number] { return reader }
    let reader = try folder.open(Self.segmentName(number))
    readers[number] = reader
    return reader
  }

  /// Removes segments without a row, which an interrupted run has left, and rows whose path damage made something else
  /// than bytes: all of these sort before bytes, where nothing looks for them.
  private func removeLeftovers() throws {
    let used = try index.write { db in
      try db.execute(sql: "DELETE FROM entries WHERE path < x''")
      return try Set(Int.fetchAll(db, sql: "SELECT DISTINCT segment FROM entries"))
    }
    try removeSegments(except: used)
  }

  func removeSegments(except used: Set<Int>) throws {
    do throws(FileError) {
      let kept = Set(used.map(Self.segmentName))
      for name in try folder.names()
      where (name.hasPrefix("records-") && !kept.contains(name)) || name.hasSuffix(".tmp") {
        try folder.remove(name)
      }
    } catch {
      throw StateError.file(error)
    }
    readers = readers.filter { used.contains($0.key) }
  }

  // MARK: The order of lines

  /// The segment of this run, where it holds the line of every record in the order of their paths and nothing else.
  func segmentInOrder() throws -> Int? {
    guard let segment else { return nil }
    return try index.read { db in
      let rows = try RowStatement("SELECT segment, place, length FROM entries ORDER BY path", db)
      var end: Int? = 0
      try rows.forEach { _ in
      } _: { columns in
        // A damaged row may hold anything.
        guard let place = end, columns.number() == segment.number, columns.number() == place,
          let length = columns.number(), (0...segment.writer.offset).contains(length)
        else { return end = nil }
        end = place + length
      }
      return end == segment.writer.offset ? segment.number : nil
    }
  }

  /// Ends the segment of this run: what comes goes into another one.
  func endSegment() { segment = nil }

  /// Rows and bytes that one transaction carries: few enough to bound memory, enough to make an fsync cheap.
  private static let batchEntries = 256
  private static let batchBytes = 8 << 20
}
