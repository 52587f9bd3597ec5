import ZipArchives

/// The parts of a zip archive, to be changed and written again without compression.
struct StoredPackage {
  var parts: [(name: String, bytes: [UInt8])]

  init(unpacking archive: [UInt8]) throws(ZipError) {
    let limits = ZipLimits(entries: 100, entryBytes: 8 << 20, archiveBytes: 16 << 20, ratio: 1_000)
    parts = try ZipArchive.open(archive, limits: limits, translate: { $0 }) {
      (zip: consuming ZipArchive) throws(ZipError) -> [(name: String, bytes: [UInt8])] in
      var parts: [(name: String, bytes: [UInt8])] = []
      for (index, name) in zip.names.enumerated() {
        var bytes: [UInt8] = []
        try zip.read(index, translate: { $0 }) { chunk throws(ZipError) in
          for position in chunk.indices { bytes.append(chunk[position]) }
        }
        parts.append((name, bytes))
      }
      return parts
    }
  }

  subscript(name: String) -> [UInt8] {
    get { parts.first { $0.name == name }?.bytes ?? [] }
    set {
      for index in parts.indices where parts[index].name == name { parts[index].bytes = newValue }
    }
  }

  /// The archive with every part stored: APPNOTE 4.3.7 local headers, 4.3.12 directory, 4.3.16 end.
  func archive() -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in parts {
      let common: [UInt8] =
        Self.two(0) + Self.two(0) + Self.two(0) + Self.two(0x21) + Self.four(Self.crc32(bytes))
        + Self.four(UInt32(bytes.count)) + Self.four(UInt32(bytes.count))
        + Self.two(UInt16(name.utf8.count)) + Self.two(0)
      directory += Self.four(0x0201_4B50) + Self.two(20) + Self.two(20) + common
      directory += Self.two(0) + Self.two(0) + Self.two(0) + Self.four(0)
      directory += Self.four(UInt32(out.count)) + Array(name.utf8)
      out += Self.four(0x0403_4B50) + Self.two(20) + common + Array(name.utf8) + bytes
    }
    let start = UInt32(out.count)
    let count = UInt16(parts.count)
    out += directory + Self.four(0x0605_4B50) + Self.two(0) + Self.two(0) + Self.two(count)
    out += Self.two(count) + Self.four(UInt32(directory.count)) + Self.four(start) + Self.two(0)
    return out
  }

  private static func two(_ value: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func four(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
  }
}
