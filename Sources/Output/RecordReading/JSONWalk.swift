/// Finds where the values of a JSON text stand, without making values of them.
package enum JSONWalk {
  /// Where each value of the object at `range` stands; nil for anything but one whole object.
  ///
  /// Keys are taken as they are written: ours need no escape.
  package static func members(of range: Range<Int>, in bytes: [UInt8]) -> [String: Range<Int>]? {
    guard let nodes = children(of: range, in: bytes, opening: UInt8(ascii: "{")) else { return nil }
    var members: [String: Range<Int>] = [:]
    for node in nodes {
      let start = Int(node.start)
      let name = String(decoding: bytes[(start - 2 - Int(node.key))..<(start - 2)], as: UTF8.self)
      members[name] = start..<Int(node.end)
    }
    return members
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
      case UInt8(ascii: "u"):
        let digits = String(decoding: rest.prefix(4), as: UTF8.self)
        guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
          return nil
        }
        unescaped.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        rest = rest.dropFirst(4)
      case .some(let other): unescaped.append(other)
      case nil: return nil
      }
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// The place after the string that begins at `start`.
  static func stringEnd(_ start: Int, _ end: Int, _ bytes: borrowing Span<UInt8>) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "\"") else { return nil }
    var place = start + 1
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""): return place + 1
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return nil
  }

  /// The place after the value that begins at `start`: a string, a number or word, an object or array.
  static func valueEnd(_ start: Int, _ end: Int, _ bytes: borrowing Span<UInt8>) -> Int? {
    var depth = 0
    var place = start
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        guard let after = stringEnd(place, end, bytes) else { return nil }
        place = after
        if depth == 0 { return place }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of what the value is in.
        if depth == 0 { return place > start ? place : nil }
        depth -= 1
        place += 1
        if depth == 0 { return place }
      case UInt8(ascii: ","):
        if depth == 0 { return place > start ? place : nil }
        place += 1
      default: place += 1
      }
    }
    return depth == 0 && place > start ? place : nil
  }
}
