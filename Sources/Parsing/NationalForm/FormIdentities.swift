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
  /// A row that isn't printed has no A3.
  ///
  /// - Parameters:
  ///   - edition: Nil where the tables don't tell.
  ///   - rows: Ids of the rows of table 2 that the report prints.
  package static func identities(
    of edition: Edition?, printing rows: Set<String>
  ) -> [FormIdentity] {
    let edition = self.edition(of: edition, printing: rows)
    return (identitiesByEdition[edition] ?? []).filter { $0.id != "A3" || rows.contains($0.scope) }
  }

  /// The edition whose table 2 a report prints: some of a later edition keep the single row under （六） of an earlier one.
  ///
  /// The one that has most of the printed rows; of several the report's own, else the one of which the fewest are missing.
  package static func edition(of edition: Edition?, printing rows: Set<String>) -> Edition {
    var best: (edition: Edition, score: [Int])?
    for candidate in Edition.forms {
      guard let own = resultRows[candidate] else { continue }
      let shared = rows.count(where: own.contains)
      let score = [shared, candidate == edition ? 1 : 0, shared - own.count]
      if best.map({ $0.score.lexicographicallyPrecedes(score) }) ?? true {
        best = (candidate, score)
      }
    }
    return best?.edition ?? .latest
  }

  /// Ids of the rows of table 2 that each edition prints.
  private static let resultRows: [Edition: Set<String>] = byEdition { edition in
    Set(rows(of: applications, in: edition).map(\.id))
  }

  private static let identitiesByEdition: [Edition: [FormIdentity]] = byEdition { edition in
    tables.flatMap { table in
      table.identities.filter { $0.editions.contains(edition) }
        .flatMap { identities($0, of: table, in: edition) }
    }
  }

  private static func byEdition<Value>(_ value: (Edition) -> Value) -> [Edition: Value] {
    Dictionary(uniqueKeysWithValues: Edition.forms.map { ($0, value($0)) })
  }

  private static func rows(of table: FormTable, in edition: Edition) -> [FormRow] {
    table.rows.filter { $0.editions.contains(edition) }
  }

  private static func identities(
    _ rule: IdentityRule, of table: FormTable, in edition: Edition
  ) -> [FormIdentity] {
    switch rule.scope {
    case .columns(let sum, let equals):
      let rows = rows(of: table, in: edition).map(\.id)
      let addends = ids(sum, among: rows)
      return table.columns.map { column in
        func cells(_ rows: [String]) -> [CellID] {
          rows.compactMap { CellID(table: table.id, row: $0, column: column.id) }
        }
        return FormIdentity(
          id: rule.id, scope: column.id, expected: cells(addends), actual: cells(equals))
      }
    case .rows(let isCounted):
      // Rows of all editions: a report may print one of another.
      return table.rows.enumerated().map { index, row in
        let cells = row.columns.compactMap { CellID(table: table.id, row: row.id, column: $0) }
        return FormIdentity(
          id: isCounted ? "\(rule.id)\(index + 1)" : rule.id, scope: row.id,
          expected: Array(cells.dropLast()), actual: Array(cells.suffix(1)))
      }
    }
  }

  private static func ids(_ list: IdentityRule.Rows, among rows: [String]) -> [String] {
    switch list {
    case .named(let ids): ids
    case .between(let before, let after):
      Array(rows.drop { $0 != before }.dropFirst().prefix { $0 != after })
    }
  }
}
