internal import Diagnostics
internal import DurableFiles
internal import Foundation
internal import InputFiles
internal import RecordWriting
internal import ReportRecords
internal import RunState

/// A sound state of a few documents, as one run leaves it, and where to put damaged copies of it.
struct Template {
  static let paths = ["a.docx", "b/1.pdf", "b/2.txt", "c.docx", "甲.pdf"].map { Array($0.utf8) }
  static let policy = State.Policy(rules: "r1", backend: "poppler 22")

  /// In memory: a hundred damaged states a second are no work for a disk.
  let place: String
  let index: [UInt8]
  let segment: [UInt8]
  let segmentName: String
  let entries: [[UInt8]: Entry]
  let lines: [[UInt8]: [UInt8]]

  init() throws {
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
    place = "\(base)/gongkai-fuzz-\(getpid())"
    let output = try Folder.creating(place)
    var entries: [[UInt8]: Entry] = [:]
    var lines: [[UInt8]: [UInt8]] = [:]
    var writer = RecordWriter()
    do {
      let state = try State(in: output.folder("state"))
      try state.setURLs { try $0(Self.paths[0], "https://example.invalid/a") }
      _ = try state.plan(Self.policy) { take, _ in for row in Self.found { try take(row) } }
      for row in try state.work(after: [], limit: 100) {
        let record = Self.record(row)
        let line = writer.line(record)
        try state.add(
          line,
          Entry(
            path: row.path, size: row.size, modified: row.modified,
            fingerprint: Digest.fingerprint(line), facts: RecordFacts(record),
            rules: Entry.Rules(program: "r1", backend: "poppler 22"), isPortable: true,
            mayPass: record.status == .failed))
        lines[row.path] = line
      }
      try state.finishWork()
      _ = try state.publish(to: output, report: output.folder("report"))
      for path in Self.paths { entries[path] = try state.entry(at: path) }
    }
    let folder = URL(filePath: place).appending(path: "state")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    guard let name = names.first(where: { $0.hasPrefix("records-") }) else {
      fatalError("no segment among \(names)")
    }
    segmentName = name
    index = Array(try Data(contentsOf: folder.appending(path: "index.sqlite")))
    segment = Array(try Data(contentsOf: folder.appending(path: name)))
    self.entries = entries
    self.lines = lines
    guard entries.count == Self.paths.count, index.count > 8_192 else {
      fatalError("the state is not as it should be: \(entries.count) \(index.count) \(names)")
    }
  }

  /// Whether `line`, without its LF, was written for one of the documents.
  func isLine(_ line: Data) -> Bool { lines.values.contains(Array(line) + [0x0A]) }

  static var found: [FoundRow] {
    paths.enumerated().map { number, path in
      FoundRow(
        path: path, size: 100 + number % 2, modified: 1_700_000_000_000_000_000 + number, url: nil,
        problem: nil)
    }
  }

  private static func record(_ row: FoundRow) -> Record {
    let path = String(decoding: row.path, as: UTF8.self)
    let isFailed = path.hasSuffix(".pdf")
    var content = Content()
    content.title = path
    return Record(
      docID: "0123456789abcdef", status: isFailed ? .failed : .ok,
      source: Record.Source(
        path: path, name: path, bytes: row.size, sha256: String(repeating: "e", count: 64),
        mediaType: nil),
      extraction: Record.Extraction(
        extractor: "text", method: .native, pages: nil, chars: 0, tables: 0),
      content: content, issues: [],
      failure: isFailed ? Failure(.backendTimeout, "took too long") : nil)
  }
}
