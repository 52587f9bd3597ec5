import NationalForm

/// What the tables show of the edition they follow.
struct EditionSignals: Sendable {
  private var columns: FormIndices = []
  private var rows: FormIndices = []
  private var resultRows: FormIndices = []

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
    let documents = columns.filter { FormBoard.cell(of: form.id, row: 0, column: $0) != nil }
    let others = columns.filter { !documents.contains($0) }
    return [
      Self.only(documents.lazy.map { form.columns[$0].editions }),
      Self.only(others.map { form.columns[$0].editions } + rows.map { form.rows[$0].editions })
        // Columns that both editions print, and none of the earlier form's beside them.
        ?? (others.isEmpty ? nil : .e2021),
      Self.only(resultRows.lazy.map { NationalForm.applications.rows[$0].editions }),
    ]
  }

  private var isDivided: Bool {
    let form = NationalForm.activeDisclosure
    return Self.certain(
      columns.map { form.columns[$0].editions } + rows.map { form.rows[$0].editions }
    ).count > 1
  }

  /// The edition that those of one edition agree on.
  private static func only(_ editions: some Sequence<Set<Edition>>) -> Edition? {
    let certain = certain(editions)
    return certain.count == 1 ? certain.first : nil
  }

  /// Every edition that something of one edition alone shows.
  private static func certain(_ editions: some Sequence<Set<Edition>>) -> [Edition] {
    var certain: [Edition] = []
    for set in editions where set.count == 1 {
      if let edition = set.first, !certain.contains(edition) { certain.append(edition) }
    }
    return certain
  }
}
