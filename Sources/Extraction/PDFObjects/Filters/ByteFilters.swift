/// The filters without tables: ASCIIHexDecode, ASCII85Decode and RunLengthDecode (7.4.2, 7.4.3, 7.4.5).
///
/// Each reads to its end-of-data mark and ignores what stands behind it; without the mark the data is `damaged`.
enum ByteFilters {
  /// `48 656C>` -> `Hel`; a last digit without its second one counts as if 0 followed.
  static func asciiHex(_ bytes: ArraySlice<UInt8>) throws(PDFRefusal) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count / 2)
    var high: UInt8?
    for byte in bytes {
      if let value = byte.hexadecimalValue {
        if let first = high {
          output.append(first &<< 4 | value)
          high = nil
        } else {
          high = value
        }
      } else if byte == 0x3E {
        if let high { output.append(high &<< 4) }
        return output
      } else if byte == 0 || !byte.isPDFBlank {
        throw .damaged("ASCIIHex digit")
      }
    }
    throw .damaged("ASCIIHex end of data")
  }

  /// `87cURD]j~>` -> `Hello w`; `z` stands for four zeros.
  static func ascii85(
    _ bytes: ArraySlice<UInt8>, limit: OutputLimit
  ) throws(PDFRefusal) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count / 5 &* 4)
    var value: UInt64 = 0
    var digits = 0
    for byte in bytes {
      switch byte {
      case 0x21...0x75:
        value = value &* 85 &+ UInt64(byte &- 0x21)
        digits &+= 1
        guard digits == 5 else { continue }
        try append(value, bytes: 4, to: &output)
        value = 0
        digits = 0
      case 0x7A where digits == 0:
        output += [0, 0, 0, 0]
      case 0x7E:
        guard digits != 1 else { throw .damaged("ASCII85 digit") }
        // The digits that are missing count as the highest one.
        for _ in digits..<5 { value = value &* 85 &+ 84 }
        if digits > 0 { try append(value, bytes: digits &- 1, to: &output) }
        return output
      case _ where byte.isPDFBlank: continue
      default: throw .damaged("ASCII85 digit")
      }
      try limit.check(output.count)
    }
    throw .damaged("ASCII85 end of data")
  }

  /// The first `bytes` of the four bytes of `value`.
  private static func append(
    _ value: UInt64, bytes: Int, to output: inout [UInt8]
  ) throws(PDFRefusal) {
    guard value <= UInt64(UInt32.max) else { throw .damaged("ASCII85 group") }
    for index in 0..<bytes {
      output.append(UInt8(truncatingIfNeeded: value &>> UInt64(24 &- 8 &* index)))
    }
  }

  /// A length byte of 0 to 127 and one byte more than that, or of 129 to 255 and a byte that stands 257 minus that
  /// many times; 128 ends it: `2 a b c 254 d 128` -> `abcddd`.
  static func runLength(
    _ bytes: ArraySlice<UInt8>, limit: OutputLimit
  ) throws(PDFRefusal) -> [UInt8] {
    var output: [UInt8] = []
    var rest = bytes
    while let length = rest.popFirst() {
      if length == 128 { return output }
      if length < 128 {
        let count = Int(length) &+ 1
        guard rest.count >= count else { throw .damaged("run") }
        output += rest.prefix(count)
        rest.removeFirst(count)
      } else {
        guard let byte = rest.popFirst() else { throw .damaged("run") }
        output.append(contentsOf: repeatElement(byte, count: 257 &- Int(length)))
      }
      try limit.check(output.count)
    }
    throw .damaged("RunLength end of data")
  }
}
