internal import CompoundFiles
internal import Diagnostics

/// The characters of a document, from the pieces in which its stream holds them (MS-DOC 2.4.1).
struct PieceTable {
  /// Characters that follow each other in the stream.
  struct Piece {
    var characters: Range<Int>
    /// Where the first lies in the text stream.
    var start: Int
    /// Bytes a character: 1, or 2 for UTF-16.
    var width: Int
    /// Changes of properties that hold for all of it.
    var modifiers: ArraySlice<UInt8>

    func offset(of character: Int) -> Int { start + (character - characters.lowerBound) * width }
  }

  /// All characters of all stories as UTF-16.
  private(set) var units: [UInt16] = []
  private(set) var pieces: [Piece] = []

  init(_ file: WordFile) throws(Failure) {
    guard let range = file.range(of: .pieces), !range.isEmpty else {
      throw WordFile.corrupt("the list of its pieces of text is missing")
    }
    var offset = range.lowerBound
    var changes: [Range<Int>] = []
    // Changes that pieces refer to stand before the list of pieces (2.9.38).
    while file.table.byte(offset) == 1 {
      guard let length = file.table.uint16(offset + 1),
        let change = file.table.range(offset + 3, count: length),
        change.upperBound < range.upperBound
      else { throw WordFile.corrupt("the list of its pieces of text is cut off") }
      changes.append(change)
      offset = change.upperBound
    }
    guard file.table.byte(offset) == 2, let length = file.table.uint32(offset + 1),
      offset + 5 + length <= range.upperBound,
      let list = PositionList(file.table, offset + 5..<offset + 5 + length, dataLength: 8)
    else { throw WordFile.corrupt("the list of its pieces of text is damaged") }
    try read(list, file, changes)
  }

  private mutating func read(
    _ list: PositionList, _ file: WordFile, _ changes: [Range<Int>]
  ) throws(Failure) {
    var byteCount = 0
    for index in list.data.indices {
      let characters = list[index]
      guard let packed = file.table.uint32(list.data[index] + 2),
        let change = file.table.uint16(list.data[index] + 6)
      else { throw WordFile.corrupt("the list of its pieces of text is cut off") }
      guard characters.lowerBound == units.count else {
        throw WordFile.corrupt("characters are missing between its pieces of text")
      }
      let isByte = packed & 0x4000_0000 != 0
      let width = isByte ? 1 : 2
      let start = (packed & 0x3FFF_FFFF) / (isByte ? 2 : 1)
      guard let range = file.text.range(start, count: characters.count * width) else {
        throw WordFile.corrupt("a piece of its text lies beyond its end")
      }
      // No two pieces share their bytes, so that all of them are no more than the stream.
      byteCount += range.count
      guard byteCount <= file.text.count else {
        throw WordFile.corrupt("its pieces of text have more bytes than it")
      }
      isByte ? appendBytes(file.text[range]) : appendUTF16(file.text[range])
      pieces.append(
        Piece(
          characters: characters, start: start, width: width,
          modifiers: Self.modifiers(change, changes, file.table)))
    }
    let end = file.start(of: .headerTextBoxes) + (file.lengths[.headerTextBoxes] ?? 0)
    guard end <= units.count else {
      throw WordFile.corrupt("it has less text than its header says")
    }
  }

  private mutating func appendUTF16(_ bytes: ArraySlice<UInt8>) {
    units.reserveCapacity(units.count + bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8)
      index += 2
    }
  }

  private mutating func appendBytes(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      units.append((0x80..<0xA0).contains(byte) ? Self.marks[Int(byte) - 0x80] : UInt16(byte))
    }
  }

  /// 0x80 to 0x9F in the bytes of a compressed piece (2.9.73), as Windows-1252 has them.
  private static let marks: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The changes that a piece's Prm (2.9.214) stands for: one of `changes`, or one that is spelled out.
  private static func modifiers(
    _ change: Int, _ changes: [Range<Int>], _ table: [UInt8]
  ) -> ArraySlice<UInt8> {
    if change & 1 == 1 {
      return changes.indices.contains(change >> 1) ? table[changes[change >> 1]] : []
    }
    let (index, value) = (change >> 1 & 0x7F, UInt8(truncatingIfNeeded: change >> 8))
    guard let code = shortCodes[index] else { return [] }
    return [UInt8(truncatingIfNeeded: code), UInt8(truncatingIfNeeded: code >> 8), value]
  }

  /// What a number of seven bits means as a change (2.9.215), where it matters here.
  private static let shortCodes: [Int: Int] = [
    0x0C: 0x260A, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801, 0x43: 0x0802,
    0x47: 0x0806, 0x4B: 0x080A, 0x4D: 0x2A0C, 0x53: 0x2A33, 0x57: 0x0837, 0x5C: 0x083C,
    0x62: 0x2A42, 0x68: 0x2A48, 0x73: 0x2A53, 0x75: 0x0855, 0x76: 0x0856,
  ]

  /// The piece that holds `character`, which is one of them.
  func pieceIndex(of character: Int) -> Int {
    var (low, high) = (0, pieces.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if pieces[middle].characters.lowerBound <= character {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return low
  }
}
