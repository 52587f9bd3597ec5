package import Diagnostics
internal import Foundation
internal import GRDB

/// What the walk of this run found at a path, and what is to be done about it.
package struct FoundRow: Hashable, Sendable {
  /// Raw bytes, relative to the input root.
  package var path: [UInt8]
  /// What to open, where that is another path: a link's target.
  package var location: [UInt8]?
  package var size: Int
  /// Nanoseconds since 1970.
  package var modified: Int
  package var url: String?
  /// Why it can't be read at all; nil for a regular file.
  package var problem: Failure?
  package var action: Action
  /// The record that the path has, whatever made it; set where ``State/work(after:limit:)`` gives the row.
  package var previous: Entry?

  package init(
    path: [UInt8], location: [UInt8]? = nil, size: Int, modified: Int, url: String?,
    problem: Failure?, action: Action = .convert
  ) {
    self.path = path
    self.location = location
    self.size = size
    self.modified = modified
    self.url = url
    self.problem = problem
    self.action = action
  }

  package enum Action: Int, Sendable {
    /// It is a member of an archive that is converted: with that it is found, or gone.
    case member = -1
    /// Its record stands.
    case keep = 0
    /// It is new, or it may be another one than before.
    case convert = 1
    /// It failed in a way that may pass, with the same bytes: it waits until the others are done. Larger numbers are later
    /// rounds.
    case later = 2
  }

  static let insert =
    "INSERT OR REPLACE INTO found (path, location, size, modified, url, code, message, action) "
    + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

  /// Gives the parameters of ``insert``.
  func bind(_ parameters: inout RowParameters) {
    parameters.add(path)
    parameters.add(location)
    parameters.add(size)
    parameters.add(modified)
    parameters.add(url)
    parameters.add(problem?.code.rawValue)
    parameters.add(problem?.message)
    parameters.add(action.rawValue)
  }

  /// The columns that ``init(_:)`` reads.
  static let selection =
    "found.path, found.location, found.size, found.modified, found.url, found.code, "
    + "found.message, found.action"

  /// Nil for what isn't what was written.
  init?(_ columns: inout RowColumns) {
    let path = columns.bytes()
    location = columns.bytes()
    let (size, modified) = (columns.number(), columns.number())
    url = columns.text()
    let (code, message) = (columns.text().flatMap(FailureCode.init), columns.text())
    action = columns.number().flatMap(Action.init) ?? .convert
    guard let path, let size, let modified else { return nil }
    self.path = path
    self.size = size
    self.modified = modified
    problem = code.map { Failure($0, message ?? "", stage: .input) }
  }
}
