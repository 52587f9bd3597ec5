/// Undoes what mail did to bytes (RFC 2045, 6); what is damaged stays as it is.
enum TransferEncoding {
  /// - Parameter encoding: What the header says. A page whose bytes can't be encoded so is read as what they are: programs that
  ///   copy parts of a message leave the old name, or none.
  static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding.trimmed.lowercased() {
    case "base64": bytes.prefix(4_096).contains(UInt8(ascii: "<")) ? plain(bytes) : base64(bytes)
    case "quoted-printable":
      quotedShare(bytes).map { $0 < 0.3 } == true ? Array(bytes) : quotedPrintable(bytes)
    default: plain(bytes)
    }
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if let share = quotedShare(bytes), share >= 0.9, bytes.allSatisfy({ $0 < 0x80 }) {
      return quotedPrintable(bytes)
    }
    return isBase64(bytes) ? base64(bytes) : Array(bytes)
  }

  /// The share of the `=` of a page that begin a byte in two digits, or end a line; nil where there are hardly any.
  ///
  /// In the page's own text one stands before each value of an attribute.
  private static func quotedShare(_ bytes: ArraySlice<UInt8>) -> Double? {
    var signs = 0
    var encoded = 0
    var index = bytes.startIndex
    while let sign = bytes[index...].firstIndex(of: UInt8(ascii: "=")), signs < 10_000 {
      signs += 1
      index = sign + 1
      guard index < bytes.endIndex else { break }
      switch bytes[index] {
      case 0x0A, 0x0D: encoded += 1
      default:
        guard index + 1 < bytes.endIndex, digit(bytes[index]) != nil,
          digit(bytes[index + 1]) != nil
        else { continue }
        encoded += 1
      }
    }
    return signs > 4 ? Double(encoded) / Double(signs) : nil
  }

  /// Whether there is nothing but the characters of base64 in lines, and many of them.
  private static func isBase64(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count > 64
      && bytes.prefix(4_096).allSatisfy { byte in
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x0A, 0x0D: true
        case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): true
        default: false
        }
      }
  }

  /// `=E5=B9=B4`; `=` at the end of a line goes on with the next.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "=") else {
        decoded.append(byte)
        index += 1
        continue
      }
      var next = index + 1
      // Blanks that a program added behind the mark.
      while next < bytes.endIndex, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
      if next < bytes.endIndex, bytes[next] == 0x0D { next += 1 }
      if next >= bytes.endIndex { break }
      if bytes[next] == 0x0A {
        index = next + 1
      } else if index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(byte)
        index += 1
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// Characters that are none of the 64 are passed over, as the standard has it.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
      count += 1
      if count % 4 == 0 {
        decoded.append(UInt8(bits >> 16 & 0xFF))
        decoded.append(UInt8(bits >> 8 & 0xFF))
        decoded.append(UInt8(bits & 0xFF))
      }
    }
    switch count % 4 {
    case 2: decoded.append(UInt8(bits >> 4 & 0xFF))
    case 3:
      decoded.append(UInt8(bits >> 10 & 0xFF))
      decoded.append(UInt8(bits >> 2 & 0xFF))
    default: break
    }
    return decoded
  }
}
