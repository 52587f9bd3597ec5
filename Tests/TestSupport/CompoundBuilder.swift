/// Writes compound files: streams that lie in the root, the small ones in sectors of 64 bytes.
package struct CompoundBuilder {
  package var streams: [(name: String, bytes: [UInt8])]
  /// Whether the file ends with the last byte of its last stream.
  package var isLastSectorShort = false

  private static let sector = 512
  private static let small = 64
  private static let smallLimit = 4_096
  private static let end = 0xFFFF_FFFE
  private static let free = 0xFFFF_FFFF
  private static let table = 0xFFFF_FFFD

  package init(_ streams: [(name: String, bytes: [UInt8])]) { self.streams = streams }

  package func file() -> [UInt8] {
    // The streams, each with the sector that it begins with.
    var sectors: [UInt8] = []
    var next: [Int] = []
    func append(_ bytes: [UInt8]) -> Int {
      guard !bytes.isEmpty else { return Self.end }
      let first = next.count
      let count = (bytes.count + Self.sector - 1) / Self.sector
      sectors += bytes + [UInt8](repeating: 0, count: count * Self.sector - bytes.count)
      next += (first + 1..<first + count) + [Self.end]
      return first
    }
    var smallBytes: [UInt8] = []
    var smallNext: [Int] = []
    func appendSmall(_ bytes: [UInt8]) -> Int {
      guard !bytes.isEmpty else { return Self.end }
      let first = smallNext.count
      let count = (bytes.count + Self.small - 1) / Self.small
      smallBytes += bytes + [UInt8](repeating: 0, count: count * Self.small - bytes.count)
      smallNext += (first + 1..<first + count) + [Self.end]
      return first
    }
    let small = streams.map { $0.bytes.count < Self.smallLimit ? appendSmall($0.bytes) : nil }
    let smallStart = append(smallBytes)
    let smallTable = append(smallNext.flatMap(le32))
    let directoryCount = (streams.count + 4) / 4
    let directoryStart = append([UInt8](repeating: 0, count: directoryCount * Self.sector))
    var entries = entry("Root Entry", 5, child: 1, smallStart, smallBytes.count)
    var starts = small
    for index in streams.indices where small[index] == nil {
      starts[index] = append(streams[index].bytes)
    }
    for (index, stream) in streams.enumerated() {
      let sibling = index + 1 < streams.count ? index + 2 : Self.free
      entries += entry(
        stream.name, 2, right: sibling, starts[index] ?? Self.end, stream.bytes.count)
    }
    let place = directoryStart * Self.sector
    sectors.replaceSubrange(place..<place + entries.count, with: entries)

    // The table of sectors counts itself.
    var tableCount = 1
    while tableCount * Self.sector / 4 < next.count + tableCount { tableCount += 1 }
    let offset = tableCount
    let all =
      [Int](repeating: Self.table, count: tableCount)
      + next.map { $0 < next.count ? $0 + offset : $0 }
    func moved(_ sector: Int) -> Int { sector < next.count ? sector + offset : sector }
    var file: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    file += [UInt8](repeating: 0, count: 16) + le16(0x3E) + le16(3) + le16(0xFFFE) + le16(9)
    file += le16(6) + [UInt8](repeating: 0, count: 10) + le32(tableCount)
    file += le32(moved(directoryStart)) + le32(0) + le32(Self.smallLimit)
    file += le32(moved(smallTable)) + le32(smallNext.isEmpty ? 0 : 1) + le32(Self.end) + le32(0)
    for index in 0..<109 { file += le32(index < tableCount ? index : Self.free) }
    for index in 0..<tableCount * Self.sector / 4 {
      file += le32(index < all.count ? all[index] : Self.free)
    }
    // Places in the directory count from the table on too.
    let directory = file.count + directoryStart * Self.sector
    file += sectors
    for index in 0...streams.count {
      let start = directory + 128 * index + 116
      let own = index == 0 ? smallStart : small[index - 1] ?? moved(starts[index - 1] ?? Self.end)
      file.replaceSubrange(start..<start + 4, with: le32(index == 0 ? moved(own) : own))
    }
    if isLastSectorShort, let last = streams.last {
      file.removeLast((Self.sector - last.bytes.count % Self.sector) % Self.sector)
    }
    return file
  }

  private func entry(
    _ name: String, _ kind: UInt8, right: Int = CompoundBuilder.free,
    child: Int = CompoundBuilder.free, _ start: Int, _ size: Int
  ) -> [UInt8] {
    let text = name.utf16.flatMap { le16(Int($0)) }
    return text + [UInt8](repeating: 0, count: 64 - text.count) + le16(text.count + 2) + [kind, 1]
      + le32(Self.free) + le32(right) + le32(child) + [UInt8](repeating: 0, count: 36)
      + le32(start) + le32(size) + le32(0)
  }

  private func le16(_ value: Int) -> [UInt8] { WordBinaryBuilder.le16(value) }
  private func le32(_ value: Int) -> [UInt8] { WordBinaryBuilder.le32(value) }
}
