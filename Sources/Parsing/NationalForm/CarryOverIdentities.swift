/// An identity between the reports of one agency on two years in a row: what the later one should print.
///
/// `X1(business)` says that 上年结转 of a year is 结转下年度继续办理 of the year before, in the column 商业企业.
package struct CarryOverIdentity: Hashable, Sendable {
  /// A cell of one of the two reports.
  package struct Operand: Hashable, Sendable {
    package var cell: CellID
    /// Which report it stands in: that of the later year, or of the earlier one.
    package var isNewer = false
    package var isSubtracted = false
  }

  /// `X1`, `X2`, `X3`.
  package var id: String
  /// Column id for X1 (`business`), row id for X2 and X3 (`normative_docs`).
  package var scope: String
  /// What adds up to the expected number, never empty; the first is of the earlier report.
  package var expected: [Operand]
  /// The cell of the later report that should have it.
  package var actual: Operand
}

extension NationalForm {
  /// Every identity between two years, in the order of the form: the rows and columns that have what it needs.
  package static let carryOver: [CarryOverIdentity] =
    applications.columns.compactMap { column in
      identity(
        "X1", column.id, [operand(applications, "carried_out", column.id)],
        actual: operand(applications, "carried_in", column.id, isNewer: true))
    }
    + activeDisclosure.rows.compactMap { row in
      identity(
        "X2", row.id,
        [
          operand(activeDisclosure, row.id, "in_force"),
          operand(activeDisclosure, row.id, "issued", isNewer: true),
          operand(activeDisclosure, row.id, "repealed", isNewer: true, isSubtracted: true),
        ], actual: operand(activeDisclosure, row.id, "in_force", isNewer: true))
    }
    + activeDisclosure.rows.compactMap { row in
      identity(
        "X3", row.id,
        [
          operand(activeDisclosure, row.id, "items_previous"),
          operand(activeDisclosure, row.id, "items_change"),
        ], actual: operand(activeDisclosure, row.id, "items_previous", isNewer: true))
    }

  /// Nil where the form has not all of the cells.
  private static func identity(
    _ id: String, _ scope: String, _ expected: [CarryOverIdentity.Operand?],
    actual: CarryOverIdentity.Operand?
  ) -> CarryOverIdentity? {
    let operands = expected.compactMap { $0 }
    guard let actual, operands.count == expected.count else { return nil }
    return CarryOverIdentity(id: id, scope: scope, expected: operands, actual: actual)
  }

  private static func operand(
    _ table: FormTable, _ row: String, _ column: String, isNewer: Bool = false,
    isSubtracted: Bool = false
  ) -> CarryOverIdentity.Operand? {
    CellID(table: table.id, row: row, column: column).map {
      CarryOverIdentity.Operand(cell: $0, isNewer: isNewer, isSubtracted: isSubtracted)
    }
  }
}
