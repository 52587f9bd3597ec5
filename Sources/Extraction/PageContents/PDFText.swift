/// A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with its mark, else PDFDocEncoding.
package enum PDFText {
  /// `FE FF 65 87` is 文; what can't be decoded becomes U+FFFD.
  package static func decoded(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), high: 0) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), high: 1) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    var text = ""
    for byte in bytes { text.unicodeScalars.append(character(byte)) }
    return text
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, high: Int) -> String {
    var units: [UInt16] = []
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high]))
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// PDFDocEncoding (annex D.2) agrees with Latin-1 but for the marks from 0x18 to 0x1F and 0x80 to 0xA0.
  private static func character(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x18...0x1F: marks[Int(byte - 0x18)]
    case 0x80...0xA0: marks[Int(byte - 0x80) + 8]
    case 0x7F, 0xAD: "\u{FFFD}"
    default: Unicode.Scalar(byte)
    }
  }

  private static let marks: [Unicode.Scalar] = [
    "˘", "ˇ", "ˆ", "˙", "˝", "˛", "˚", "˜", "•", "†", "‡", "…", "—", "–", "ƒ", "⁄", "‹", "›", "−",
    "‰", "„", "“", "”", "‘", "’", "‚", "™", "ﬁ", "ﬂ", "Ł", "Œ", "Š", "Ÿ", "Ž", "ı", "ł", "œ", "š",
    "ž", "\u{FFFD}", "€",
  ]
}
