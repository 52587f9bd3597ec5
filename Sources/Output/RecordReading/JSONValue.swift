package import ReportRecords

/// A value inside a line of JSON; nothing is decoded before it is asked for.
package struct JSONValue: Sendable {
  let line: JSONLine
  let node: Int

  /// The one value that `line` is, a LF at its end or not; nil for bytes that are not one whole value.
  ///
  /// - Parameter depth: How deep values can be asked for; 1 for the members of an object alone.
  package init?(_ line: [UInt8], depth: Int = 16) {
    guard let line = JSONLine(line, depth: depth) else { return nil }
    self.init(line, 0)
  }

  private init(_ line: JSONLine, _ node: Int) {
    self.line = line
    self.node = node
  }

  package var isObject: Bool { line.isObject(node) }

  /// The members of an object by their keys, as they are written; nil for any other value.
  package var members: [String: JSONValue]? {
    guard isObject else { return nil }
    var members: [String: JSONValue] = [:]
    for value in children { members[line.key(value.node)] = value }
    return members
  }

  /// One member of an object, the first of its name.
  package subscript(_ key: String) -> JSONValue? {
    line.member(key, of: node).map { JSONValue(line, $0) }
  }

  /// The elements of an array; nil for any other value.
  package var elements: [JSONValue]? { line.isArray(node) ? children : nil }

  package var string: String? { line.string(node) }
  package var integer: Int? { Int(line.token(node)) }
  /// A number as it is written, never through floating point.
  package var decimal: ExactDecimal? { ExactDecimal(line.token(node)) }
  package var isTrue: Bool { line.token(node) == "true" }
  package var isNull: Bool { line.token(node) == "null" }

  private var children: [JSONValue] {
    var children: [JSONValue] = []
    var child = node + 1
    while child < line.end(node) {
      children.append(JSONValue(line, child))
      child = line.next(child)
    }
    return children
  }
}
