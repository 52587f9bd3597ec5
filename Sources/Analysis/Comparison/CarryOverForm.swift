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

  /// Over all rows and columns of the form that have what the identity needs.
  static let all: [CarryOverForm] = {
    let columns = NationalForm.applications.columns.map(\.id)
    let rows = NationalForm.activeDisclosure.rows
    let requests = columns.compactMap { column in
      form(
        .x1, scope: column, [place(.applications, "carried_out", column)],
        place(.applications, "carried_in", column, isNewer: true))
    }
    let documents = rows.filter { $0.columns.contains("in_force") }.compactMap { row in
      form(
        .x2, scope: row.id,
        [
          place(.activeDisclosure, row.id, "in_force"),
          place(.activeDisclosure, row.id, "issued", isNewer: true),
          place(.activeDisclosure, row.id, "repealed", isNewer: true, isSubtracted: true),
        ], place(.activeDisclosure, row.id, "in_force", isNewer: true))
    }
    let items = rows.filter { $0.columns.contains("items_previous") }.compactMap { row in
      form(
        .x3, scope: row.id,
        [
          place(.activeDisclosure, row.id, "items_previous"),
          place(.activeDisclosure, row.id, "items_change"),
        ], place(.activeDisclosure, row.id, "items_previous", isNewer: true))
    }
    return requests + documents + items
  }()

  private static func form(
    _ rule: CarryOver.Rule, scope: String, _ expected: [Place?], _ actual: Place?
  ) -> CarryOverForm? {
    let places = expected.compactMap(\.self)
    guard let actual, places.count == expected.count else { return nil }
    return CarryOverForm(rule: rule, scope: scope, expected: places, actual: actual)
  }

  private static func place(
    _ table: TableID, _ row: String, _ column: String, isNewer: Bool = false,
    isSubtracted: Bool = false
  ) -> Place? {
    let cell = CellID(table: table, row: row, column: column)
    return NationalForm.place(of: cell).map {
      Place(cell: cell, index: $0, isNewer: isNewer, isSubtracted: isSubtracted)
    }
  }
}
