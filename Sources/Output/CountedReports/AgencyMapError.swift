/// Why a map of agencies can't be used, and where.
package struct AgencyMapError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Problem: Error, Hashable, Sendable {
    case notUTF8
    /// A quote that never ends, or text beside one.
    case quoting
    case missingColumn(String)
    case repeatedColumn(String)
    case fieldCount(expected: Int, found: Int)
    case emptyID
    case noNameOrPath
    /// A row with the same id and another level, region or parent.
    case conflictingID(String, line: Int)
    /// A name or path that another row has.
    case repeated(String, String, line: Int)
    case unknownParent(String)
    /// An agency that is a part of itself.
    case ring(String)
  }

  package var file: String
  /// From 1; where the row begins.
  package var line: Int
  package var problem: Problem

  /// `map.csv:3: the parent A9 is not an id in this file`.
  package var description: String { "\(file):\(line): \(problem.words)" }
}

extension AgencyMapError.Problem {
  var words: String {
    switch self {
    case .notUTF8: "the row is not UTF-8"
    case .quoting: "a quoted field does not end where it should"
    case .missingColumn(let name): "the header must name the column \(name)"
    case .repeatedColumn(let name): "the header names the column \(name) twice"
    case .fieldCount(let expected, let found):
      "the row has \(found) fields and the header \(expected)"
    case .emptyID: "the row has no id"
    case .noNameOrPath: "the row has neither a name nor a path"
    case .conflictingID(let id, let line):
      "the agency \(id) of line \(line) has another level, region_code or parent"
    case .repeated(let column, let value, let line):
      "the \(column) \(value) is already on line \(line)"
    case .unknownParent(let id): "the parent \(id) is not an id in this file"
    case .ring(let id): "the agency \(id) is a part of itself"
    }
  }
}
