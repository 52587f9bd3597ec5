/// The classes of bytes that ``XMLScanner`` tells apart.
extension UInt8 {
  /// A letter of ASCII or `_`: what a plain name begins with.
  var beginsName: Bool { (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") }

  /// What a plain name goes on with, but for the colon.
  var isInName: Bool {
    (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == UInt8(ascii: "_")
      || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
  }

  var isBlank: Bool {
    self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09
  }

  var continuesCharacter: Bool { self & 0xC0 == 0x80 }
}

extension Span<UInt8> {
  /// The byte at `index`, which is not negative; 0, which no XML has, from the end on.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 {
    guard UInt(bitPattern: index) < UInt(bitPattern: count) else { return 0 }
    return unsafe self[unchecked: index]
  }

  /// The eight bytes from `index` on, the first one lowest, and 0 for those after the end.
  @inline(__always)
  func word(_ index: Int) -> UInt64 {
    guard index >= 0, index <= count - 8 else { return lastWord(index) }
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: index, as: UInt64.self))
  }

  @inline(never)
  private func lastWord(_ index: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(byte(index + $1)) << (8 * UInt64($1)) }
  }

  /// Whether the bytes at `range` are `other`.
  func hold(_ other: [UInt8], at range: Range<Int>) -> Bool {
    guard range.count == other.count else { return false }
    for index in other.indices where byte(range.lowerBound + index) != other[index] {
      return false
    }
    return true
  }

  /// Nothing where the bytes end before `index`, so that more may come; else they are none that is known here.
  func stop<Value>(at index: Int) throws(NotPlainXML) -> Value? {
    if index >= count { return nil }
    throw NotPlainXML()
  }

  /// The index after the blanks at `index`.
  func afterBlanks(_ index: Int) -> Int {
    var index = index
    while byte(index).isBlank { index += 1 }
    return index
  }

  /// The index after the character at `index`, which is none of ASCII; nil if it is not all there.
  @inline(__always)
  func afterCharacter(_ index: Int) throws(NotPlainXML) -> Int? {
    let first = byte(index)
    // Most of what is Chinese: U+1000 to U+CFFF, of which every one is a character of XML.
    if first &- 0xE1 < 12, byte(index + 1).continuesCharacter, byte(index + 2).continuesCharacter {
      return index + 3
    }
    return try afterRareCharacter(index)
  }

  @inline(never)
  private func afterRareCharacter(_ index: Int) throws(NotPlainXML) -> Int? {
    let first = byte(index)
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: throw NotPlainXML()
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in index + 1..<index + length {
      guard byte(next).continuesCharacter else { return try stop(at: next) }
      value = value << 6 | UInt32(byte(next) & 0x3F)
    }
    // The first one that takes so many bytes.
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
    guard value >= least, XMLReference.isCharacter(value) else { throw NotPlainXML() }
    return index + length
  }
}

/// Eight bytes at a time: each of these has the highest bit of the first byte that is looked for, and perhaps of some
/// after it.
extension UInt64 {
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  @inline(__always)
  func bytesEqual(to byte: UInt8) -> UInt64 {
    let difference = self ^ (Self.ones &* UInt64(byte))
    return (difference &- Self.ones) & ~difference & Self.highBits
  }

  /// Bytes below `bound`, which is at most 128, and those that are not ASCII.
  @inline(__always)
  func bytesOutside(from bound: UInt8) -> UInt64 {
    ((self &- Self.ones &* UInt64(bound)) | self) & Self.highBits
  }

  /// The first `count` bytes.
  @inline(__always)
  func prefix(_ count: Int) -> UInt64 {
    count < 8 ? self & ((1 << UInt64(truncatingIfNeeded: 8 &* count)) &- 1) : self
  }
}
