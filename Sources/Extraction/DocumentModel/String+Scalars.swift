internal import Glibc

extension String {
  /// `unicodeScalars.count`, without decoding: the bytes of UTF-8 but those that continue a scalar.
  package var scalarCount: Int {
    if utf8.count < Self.few { return utf8.count { $0 & 0xC0 != 0x80 } }
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
    if utf8.count < Self.few { return utf8.contains { $0 == character.value } }
    var text = self
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe memchr(start, Int32(character.value), bytes.count) != nil
    }
  }

  /// Bytes that a string may hold in itself: to lend these out as a buffer costs more than to look at each.
  private static var few: Int { 16 }

  /// `Array(unicodeScalars)`, without counting them by decoding.
  package var scalars: [Unicode.Scalar] { scalars(upTo: scalarCount) }

  /// The first `limit` scalars.
  package func scalars(upTo limit: Int) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var text = self
    scalars.append(addingCapacity: min(limit, utf8.count)) { rest in
      text.withUTF8 { bytes in
        var index = 0
        while index < bytes.count, rest.freeCapacity > 0 {
          let (scalar, length) = unsafe bytes.validScalar(at: index)
          rest.append(scalar)
          index += length
        }
      }
    }
    return scalars
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at `index` of a string's or a literal's bytes, and how many bytes it takes.
  ///
  /// Such bytes are valid UTF-8: the first one of a scalar tells how many there are, and what they give is a scalar.
  @inlinable package func validScalar(at index: Int) -> (Unicode.Scalar, length: Int) {
    let first = UInt32(unsafe self[index])
    // Nearly all of Chinese text; what marks the three bytes is taken away at once.
    if first & 0xF0 == 0xE0 {
      let (second, third) = unsafe (UInt32(self[index &+ 1]), UInt32(self[index &+ 2]))
      let value = (first << 12 ^ second << 6 ^ third) ^ 0xE2080
      return (unsafe unsafeBitCast(value, to: Unicode.Scalar.self), 3)
    }
    if first < 0x80 { return (Unicode.Scalar(UInt8(truncatingIfNeeded: first)), 1) }
    let second = UInt32(unsafe self[index &+ 1] & 0x3F)
    if first < 0xE0 {
      return (unsafe unsafeBitCast((first & 0x1F) << 6 | second, to: Unicode.Scalar.self), 2)
    }
    let third = UInt32(unsafe self[index &+ 2] & 0x3F)
    let fourth = UInt32(unsafe self[index &+ 3] & 0x3F)
    let value = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
    return (unsafe unsafeBitCast(value, to: Unicode.Scalar.self), 4)
  }
}

extension String {
  /// The text of `scalars`, put together from its bytes: what scalars give needs no validation.
  @inlinable package init(scalars: some Collection<Unicode.Scalar>) {
    self = unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * scalars.count) {
      bytes in
      var end = 0
      for scalar in scalars {
        let value = scalar.value
        switch value {
        case 0..<0x80:
          unsafe bytes[end] = UInt8(truncatingIfNeeded: value)
          end += 1
        case 0x80..<0x800:
          unsafe bytes[end] = 0xC0 | UInt8(truncatingIfNeeded: value >> 6)
          unsafe bytes[end + 1] = 0x80 | UInt8(truncatingIfNeeded: value & 0x3F)
          end += 2
        case 0x800..<0x1_0000:
          unsafe bytes[end] = 0xE0 | UInt8(truncatingIfNeeded: value >> 12)
          unsafe bytes[end + 1] = 0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F)
          unsafe bytes[end + 2] = 0x80 | UInt8(truncatingIfNeeded: value & 0x3F)
          end += 3
        default:
          unsafe bytes[end] = 0xF0 | UInt8(truncatingIfNeeded: value >> 18)
          unsafe bytes[end + 1] = 0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F)
          unsafe bytes[end + 2] = 0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F)
          unsafe bytes[end + 3] = 0x80 | UInt8(truncatingIfNeeded: value & 0x3F)
          end += 4
        }
      }
      let utf8 = unsafe UnsafeBufferPointer(start: bytes.baseAddress, count: end)
      return unsafe String(copying: UTF8Span(unchecked: utf8.span))
    }
  }
}
