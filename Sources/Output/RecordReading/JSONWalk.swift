/// Finds where the values of a JSON text stand, without making values of them.
package enum JSONWalk {
  /// Where each value of the object at `range` stands; nil for anything but one whole object.
  package static func members(of range: Range<Int>, in bytes: [UInt8]) -> JSONMembers? {
    children(of: range, in: bytes, opening: UInt8(ascii: "{"))
      .map { JSONMembers(bytes: bytes, nodes: $0) }
  }

  /// Where each element of the array at `range` stands; nil for anything but one whole array.
  package static func elements(of range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>]? {
    children(of: range, in: bytes, opening: UInt8(ascii: "["))?
      .map { Int($0.start)..<Int($0.end) }
  }

  private static func children(
    of range: Range<Int>, in bytes: [UInt8], opening: UInt8
  ) -> ArraySlice<JSONTape.Node>? {
    guard !range.isEmpty, bytes[range.lowerBound] == opening else { return nil }
    return JSONTape(bytes, range, depth: 1)?.nodes.dropFirst()
  }

  /// The string whose quoted form is at `range`; nil for another value.
  package static func string(_ range: Range<Int>, in bytes: [UInt8]) -> String? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    let inner = bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
    guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
    var unescaped: [UInt8] = []
    var rest = inner
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        unescaped.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "n"): unescaped.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): unescaped.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "t"): unescaped.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "b"): unescaped.append(0x08)
      case UInt8(ascii: "f"): unescaped.append(0x0C)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(&rest) else { return nil }
        unescaped.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .some(let other): unescaped.append(other)
      case nil: return nil
      }
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// What stands behind `\\u`, and behind a second one where two make a character; nil where that is none.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    func unit() -> UInt16? {
      let digits = rest.prefix(4)
      guard digits.count == 4 else { return nil }
      rest = rest.dropFirst(4)
      return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
    guard let first = unit() else { return nil }
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
    guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u"),
      let second = unit(), UTF16.isTrailSurrogate(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + UInt32(first & 0x3FF) << 10 + UInt32(second & 0x3FF))
  }

  /// The place after the string that begins at `start`.
  static func stringEnd(_ start: Int, _ end: Int, _ bytes: borrowing Span<UInt8>) -> Int? {
    guard start < end, bytes[start] == quote else { return nil }
    var place = start + 1
    while true {
      place = first(place, end, bytes) { $0.marks(quote) | $0.marks(backslash) }
      guard place < end else { return nil }
      if bytes[place] == quote { return place + 1 }
      place += 2
    }
  }

  /// The place after the value that begins at `start`: a string, a number or word, an object or array.
  static func valueEnd(_ start: Int, _ end: Int, _ bytes: borrowing Span<UInt8>) -> Int? {
    guard start < end else { return nil }
    switch bytes[start] {
    case quote: return stringEnd(start, end, bytes)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return containerEnd(start, end, bytes)
    default:
      let place = first(start, end, bytes) { $0.marks(comma) | $0.folded.marks(close) }
      return place > start ? min(place, end) : nil
    }
  }

  private static func containerEnd(
    _ start: Int, _ end: Int, _ bytes: borrowing Span<UInt8>
  ) -> Int? {
    var depth = 0
    var place = start
    while true {
      place = first(place, end, bytes) {
        $0.marks(quote) | $0.folded.marks(open) | $0.folded.marks(close)
      }
      guard place < end else { return nil }
      if bytes[place] == quote {
        guard let after = stringEnd(place, end, bytes) else { return nil }
        place = after
        continue
      }
      depth += bytes[place] | EightBytes.bracketBit == open ? 1 : -1
      place += 1
      if depth == 0 { return place }
    }
  }

  /// The place of the first byte from `start` on that `marks` marks; `end` or more where there is none.
  @inline(__always)
  private static func first(
    _ start: Int, _ end: Int, _ bytes: borrowing Span<UInt8>, _ marks: (EightBytes) -> UInt64
  ) -> Int {
    var place = start
    while place < end {
      let found = marks(EightBytes(bytes, place, end))
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    return place
  }
}

/// Eight bytes that are looked at together: most strings of a record are shorter.
private struct EightBytes {
  private var word: UInt64 = 0

  /// The bytes from `place` on, zero from `end` on.
  @inline(__always)
  init(_ bytes: borrowing Span<UInt8>, _ place: Int, _ end: Int) {
    if end - place >= 8 {
      // Checked against the span's bounds, as any other access.
      word = UInt64(
        littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
          fromByteOffset: place, as: UInt64.self))
    } else {
      for index in (place..<end).reversed() { word = word << 8 | UInt64(bytes[index]) }
    }
  }

  /// What tells a brace from a bracket.
  static let bracketBit: UInt8 = 0x20

  /// With braces where brackets are.
  var folded: EightBytes {
    var folded = self
    folded.word |= Self.each(Self.bracketBit)
    return folded
  }

  /// A bit at each `byte`; only the lowest is sure, which is that of the first.
  func marks(_ byte: UInt8) -> UInt64 {
    let difference = word ^ Self.each(byte)
    return (difference &- Self.each(0x01)) & ~difference & Self.each(0x80)
  }

  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")
private let comma = UInt8(ascii: ",")
private let open = UInt8(ascii: "{")
private let close = UInt8(ascii: "}")
