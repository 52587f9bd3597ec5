/// A kind of identity, which holds in every column or in every row of a table.
package struct IdentityRule: Sendable {
  /// Rows of a table.
  package enum Rows: Sendable {
    case named([String])
    /// All that an edition prints between two others.
    case between(String, String)
  }

  package enum Scope: Sendable {
    /// In each column some rows add up to others.
    case columns(sum: Rows, equals: [String])
    /// In each row the last column is the sum of those before it; whether the rows count the id: R1, R2, R3.
    case rows(isCounted: Bool = false)
  }

  package var id: String
  package var editions = EditionSet.every
  package var scope: Scope
}
