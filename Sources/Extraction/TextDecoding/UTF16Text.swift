internal import DocumentModel

/// Texts in UTF-16.
enum UTF16Text {
  enum ByteOrder {
    case little, big
  }

  /// The UTF-8 form of `bytes`, and how many lone surrogates and odd bytes were replaced by U+FFFD.
  static func decoded(
    _ bytes: ArraySlice<UInt8>, order: ByteOrder
  ) -> (utf8: [UInt8], replaced: Int) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 2)
    var replaced = 0
    var high: UInt32?
    let span = bytes.span
    for index in stride(from: 0, to: span.count - 1, by: 2) {
      let unit = unit(span, at: index, order)
      switch (unit, high) {
      case (0xDC00...0xDFFF, let first?):
        utf8.appendUTF8(0x10000 + ((first & 0x3FF) << 10 | unit & 0x3FF))
        high = nil
        continue
      case (_, .some):
        utf8.appendUTF8(0xFFFD)
        replaced += 1
        high = nil
      default: break
      }
      switch unit {
      case 0xD800...0xDBFF: high = unit
      case 0xDC00...0xDFFF:
        utf8.appendUTF8(0xFFFD)
        replaced += 1
      default: utf8.appendUTF8(unit)
      }
    }
    if high != nil || span.count % 2 == 1 {
      utf8.appendUTF8(0xFFFD)
      replaced += 1
    }
    return (utf8, replaced)
  }

  /// The order in which nearly all of `bytes` are characters of a Chinese or English text; nil if in none.
  ///
  /// Asked only of bytes with zeros among them: ASCII read as UTF-16 makes good Chinese characters too.
  static func likelyOrder(of bytes: [UInt8]) -> ByteOrder? {
    let span = bytes.span
    let sample = min(span.count & ~1, 1 << 16)
    guard sample > 1 else { return nil }
    var usual = (little: 0, big: 0)
    for index in stride(from: 0, to: sample, by: 2) {
      if isUsual(unit(span, at: index, .little)) { usual.little += 1 }
      if isUsual(unit(span, at: index, .big)) { usual.big += 1 }
    }
    let best = max(usual.little, usual.big)
    guard best * 2 * 100 >= sample * 95, usual.little != usual.big else { return nil }
    return usual.little > usual.big ? .little : .big
  }

  private static func unit(_ bytes: Span<UInt8>, at index: Int, _ order: ByteOrder) -> UInt32 {
    let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
    return order == .little ? second << 8 | first : first << 8 | second
  }

  private static func isUsual(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x09...0x0D, 0x20...0x7E, 0xA0, 0xB7, 0x2010...0x2027, 0x2460...0x24FF, 0x3000...0x303F,
      0x3400...0x9FFF, 0xFF01...0xFF65:
      true
    default: false
    }
  }
}
