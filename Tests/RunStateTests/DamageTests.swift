import DurableFiles
import Foundation
import GRDB
import InputFiles
import RecordWriting
import ReportRecords
import RunState
import TestSupport
import Testing

/// Damage to the index that no check of SQLite's sees, found by fuzzing.
@Suite struct DamageTests {
  @Test func aLostCountOfSegmentsLeavesWhatIsPublished() throws {
    try inTemporaryFolder { place in
      try run(place, ["a", "b"])
      try change("segment1", to: "segmentx", in: place)
      let state = try opened(place)
      #expect(try plan(state, ["a", "b", "c"]).work == 1)
      try convert(state)
      #expect(try publish(state, place) == "done")
      #expect(try published(place) == ["a", "b", "c"])
    }
  }

  @Test func aDamagedRowBelowAnUnreadableFolderIsNoRecord() throws {
    try inTemporaryFolder { place in
      try run(place, ["d/1"])
      // In the head of the row: a path of three bytes, a size of two; then words where the size is.
      try change("\u{12}\u{2}\u{1}", to: "\u{12}\u{11}\u{1}", in: place)
      let state = try opened(place)
      #expect(try plan(state, [], unreadable: "d").found == 0)
      #expect(isRefused { _ = try publish(state, place) })
      #expect(try published(place) == ["d/1"])
    }
  }

  @Test func aRowWhosePathIsNoPathMakesTheStateDamaged() throws {
    try inTemporaryFolder { place in
      try run(place, ["d/1"])
      // Text instead of bytes, where nothing looks for it: nobody would ever miss or replace the record.
      try change("\u{12}\u{2}\u{1}", to: "\u{13}\u{2}\u{1}", in: place)
      let error = #expect(throws: StateError.self) { try opened(place) }
      #expect(error?.isDamage == true)
    }
  }

  @Test func anAnswerOfAnotherTypeIsDamage() throws {
    try inTemporaryFolder { place in
      _ = try opened(place)
      let index = place.appending(path: "state/index.sqlite").path
      // As a damaged page leaves it: SQLite finds nothing wrong with a NULL where there can be none.
      try DatabaseQueue(path: index).writeWithoutTransaction { db in
        try db.execute(
          sql: """
            DROP TABLE grdb_migrations; CREATE TABLE grdb_migrations (identifier TEXT);
            INSERT INTO grdb_migrations VALUES (NULL);
            """)
      }
      #expect(isRefused { _ = try opened(place) })
    }
  }

  @Test func whatStaysDamagedMakesTheStateDamaged() throws {
    try inTemporaryFolder { place in
      let state = try opened(place)
      #expect(try plan(state, ["a"]).work == 1)
      for _ in 0..<2 {
        try state.finishWork()
        #expect(try publish(state, place) == "damaged")
        // As by a row out of order: what is added can't be found.
        #expect(try state.work(after: [], limit: 9).count == 1)
      }
      try state.finishWork()
      #expect(isRefused { _ = try publish(state, place) })
    }
  }

  @Test func filesWithoutAnEndCanBeCounted() throws {
    try inTemporaryFolder { place in
      let state = try opened(place)
      let plan = try state.plan(policy) { take, _ in
        for path in ["a", "b", "c"] { try take(row(path, size: .max)) }
      }
      #expect("\(plan.found) \(plan.bytes)" == "3 \(3 << 40)")
    }
  }

  // MARK: A night

  /// Whether the state says that it is damaged, so that a run puts it aside.
  private func isRefused(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return false
    } catch {
      return (error as? StateError)?.isDamage == true
    }
  }

  private let policy = State.Policy(rules: "r1", backends: Backends())

  private func row(_ path: String, size: Int = 300) -> FoundRow {
    FoundRow(path: Array(path.utf8), size: size, modified: 5, url: nil, problem: nil)
  }

  private func opened(_ place: URL) throws -> State {
    try State(in: Folder.creating(place.path).folder("state"))
  }

  private func plan(
    _ state: State, _ paths: [String], unreadable: String? = nil
  ) throws -> State.Plan {
    try state.plan(policy) { take, keepBelow in
      for path in paths { try take(row(path)) }
      if let unreadable { try keepBelow(Array(unreadable.utf8)) }
    }
  }

  private func convert(_ state: State) throws {
    for row in try state.work(after: [], limit: 100) {
      let path = String(decoding: row.path, as: UTF8.self)
      var writer = RecordWriter()
      let record = Record(
        docID: "0123456789abcdef", status: .ok,
        source: Record.Source(path: path, name: path, bytes: 1, sha256: nil, mediaType: nil),
        extraction: Record.Extraction(
          extractor: "text", method: .native, pages: nil, chars: 0, tables: 0),
        content: Content(), issues: [], failure: nil)
      let line = writer.line(record)
      try state.add(
        line,
        Entry(
          path: row.path, size: row.size, modified: row.modified,
          fingerprint: Digest.fingerprint(line), facts: RecordFacts(record),
          rules: Entry.Rules(program: "r1", backend: nil), isPortable: true, mayPass: false))
    }
    try state.finishWork()
  }

  private func publish(_ state: State, _ place: URL) throws -> String {
    let output = try Folder.creating(place.path)
    return switch try state.publish(to: output, report: output.folder("report")) {
    case .done: "done"
    case .damaged: "damaged"
    }
  }

  /// A whole night that leaves the state closed.
  private func run(_ place: URL, _ paths: [String]) throws {
    let state = try opened(place)
    _ = try plan(state, paths)
    try convert(state)
    try #require(try publish(state, place) == "done")
  }

  private func published(_ place: URL) throws -> [String] {
    try Data(contentsOf: place.appending(path: "records.jsonl")).split(separator: 0x0A).map {
      line in
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      let source = try #require(object?["source"] as? [String: Any])
      return try #require(source["path"] as? String)
    }
  }

  /// Puts bytes of the index in the place of others, as many.
  private func change(_ old: String, to new: String, in place: URL) throws {
    let file = place.appending(path: "state/index.sqlite")
    var bytes = try Data(contentsOf: file)
    let range = try #require(bytes.range(of: Data(old.utf8)))
    bytes.replaceSubrange(range, with: Data(new.utf8))
    try bytes.write(to: file)
  }
}
