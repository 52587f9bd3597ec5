internal import Diagnostics
internal import DurableFiles
internal import InputFiles
internal import PlainWords
internal import RecordReading
internal import RecordWriting

/// The records of one shard, one after the other, held to what its note says of them.
final class ShardReader {
  /// As a person reads it.
  let folder: String
  let shard: Shard
  private let note: ShardNote
  private var lines: RecordLines
  private var failures: FailureRows
  private var recordChain = DigestChain()
  private var failureChain = DigestChain()
  /// The line that is next, with its LF, and the path of its file as bytes; nil at the end.
  private(set) var next: (line: [UInt8], path: [UInt8], isFailed: Bool)?

  init(
    _ folder: String, _ note: ShardNote, _ shard: Shard, records: FileReader, failures: FileReader,
    pieceBytes: Int
  ) throws {
    self.folder = folder
    self.note = note
    self.shard = shard
    lines = RecordLines(records, pieceBytes: pieceBytes)
    self.failures = try FailureRows(failures, pieceBytes: min(pieceBytes, 64 << 10))
    try advance()
  }

  /// What the list of failures begins with.
  var failuresHeader: [UInt8]? { failures.header }

  /// The row of the line that is next, which has failed.
  func failureRow() throws -> [UInt8] {
    guard let row = try failures.next() else { throw changed(ShardFiles.failures) }
    failureChain.add(Digest.fingerprint(row))
    return row
  }

  /// Goes on to the next line; at the end all must have been what was written.
  func advance() throws {
    let last = next?.path ?? []
    guard let line = try lines.next() else {
      next = nil
      return try requireEnd()
    }
    guard let record = RecordView(line, depth: Self.depth) else {
      throw changed(ShardFiles.records)
    }
    let path = note.oddPath(ofLine: recordChain.count + 1) ?? Self.path(of: record)
    guard shard.holds(path) else {
      throw MergeRefusal([
        MergeMessages.stranger(
          folder, shard.description, record.documentPath, of: shard.number(of: path).description)
      ])
    }
    // Members of an archive have its path.
    guard !path.lexicographicallyPrecedes(last) else { throw changed(ShardFiles.records) }
    let whole = line + [UInt8(ascii: "\n")]
    recordChain.add(Digest.fingerprint(whole))
    next = (whole, path, record.status == "failed")
  }

  private func requireEnd() throws {
    // Rows of failures are taken with their lines: one that is left has none.
    guard try failures.next() == nil, ShardNote.Part(failureChain) == note.failures else {
      throw changed(ShardFiles.failures)
    }
    guard ShardNote.Part(recordChain) == note.records else { throw changed(ShardFiles.records) }
  }

  private func changed(_ name: String) -> MergeRefusal {
    MergeRefusal([
      MergeMessages.changed(MergeMessages.shard("\(folder)/\(name)", shard.description))
    ])
  }

  /// Deep enough for the source, the error and the codes of issues.
  private static let depth = 3

  private static func path(of record: RecordView) -> [UInt8] {
    let path = record.path
    guard path.contains("\\x"),
      RecordFacts(record).issues.contains(IssueCode.pathNotUTF8.rawValue)
    else { return Array(path.utf8) }
    return FileName.rawBytes(printed: path)
  }
}
