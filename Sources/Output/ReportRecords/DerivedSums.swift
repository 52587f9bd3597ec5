internal import NationalForm

/// Sums that users need and the form doesn't print.
///
/// Each row counts with the sum over the kinds of applicant or result, so that a wrong 总计 doesn't spread; with its 总计
/// only where that is all it prints. A blank or a dash counts as 0 here, and only here. A sum is nil while a member is
/// missing, unreadable or words: what nobody could read is not 0. Sums saturate: no report has 2^63 requests, but a file
/// can say so.
package struct DerivedSums: Sendable {
  package let denied, unable, notProcessed, other, review, suit: Int?
  /// Cells that are printed and empty.
  package let blankCells: Int

  package init(of report: AnnualReport) {
    let cells = report.cells
    blankCells = cells.indices.count { cells[$0].state == .blank }
    func sum(_ groups: Group...) -> Int? {
      Self.sum(of: cells, Self.rows.lazy.filter { groups.contains($0.group) }.map(\.cells))
    }
    denied = sum(.denied)
    unable = sum(.unable)
    notProcessed = sum(.notProcessed)
    other = Self.sum(of: cells, Self.otherRows(of: cells))
    review = sum(.review)
    suit = sum(.directSuit, .suitAfterReview)
  }

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

  /// The rows under （六）: the three of one edition, or the single one of the other.
  private static func otherRows(of cells: [CellReading]) -> [Range<Int>] {
    let all = rows.filter { $0.group == .other }.map(\.cells)
    func isPrinted(_ row: Range<Int>) -> Bool {
      cells[row].contains { $0.state != .absent }
    }
    func isSingle(_ row: Range<Int>) -> Bool {
      NationalForm.cells[row.lowerBound].row == "other.all"
    }
    let hasThree = all.contains { !isSingle($0) && isPrinted($0) }
    return all.filter { isSingle($0) ? !hasThree || isPrinted($0) : hasThree }
  }

  /// What the id of a row begins with, up to the first dot.
  private enum Group: String {
    case denied, unable
    case notProcessed = "not_processed"
    case other, review
    case directSuit = "direct_suit"
    case suitAfterReview = "suit_after_review"
  }

  /// The rows of tables 2 and 3 that are added up, with the places of their cells.
  private static let rows: [(group: Group, cells: Range<Int>)] = NationalForm.rows.compactMap {
    row in
    let first = NationalForm.cells[row.lowerBound]
    guard first.table != .activeDisclosure else { return nil }
    return Group(rawValue: String(first.row.prefix { $0 != "." })).map { ($0, row) }
  }

  /// Whether each of ``NationalForm/cells`` is a 总计.
  private static let isTotal = NationalForm.cells.map { $0.column == "total" }

  private static func saturatingSum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (left < 0 ? .min : .max) : sum
  }
}
