/// How much an issue matters to somebody who trusts the record.
package enum Severity: String, Sendable, CaseIterable {
  /// Something required is missing or wrong.
  case error
  /// Something may be missing or wrong: look before you build on it.
  case warning
  /// Something was left out or decided as documented; no number depends on it.
  case info
}

/// Something lost, guessed or odd, noticed while a document became a record.
package struct Issue: Hashable, Sendable {
  package var code: IssueCode
  package var severity: Severity { code.severity }
  /// One sentence without a final stop.
  package var message: String
  /// Nil where the whole document is meant.
  package var location: Location?

  package init(_ code: IssueCode, _ message: String, at location: Location? = nil) {
    self.code = code
    self.message = message
    self.location = location
  }
}

/// A value and what went wrong while it was made.
package struct Diagnosed<Value> {
  package var value: Value
  package var issues: [Issue]

  package init(_ value: Value, issues: [Issue] = []) {
    self.value = value
    self.issues = issues
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
