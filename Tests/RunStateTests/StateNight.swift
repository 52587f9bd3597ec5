import Diagnostics
import DurableFiles
import Foundation
import InputFiles
import RecordWriting
import ReportRecords
import RunState

/// Nights over documents that are told in a word each.
struct StateNight {
  let state: State
  private let place: URL
  private let output: Folder
  private let report: Folder

  init(_ place: URL) throws {
    self.place = place
    output = try Folder.creating(place.path)
    state = try State(in: output.folder("state"))
    report = try output.folder("report")
  }

  /// Publishes a night in which these are all documents there are.
  ///
  /// - Parameter files: By path, nil for one that is empty; a text ends with `partial` or `unbalanced` where its record is
  ///   that, begins with `report` where it is a report with tables, and is `crash` where its worker crashes.
  func publish(
    _ files: [(path: String, text: String?)], unreadable: [String] = [],
    mayRemove: @escaping (State.Removal) -> Bool = { _ in true }
  ) throws {
    let texts = Dictionary(uniqueKeysWithValues: files)
    var policy = State.Policy(rules: "r", backends: Backends())
    policy.checksum = true
    _ = try state.plan(policy) { take, keepBelow in
      for folder in unreadable { try keepBelow(Array(folder.utf8)) }
      for file in files {
        try take(
          FoundRow(
            path: Array(file.path.utf8), size: file.text?.count ?? 0, modified: 1, url: nil,
            problem: nil))
      }
    }
    for row in try state.work(after: [], limit: 100) {
      try add(row, texts[String(decoding: row.path, as: UTF8.self)] ?? nil)
    }
    try state.finishWork()
    guard case .done = try state.publish(to: output, report: report, mayRemove: mayRemove) else {
      throw StateError.damaged("a record")
    }
  }

  func adopt() throws -> Int { try state.adopt(from: output) }

  func text(_ name: String) throws -> String {
    try String(contentsOf: place.appending(path: name), encoding: .utf8)
  }

  private func add(_ row: FoundRow, _ text: String?) throws {
    let path = String(decoding: row.path, as: UTF8.self)
    let failure: Failure? =
      switch text {
      case nil: Failure(.inputEmpty, "The file has no bytes", stage: .input)
      case "crash": Failure(.workerCrashed, "the worker was ended by signal 11", stage: .run)
      default: nil
      }
    var content = Content()
    content.title = text
    let record = Record(
      docID: "0123456789abcdef", status: failure == nil ? .ok : .failed,
      source: Record.Source(
        path: path, name: path, bytes: row.size, sha256: Digest.sha256(Array((text ?? "").utf8)),
        mediaType: nil),
      extraction: Record.Extraction(
        extractor: "text", method: .native, pages: nil, chars: 0, tables: 0),
      content: content, issues: [], failure: failure)
    var writer = RecordWriter()
    let line = writer.line(record)
    var facts = RecordFacts(record)
    if text?.hasSuffix("partial") == true { facts.status = "partial" }
    if text?.hasPrefix("report") == true {
      facts.isReport = true
      facts.edition = text?.hasPrefix("report without") == true ? nil : "e2021"
    }
    if text?.hasSuffix("unbalanced") == true { facts.failedChecks = ["A1"] }
    var entry = Entry(
      path: row.path, size: row.size, modified: row.modified,
      fingerprint: Digest.fingerprint(line), facts: facts,
      rules: Entry.Rules(program: "r", backend: nil), isPortable: true, mayPass: false)
    entry.published = row.previous?.published
    try state.add(line, entry)
  }
}
