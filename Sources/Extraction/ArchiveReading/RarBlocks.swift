package import Diagnostics
internal import ZipArchives

/// The blocks of a rar archive, as far as they prove that another program unpacked all of it rightly.
///
/// libarchive takes an archive that is cut off before or in a header for one that ends there, and looks at no checksum of RAR 5.
package struct RarBlocks {
  /// CRC-32 of each file in the archive's order.
  private var checksums: [UInt32] = []
  private let bytes: [UInt8]
  private var place: Int

  /// Throws for an archive that isn't whole: cut off, or one of several volumes.
  package init(_ bytes: [UInt8]) throws(Failure) {
    self.bytes = bytes
    let isFifth = bytes.starts(with: Array("Rar!\u{1A}\u{7}\u{1}\u{0}".utf8))
    place = isFifth ? 8 : 7
    // A block is never empty, so that this ends.
    while true {
      let start = place
      guard let block = isFifth ? nextOfFifth() : nextOfFourth(),
        block.end > start, block.end <= bytes.count
      else { throw Failure(.zipCorrupt, "the rar archive is cut off or damaged") }
      switch block.kind {
      case .encryption: throw Failure(.encrypted, "the rar archive needs a password")
      case .volume:
        throw Failure(
          .unsupportedFormat,
          "the file is one of several volumes of a rar archive; pack them as one")
      case .end: return
      case .unproven:
        throw Failure(
          .unsupportedFormat,
          "a file of the rar archive has no checksum that can be verified; pack the files as a zip")
      case .file(let checksum):
        checksums.append(checksum)
        place = block.end
      case .other: place = block.end
      }
      // Versions before 3 wrote no end.
      if !isFifth, place == bytes.count { return }
    }
  }

  /// Throws unless `zip` holds the files of the archive, in their order.
  package func prove(_ zip: [UInt8]) throws(Failure) {
    let found = ZipDirectory.entries(of: zip)?.filter { $0.name.last != UInt8(ascii: "/") }
    guard found?.map(\.checksum) == checksums else {
      throw Failure(.zipCorrupt, "a file of the rar archive is damaged")
    }
  }

  private enum Kind {
    case encryption, volume, end, unproven, other
    case file(checksum: UInt32)
  }

  /// A block of RAR 5: checksum, sizes and types as numbers of variable length.
  private mutating func nextOfFifth() -> (kind: Kind, end: Int)? {
    place += 4
    guard let size = number() else { return nil }
    let start = place
    guard size > 0, let type = number(), let flags = number(),
      let extra = flags & 1 != 0 ? number() : 0, let data = flags & 2 != 0 ? number() : 0,
      extra <= size
    else { return nil }
    let (header, isLarge) = start.addingReportingOverflow(size)
    let (end, isLarger) = header.addingReportingOverflow(data)
    guard !isLarge, !isLarger else { return nil }
    switch type {
    case 2: return (fileOfFifth(), end)
    case 1: return ((number() ?? 0) & 1 != 0 ? .volume : .other, end)
    case 4: return (.encryption, end)
    case 5: return ((number() ?? 0) & 1 != 0 ? .volume : .end, end)
    default: return (.other, end)
    }
  }

  /// The rest of a file's header.
  private mutating func fileOfFifth() -> Kind {
    guard let flags = number(), number() != nil, number() != nil else { return .unproven }
    if flags & 1 != 0 { return .other }
    if flags & 2 != 0 { place += 4 }
    guard flags & 4 != 0, place + 4 <= bytes.count else { return .unproven }
    return .file(checksum: UInt32(truncatingIfNeeded: fixed(4, at: place)))
  }

  /// A block of RAR 1.5 to 4: checksum, type, flags and size, all of fixed length.
  private func nextOfFourth() -> (kind: Kind, end: Int)? {
    guard place + 7 <= bytes.count else { return nil }
    let (type, flags) = (bytes[place + 2], fixed(2, at: place + 3))
    let size = fixed(2, at: place + 5)
    guard size >= 7, place + size <= bytes.count else { return nil }
    var end = place + size
    if flags & 0x8000 != 0, size >= 11 {
      var packed = fixed(4, at: place + 7)
      // Packed bytes over 4 GiB.
      if type == 0x74, flags & 0x100 != 0, size >= 36 {
        let high = fixed(4, at: place + 32)
        guard high < 0x8000_0000 else { return nil }
        packed |= high << 32
      }
      let (sum, isLarge) = end.addingReportingOverflow(packed)
      guard !isLarge else { return nil }
      end = sum
    }
    switch type {
    case 0x73: return (flags & 0x80 != 0 ? .encryption : flags & 1 != 0 ? .volume : .other, end)
    // A folder has all bits of the window's size.
    case 0x74 where flags & 0xE0 != 0xE0 && size >= 32:
      return (.file(checksum: UInt32(truncatingIfNeeded: fixed(4, at: place + 16))), end)
    case 0x7B: return (flags & 1 != 0 ? .volume : .end, end)
    default: return (.other, end)
    }
  }

  private func fixed(_ count: Int, at place: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// Seven bits a byte, the lowest first, as long as the eighth is set; nil beyond the end or for what no file is as large as.
  private mutating func number() -> Int? {
    var value = 0
    for shift in stride(from: 0, to: 56, by: 7) {
      guard bytes.indices.contains(place) else { return nil }
      let byte = bytes[place]
      place += 1
      value |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }
}
