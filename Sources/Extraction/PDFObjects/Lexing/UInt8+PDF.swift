/// The classes of bytes in PDF syntax (7.2.2).
extension UInt8 {
  /// NUL, tab, line feed, form feed, carriage return and space.
  @inline(__always) package var isPDFBlank: Bool {
    self <= 0x20 && (Self.blanks &>> UInt64(self)) & 1 == 1
  }

  /// Any byte that does not end a name, a number or a keyword: no blank and none of `( ) < > [ ] { } / %`.
  @inline(__always) package var isPDFRegular: Bool {
    if self >= 0x80 { return true }
    let ends = self < 0x40 ? Self.lowEnds : Self.highEnds
    return (ends &>> UInt64(self & 0x3F)) & 1 == 0
  }

  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }

  /// `A` -> 10; nil for a byte that is no hexadecimal digit.
  @inline(__always) var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self &- 0x30
    case 0x41...0x46: self &- 0x37
    case 0x61...0x66: self &- 0x57
    default: nil
    }
  }

  // A bit for each of the bytes 0 to 63 and 64 to 127.
  @inline(__always) private static var blanks: UInt64 { 0x1_0000_3601 }
  @inline(__always) private static var lowEnds: UInt64 { 0x5000_8321_0000_3601 }
  @inline(__always) private static var highEnds: UInt64 { 0x2800_0000_2800_0000 }
}
