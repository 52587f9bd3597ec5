/// Writes zip archives byte by byte, wrong ones too.
package struct ZipBuilder {
  package struct Entry {
    package var name: String
    /// What the directory calls the entry, where that is something else.
    package var directoryName: String?
    package var content: [UInt8]
    /// What the directory says of the entry, where it lies.
    package var declaredSize: Int?
    package var declaredChecksum: UInt32?
    package var isEncrypted = false
    /// The name's bytes in both places, where they are no UTF-8, and what the directory's extra field holds.
    package var nameBytes: [UInt8]?
    package var extra: [UInt8] = []
    /// Of Unix; the type of file in the upper bits.
    package var mode = 0
    /// Where the directory says that the entry lies, instead of where it does.
    package var declaredOffset: Int?
    /// The packed bytes of a deflated entry; nil for a stored one.
    package var deflated: [UInt8]?

    package init(_ name: String, _ content: some Sequence<UInt8>) {
      self.name = name
      self.content = Array(content)
    }

    /// `count` bytes of zero, packed 159 : 1.
    package init(_ name: String, zeros count: Int) {
      self.init(name, [])
      deflated = Deflate.zeros(count)
      declaredSize = count
      declaredChecksum = 0
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  package init(_ parts: [(name: String, text: String)]) {
    entries = parts.map { Entry($0.name, $0.text.utf8) }
  }

  /// The bytes of the archive.
  package func archive() -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = bytes.count
      let name = entry.nameBytes ?? Array(entry.name.utf8)
      bytes += le32(0x0403_4B50) + fields(entry, nameLength: name.count) + name
      bytes += entry.deflated ?? entry.content
      let directoryName = entry.nameBytes ?? Array((entry.directoryName ?? entry.name).utf8)
      directory += le32(0x0201_4B50) + le16(entry.mode == 0 ? 20 : 0x0314)
      directory += fields(entry, nameLength: directoryName.count, extraLength: entry.extra.count)
      directory += le16(0) + le16(0) + le16(0) + le16(0) + le16(entry.mode)
      directory += le32(entry.declaredOffset ?? offset) + directoryName + entry.extra
    }
    let start = bytes.count
    bytes += directory
    bytes += le32(0x0605_4B50) + le16(0) + le16(0) + le16(entries.count) + le16(entries.count)
    bytes += le32(directory.count) + le32(start) + le16(0)
    return bytes
  }

  /// What the local header and the directory have in common.
  private func fields(_ entry: Entry, nameLength: Int, extraLength: Int = 0) -> [UInt8] {
    let packed = entry.deflated ?? entry.content
    let checksum = entry.declaredChecksum ?? Self.checksum(entry.content)
    let flags = 0x0800 | (entry.isEncrypted ? 1 : 0)
    return le16(20) + le16(flags) + le16(entry.deflated == nil ? 0 : 8) + le16(0) + le16(0x21)
      + le32(Int(checksum)) + le32(packed.count) + le32(entry.declaredSize ?? entry.content.count)
      + le16(nameLength) + le16(extraLength)
  }

  private func le16(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private func le32(_ value: Int) -> [UInt8] { le16(value & 0xFFFF) + le16(value >> 16 & 0xFFFF) }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  /// CRC-32 as zip has it.
  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = table
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
    return ~value
  }
}

/// Deflate streams of a single run of zeros.
private enum Deflate {
  /// One fixed block: a literal zero, then matches of 258 bytes at distance 1.
  static func zeros(_ count: Int) -> [UInt8] {
    var writer = BitWriter()
    writer.write(0b011, 3)
    var left = count
    if left > 0 {
      writer.writeCode(0b0011_0000, 8)
      left -= 1
    }
    while left >= 258 {
      writer.writeCode(0b1100_0101, 8)
      writer.writeCode(0, 5)
      left -= 258
    }
    for _ in 0..<left { writer.writeCode(0b0011_0000, 8) }
    writer.writeCode(0, 7)
    return writer.bytes
  }

  private struct BitWriter {
    private var done: [UInt8] = []
    private var pending: UInt32 = 0
    private var pendingCount = 0

    var bytes: [UInt8] { pendingCount > 0 ? done + [UInt8(truncatingIfNeeded: pending)] : done }

    /// Lowest bit first, as header fields are.
    mutating func write(_ value: UInt32, _ count: Int) {
      pending |= value << UInt32(pendingCount)
      pendingCount += count
      while pendingCount >= 8 {
        done.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        pendingCount -= 8
      }
    }

    /// Highest bit first, as Huffman codes are.
    mutating func writeCode(_ code: UInt32, _ count: Int) {
      var reversed: UInt32 = 0
      for bit in 0..<count where code >> UInt32(bit) & 1 == 1 {
        reversed |= 1 << UInt32(count - 1 - bit)
      }
      write(reversed, count)
    }
  }
}
