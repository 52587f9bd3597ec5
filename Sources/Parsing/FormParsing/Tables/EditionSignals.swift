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
  /// of table 2. Of several editions that show all of these, the one whose form differs least from what is printed.
  var decided: Edition? {
    var left: EditionSet?
    for vote in votes {
      guard let known = left else {
        left = vote
        continue
      }
      let both = known.intersection(vote)
      if !both.isEmpty { left = both }
    }
    return left.flatMap(nearest)
  }

  /// Whether signs contradict each other: tables of a later form with the single row （六） of an earlier one.
  var isMixed: Bool {
    votes.reduce(EditionSet.every) { $0.intersection($1) }.isEmpty
      || Self.shared(columnsOfDisclosure + rowsOfDisclosure)?.isEmpty == true
      || Self.shared(rowsOfResults)?.isEmpty == true
  }

  /// The editions that each sign leaves, the strongest first.
  private var votes: [EditionSet] {
    let form = NationalForm.activeDisclosure
    let documents = columns.filter { FormBoard.cell(of: form.id, row: 0, column: $0) != nil }
    let others = columns.filter { !documents.contains($0) }
    return [
      Self.agreed(documents.map { form.columns[$0].editions }),
      Self.agreed(others.map { form.columns[$0].editions } + rowsOfDisclosure)
        // Columns that every edition prints, and none of another edition's beside them.
        ?? (others.isEmpty ? nil : nearest(.every).map { [$0] }),
      Self.agreed(rowsOfResults),
    ].compactMap { $0 }
  }

  private var columnsOfDisclosure: [EditionSet] {
    columns.map { NationalForm.activeDisclosure.columns[$0].editions }
  }

  private var rowsOfDisclosure: [EditionSet] {
    rows.map { NationalForm.activeDisclosure.rows[$0].editions }
  }

  private var rowsOfResults: [EditionSet] {
    resultRows.map { NationalForm.applications.rows[$0].editions }
  }

  /// The editions that all have what isn't in every edition; nil where nothing is of that kind.
  private static func shared(_ editions: [EditionSet]) -> EditionSet? {
    let telling = editions.filter { $0 != .every }
    return telling.isEmpty ? nil : telling.reduce(EditionSet.every) { $0.intersection($1) }
  }

  /// The same; nil where they contradict each other too.
  private static func agreed(_ editions: [EditionSet]) -> EditionSet? {
    shared(editions).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The one of `editions` whose tables 1 and 2 differ least from the labels seen; of several the earliest.
  private func nearest(_ editions: EditionSet) -> Edition? {
    editions.editions.min { difference(to: $0) < difference(to: $1) }
  }

  /// Columns and rows that are seen and not in the form of `edition`, or the other way round.
  private func difference(to edition: Edition) -> Int {
    func count(_ editions: [EditionSet], _ seen: FormIndices) -> Int {
      // A table that isn't read yet, or isn't there, tells nothing.
      seen.isEmpty
        ? 0 : editions.indices.count { editions[$0].contains(edition) != seen.contains($0) }
    }
    return count(NationalForm.activeDisclosure.columns.map(\.editions), columns)
      + count(NationalForm.activeDisclosure.rows.map(\.editions), rows)
      + count(NationalForm.applications.rows.map(\.editions), resultRows)
  }
}
