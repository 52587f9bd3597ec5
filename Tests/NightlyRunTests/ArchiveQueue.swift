import Conversion
import Diagnostics
import DurableFiles
import Foundation
import InputFiles
import RecordWriting
import ReportRecords
import RunState
import Supervision

@testable import NightlyRun

/// A queue that has nothing to do but the archive `a.zip`, and hands it to workers who answer what a test says.
final class ArchiveQueue {
  let state: State
  let queue: WorkQueue
  private(set) var job = 0
  private static let archive = Array("a.zip".utf8)
  static let sha256 = Digest.sha256([1])

  /// - Parameters:
  ///   - most: Seconds that a document may take.
  ///   - budget: Seconds for all that take too long.
  init(_ place: URL, most: Int = 120, budget: Int = 1_800) throws {
    state = try State(in: Folder.creating(place.path))
    let policy = State.Policy(rules: "r", backends: Backends())
    _ = try state.plan(policy) { take, _ in
      try take(FoundRow(path: Self.archive, size: 100, modified: 1, url: nil, problem: nil))
    }
    queue = WorkQueue(
      state, policy, TimeBudget(most: most, budget: budget), root: place.path,
      finished: { _, _ in }, passing: { _, _ in })
  }

  /// Starts a worker on the job; what it is asked for.
  func begin() throws -> WorkerRequest? {
    guard let (job, request) = try queue.next() else { return nil }
    self.job = job
    return try WorkerRequest(line: Array(request.line.dropLast()))
  }

  /// Gives a line of the answer; how many seconds the next may take.
  @discardableResult func part(_ line: [UInt8]) throws -> Int {
    try queue.take(part: line, of: job)
  }

  func end(_ outcome: Supervisor.Outcome) throws { try queue.finish(job, outcome, seconds: 0) }

  static func announcement(_ names: [String]) -> [UInt8] {
    WorkerAnswer.archive(
      sha256: sha256, members: names.map { ContainedFile(path: $0, bytes: 1) }, PassedMembers()
    ).line
  }

  /// The record of a document that says of itself which one it is.
  static func record(_ name: String) -> [UInt8] {
    line(Failure(.textBinary, "of \(name)"), sha256: Digest.sha256(Array(name.utf8)))
  }

  /// The record of a file of its own that fails.
  static func line(_ failure: Failure, sha256: String?) -> [UInt8] {
    var record = DocumentConverter().record(of: failure, name: "a.zip", path: "a.zip")
    record.source.sha256 = sha256
    var writer = RecordWriter()
    let line = writer.line(record)
    return WorkerAnswer.record(
      line: line, fingerprint: Digest.fingerprint(line), RecordFacts(record)
    ).line
  }

  /// `code: message` of each of these members' records, or of the file's own for no names.
  func records(_ names: [String]) throws -> [String] {
    try state.commit()
    let paths = names.enumerated().map {
      MemberPath.bytes(Self.archive, place: $0, name: $1)
    }
    return try (paths.isEmpty ? [Self.archive] : paths).map { path in
      let failure = try state.entry(at: path)?.failure
      return failure.map { "\($0.code): \($0.message)" } ?? "none"
    }
  }
}
