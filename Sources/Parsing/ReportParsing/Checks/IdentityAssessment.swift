internal import Diagnostics
package import NationalForm
package import ReportRecords

/// How an identity of the form comes out on what a report prints.
package struct IdentityAssessment: Hashable, Sendable {
  package enum Outcome: String, Sendable, CaseIterable {
    case holds
    case fails
    /// An operand isn't printed or not readable, or a sum doesn't fit.
    case unassessable
  }

  /// What an operand shows.
  package typealias Operand = (state: CellReading.State, value: ExactDecimal?)

  package var identity: FormIdentity
  package var outcome: Outcome
  /// How it stands with blank, dashed and absent operands as 0.
  ///
  /// Unassessable where an operand is words or unreadable, and where a side has no number at all.
  package var withBlanksAsZero: Outcome
  /// The sums of both sides, blanks as 0; nil where `withBlanksAsZero` is unassessable.
  package var expected, actual: Int?
  /// `actual` - `expected`; nil without them, and where it doesn't fit.
  package var delta: Int?

  package init(_ identity: FormIdentity, operand: (CellID) -> Operand) {
    self.identity = identity
    let left = identity.expected.map { Addend(operand($0)) }
    let right = identity.actual.map { Addend(operand($0)) }
    guard !left.contains(.unreadable), !right.contains(.unreadable),
      left.contains(where: { $0 != .empty }), right.contains(where: { $0 != .empty }),
      let expected = Addend.sum(left), let actual = Addend.sum(right)
    else {
      outcome = .unassessable
      withBlanksAsZero = .unassessable
      return
    }
    self.expected = expected
    self.actual = actual
    let (delta, overflow) = actual.subtractingReportingOverflow(expected)
    self.delta = overflow ? nil : delta
    withBlanksAsZero = expected == actual ? .holds : .fails
    let isComplete = !left.contains(.empty) && !right.contains(.empty)
    outcome = isComplete ? withBlanksAsZero : .unassessable
  }

  /// The failure that the record lists; nil where nothing fails.
  var failure: CheckFailure? {
    guard withBlanksAsZero == .fails else { return nil }
    let isComplete = outcome == .fails
    return CheckFailure(
      id: identity.id, scope: identity.scope, severity: isComplete ? .error : .warning,
      expected: expected.map { ExactDecimal($0) }, actual: actual.map { ExactDecimal($0) },
      delta: delta.map { ExactDecimal($0) }, blanksAsZero: !isComplete)
  }
}

/// One member of a sum.
private enum Addend: Hashable {
  case number(Int)
  /// Blank, a dash, or not printed: 0 where blanks count as 0.
  case empty
  case unreadable

  init(_ operand: IdentityAssessment.Operand) {
    switch operand.state {
    case .value: self = operand.value.flatMap(\.integer).map { .number($0) } ?? .unreadable
    case .blank, .dash, .absent: self = .empty
    case .text, .unreadable: self = .unreadable
    }
  }

  /// Nil where it doesn't fit.
  static func sum(_ addends: [Addend]) -> Int? {
    var total = 0
    for case .number(let number) in addends {
      let (sum, overflow) = total.addingReportingOverflow(number)
      guard !overflow else { return nil }
      total = sum
    }
    return total
  }
}
