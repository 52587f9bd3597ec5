internal import PDFObjects

/// The digits of one `<…>` of a CMap, blanks between them left out.
struct HexadecimalCode {
  let digitCount: Int
  /// Of its last eight digits.
  let value: UInt32

  /// Nil where something else than digits stands in `bytes[range]`, or more of them than a token of poppler's holds.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var count = 0
    var value: UInt32 = 0
    for index in range {
      guard let digit = Self.digit(bytes[index]) else {
        if bytes[index].isPDFBlank { continue }
        return nil
      }
      value = value &<< 4 | digit
      count &+= 1
    }
    guard count <= Self.longestToken else { return nil }
    digitCount = count
    self.value = value
  }

  /// The UTF-16 units that a text consists of, `<D840DC00>` -> [0xD840, 0xDC00].
  ///
  /// Digits of an unfinished unit at the end are left out. Nil where a finished one has something else than digits.
  static func units(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt32]? {
    var units: [UInt32] = []
    var unit: UInt32 = 0
    var isDamaged = false
    var count = 0
    for index in range where !bytes[index].isPDFBlank {
      let digit = digit(bytes[index])
      if digit == nil { isDamaged = true }
      unit = unit &<< 4 | (digit ?? 0)
      count &+= 1
      guard count & 3 == 0 else { continue }
      if isDamaged { return nil }
      units.append(unit)
      unit = 0
    }
    return units
  }

  /// How many bytes of `bytes[range]` are no blanks.
  static func length(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    range.reduce(0) { bytes[$1].isPDFBlank ? $0 : $0 &+ 1 }
  }

  /// poppler keeps 255 bytes of a token, and without its `>` it is none.
  static let longestToken = 253

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte &- 0x30)
    case 0x41...0x46: UInt32(byte &- 0x37)
    case 0x61...0x66: UInt32(byte &- 0x57)
    default: nil
    }
  }
}
