/// Takes CSV (RFC 4180; LF, CRLF; a byte order mark) apart into rows and fields.
struct AgencyRows {
  private var rest: ArraySlice<UInt8>
  private var nextLine = 1
  /// From 1; on which the row that came last begins.
  private(set) var line = 0

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
  }

  /// The fields of the next row, without blanks around them; nil at the end.
  mutating func next() throws(AgencyMapError.Problem) -> [String]? {
    guard !rest.isEmpty else { return nil }
    line = nextLine
    var fields: [String] = []
    while true {
      let bytes = rest.first == quote ? try quoted() : plain()
      guard let field = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
      fields.append(Self.trimmed(field))
      switch rest.popFirst() {
      case comma: continue
      case UInt8(ascii: "\r") where rest.first == newline: rest.removeFirst()
      case newline, nil: break
      default: throw .quoting
      }
      nextLine += 1
      return fields
    }
  }

  private mutating func plain() -> ArraySlice<UInt8> {
    let end =
      rest.firstIndex { $0 == comma || $0 == newline } ?? rest.endIndex
    var field = rest[..<end]
    // The CR of a line's end is left for it.
    if field.last == UInt8(ascii: "\r"), end == rest.endIndex || rest[end] == newline {
      field.removeLast()
    }
    rest = rest[field.endIndex...]
    if rest.first == UInt8(ascii: "\r"), rest.count == 1 { rest.removeFirst() }
    return field
  }

  private mutating func quoted() throws(AgencyMapError.Problem) -> ArraySlice<UInt8> {
    var field: [UInt8] = []
    rest.removeFirst()
    while let byte = rest.popFirst() {
      if byte == quote {
        guard rest.first == quote else { return field[...] }
        rest.removeFirst()
      }
      if byte == newline { nextLine += 1 }
      field.append(byte)
    }
    throw .quoting
  }

  private static func trimmed(_ field: String) -> String {
    var field = field[...]
    while field.first?.isWhitespace == true { field.removeFirst() }
    while field.last?.isWhitespace == true { field.removeLast() }
    return String(field)
  }
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
