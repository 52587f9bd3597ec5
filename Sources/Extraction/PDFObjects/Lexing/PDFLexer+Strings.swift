extension PDFLexer {
  /// A string in parentheses (7.3.4.2).
  ///
  /// A line end inside it stays as it is, as in poppler; ISO 32000 would make each a line feed.
  mutating func literalString() throws(PDFRefusal) -> [UInt8] {
    position &+= 1
    let start = position
    while position < end {
      switch bytes[position] {
      case 0x29:
        position &+= 1
        return Array(bytes[start..<(position &- 1)])
      case 0x28, 0x5C:
        return try literalString(beginning: start)
      default:
        position &+= 1
      }
    }
    throw .damaged("string")
  }

  /// The same from its first parenthesis or backslash on.
  private mutating func literalString(beginning start: Int) throws(PDFRefusal) -> [UInt8] {
    var string = Array(bytes[start..<position])
    var nesting = 0
    while position < end {
      let byte = bytes[position]
      position &+= 1
      switch byte {
      case 0x29 where nesting == 0:
        return string
      case 0x29:
        nesting &-= 1
        string.append(byte)
      case 0x28:
        nesting &+= 1
        string.append(byte)
      case 0x5C:
        if let byte = try escaped() { string.append(byte) }
      default:
        string.append(byte)
      }
    }
    throw .damaged("string")
  }

  /// The byte that stands after a backslash: `n` -> 0x0A, `101` -> 0x41; nil for the end of a line.
  private mutating func escaped() throws(PDFRefusal) -> UInt8? {
    guard position < end else { throw .damaged("string") }
    let byte = bytes[position]
    position &+= 1
    switch byte {
    case 0x6E: return 0x0A
    case 0x72: return 0x0D
    case 0x74: return 0x09
    case 0x62: return 0x08
    case 0x66: return 0x0C
    case 0x30...0x37:
      var value = byte &- 0x30
      for _ in 0..<2 {
        guard position < end, bytes[position] & 0xF8 == 0x30 else { break }
        // A fourth bit of the first of three digits is lost, as ISO 32000 wants.
        value = value &<< 3 | (bytes[position] & 7)
        position &+= 1
      }
      return value
    case 0x0D:
      if position < end, bytes[position] == 0x0A { position &+= 1 }
      return nil
    case 0x0A: return nil
    default: return byte
    }
  }

  /// A string in angle brackets (7.3.4.3); a digit without its second one counts as if 0 followed.
  mutating func hexadecimalString() throws(PDFRefusal) -> [UInt8] {
    position &+= 1
    var string: [UInt8] = []
    var high: UInt8?
    while position < end {
      let byte = bytes[position]
      position &+= 1
      if let value = byte.hexadecimalValue {
        if let first = high {
          string.append(first &<< 4 | value)
          high = nil
        } else {
          high = value
        }
      } else if byte == 0x3E {
        if let high { string.append(high &<< 4) }
        return string
      } else if !byte.isPDFBlank {
        break
      }
    }
    throw .damaged("hexadecimal string")
  }

  /// A name (7.3.5): `/A#20B` -> `A B`.
  ///
  /// A `#` before anything but a hexadecimal digit stands for itself, as in poppler.
  mutating func name() throws(PDFRefusal) -> PDFName {
    position &+= 1
    let start = position
    while position < end, bytes[position].isPDFRegular {
      if bytes[position] == 0x23 { return try name(beginning: start) }
      position &+= 1
    }
    return PDFName(bytes: bytes[start..<position])
  }

  /// The same from its first `#` on.
  private mutating func name(beginning start: Int) throws(PDFRefusal) -> PDFName {
    var name = Array(bytes[start..<position])
    while position < end, bytes[position].isPDFRegular {
      let byte = bytes[position]
      position &+= 1
      guard byte == 0x23, position < end, let high = bytes[position].hexadecimalValue else {
        name.append(byte)
        continue
      }
      guard let low = self.byte(after: position)?.hexadecimalValue, high | low != 0 else {
        throw .damaged("name")
      }
      name.append(high &<< 4 | low)
      position &+= 2
    }
    return PDFName(bytes: name[...])
  }
}
