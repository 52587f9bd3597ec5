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

/// Where the columns of a map stand.
struct AgencyColumns {
  struct Row {
    var id: String
    var name, path: String?
    var level, regionCode: String
    var parent: String?
  }

  private let count: Int
  private let places: [String: Int]

  init(_ header: [String]) throws(AgencyMapError.Problem) {
    count = header.count
    var places: [String: Int] = [:]
    for (index, name) in header.enumerated() {
      guard places.updateValue(index, forKey: name.lowercased()) == nil || name.isEmpty else {
        throw .repeatedColumn(name)
      }
    }
    self.places = places
    guard places["id"] != nil else { throw .missingColumn("id") }
    guard places["name"] != nil || places["path"] != nil else {
      throw .missingColumn("name or path")
    }
  }

  func row(_ fields: [String]) throws(AgencyMapError.Problem) -> Row {
    guard fields.count == count else {
      throw .fieldCount(expected: count, found: fields.count)
    }
    func field(_ name: String) -> String { places[name].map { fields[$0] } ?? "" }
    func known(_ text: String) -> String? { text.isEmpty ? nil : text }
    guard let id = known(field("id")) else { throw .emptyID }
    var path = field("path")
    while path.hasPrefix("./") { path.removeFirst(2) }
    while path.hasSuffix("/") { path.removeLast() }
    guard let name = known(field("name")) else {
      guard !path.isEmpty else { throw .noNameOrPath }
      return row(id, nil, path, field)
    }
    return row(id, name, known(path), field)
  }

  private func row(
    _ id: String, _ name: String?, _ path: String?, _ field: (String) -> String
  ) -> Row {
    let parent = field("parent")
    return Row(
      id: id, name: name, path: path, level: field("level"), regionCode: field("region_code"),
      parent: parent.isEmpty ? nil : parent)
  }
}
