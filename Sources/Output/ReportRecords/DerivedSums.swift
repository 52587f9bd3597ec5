internal import NationalForm

/// Sums that users need and the form doesn't print.
///
/// Each row counts with the sum over the kinds of applicant or result, so that a wrong 总计 doesn't spread; with its 总计
/// only where that is all it prints. A blank counts as 0 here, and only here. Sums saturate: no report has 2^63 requests,
/// but a file can say so.
package struct DerivedSums: Sendable {
  package private(set) var denied = 0, unable = 0, notProcessed = 0, other = 0, review = 0, suit = 0
  /// Cells that are printed and empty.
  package let blankCells: Int

  package init(of report: AnnualReport) {
    let cells = report.cells
    blankCells = cells.indices.count { cells[$0].state == .blank }
    let isTotal = Self.isTotal
    for (group, row) in Self.rows {
      var parts: Int?
      var total: Int?
      for place in row {
        guard let value = cells[place].value?.integer else { continue }
        if isTotal[place] {
          total = value
        } else {
          parts = Self.saturatingSum(parts ?? 0, value)
        }
      }
      guard let value = parts ?? total else { continue }
      switch group {
      case .denied: denied = Self.saturatingSum(denied, value)
      case .unable: unable = Self.saturatingSum(unable, value)
      case .notProcessed: notProcessed = Self.saturatingSum(notProcessed, value)
      case .other: other = Self.saturatingSum(other, value)
      case .review: review = Self.saturatingSum(review, value)
      case .directSuit, .suitAfterReview: suit = Self.saturatingSum(suit, value)
      }
    }
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
