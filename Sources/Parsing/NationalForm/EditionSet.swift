/// Editions of the form: those that print a row, or that a table may follow.
///
/// A set without storage of its own, since every report asks for these some hundred times.
package struct EditionSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  package init(arrayLiteral editions: Edition...) { self.init(editions) }

  package init(_ editions: some Sequence<Edition>) {
    for edition in editions { bits |= Self.bit(edition) }
  }

  /// All editions that have tables.
  package static let every = EditionSet(Edition.forms)

  /// `edition` and all later ones.
  package static func since(_ edition: Edition) -> EditionSet {
    EditionSet(Edition.forms.filter { $0 >= edition })
  }

  /// The editions before `edition`.
  package static func before(_ edition: Edition) -> EditionSet {
    EditionSet(Edition.forms.filter { $0 < edition })
  }

  package var isEmpty: Bool { bits == 0 }

  /// From the oldest to the latest.
  package var editions: [Edition] { Edition.forms.filter(contains) }

  package func contains(_ edition: Edition) -> Bool { bits & Self.bit(edition) != 0 }

  package func intersection(_ other: EditionSet) -> EditionSet {
    var both = self
    both.bits &= other.bits
    return both
  }

  package func subtracting(_ other: EditionSet) -> EditionSet {
    var rest = self
    rest.bits &= ~other.bits
    return rest
  }

  /// A bit for each year since the first edition's; shifting by more than the width gives none.
  private static func bit(_ edition: Edition) -> UInt64 {
    1 << (edition.firstYear - Edition.legacy.firstYear)
  }
}
