/// Names of files are bytes; this carries them through APIs that only take strings, and back.
///
/// A byte that is not part of valid UTF-8 travels as the private-use scalar U+10FF00 + byte, as Python's
/// surrogateescape does with surrogates.
package enum FileName {
  private static let base: UInt32 = 0x10_FF00
  /// What the scalars above begin with in UTF-8, and few others.
  private static let firstOfPrivateUse: UInt8 = 0xF4

  /// The string that stands for `bytes` in arguments and paths inside the program.
  package static func carried(_ bytes: [UInt8]) -> String { carried(bytes[...]) }

  /// The same for a part of a path.
  package static func carried(_ bytes: ArraySlice<UInt8>) -> String {
    if !bytes.contains(firstOfPrivateUse), let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    var result = String.UnicodeScalarView()
    mapUTF8(bytes) { scalar in
      result.append(scalar)
    } invalid: { byte in
      result.append(Unicode.Scalar(base + UInt32(byte)) ?? "\u{FFFD}")
    }
    return String(result)
  }

  /// The bytes that `carried` stands for.
  package static func bytes(_ carried: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in carried.unicodeScalars {
      if scalar.value >= base + 0x80, scalar.value <= base + 0xFF {
        result.append(UInt8(truncatingIfNeeded: scalar.value - base))
      } else {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return result
  }

  /// The name for people and records: a byte that is no UTF-8 as `\xB5`.
  package static func printed(_ carried: String) -> String {
    guard isRepaired(carried) else { return carried }
    var result = ""
    for scalar in carried.unicodeScalars {
      if scalar.value >= base + 0x80, scalar.value <= base + 0xFF {
        result += "\\x" + String(scalar.value - base, radix: 16, uppercase: true)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The bytes that ``printed(_:)`` shows so, of a name that isn't valid UTF-8: `\xB5` is one of them.
  package static func rawBytes(printed: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(printed.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "\\"), rest.dropFirst().first == UInt8(ascii: "x"),
        let escaped = UInt8(
          String(decoding: rest.dropFirst(2).prefix(2), as: UTF8.self), radix: 16),
        escaped >= 0x80
      {
        bytes.append(escaped)
        rest = rest.dropFirst(4)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }

  /// The name that `bytes` are, for people: of a member, as ``MemberPath`` has it, `a/b.zip!/c.docx`.
  package static func shown(_ bytes: [UInt8]) -> String {
    guard let (archive, name) = MemberPath.parts(bytes) else { return printed(carried(bytes)) }
    return "\(printed(carried(archive)))!/\(name)"
  }

  /// Whether the name isn't valid UTF-8.
  package static func isRepaired(_ carried: String) -> Bool {
    carried.utf8.contains(firstOfPrivateUse)
      && carried.unicodeScalars.contains { $0.value >= base + 0x80 && $0.value <= base + 0xFF }
  }

  private static func mapUTF8(
    _ bytes: ArraySlice<UInt8>, valid: (Unicode.Scalar) -> Void, invalid: (UInt8) -> Void
  ) {
    var rest = bytes
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let piece = rest.prefix(length)
      var iterator = piece.makeIterator()
      var decoder = UTF8()
      if case .scalarValue(let scalar) = decoder.decode(&iterator),
        UTF8.width(scalar) == piece.count, scalar.value < base || scalar.value > base + 0xFF
      {
        valid(scalar)
        rest = rest.dropFirst(piece.count)
      } else {
        invalid(first)
        rest = rest.dropFirst()
      }
    }
  }
}
