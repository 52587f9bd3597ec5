/// A reference such as `&amp;` or `&#8212;`.
struct XMLReference {
  var scalar: Unicode.Scalar
  /// The index after its semicolon.
  var end: Int

  /// The reference at `start`, where an ampersand stands; nil if it is not all there.
  static func read(_ bytes: Span<UInt8>, at start: Int) throws(NotPlainXML) -> XMLReference? {
    var end = start + 1
    while bytes.byte(end) != UInt8(ascii: ";") {
      // Longer than `&#x10FFFF;` with zeros to spare.
      guard end < start + 12, bytes.byte(end) > 0x20 else { return try bytes.stop(at: end) }
      end += 1
    }
    let name = start + 1..<end
    let value =
      bytes.byte(start + 1) == UInt8(ascii: "#") ? number(bytes, name) : named(bytes, name)
    guard let value, isCharacter(value), let scalar = Unicode.Scalar(value) else {
      throw NotPlainXML()
    }
    return XMLReference(scalar: scalar, end: end + 1)
  }

  private static func named(_ bytes: Span<UInt8>, _ name: Range<Int>) -> UInt32? {
    for (known, character) in [
      ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ] as [(String, Unicode.Scalar)] where bytes.hold(Array(known.utf8), at: name) {
      return character.value
    }
    return nil
  }

  private static func number(_ bytes: Span<UInt8>, _ name: Range<Int>) -> UInt32? {
    let isHexadecimal = bytes.byte(name.lowerBound + 1) == UInt8(ascii: "x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    let text = String(decoding: digits.map { bytes.byte($0) }, as: UTF8.self)
    guard text.utf8.first != UInt8(ascii: "+") else { return nil }
    return UInt32(text, radix: isHexadecimal ? 16 : 10)
  }

  /// Whether XML may contain the character (XML 1.0, 2.2).
  static func isCharacter(_ value: UInt32) -> Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }
}
