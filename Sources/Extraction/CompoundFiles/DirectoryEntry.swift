/// One entry of the directory (MS-CFB 2.6): 128 bytes.
struct DirectoryEntry: Sendable {
  enum Kind: UInt8, Sendable {
    case unused = 0
    case folder = 1
    case stream = 2
    case root = 5
  }

  var name: String
  var kind: Kind
  /// The entries beside it in its folder's tree, and the tree of what is in it.
  var left, right, child: UInt32
  var start: Int
  /// Bytes.
  var size: Int

  private static let length = 128

  /// The entries of a directory in order; what can't be one is unused.
  static func entries(in directory: [UInt8]) -> [DirectoryEntry] {
    stride(from: 0, through: directory.count - length, by: length).map { offset in
      let nameLength = min(max((directory.uint16(offset + 64) ?? 0) - 2, 0), 62)
      let units = stride(from: offset, to: offset + nameLength, by: 2).map {
        UInt16(truncatingIfNeeded: directory.uint16($0) ?? 0)
      }
      func number(_ place: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: directory.uint32(offset + place) ?? 0)
      }
      return DirectoryEntry(
        name: String(decoding: units, as: UTF16.self),
        kind: directory.byte(offset + 66).flatMap(Kind.init) ?? .unused,
        left: number(68), right: number(72), child: number(76),
        start: Int(number(116)),
        // The upper half counts only in files of large sectors, none of which are as long.
        size: Int(number(120)))
    }
  }

  /// What lies in the folder that is the entry `folder`.
  static func children(
    of folder: Int, _ entries: [DirectoryEntry]
  ) throws(CompoundFileError) -> [DirectoryEntry] {
    var isSeen = [Bool](repeating: false, count: entries.count)
    var found: [Int] = []
    var waiting = [entries[folder].child]
    while let number = waiting.popLast() {
      guard number < CompoundFile.lastSector else { continue }
      guard let index = Int(exactly: number), entries.indices.contains(index), index != folder
      else { throw .damaged("the directory names an entry that it does not have") }
      guard !isSeen[index] else { throw .damaged("the directory goes in a circle") }
      isSeen[index] = true
      found.append(index)
      waiting += [entries[index].left, entries[index].right]
    }
    return found.sorted().map { entries[$0] }
  }
}
