extension String {
  /// `unicodeScalars.count`, without decoding: the bytes of UTF-8 that begin a scalar.
  package var scalarCount: Int {
    var text = self
    return text.withUTF8 { bytes in
      var count = 0
      for index in bytes.indices where unsafe bytes[index] & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }
}

extension StringProtocol {
  /// `Array(unicodeScalars)`, without counting them first.
  @inlinable package var scalars: [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(utf8.count / 2)
    for scalar in unicodeScalars { scalars.append(scalar) }
    return scalars
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
