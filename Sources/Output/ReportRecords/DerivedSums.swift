internal import NationalForm

/// Sums that users need and the form doesn't print.
///
/// Each row counts with the sum over the kinds of applicant or result, so that a wrong 总计 doesn't spread; with its 总计
/// only where that is all it prints. A blank counts as 0 here, and only here. Sums saturate: no report has 2^63 requests,
/// but a file can say so.
package struct DerivedSums: Sendable {
  package var denied, unable, notProcessed, other, review, suit: Int
  /// Cells that are printed and empty.
  package var blankCells: Int

  package init(of report: AnnualReport) {
    blankCells = report.cells.count { $0.state == .blank }
    var sums: [Substring: Int] = [:]
    for row in report.rows where report.cells[row.lowerBound].id.table != .activeDisclosure {
      var parts: Int?
      var total: Int?
      for place in row {
        guard let value = report.cells[place].value?.integer else { continue }
        if report.cells[place].id.column == "total" {
          total = value
        } else {
          parts = Self.saturatingSum(parts ?? 0, value)
        }
      }
      guard let value = parts ?? total else { continue }
      let group = Self.group(of: report.cells[row.lowerBound].id.row)
      sums[group] = Self.saturatingSum(sums[group] ?? 0, value)
    }
    denied = sums["denied"] ?? 0
    unable = sums["unable"] ?? 0
    notProcessed = sums["not_processed"] ?? 0
    other = sums["other"] ?? 0
    review = sums["review"] ?? 0
    suit = Self.saturatingSum(sums["direct_suit"] ?? 0, sums["suit_after_review"] ?? 0)
  }

  /// What stands before the first dot.
  private static func group(of row: String) -> Substring {
    row[..<(row.utf8.firstIndex(of: UInt8(ascii: ".")) ?? row.endIndex)]
  }

  private static func saturatingSum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (left < 0 ? .min : .max) : sum
  }
}
