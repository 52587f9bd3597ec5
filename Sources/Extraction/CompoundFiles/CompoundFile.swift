/// The streams of a compound file (MS-CFB) that lie in its root, as in a folder.
///
/// Every chain of sectors is bounded by the sectors that the file has, and none goes through a sector twice. Streams of
/// embedded objects lie in folders of their own and are not seen.
package struct CompoundFile: Sendable {
  private let bytes: [UInt8]
  /// Bytes of a sector, 512 or 4,096; the header takes one.
  private let sectorSize: Int
  /// Streams of fewer bytes lie in the small sectors of one stream.
  private let smallLimit: Int
  /// The sector that follows each.
  private let next: [UInt32]
  private let entries: [DirectoryEntry]
  /// The small sector that follows each, and what they are cut from.
  private let smallNext: [UInt32]
  private let smallSectors: [UInt8]

  private static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  static let smallSectorSize = 64
  /// Numbers from here on are no sectors (MS-CFB 2.1).
  static let lastSector: UInt32 = 0xFFFF_FFFA
  static let endOfChain: UInt32 = 0xFFFF_FFFE

  /// Whether `bytes` begin as a compound file does.
  package static func isSigned(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  package init(_ bytes: [UInt8]) throws(CompoundFileError) {
    guard Self.isSigned(bytes) else { throw .notACompoundFile }
    guard bytes.count >= 512, let shift = bytes.uint16(30), let smallShift = bytes.uint16(32),
      let firstEntry = bytes.uint32(48), let smallLimit = bytes.uint32(56),
      let firstSmall = bytes.uint32(60)
    else { throw .damaged("the header is cut off") }
    guard shift == 9 || shift == 12, smallShift == 6, smallLimit <= 1 << 16 else {
      throw .damaged("the header names sectors of no known size")
    }
    self.bytes = bytes
    self.smallLimit = smallLimit
    let sectorSize = 1 << shift
    self.sectorSize = sectorSize
    let table = SectorTable(bytes, sectorSize: sectorSize)
    let next = try table.next()
    self.next = next
    let directory = try table.stream(from: firstEntry, next, size: nil)
    let entries = DirectoryEntry.entries(in: directory)
    guard let root = entries.first, root.kind == .root else {
      throw .damaged("the directory has no root")
    }
    self.entries = try DirectoryEntry.children(of: 0, entries)
    guard root.size > 0, firstSmall < Int(Self.lastSector) else {
      smallNext = []
      smallSectors = []
      return
    }
    smallSectors = try table.stream(from: root.start, next, size: root.size)
    let small = try table.stream(from: firstSmall, next, size: nil)
    smallNext = SectorTable.numbers(small)
  }

  /// The names of the streams and folders, in the order of the directory.
  package var names: [String] { entries.map(\.name) }

  /// Whether there is a stream `name`; upper and lower case of ASCII letters are the same.
  package func holds(_ name: String) -> Bool { entry(name) != nil }

  /// The bytes of the stream `name`.
  ///
  /// They are fewer than the directory says where the file's last sector is short, as some programs leave it.
  package func stream(_ name: String) throws(CompoundFileError) -> [UInt8] {
    guard let entry = entry(name) else { throw .noSuchStream(name) }
    guard entry.size > 0 else { return [] }
    if entry.size >= smallLimit {
      return try SectorTable(bytes, sectorSize: sectorSize)
        .stream(from: entry.start, next, size: entry.size)
    }
    return try SectorTable(smallSectors, sectorSize: Self.smallSectorSize, headerSize: 0)
      .stream(from: entry.start, smallNext, size: entry.size)
  }

  private func entry(_ name: String) -> DirectoryEntry? {
    let key = name.lowercased()
    return entries.first { $0.kind == .stream && $0.name.lowercased() == key }
  }
}
