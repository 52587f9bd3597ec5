extension Span<UInt8> {
  /// The scalar whose UTF-8 form begins at `index`, and how many bytes it takes.
  ///
  /// Nil and 1 where no scalar begins there. Overlong forms and surrogates are not looked for: this is for bytes that
  /// were validated once.
  package func scalar(at index: Int) -> (scalar: UInt32?, length: Int) {
    let first = UInt32(self[index])
    let length: Int
    var scalar: UInt32
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2..<0xE0: (scalar, length) = (first & 0x1F, 2)
    case 0xE0..<0xF0: (scalar, length) = (first & 0x0F, 3)
    case 0xF0..<0xF5: (scalar, length) = (first & 0x07, 4)
    default: return (nil, 1)
    }
    guard index + length <= count else { return (nil, 1) }
    for offset in 1..<length {
      let next = UInt32(self[index + offset])
      guard next & 0xC0 == 0x80 else { return (nil, 1) }
      scalar = scalar << 6 | next & 0x3F
    }
    return (scalar, length)
  }
}

extension [UInt8] {
  /// Appends the UTF-8 form of `scalar`; U+FFFD for what is no scalar.
  package mutating func appendUTF8(_ scalar: UInt32) {
    let valid = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    append(contentsOf: UTF8.encode(valid) ?? UTF8.encodedReplacementCharacter)
  }
}
