extension String {
  /// `unicodeScalars.count`, without decoding: the bytes of UTF-8 that begin a scalar.
  package var scalarCount: Int {
    count { $0 & 0xC0 != 0x80 }
  }

  /// Whether the ASCII character `character` stands in the text.
  package func holds(_ character: Unicode.Scalar) -> Bool {
    let byte = UInt8(truncatingIfNeeded: character.value)
    return count { $0 == byte } > 0
  }

  /// How many bytes of UTF-8 are `counted`: all are looked at, which is done in one go for many of them.
  @inline(__always) private func count(_ counted: (UInt8) -> Bool) -> Int {
    var text = self
    return text.withUTF8 { bytes in
      var count = 0
      for index in bytes.indices { count &+= counted(unsafe bytes[index]) ? 1 : 0 }
      return count
    }
  }

  /// `Array(unicodeScalars)`, without counting them by decoding.
  package var scalars: [Unicode.Scalar] { scalars(upTo: scalarCount) }

  /// The first `limit` scalars.
  package func scalars(upTo limit: Int) -> [Unicode.Scalar] {
    let bytes = utf8Span.span
    return Array(capacity: min(limit, bytes.count)) { scalars in
      var index = 0
      while index < bytes.count, !scalars.isFull {
        let (scalar, length) = bytes.validScalar(at: index)
        scalars.append(scalar)
        index += length
      }
    }
  }
}

extension Span<UInt8> {
  /// The scalar that begins at `index` of valid UTF-8, and how many bytes it takes.
  @inline(__always) fileprivate func validScalar(at index: Int) -> (Unicode.Scalar, length: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset]) & 0x3F }
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
