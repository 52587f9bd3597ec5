internal import Glibc

extension String {
  /// `unicodeScalars.count`, without decoding: the bytes of UTF-8 but those that continue a scalar.
  package var scalarCount: Int {
    var text = self
    return text.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var continuing = 0
      var index = 0
      while index + 8 <= raw.count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // Bytes 10xxxxxx: the high bit set, the next one clear. The product adds the eight marks up in its high byte.
        let marks = (word & ~(word << 1) & 0x8080_8080_8080_8080) >> 7
        continuing += Int(truncatingIfNeeded: (marks &* 0x0101_0101_0101_0101) >> 56)
        index += 8
      }
      while index < raw.count {
        if unsafe raw[index] & 0xC0 == 0x80 { continuing += 1 }
        index += 1
      }
      return raw.count - continuing
    }
  }

  /// Whether the ASCII character `character` stands in the text.
  package func holds(_ character: Unicode.Scalar) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe memchr(start, Int32(character.value), bytes.count) != nil
    }
  }

  /// `Array(unicodeScalars)`, without counting them by decoding.
  package var scalars: [Unicode.Scalar] { scalars(upTo: scalarCount) }

  /// The first `limit` scalars.
  package func scalars(upTo limit: Int) -> [Unicode.Scalar] {
    var text = self
    return text.withUTF8 { bytes in
      unsafe Array(unsafeUninitializedCapacity: min(limit, bytes.count)) { scalars, count in
        var index = 0
        var made = 0
        while index < bytes.count, made < scalars.count {
          let (scalar, length) = unsafe bytes.validScalar(at: index)
          unsafe scalars.initializeElement(at: made, to: scalar)
          made += 1
          index += length
        }
        count = made
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at `index` of a string's or a literal's bytes, and how many bytes it takes.
  ///
  /// Such bytes are valid UTF-8, so that the first one of a scalar tells how many there are.
  @inlinable package func validScalar(at index: Int) -> (Unicode.Scalar, length: Int) {
    let first = UInt32(unsafe self[index])
    if first < 0x80 { return (Unicode.Scalar(UInt8(truncatingIfNeeded: first)), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(length))
    value = value << 6 | UInt32(unsafe self[index + 1] & 0x3F)
    if length > 2 { value = value << 6 | UInt32(unsafe self[index + 2] & 0x3F) }
    if length > 3 { value = value << 6 | UInt32(unsafe self[index + 3] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

extension String {
  /// The text of `scalars`, put together from its bytes.
  @inlinable package init(scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * scalars.underestimatedCount)
    for scalar in scalars {
      let value = scalar.value
      switch value {
      case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
      case 0x80..<0x800:
        bytes.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
      case 0x800..<0x1_0000:
        bytes.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
      default:
        bytes.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
