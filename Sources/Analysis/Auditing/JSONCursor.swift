internal import RecordReading

/// Goes once through a line of JSON as we write it, without spaces; what isn't asked for is passed over.
///
/// For an audit, which reads every record of a file and little of each: `JSONValue` finds members again for each question.
/// Every function gives false or nil for bytes that are not what it reads.
struct JSONCursor {
  private let bytes: [UInt8]
  private var place = 0

  init(_ line: [UInt8]) { bytes = line }

  /// Whether nothing comes but the line's own LF.
  var isAtEnd: Bool {
    place == bytes.count || (place == bytes.count - 1 && bytes[place] == UInt8(ascii: "\n"))
  }

  /// Reads an object; `visit` is given each key and reads its value.
  mutating func object(_ visit: (inout JSONCursor, String) -> Bool) -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      guard let key = stringRange() else { return false }
      let name = String(decoding: bytes[(key.lowerBound + 1)..<(key.upperBound - 1)], as: UTF8.self)
      guard take(UInt8(ascii: ":")), visit(&self, name) else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  /// Reads an array; `visit` reads each element.
  mutating func array(_ visit: (inout JSONCursor) -> Bool) -> Bool {
    guard take(UInt8(ascii: "[")) else { return false }
    if take(UInt8(ascii: "]")) { return true }
    repeat {
      guard visit(&self) else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]"))
  }

  /// Reads a string into `value`, or null.
  mutating func string(_ value: inout String?) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return skip() }
    guard let range = stringRange() else { return false }
    value = JSONWalk.string(range, in: bytes)
    return value != nil
  }

  /// Reads a number as it is written into `text`, or `true`, `false`, `null`.
  mutating func token(_ text: inout String) -> Bool {
    let start = place
    while place < bytes.count, !Self.endsToken(bytes[place]) { place += 1 }
    // The longest number that we write has 20 characters.
    guard start < place, place - start <= 40 else { return false }
    text = String(decoding: bytes[start..<place], as: UTF8.self)
    return true
  }

  /// Passes over a value of any kind; nesting costs a counter and no stack.
  mutating func skip() -> Bool {
    var depth = 0
    repeat {
      guard place < bytes.count else { return false }
      switch bytes[place] {
      case UInt8(ascii: "\""): guard stringRange() != nil else { return false }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        place += 1
      case UInt8(ascii: ","):
        guard depth > 0 else { return false }
        place += 1
      default:
        place += 1
        if depth == 0 {
          while place < bytes.count, !Self.endsToken(bytes[place]) { place += 1 }
        }
      }
    } while depth > 0
    return depth == 0
  }

  /// Whether an object or array comes.
  func isAtContainer() -> Bool {
    place < bytes.count
      && (bytes[place] == UInt8(ascii: "{") || bytes[place] == UInt8(ascii: "["))
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// Where the string that comes stands, with its quotes.
  private mutating func stringRange() -> Range<Int>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = place - 1
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return start..<place
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return nil
  }

  private static func endsToken(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }
}
