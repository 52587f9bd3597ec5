internal import NationalForm

/// What the reports of a year, or of all years, give to one chart.
struct ChartTotals: Hashable {
  /// Sums of the printed numbers by category; nil where no report prints one, which is not 0.
  private(set) var sums: [Int?]
  /// Reports with at least one number of the chart.
  private(set) var reports = 0
  /// Reports without any: they count nowhere in the chart.
  private(set) var without = 0
  /// Cells of counted reports that are blank or not readable, and so left out of the sums.
  private(set) var blanks = 0

  init(_ chart: Chart) { sums = Array(repeating: nil, count: chart.categories.count) }

  var total: Int { sums.printedSum }

  /// - Parameter isPrinted: Whether the report's form prints a cell; one that it doesn't print is no blank.
  mutating func add(_ values: [Int?], _ chart: Chart, isPrinted: [Bool]) {
    guard chart.categories.contains(where: { $0.cells.contains { values[$0] != nil } }) else {
      without += 1
      return
    }
    reports += 1
    for (index, category) in chart.categories.enumerated() {
      var blanks = 0
      // A report may print the rows of the other edition instead: its own are then not missing.
      var isOtherEdition = false
      for cell in category.cells {
        if let value = values[cell] {
          add(value, to: index)
          if !isPrinted[cell] { isOtherEdition = true }
        } else if isPrinted[cell] {
          blanks += 1
        }
      }
      if !isOtherEdition { self.blanks += blanks }
    }
  }

  /// The totals of several years.
  mutating func add(_ other: ChartTotals) {
    for (index, sum) in other.sums.enumerated() { if let sum { add(sum, to: index) } }
    reports += other.reports
    without += other.without
    blanks += other.blanks
  }

  private mutating func add(_ value: Int, to index: Int) {
    let (sum, overflow) = (sums[index] ?? 0).addingReportingOverflow(value)
    // No records of real reports come here; a number that doesn't fit is left out like one that can't be read.
    if overflow { blanks += 1 } else { sums[index] = sum }
  }
}
