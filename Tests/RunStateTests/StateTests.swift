import Diagnostics
import DurableFiles
import Foundation
import InputFiles
import RecordWriting
import ReportRecords
import RunState
import TestSupport
import Testing

/// A state in a folder of its own, as a run uses it.
private struct Night {
  let place: URL
  let output: Folder
  let state: State
  let report: Folder
  static let policy = State.Policy(rules: "r1", backends: Backends())

  init(_ place: URL) throws {
    self.place = place
    output = try Folder.creating(place.path)
    state = try State(in: output.folder("state"))
    report = try output.folder("report")
  }

  func plan(
    _ files: [FoundRow], _ policy: State.Policy = policy, unreadable: [String] = []
  ) throws -> State.Plan {
    try state.plan(policy) { take, keepBelow in
      for file in files { try take(file) }
      for folder in unreadable { try keepBelow(Array(folder.utf8)) }
    }
  }

  /// Gives every document of the plan a record that says `text`.
  func convert(_ text: String, failure: Failure? = nil) throws {
    for row in try state.work(after: [], limit: 100) { try add(row, text, failure) }
    try state.finishWork()
  }

  func add(_ row: FoundRow, _ text: String, _ failure: Failure? = nil) throws {
    let record = Night.record(row.path, text, failure)
    let line = Night.line(record)
    var entry = Entry(
      path: row.path, size: row.size, modified: row.modified,
      fingerprint: Digest.fingerprint(line), facts: RecordFacts(record),
      rules: Entry.Rules(program: "r1", backend: nil), isPortable: true,
      mayPass: failure?.code.isRetryable ?? false)
    #expect(try row.previous == state.entry(at: row.path))
    entry.published = row.previous?.published
    try state.add(line, entry)
  }

  static func line(_ record: Record) -> [UInt8] {
    var writer = RecordWriter()
    return writer.line(record)
  }

  static func record(_ path: [UInt8], _ text: String, _ failure: Failure? = nil) -> Record {
    let path = String(decoding: path, as: UTF8.self)
    var content = Content()
    content.title = text
    return Record(
      docID: "0123456789abcdef", status: failure == nil ? .ok : .failed,
      source: Record.Source(
        path: path, name: path, bytes: 1, sha256: Digest.sha256(Array(text.utf8)),
        mediaType: nil),
      extraction: Record.Extraction(
        extractor: "text", method: .native, pages: nil, chars: 0, tables: 0),
      content: content, issues: [], failure: failure)
  }

  @discardableResult
  func publish() throws -> State.Publication { try state.publish(to: output, report: report) }

  func text(_ name: String) throws -> String {
    try String(contentsOf: place.appending(path: name), encoding: .utf8)
  }

  /// `path title` of each published line.
  func published() throws -> [String] {
    try text("records.jsonl").split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let record = try #require(object as? [String: Any])
      let path = (record["source"] as? [String: Any])?["path"] as? String
      return "\(path ?? "-") \(record["title"] as? String ?? "-")"
    }
  }

  func stateFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place.appending(path: "state").path)
      .filter { !$0.hasPrefix("index") }.sorted()
  }
}

private func file(_ path: String, size: Int = 1, modified: Int = 5) -> FoundRow {
  FoundRow(path: Array(path.utf8), size: size, modified: modified, url: nil, problem: nil)
}

/// What `night` publishes: added, changed, removed, documents that fail and had not.
private func changes(_ night: Night) throws -> [Int] {
  try night.state.clearNews()
  guard case .done = try night.publish() else { throw Unexpected() }
  let news = try night.state.news()
  return [news.added, news.changed, news[.removed], news[.failed] + news[.lost]]
}

private func numbers(_ plan: State.Plan) -> [Int] {
  [plan.found, plan.work, plan.new, plan.removed]
}

private func paths(_ rows: [FoundRow]) -> [String] {
  rows.map { String(decoding: $0.path, as: UTF8.self) }
}

@Test func recordsArePublishedInTheOrderOfTheirPathsBytes() throws {
  try inTemporaryFolder { place in
    let night = try Night(place)
    let plan = try night.plan([file("b/1"), file("a"), file("é"), file("B")])
    #expect(numbers(plan) == [4, 4, 4, 0])
    try night.convert("t")
    #expect(try changes(night) == [4, 0, 0, 0])
    #expect(try night.published() == ["B t", "a t", "b/1 t", "é t"])
    // Its lines were in that order already.
    #expect(try night.stateFiles() == ["records-1.jsonl"])
  }
}

@Test(arguments: [(["a", "b"], "records-1.jsonl"), (["b"], "records-2.jsonl")])
func linesWaitForThoseOfPathsBeforeTheirs(settled: [String], segment: String) throws {
  try inTemporaryFolder { place in
    let night = try Night(place)
    _ = try night.plan([file("a"), file("b")])
    for row in try night.state.work(after: [], limit: 9).reversed() {
      try night.add(row, "t")
      // As if no record of a path before these were still to come.
      if settled.contains(String(decoding: row.path, as: UTF8.self)) {
        try night.state.settle(before: settled == ["b"] ? nil : row.path)
      }
      let entry = try #require(try night.state.entry(at: row.path))
      #expect(try night.state.line(of: entry) == Night.line(Night.record(row.path, "t")))
    }
    try night.state.finishWork()
    #expect(try changes(night) == [2, 0, 0, 0])
    #expect(try night.published() == ["a t", "b t"])
    #expect(try night.stateFiles() == [segment])
    // What is published is not added to.
    _ = try night.plan([file("a"), file("b"), file("c")])
    try night.convert("u")
    #expect(try night.published() == ["a t", "b t"])
    #expect(try changes(night) == [1, 0, 0, 0])
    #expect(try night.published() == ["a t", "b t", "c u"])
  }
}

@Test func onlyWhatChangedIsWork() throws {
  try inTemporaryFolder { place in
    try {
      let night = try Night(place)
      _ = try night.plan([file("a"), file("b"), file("c"), file("d")])
      try night.convert("t")
      try night.publish()
    }()
    let night = try Night(place)
    let plan = try night.plan([file("a"), file("b", size: 2), file("c", modified: 6), file("e")])
    #expect(numbers(plan) == [4, 3, 1, 1])
    #expect(try paths(night.state.work(after: [], limit: 2)) == ["b", "c"])
    try night.convert("u")
    #expect(try changes(night) == [1, 2, 1, 0])
    #expect(try night.published() == ["a t", "b u", "c u", "e u"])
    #expect(
      try night.text("report/changes.jsonl") == """
        {"change":"changed","path":"b","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
        {"change":"changed","path":"c","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
        {"change":"removed","path":"d","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}
        {"change":"added","path":"e","status":"ok","code":null,"previous_code":null,"to":null,"container_path":null}

        """)
  }
}

@Test(arguments: [
  (State.Policy(rules: "r2", backends: Backends()), 2),
  (State.Policy(rules: "r1", backends: Backends(pdf: "x")), 0),
])
func newRulesMakeAllRecordsAnew(policy: State.Policy, work: Int) throws {
  try inTemporaryFolder { place in
    let night = try Night(place)
    _ = try night.plan([file("a"), file("b")])
    try night.convert("t")
    #expect(try night.plan([file("a"), file("b")], policy).work == work)
  }
}

private func backends(_ converters: [String: String], office: String? = nil) -> Backends {
  Backends(
    office: office,
    converters: converters.isEmpty ? nil : converters.values.sorted().joined(),
    converter: { name in
      converters.first { name.suffix($0.key.utf8.count).elementsEqual($0.key.utf8) }.map {
        Backends.Converter(identity: $0.value, seconds: 60)
      }
    })
}

private func entry(_ path: String, backend: String?) -> Entry {
  Entry(
    path: Array(path.utf8), size: 1, modified: 1, fingerprint: [],
    facts: RecordFacts(Night.record(Array(path.utf8), "t")),
    rules: Entry.Rules(program: "r", backend: backend), isPortable: true, mayPass: false)
}

@Test func aChangedConverterConcernsTheFilesThatItIsFor() {
  let old = backends([".a": "1", ".b": "2"])
  let a = entry("x/1.a", backend: old.noted(of: "converter", path: Array("x/1.a".utf8)))
  let b = entry("x/1.b", backend: old.noted(of: nil, path: Array("x/1.b".utf8)))
  let c = entry("x/1.c", backend: old.noted(of: "docx", path: Array("x/1.c".utf8)))
  func current(_ backends: Backends) -> [Bool] {
    [a, b, c].map { State.Policy(rules: "r", backends: backends).isCurrent($0) }
  }
  #expect(current(old) == [true, true, true])
  #expect(current(backends([".a": "1", ".b": "3"])) == [true, false, true])
  #expect(current(backends([".a": "1"])) == [true, false, true])
  #expect(current(backends([".a": "1", ".b": "2", ".c": "4"])) == [true, true, false])
  #expect(old.seconds(forFileAt: Array("x/1.a".utf8)) == 60)
  #expect(old.seconds(forFileAt: Array("x.a/1".utf8)) == 0)
  #expect(!old.readAlike(Array("1.a".utf8), Array("1.c".utf8)))
}

@Test func aMemberOfAnArchiveIsKnownByItsOwnName() {
  let path = MemberPath.bytes(Array("a.zip".utf8), place: 3, name: "报告/1.a")
  #expect(backends([".a": "1"]).noted(of: "converter", path: path) == "converter 1")
  #expect(
    backends([".a": "1"]).noted(of: ["converter 1", "office 2", "3"]) == "3\noffice 2\nconverter 1")
  #expect(backends([:]).noted(of: []) == nil)
}

@Test func libreOfficeThatCameOrChangedReadsAnew() {
  let without = entry("1.rtf", backend: backends([:]).noted(of: "libreoffice", path: []))
  let with = entry("1.rtf", backend: backends([:], office: "7").noted(of: "libreoffice", path: []))
  func current(_ office: String?) -> [Bool] {
    [without, with].map {
      State.Policy(rules: "r", backends: backends([:], office: office)).isCurrent($0)
    }
  }
  #expect(current(nil) == [true, true])
  #expect(current("7") == [false, true])
  #expect(current("8") == [false, false])
}

@Test func failuresThatMayPassAreMetAFewTimesAndOthersOnce() throws {
  try inTemporaryFolder { place in
    let night = try Night(place)
    _ = try night.plan([file("a")])
    try night.convert("t", failure: Failure(.zipCorrupt, "no, \"sir\""))
    #expect(try night.plan([file("a")]).work == 0)
    var retry = Night.policy
    retry.retryFailed = true
    #expect(try night.plan([file("a")], retry).work == 1)
    try night.convert("t", failure: Failure(.workerTimeout, "slow"))
    #expect(try night.plan([file("a")]).work == 1)
    var never = Night.policy
    never.attempts = 1
    #expect(try night.plan([file("a")], never).work == 0)
    #expect(try changes(night) == [1, 0, 0, 1])
    #expect(
      try night.text("failures.csv") == """
        path,code,stage,retryable,bytes,message,container_path
        a,worker_timeout,extract,true,1,slow,

        """)
  }
}

@Test func whatCannotBeLookedAtTonightStands() throws {
  try inTemporaryFolder { place in
    let night = try Night(place)
    _ = try night.plan([file("d/a"), file("d/b/c"), file("d0"), file("e")])
    try night.convert("t")
    try night.publish()
    let problem = FoundRow(
      path: Array("d".utf8), size: 0, modified: 0, url: nil,
      problem: Failure(.inputUnreadable, "Permission denied", stage: .input))
    let plan = try night.plan([problem, file("e")], unreadable: ["d"])
    #expect(numbers(plan) == [4, 1, 1, 1])
    try night.convert("x", failure: problem.problem)
    try night.publish()
    #expect(try night.published() == ["d x", "d/a t", "d/b/c t", "e t"])
  }
}

@Test func anInterruptedNightGoesOnWhereItWas() throws {
  try inTemporaryFolder { place in
    try {
      let night = try Night(place)
      _ = try night.plan([file("a"), file("b")])
      let record = Night.record(Array("a".utf8), "t")
      let line = Night.line(record)
      try night.state.add(
        line,
        Entry(
          path: Array("a".utf8), size: 1, modified: 5, fingerprint: Digest.fingerprint(line),
          facts: RecordFacts(record), rules: Entry.Rules(program: "r1", backend: nil),
          isPortable: true, mayPass: false))
      try night.state.commit()
    }()
    let night = try Night(place)
    #expect(try night.plan([file("a"), file("b")]).work == 1)
    try night.convert("u")
    try night.publish()
    #expect(try night.published() == ["a t", "b u"])
    #expect(try night.stateFiles().count == 1)
  }
}

@Test func aRecordDamagedOnDiskIsMadeAnew() throws {
  try inTemporaryFolder { place in
    try {
      let night = try Night(place)
      _ = try night.plan([file("a"), file("b")])
      try night.convert("text")
      try night.publish()
    }()
    let records = place.appending(path: "records.jsonl")
    let handle = try FileHandle(forUpdating: records)
    let content = try Data(contentsOf: records)
    let at = try #require(content.range(of: Data("text".utf8))).lowerBound
    try handle.seek(toOffset: UInt64(at))
    try handle.write(contentsOf: Data("T".utf8))
    try handle.close()
    let night = try Night(place)
    #expect(try night.plan([file("a"), file("b")]).work == 0)
    guard case .damaged(1) = try night.publish() else { throw Unexpected() }
    #expect(try paths(night.state.work(after: [], limit: 9)) == ["a"])
    try night.convert("text")
    // It is the record that was published.
    #expect(try changes(night) == [0, 0, 0, 0])
    #expect(try night.published() == ["a text", "b text"])
  }
}

@Test func nothingIsPublishedWhileAnInputHasNoRecord() throws {
  try inTemporaryFolder { place in
    let night = try Night(place)
    _ = try night.plan([file("a"), file("b")])
    try night.convert("t")
    try night.publish()
    _ = try night.plan([file("a"), file("b"), file("c")])
    try night.state.finishWork()
    guard case .damaged(1) = try night.publish() else { throw Unexpected() }
    #expect(try night.published() == ["a t", "b t"])
    #expect(try paths(night.state.work(after: [], limit: 9)) == ["c"])
    try night.convert("u")
    #expect(try changes(night) == [1, 0, 0, 0])
    #expect(try night.published() == ["a t", "b t", "c u"])
  }
}

private struct Unexpected: Error {}

@Test func publishedFilesThatAreGoneComeBack() throws {
  try inTemporaryFolder { place in
    let night = try Night(place)
    _ = try night.plan([file("a")])
    try night.convert("t")
    try night.publish()
    for name in ["records.jsonl", "failures.csv"] {
      try FileManager.default.removeItem(at: place.appending(path: name))
      #expect(try night.plan([file("a")]).work == 0)
      #expect(try changes(night) == [0, 0, 0, 0])
      #expect(try night.published() == ["a t"])
      #expect(try night.text("failures.csv").hasPrefix("path,code"))
    }
  }
}

@Test func aDamagedIndexIsNotTrusted() throws {
  try inTemporaryFolder { place in
    try {
      let night = try Night(place)
      _ = try night.plan((0..<200).map { file("file \($0)") })
      try night.convert("t")
      try night.publish()
    }()
    let index = place.appending(path: "state/index.sqlite")
    let whole = try Data(contentsOf: index)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<60 {
      var damaged = whole
      let place0 = Int.random(in: 0..<damaged.count, using: &generator)
      damaged[place0] ^= UInt8(1 << Int.random(in: 0..<8, using: &generator))
      try damaged.write(to: index)
      do {
        let night = try Night(place)
        _ = try night.plan((0..<200).map { file("file \($0)") })
        var known = 0
        for number in 0..<200 {
          guard let entry = try night.state.entry(at: Array("file \(number)".utf8)) else {
            continue
          }
          known += 1
          let line = try night.state.line(of: entry)
          #expect(
            line == nil || line == Night.line(Night.record(entry.path, "t")), "byte \(place0)")
          #expect(entry.size == 1 && entry.status == "ok" && entry.rules.program == "r1")
        }
        #expect(known <= 200)
      } catch is StateError {
        // Refused as a whole, which is as good.
      }
    }
  }
}
