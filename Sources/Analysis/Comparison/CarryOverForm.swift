internal import NationalForm

/// An identity between two years as data: which cells of which report.
struct CarryOverForm: Sendable {
  struct Place: Sendable {
    let cell: CellID
    /// In ``NationalForm/cells``.
    let index: Int
    let isNewer: Bool
    let isSubtracted: Bool

    /// Whether the cell is one of the report: printed, or prescribed by its edition.
    ///
    /// Of a report whose tables don't tell their edition, by every edition that has tables.
    func belongs(to form: FormFacts) -> Bool {
      if form.prints(index) { return true }
      return form.edition == nil && NationalForm.editions[index].isSuperset(of: [.e2019, .e2021])
    }

    func operand(_ older: FormFacts, _ newer: FormFacts) -> CarryOver.Operand {
      CarryOver.Operand(
        cell: cell, isNewer: isNewer, isSubtracted: isSubtracted,
        fact: (isNewer ? newer : older).cells[index])
    }
  }

  let rule: CarryOver.Rule
  let scope: String
  let expected: [Place]
  let actual: Place

  /// Those of ``NationalForm/carryOver``.
  static let all: [CarryOverForm] = NationalForm.carryOver.compactMap { identity in
    guard let rule = CarryOver.Rule(rawValue: identity.id) else { return nil }
    return CarryOverForm(
      rule: rule, scope: identity.scope, expected: identity.expected.map(Place.init),
      actual: Place(identity.actual))
  }
}

extension CarryOverForm.Place {
  init(_ operand: CarryOverIdentity.Operand) {
    self.init(
      cell: operand.cell, index: operand.cell.place, isNewer: operand.isNewer,
      isSubtracted: operand.isSubtracted)
  }
}
