import NationalForm

/// What the tables show of the edition they follow.
struct EditionSignals: Sendable {
  private var columns: Set<Int> = []
  private var rows: Set<Int> = []
  private var resultRows: Set<Int> = []

  /// Notes a column label of table 1.
  mutating func sawColumn(_ column: Int) { columns.insert(column) }

  /// Notes a row of table 1 or 2.
  mutating func sawRow(_ row: Int, in table: TableID) {
    switch table {
    case .activeDisclosure: rows.insert(row)
    case .applications: resultRows.insert(row)
    case .reviewLitigation: break
    }
  }

  /// The edition; nil where nothing tells.
  ///
  /// The columns of 第二十条第（一）项 are the strongest sign, then the other columns and rows of table 1, then the rows
  /// under （六）其他处理.
  var decided: Edition? {
    votes.lazy.compactMap { $0 }.first
  }

  /// Whether signs contradict each other: tables of the later form with the single row （六）.
  var isMixed: Bool { Set(votes.compactMap { $0 }).count > 1 || isDivided }

  private var votes: [Edition?] {
    let form = NationalForm.activeDisclosure
    let documents = Set(form.rows.first?.columns ?? [])
    let first = columns.filter { documents.contains(form.columns[$0].id) }
    let others = columns.subtracting(first)
    return [
      Self.only(first.map { form.columns[$0].editions }),
      Self.only(others.map { form.columns[$0].editions } + rows.map { form.rows[$0].editions })
        // Columns that both editions print, and none of the earlier form's beside them.
        ?? (others.isEmpty ? nil : .e2021),
      Self.only(resultRows.map { NationalForm.applications.rows[$0].editions }),
    ]
  }

  private var isDivided: Bool {
    let form = NationalForm.activeDisclosure
    let editions = Set(
      (columns.map { form.columns[$0].editions } + rows.map { form.rows[$0].editions })
        .filter { $0.count == 1 }.flatMap { $0 })
    return editions.count > 1
  }

  /// The edition that those of one edition agree on.
  private static func only(_ editions: [Set<Edition>]) -> Edition? {
    let certain = Set(editions.filter { $0.count == 1 }.flatMap { $0 })
    return certain.count == 1 ? certain.first : nil
  }
}
