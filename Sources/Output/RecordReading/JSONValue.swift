package import ReportRecords

/// A value inside a line of JSON, looked at where it stands: nothing is decoded before it is asked for.
///
/// Made for the lines that we write, whose keys need no escape; any other bytes give nil, never a wrong value.
package struct JSONValue: Sendable {
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// The one value that `line` is, a LF at its end or not.
  package init(_ line: [UInt8]) {
    bytes = line
    range = 0..<(line.last == UInt8(ascii: "\n") ? line.count - 1 : line.count)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// The members of an object; nil for any other value.
  package var members: [String: JSONValue]? {
    JSONWalk.members(of: range, in: bytes)?.mapValues { JSONValue(bytes, $0) }
  }

  /// One member of an object; walks over those before it, so take ``members`` for many.
  package subscript(_ key: String) -> JSONValue? {
    JSONWalk.value(of: key, at: range, in: bytes).map { JSONValue(bytes, $0) }
  }

  /// The numbers that `paths` lead to in an object; nil for what isn't there, or no whole number.
  package func numbers(_ paths: NumberPaths) -> [Int?] { paths.numbers(of: range, in: bytes) }

  /// The elements of an array; nil for any other value.
  package var elements: [JSONValue]? {
    JSONWalk.elements(of: range, in: bytes)?.map { JSONValue(bytes, $0) }
  }

  package var string: String? { JSONWalk.string(range, in: bytes) }
  package var integer: Int? { Int(token) }
  /// A number as it is written, never through floating point.
  package var decimal: ExactDecimal? { ExactDecimal(token) }
  package var isTrue: Bool { token == "true" }
  package var isNull: Bool { token == "null" }

  private var token: String {
    // The longest number that we write has 20 characters, so what is longer is something else.
    range.count > 40 ? "" : String(decoding: bytes[range], as: UTF8.self)
  }
}
