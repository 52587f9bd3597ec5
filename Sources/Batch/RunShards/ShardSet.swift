internal import Diagnostics
package import DurableFiles
internal import InputFiles
internal import PlainWords

/// Folders that are the shards of one run: all of them, each once, made of the same inputs in the same way.
package struct ShardSet {
  struct Member {
    /// As a person reads it.
    var name: String
    var folder: Folder
    var note: ShardNote
    var shard: Shard

    var title: Words { MergeMessages.shard(name, shard.description) }
  }

  let members: [Member]
  /// Whether their CSV files are written for spreadsheets.
  package var style: CSVStyle { members[0].note.made.csvBom ? .spreadsheet : .plain }
  package var count: Int { members.count }

  /// - Parameter folders: As ``FileName`` carries them.
  /// - Throws: ``MergeRefusal``.
  package init(_ folders: [String]) throws {
    var members: [Member] = []
    var reasons: [Words] = []
    for name in folders {
      do {
        members.append(try Self.member(name))
      } catch let refusal as MergeRefusal {
        reasons += refusal.reasons
      } catch let error as FileError {
        reasons.append(ErrorWords.words("\(error)"))
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
    guard let folder = try Folder.existing(name, bytes: FileName.bytes(carried)) else {
      throw MergeRefusal([MergeMessages.noFolder(name)])
    }
    guard let file = try folder.open(ShardNote.name) else {
      throw MergeRefusal([
        folder.stamp(ShardFiles.records) == nil && folder.stamp("state") == nil
          ? MergeMessages.noOutput(name) : MergeMessages.unfinished(name, ShardNote.name)
      ])
    }
    guard let note = ShardNote(try file.read(at: 0, count: noteBytes)), let shard = note.part else {
      throw MergeRefusal([MergeMessages.unknownNote(name, ShardNote.name)])
    }
    return Member(name: name, folder: folder, note: note, shard: shard)
  }

  /// A note names the files whose names are no text.
  private static let noteBytes = 64 << 20

  /// What is another one than in the first of `members`.
  private static func differences(_ members: [Member]) -> [Words] {
    guard let first = members.first else { return [] }
    return members.dropFirst().compactMap { member in
      guard member.shard.count == first.shard.count else {
        return MergeMessages.otherNumber(
          member.title, of: member.shard.count, first.title, of: first.shard.count)
      }
      let (made, other) = (member.note.made, first.note.made)
      let ways: [(Words, String?, String?)] = [
        (MergeMessages.rules, made.rules, other.rules),
        (Words(same: "worker_memory"), "\(made.workerMemory)", "\(other.workerMemory)"),
        (Words(same: "poppler"), made.poppler, other.poppler),
        (Words(same: "LibreOffice"), made.office, other.office),
        (Words(same: "converters"), made.converters, other.converters),
        (Words(same: "csv_bom"), "\(made.csvBom)", "\(other.csvBom)"),
      ]
      if let way = ways.first(where: { $0.1 != $0.2 }) {
        let values = [way.1, way.2].map { $0.map(Words.init(same:)) ?? MergeMessages.none }
        return MergeMessages.otherSettings(
          member.title, than: first.title, way.0, values[0], values[1])
      }
      guard member.note.inputFiles == first.note.inputFiles,
        member.note.inputDigest == first.note.inputDigest
      else {
        return MergeMessages.otherInputs(
          member.title, than: first.title, member.note.inputFiles, first.note.inputFiles)
      }
      return nil
    }
  }

  private static func repetitions(_ members: [Member]) -> [Words] {
    Dictionary(grouping: members, by: \.shard).values.filter { $0.count > 1 }
      .sorted { $0[0].shard.number < $1[0].shard.number }
      .map { same in
        let names = same.map(\.name)
        return MergeMessages.repeated(
          Words(names.joined(separator: "、"), names.joined(separator: " and ")),
          same[0].shard.description)
      }
  }

  private static func gaps(_ members: [Member]) -> [Words] {
    guard let count = members.first?.shard.count else { return [MergeMessages.noShards] }
    let known = Set(members.map(\.shard.number))
    let missing = (1...count).filter { !known.contains($0) }.map { "\($0)/\(count)" }
    guard !missing.isEmpty else { return [] }
    let name = members[0].name
    guard missing.count > 1 else { return [MergeMessages.oneMissing(missing[0], besides: name)] }
    var names = Words.list(missing.prefix(20).map(Words.init(same:)))
    if missing.count > 20 { names = MergeMessages.andMore(names, missing.count - 20) }
    return [MergeMessages.severalMissing(names, besides: name)]
  }
}
