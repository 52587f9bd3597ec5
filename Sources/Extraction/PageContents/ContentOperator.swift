/// An operator by the bytes of its name, the first one highest: `re` is 0x7265.
struct ContentOperator: RawRepresentable, Hashable, ExpressibleByStringLiteral {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(stringLiteral name: StaticString) {
    rawValue = name.withUTF8Buffer { unsafe $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }

  static let imageData: ContentOperator = "ID"
  static let endInlineImage: ContentOperator = "EI"
}

extension ContentOperator: CustomStringConvertible {
  /// Its name, bytes outside of ASCII as `?`.
  var description: String {
    var name = ""
    for shift in stride(from: 56, through: 0, by: -8) {
      let byte = UInt8(truncatingIfNeeded: rawValue >> UInt64(shift))
      if byte != 0 { name.unicodeScalars.append(0x21...0x7E ~= byte ? Unicode.Scalar(byte) : "?") }
    }
    return name
  }
}
