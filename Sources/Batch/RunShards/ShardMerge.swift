internal import Diagnostics
package import DurableFiles
internal import InputFiles
internal import PlainWords

/// Puts the records of shards together, in the order in which one run would have written them.
///
/// Holds a line and a buffer of each shard, whatever the number of records. Nothing in the output changes before all shards have been
/// read to their ends and were what their runs wrote.
package struct ShardMerge {
  /// How it went.
  package struct Result: Hashable, Sendable {
    package var records = 0
    package var failures = 0
  }

  /// More open files than this process may have are needed.
  package struct OpenFiles: Error, Hashable, CustomStringConvertible {
    package var wanted: Int
    package var had: Int
    package var description: String {
      "\(wanted) open files are needed, two of each shard, and a process may have \(had); ulimit -n \(wanted)"
    }
  }

  private let shards: ShardSet
  /// A heap by the paths of what is next: the first of all is at the front.
  private var readers: [ShardReader] = []

  private init(_ shards: ShardSet) throws {
    self.shards = shards
    let wanted = 40 + 3 * shards.count
    if let had = SystemLimit.raiseOpenFiles(to: wanted) {
      throw OpenFiles(wanted: wanted, had: had)
    }
    let pieceBytes = min(1 << 20, max(64 << 10, Self.bufferBytes / shards.count))
    for member in shards.members {
      guard let records = try member.folder.open(ShardFiles.records),
        let failures = try member.folder.open(ShardFiles.failures)
      else {
        throw MergeRefusal([
          MergeMessages.fileMissing(member.title, ShardFiles.records, ShardFiles.failures)
        ])
      }
      let reader = try ShardReader(
        member.name, member.note, member.shard, records: records, failures: failures,
        pieceBytes: pieceBytes)
      readers.append(reader)
    }
  }

  /// Bytes of all shards' buffers together; a longer line needs its own.
  private static let bufferBytes = 256 << 20

  package static let fileNames = [ShardFiles.records, ShardFiles.failures]

  /// Writes `records.jsonl` and `failures.csv` into `output`, each whole or not at all.
  ///
  /// - Parameter check: Called now and then; throws to stop.
  /// - Throws: ``MergeRefusal``, ``FileError``, ``OpenFiles``.
  package static func write(
    _ shards: ShardSet, to output: Folder, check: () throws -> Void
  ) throws -> Result {
    var merge = try ShardMerge(shards)
    let names = fileNames
    do {
      let files = try names.map { name throws(FileError) in try output.create("\(name).tmp") }
      let result = try merge.copy(records: files[0], failures: files[1], check)
      for file in files { try file.close() }
      for name in names { try output.rename("\(name).tmp", to: name) }
      return result
    } catch {
      for name in names {
        // The cause counts; a name that is left is removed by the next merge.
        do { try output.remove("\(name).tmp") } catch { continue }
      }
      throw error
    }
  }

  private mutating func copy(
    records: FileWriter, failures: FileWriter, _ check: () throws -> Void
  ) throws -> Result {
    var result = Result()
    if let header = readers.first?.failuresHeader {
      try failures.write(header + [UInt8(ascii: "\n")])
    }
    readers.removeAll { $0.next == nil }
    for place in readers.indices.reversed() { sink(place) }
    while let first = readers.first, let next = first.next {
      if result.records.isMultiple(of: 256) { try check() }
      try records.write(next.line)
      result.records += 1
      if next.isFailed {
        try failures.write(try first.failureRow())
        result.failures += 1
      }
      try first.advance()
      if first.next == nil {
        readers.swapAt(0, readers.count - 1)
        readers.removeLast()
      }
      sink(0)
    }
    return result
  }

  /// Moves the reader at `place` down to where it belongs.
  private mutating func sink(_ place: Int) {
    var place = place
    while true {
      let children = [2 * place + 1, 2 * place + 2].filter { $0 < readers.count }
      guard let least = children.min(by: precedes), precedes(least, place) else { return }
      readers.swapAt(place, least)
      place = least
    }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    // None of them is at its end.
    (readers[one].next?.path ?? []).lexicographicallyPrecedes(readers[other].next?.path ?? [])
  }
}
