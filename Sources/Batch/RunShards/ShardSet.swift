internal import Diagnostics
package import DurableFiles
internal import InputFiles

/// Folders that are the shards of one run: all of them, each once, made of the same inputs in the same way.
package struct ShardSet {
  struct Member {
    /// As a person reads it.
    var name: String
    var folder: Folder
    var note: ShardNote
    var shard: Shard

    var title: String { "\(name) (shard \(shard))" }
  }

  let members: [Member]
  /// Whether their CSV files are written for spreadsheets.
  package var style: CSVStyle { members[0].note.made.csvBom ? .spreadsheet : .plain }
  package var count: Int { members.count }

  /// - Parameter folders: As ``FileName`` carries them.
  /// - Throws: ``MergeRefusal``.
  package init(_ folders: [String]) throws {
    var members: [Member] = []
    var reasons: [String] = []
    for name in folders {
      do {
        members.append(try Self.member(name))
      } catch let refusal as MergeRefusal {
        reasons += refusal.reasons
      } catch let error as FileError {
        reasons.append("\(error)")
      }
    }
    reasons += Self.differences(members)
    reasons += Self.repetitions(members)
    // What is missing can be said only where all folders are understood.
    if reasons.isEmpty { reasons += Self.gaps(members) }
    guard reasons.isEmpty, !members.isEmpty else { throw MergeRefusal(reasons) }
    self.members = members.sorted { $0.shard.number < $1.shard.number }
  }

  private static func member(_ carried: String) throws -> Member {
    let name = FileName.printed(carried)
    func refusal(_ reason: String) -> MergeRefusal { MergeRefusal(["\(name) \(reason)"]) }
    guard let folder = try Folder.existing(name, bytes: FileName.bytes(carried)) else {
      throw refusal("is no folder")
    }
    guard let file = try folder.open(ShardNote.name) else {
      throw refusal(
        folder.stamp(ShardFiles.records) == nil && folder.stamp("state") == nil
          ? "is no output of gongkai run --shard"
          : "has no \(ShardNote.name): its run is not finished, or had no --shard; run the same command again to its end"
      )
    }
    guard let note = ShardNote(try file.read(at: 0, count: noteBytes)), let shard = note.part else {
      throw refusal(
        "has a \(ShardNote.name) that this version of gongkai doesn't understand; run the shard again with this one"
      )
    }
    return Member(name: name, folder: folder, note: note, shard: shard)
  }

  /// A note names the files whose names are no text.
  private static let noteBytes = 64 << 20

  /// What is another one than in the first of `members`.
  private static func differences(_ members: [Member]) -> [String] {
    guard let first = members.first else { return [] }
    return members.dropFirst().compactMap { member in
      guard member.shard.count == first.shard.count else {
        return
          "\(member.title) is of \(member.shard.count) shards and \(first.title) of \(first.shard.count); "
          + "give all the same --shard K/N"
      }
      let (made, other) = (member.note.made, first.note.made)
      let ways: [(String, String?, String?)] = [
        ("version, rules and limits", made.rules, other.rules),
        ("worker_memory", "\(made.workerMemory)", "\(other.workerMemory)"),
        ("poppler", made.poppler, other.poppler), ("LibreOffice", made.office, other.office),
        ("converters", made.converters, other.converters),
        ("csv_bom", "\(made.csvBom)", "\(other.csvBom)"),
      ]
      if let way = ways.first(where: { $0.1 != $0.2 }) {
        return
          "\(member.title) was made with other settings than \(first.title): \(way.0) \(way.1 ?? "none") and not "
          + "\(way.2 ?? "none"); run all shards with the same program, settings and packages"
      }
      guard member.note.inputFiles == first.note.inputFiles,
        member.note.inputDigest == first.note.inputDigest
      else {
        return
          "\(member.title) was made of other inputs than \(first.title): \(member.note.inputFiles) files and "
          + "\(first.note.inputFiles), or files of other names, sizes or addresses; run every shard again over the same tree"
      }
      return nil
    }
  }

  private static func repetitions(_ members: [Member]) -> [String] {
    Dictionary(grouping: members, by: \.shard).values.filter { $0.count > 1 }
      .sorted { $0[0].shard.number < $1[0].shard.number }
      .map { same in
        "\(same.map(\.name).joined(separator: " and ")) are both shard \(same[0].shard); name each shard once"
      }
  }

  private static func gaps(_ members: [Member]) -> [String] {
    guard let count = members.first?.shard.count else { return ["no shards are named"] }
    let known = Set(members.map(\.shard.number))
    let missing = (1...count).filter { !known.contains($0) }.map { "\($0)/\(count)" }
    guard !missing.isEmpty else { return [] }
    let names = missing.prefix(20).joined(separator: ", ")
    let rest = missing.count > 20 ? " and \(missing.count - 20) more" : ""
    return [
      "shard\(missing.count == 1 ? "" : "s") \(names)\(rest) of \(members[0].name) and the others "
        + (missing.count == 1
          ? "is missing; run and name it, too" : "are missing; run and name them, too")
    ]
  }
}
