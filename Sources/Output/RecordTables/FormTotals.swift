internal import CountedReports
internal import NationalForm
internal import RecordReading
internal import ReportRecords

/// Sums of the form's cells over the reports that count, by year and edition.
struct FormTotals {
  /// Reports that are summed up together.
  struct Group: Hashable {
    var year: Int?
    var edition: Edition?
  }

  struct Sums {
    var reports = 0
    /// Of each of ``NationalForm/cells``; nil while no report has a number there.
    var sums: [ExactDecimal?] = Array(repeating: nil, count: NationalForm.cells.count)
    /// Reports that have a number there.
    var counts: [Int] = Array(repeating: 0, count: NationalForm.cells.count)
    /// Cells whose sum has more digits than a number of ours.
    var overflown: Set<Int> = []
  }

  private(set) var groups: [Group: Sums] = [:]
  /// Reports on years beyond ``mostGroups``, which no real file has.
  private(set) var others = 0

  /// The latest year first, in it the latest edition; what has none comes last.
  var sorted: [(group: Group, sums: Sums)] {
    groups.map { (group: $0, sums: $1) }.sorted { left, right in
      let (first, second) = (left.group, right.group)
      if first.year != second.year { return first.year ?? .min > second.year ?? .min }
      return first.edition?.firstYear ?? .min > second.edition?.firstYear ?? .min
    }
  }

  mutating func add(_ report: RecordSource) {
    guard report.standing.isCounted, let cells = report.cells else { return }
    let group = Group(year: report.record.reportYear, edition: report.record.edition)
    guard groups[group] != nil || groups.count < Self.mostGroups else {
      others += 1
      return
    }
    groups[group, default: Sums()].add(cells)
  }

  private static let mostGroups = 200
}

extension FormTotals.Sums {
  fileprivate mutating func add(_ cells: [CellReading]) {
    reports += 1
    for (index, cell) in cells.enumerated().prefix(sums.count) {
      guard let value = cell.value else { continue }
      counts[index] += 1
      guard !overflown.contains(index) else { continue }
      guard let sum = (sums[index] ?? ExactDecimal(0)) + value else {
        overflown.insert(index)
        sums[index] = nil
        continue
      }
      sums[index] = sum
    }
  }
}
