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
    var left = Addends()
    var right = Addends()
    for cell in identity.expected { left.add(operand(cell)) }
    for cell in identity.actual { right.add(operand(cell)) }
    guard let expected = left.sum, let actual = right.sum else {
      outcome = .unassessable
      withBlanksAsZero = .unassessable
      return
    }
    self.expected = expected
    self.actual = actual
    let (delta, overflow) = actual.subtractingReportingOverflow(expected)
    self.delta = overflow ? nil : delta
    withBlanksAsZero = expected == actual ? .holds : .fails
    let isComplete = !left.hasEmpty && !right.hasEmpty
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

/// One side of an identity.
private struct Addends {
  private var total: Int? = 0
  private var hasNumber = false
  /// Whether one is blank, a dash, or not printed: 0 where blanks count as 0.
  private(set) var hasEmpty = false

  /// Nil where one can't be read, where none is a number, and where the sum doesn't fit.
  var sum: Int? { hasNumber ? total : nil }

  mutating func add(_ operand: IdentityAssessment.Operand) {
    switch operand.state {
    case .blank, .dash, .absent: hasEmpty = true
    case .text, .unreadable: total = nil
    case .value:
      hasNumber = true
      guard let total, let number = operand.value?.integer else {
        self.total = nil
        return
      }
      let (sum, overflow) = total.addingReportingOverflow(number)
      self.total = overflow ? nil : sum
    }
  }
}
