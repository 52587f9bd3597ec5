/// A JSON value read by the letter of RFC 8259, with its keys in order: an opinion independent of our writer's.
package indirect enum JSON: Equatable {
  case object([Member])
  case array([JSON])
  case string(String)
  /// As written.
  case number(String)
  case boolean(Bool)
  case null

  package struct Member: Equatable {
    package var key: String
    package var value: JSON
  }

  /// Nil for anything but one value that fills `bytes`.
  package init?(_ bytes: ArraySlice<UInt8>) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var reader = Reader(rest: bytes)
    guard let value = reader.value(depth: 0), reader.rest.isEmpty else { return nil }
    self = value
  }

  /// The last member of that name.
  package subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  package var text: String? { if case .string(let text) = self { text } else { nil } }

  package var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
}

/// Without blanks between tokens: we write none.
private struct Reader {
  var rest: ArraySlice<UInt8>

  mutating func value(depth: Int) -> JSON? {
    guard depth < 100, let first = rest.first else { return nil }
    switch first {
    case UInt8(ascii: "{"): return list(UInt8(ascii: "}")) { $0.member(depth) }.map(JSON.object)
    case UInt8(ascii: "["):
      return list(UInt8(ascii: "]")) { $0.value(depth: depth + 1) }.map(JSON.array)
    case UInt8(ascii: "\""): return string().map(JSON.string)
    case UInt8(ascii: "t"): return take("true") ? .boolean(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .boolean(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number().map(JSON.number)
    }
  }

  private mutating func member(_ depth: Int) -> JSON.Member? {
    guard let key = string(), take(":"), let value = value(depth: depth + 1) else { return nil }
    return JSON.Member(key: key, value: value)
  }

  private mutating func list<Element>(
    _ end: UInt8, _ element: (inout Reader) -> Element?
  ) -> [Element]? {
    rest.removeFirst()
    var elements: [Element] = []
    if rest.first == end {
      rest.removeFirst()
      return elements
    }
    while let next = element(&self) {
      elements.append(next)
      guard let mark = rest.popFirst() else { return nil }
      if mark == end { return elements }
      guard mark == UInt8(ascii: ",") else { return nil }
    }
    return nil
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let text = text.description.utf8
    guard rest.starts(with: text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func number() -> String? {
    let start = rest
    _ = take("-")
    if !take("0"), digits() == 0 { return nil }
    if take("."), digits() == 0 { return nil }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if digits() == 0 { return nil }
    }
    return String(decoding: start[..<rest.startIndex], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits.count
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
      case 0..<0x20: return nil
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        bytes += Array(String(scalar).utf8)
      default: bytes.append(byte)
      }
    }
    return nil
  }

  /// A lone half of a pair has no scalar, and a whole pair is taken for none either: our writer writes neither.
  private mutating func escaped() -> Unicode.Scalar? {
    switch rest.popFirst() {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "u"):
      let digits = rest.prefix(4)
      guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
      else { return nil }
      rest = rest.dropFirst(4)
      return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}
