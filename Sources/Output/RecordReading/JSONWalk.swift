/// Finds the members of a JSON object in bytes without making values of them.
package enum JSONWalk {
  /// Where each value of the object at `range` stands; nil for anything but one whole object.
  ///
  /// Nesting costs a counter and no stack. Keys are taken as they are written: ours need no escape.
  package static func members(of range: Range<Int>, in bytes: [UInt8]) -> [String: Range<Int>]? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "{"),
      bytes[range.upperBound - 1] == UInt8(ascii: "}")
    else { return nil }
    var members: [String: Range<Int>] = [:]
    let end = range.upperBound - 1
    var place = range.lowerBound + 1
    while place < end {
      guard let key = stringEnd(place, end, bytes), key < end, bytes[key] == UInt8(ascii: ":"),
        let value = valueEnd(key + 1, end, bytes)
      else { return nil }
      let name = String(decoding: bytes[(place + 1)..<(key - 1)], as: UTF8.self)
      members[name] = (key + 1)..<value
      guard value == end || bytes[value] == UInt8(ascii: ",") else { return nil }
      place = value + 1
    }
    return members
  }

  /// Where the value of `key` stands in the object at `range`: the first, and nothing behind it is looked at.
  package static func value(
    of key: String, at range: Range<Int>, in bytes: [UInt8]
  ) -> Range<Int>? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "{"),
      bytes[range.upperBound - 1] == UInt8(ascii: "}")
    else { return nil }
    let end = range.upperBound - 1
    var place = range.lowerBound + 1
    while place < end {
      guard let after = stringEnd(place, end, bytes), after < end,
        bytes[after] == UInt8(ascii: ":"), let value = valueEnd(after + 1, end, bytes),
        value == end || bytes[value] == UInt8(ascii: ",")
      else { return nil }
      if bytes[(place + 1)..<(after - 1)].elementsEqual(key.utf8) { return (after + 1)..<value }
      place = value + 1
    }
    return nil
  }

  /// Where each element of the array at `range` stands; nil for anything but one whole array.
  package static func elements(of range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>]? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "["),
      bytes[range.upperBound - 1] == UInt8(ascii: "]")
    else { return nil }
    var elements: [Range<Int>] = []
    let end = range.upperBound - 1
    var place = range.lowerBound + 1
    while place < end {
      guard let after = valueEnd(place, end, bytes) else { return nil }
      elements.append(place..<after)
      guard after == end || bytes[after] == UInt8(ascii: ",") else { return nil }
      place = after + 1
    }
    return elements
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
  static func stringEnd(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int? {
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
  static func valueEnd(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int? {
    guard start < end else { return nil }
    var depth = 0
    var place = start
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        guard let after = stringEnd(place, end, bytes) else { return nil }
        place = after
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of what the value is in.
        if depth == 0 { return place }
        depth -= 1
        place += 1
      case UInt8(ascii: ","):
        if depth == 0 { return place }
        place += 1
      default: place += 1
      }
      if depth == 0, place == end { return place }
    }
    return depth == 0 ? end : nil
  }
}
