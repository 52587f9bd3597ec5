internal import NationalForm

/// Sums that users need and the form doesn't print.
///
/// Each row counts with the sum over the kinds of applicant or result, so that a wrong 总计 doesn't spread; with its 总计
/// only where that is all it prints. A blank or a dash counts as 0 here, and only here. A sum is nil while a member is
/// missing, unreadable or words: what nobody could read is not 0. Sums saturate: no report has 2^63 requests, but a file
/// can say so.
package struct DerivedSums: Sendable {
  /// One for each of ``NationalForm/derivedSums``, in that order.
  package let values: [Int?]
  /// Cells that are printed and empty.
  package let blankCells: Int

  package init(of report: AnnualReport) {
    let cells = report.cells
    blankCells = cells.indices.count { cells[$0].state == .blank }
    let printed = NationalForm.rows.map { row in cells[row].contains { $0.state != .absent } }
    let edition = NationalForm.edition(
      of: nil,
      printing: Set(NationalForm.rows.indices.filter { printed[$0] }.map { Self.ids[$0] }))
    values = NationalForm.derivedSums.map { sum in
      // Of the two forms of （六） the one that is printed. Numbers in rows of both may count the same twice.
      let filled = sum.rows.filter { row in
        cells[NationalForm.rows[row]].contains { $0.state == .value }
      }
      let common = filled.reduce(EditionSet.every) { $0.intersection(Self.editions[$1]) }
      guard let shown = common.contains(edition) ? edition : common.editions.last else {
        return nil
      }
      let rows = sum.rows.filter { Self.editions[$0].contains(shown) }
      return Self.sum(of: cells, rows.map { NationalForm.rows[$0] })
    }
  }

  private static let all = NationalForm.tables.flatMap(\.rows)
  private static let ids = all.map(\.id)
  private static let editions = all.map(\.editions)

  private static func sum(
    of cells: [CellReading], _ rows: some Sequence<Range<Int>>
  ) -> Int? {
    var sum = 0
    for row in rows {
      guard let value = value(of: row, in: cells) else { return nil }
      sum = saturatingSum(sum, value)
    }
    return sum
  }

  /// What a row counts; nil where that can't be told.
  private static func value(of row: Range<Int>, in cells: [CellReading]) -> Int? {
    var parts: Int?
    var total: Int?
    var isPartMissing = false
    var isPrinted = false
    for place in row {
      switch cells[place].state {
      case .value:
        guard let value = cells[place].value?.integer else { return nil }
        if isTotal[place] { total = value } else { parts = saturatingSum(parts ?? 0, value) }
      case .unreadable, .text:
        // A total is not added up; it only says whether blanks are zeros.
        if !isTotal[place] { return nil }
        isPartMissing = isPartMissing || parts == nil
      case .absent:
        if !isTotal[place] { isPartMissing = true }
        continue
      case .blank, .dash: break
      }
      isPrinted = true
    }
    guard isPrinted else { return nil }
    if let parts { return isPartMissing ? nil : parts }
    return total ?? (isPartMissing ? nil : 0)
  }

  /// Whether each of ``NationalForm/cells`` is a 总计.
  private static let isTotal = NationalForm.cells.map(NationalForm.isTotal)

  private static func saturatingSum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (left < 0 ? .min : .max) : sum
  }
}
