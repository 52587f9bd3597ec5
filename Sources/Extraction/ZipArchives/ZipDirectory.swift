/// The central directory of a zip archive, as far as libzip doesn't tell of it (APPNOTE 4.3.7, 4.3.12, 4.3.16).
package enum ZipDirectory {
  /// One entry as the directory and the header in front of its own bytes describe it.
  package struct Entry: Hashable, Sendable {
    /// Of the directory, and of the entry's own header, in whatever encoding.
    package var name: [UInt8]
    package var localName: [UInt8]
    /// The name in UTF-8 that an extra field gives (APPNOTE 4.6.9); nil where there is none for this very name.
    package var unicodeName: [UInt8]?
    /// CRC-32 of the content, as the directory says.
    package var checksum: UInt32
    /// Where the entry lies, header and packed bytes.
    package var place: Range<Int>
    /// Where the flags of the directory's record and of the own header stand.
    package var flagPlaces: [Int]
    /// Whether one of its names is said to be in UTF-8.
    package var saysUTF8: Bool
    /// Whether it is a symbolic link of Unix: its bytes are the path that it leads to.
    package var isLink: Bool
  }

  /// All entries in their order; nil where the directory isn't where its end record says, or is one of zip64: libzip knows how
  /// to deal with both.
  package static func entries(of bytes: [UInt8]) -> [Entry]? {
    let bytes = bytes.span
    guard let end = endRecord(bytes) else { return nil }
    let size = bytes.number(4, at: end + 12)
    // Something may stand in front of the archive, by which all places are off.
    let shift = end - size - bytes.number(4, at: end + 16)
    var entries: [Entry] = []
    // A header that many records share would be copied for each of them.
    var ownNameBytes = 0
    var place = end - size
    guard shift >= 0, place >= 0 else { return nil }
    for _ in 0..<bytes.number(2, at: end + 10) {
      guard place + 46 <= end, let entry = entry(at: place, before: end, shift: shift, in: bytes)
      else { return nil }
      ownNameBytes += entry.localName.count
      guard ownNameBytes <= bytes.count else { return nil }
      entries.append(entry)
      place +=
        46 + entry.name.count + bytes.number(2, at: place + 30) + bytes.number(2, at: place + 32)
    }
    return entries
  }

  /// The name of the first entry, by its own header; nil where none that a file may have stands there.
  package static func firstName(of bytes: [UInt8]) -> [UInt8]? {
    let bytes = bytes.span
    guard bytes.count >= 30, bytes.number(4, at: 0) == 0x0403_4B50 else { return nil }
    let end = 30 + bytes.number(2, at: 26)
    guard end > 30, end <= min(bytes.count, 30 + 4_096) else { return nil }
    let name = bytes.copy(30..<end)
    return name.contains { $0 < 0x20 || $0 == 0x7F } ? nil : name
  }

  /// The names that entries have in front of their own bytes, where the directory calls them otherwise, by index.
  ///
  /// A name of which a byte was damaged is right in one of the two places.
  static func otherNames(in bytes: [UInt8]) -> [Int: String] {
    var names: [Int: String] = [:]
    for (index, entry) in (entries(of: bytes) ?? []).enumerated()
    where entry.name != entry.localName {
      names[index] = String(decoding: entry.localName, as: UTF8.self)
    }
    return names
  }

  /// The entry whose record of the directory is at `place`.
  private static func entry(
    at place: Int, before end: Int, shift: Int, in bytes: Span<UInt8>
  ) -> Entry? {
    guard bytes.number(4, at: place) == 0x0201_4B50 else { return nil }
    let length = bytes.number(2, at: place + 28)
    let extraLength = bytes.number(2, at: place + 30)
    let local = bytes.number(4, at: place + 42) + shift
    guard place + 46 + length <= end, local + 30 <= bytes.count,
      bytes.number(4, at: local) == 0x0403_4B50
    else { return nil }
    let localLength = bytes.number(2, at: local + 26)
    let content = local + 30 + localLength + bytes.number(2, at: local + 28)
    guard local + 30 + localLength <= bytes.count else { return nil }
    let name = bytes.copy(place + 46..<place + 46 + length)
    let extra = place + 46 + length..<min(end, place + 46 + length + extraLength)
    let flags = bytes.number(2, at: place + 8)
    return Entry(
      name: name, localName: bytes.copy(local + 30..<local + 30 + localLength),
      unicodeName: unicodeName(for: name, in: bytes, extra),
      checksum: UInt32(truncatingIfNeeded: bytes.number(4, at: place + 16)),
      place: local..<content + bytes.number(4, at: place + 20),
      flagPlaces: [place + 8, local + 6],
      saysUTF8: (flags | bytes.number(2, at: local + 6)) & 0x0800 != 0,
      isLink: bytes[place + 5] == 3 && bytes.number(2, at: place + 40) & 0o170000 == 0o120000)
  }

  private static func unicodeName(
    for name: [UInt8], in bytes: Span<UInt8>, _ extra: Range<Int>
  ) -> [UInt8]? {
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let end = place + 4 + bytes.number(2, at: place + 2)
      guard end <= extra.upperBound else { return nil }
      if bytes.number(2, at: place) == 0x7075, end - place >= 9, bytes[place + 4] == 1,
        bytes.number(4, at: place + 5) == checksum(name)
      {
        return bytes.copy(place + 9..<end)
      }
      place = end
    }
    return nil
  }

  /// CRC-32 as zip has it.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
    return Int(~value)
  }

  /// Where the last end record begins; only a comment of at most 65,535 bytes follows it.
  private static func endRecord(_ bytes: Span<UInt8>) -> Int? {
    var place = bytes.count - 22
    let first = max(0, place - 0xFFFF)
    while place >= first {
      if bytes.number(4, at: place) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The number of `count` bytes at `index`, the lowest first.
  fileprivate func number(_ count: Int, at index: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[index + $1]) << (8 * $1) }
  }

  fileprivate func copy(_ range: Range<Int>) -> [UInt8] {
    range.map { self[$0] }
  }
}
