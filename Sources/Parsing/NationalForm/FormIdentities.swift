/// An identity of the form (勾稽关系): two sums of cells that a report should print equal.
///
/// `A2(business)` says that the cells of （一） to （六） in the column 商业企业 add up to that of （七）.
package struct FormIdentity: Hashable, Sendable {
  /// `A1`, `A2`, `A3`, `R1`, `R2`, `R3`.
  package var id: String
  /// Column id for A1 and A2, row id for A3, group id for R1 to R3.
  package var scope: String
  /// Cells whose sum `actual` should have; in the order of the form, never empty.
  package var expected: [CellID]
  /// The cells that print the sum: two for A1, else one.
  package var actual: [CellID]
}

extension NationalForm {
  /// The identities of a report, A1 to A3 on table 2, then R1 to R3 on table 3.
  ///
  /// Of the two forms of （六） the one that is printed counts, the single row only where the three are not. A row that
  /// isn't printed has no A3.
  ///
  /// - Parameter rows: Ids of the rows of table 2 that the report prints.
  package static func identities(printing rows: Set<String>) -> [FormIdentity] {
    let isSplit = !rows.isDisjoint(with: Identities.splitRows)
    return Identities.a1 + (isSplit ? Identities.a2Split : Identities.a2Single)
      + Identities.a3.filter { rows.contains($0.scope) } + Identities.reviews
  }

  /// Rows of （六） that only the form of `edition` prints.
  fileprivate static func otherRows(of edition: Edition) -> [String] {
    applications.rows.filter { $0.editions == [edition] }.map(\.id)
  }
}

/// All identities that a report may have, made once.
private enum Identities {
  /// 一 + 二 = 三（七） + 四.
  static let a1 = columns("A1", requests, outcomes)
  /// The three rows under （六）.
  static let splitRows = NationalForm.otherRows(of: .e2021)
  /// （一） to （六） = （七）, with three rows under （六）, or with one.
  static let a2Split = columns("A2", details(without: .e2019), [resultTotal])
  static let a2Single = columns("A2", details(without: .e2021), [resultTotal])
  /// All kinds of applicant = 总计.
  static let a3 = NationalForm.applications.rows.map { rowTotal("A3", .applications, $0) }
  /// All outcomes = 总计.
  static let reviews = NationalForm.reviewLitigation.rows.enumerated().map { index, row in
    rowTotal("R\(index + 1)", .reviewLitigation, row)
  }

  private static let requests = ["new_received", "carried_in"]
  private static let resultTotal = "result_total"
  private static let outcomes = [resultTotal, "carried_out"]

  private static func details(without edition: Edition) -> [String] {
    let others = requests + outcomes + NationalForm.otherRows(of: edition)
    return NationalForm.applications.rows.map(\.id).filter { !others.contains($0) }
  }

  private static func columns(
    _ id: String, _ expected: [String], _ actual: [String]
  ) -> [FormIdentity] {
    NationalForm.applications.columns.map { column in
      func cells(_ rows: [String]) -> [CellID] {
        rows.compactMap { CellID(table: .applications, row: $0, column: column.id) }
      }
      return FormIdentity(
        id: id, scope: column.id, expected: cells(expected), actual: cells(actual))
    }
  }

  /// The last column of a row as the sum of those before it.
  private static func rowTotal(_ id: String, _ table: TableID, _ row: FormRow) -> FormIdentity {
    let cells = row.columns.compactMap { CellID(table: table, row: row.id, column: $0) }
    return FormIdentity(
      id: id, scope: row.id, expected: Array(cells.dropLast()), actual: Array(cells.suffix(1)))
  }
}
