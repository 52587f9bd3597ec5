/// What the reports of one year, or of all years, add up to.
struct YearTotals: Hashable {
  /// Counted reports.
  private(set) var reports = 0
  private(set) var flow = ChartTotals(.flow)
  private(set) var results = ChartTotals(.results)
  private(set) var refusals = ChartTotals(.refusals)
  private(set) var applicants = ChartTotals(.applicants)
  private(set) var newRequests = ChartTotals(.newRequests)
  /// In the order of ``Chart/disputes``.
  private(set) var disputes = Chart.disputes.map { ChartTotals($0) }

  /// - Parameter isPrinted: Whether the report's form prints a cell.
  mutating func add(_ numbers: ReportNumbers, isPrinted: [Bool]) {
    reports += 1
    let values = numbers.values
    flow.add(values, .flow, isPrinted: isPrinted)
    results.add(values, .results, isPrinted: isPrinted)
    refusals.add(values, .refusals, isPrinted: isPrinted)
    applicants.add(values, .applicants, isPrinted: isPrinted)
    newRequests.add(values, .newRequests, isPrinted: isPrinted)
    for (index, chart) in Chart.disputes.enumerated() {
      disputes[index].add(values, chart, isPrinted: isPrinted)
    }
  }

  mutating func add(_ other: YearTotals) {
    reports += other.reports
    flow.add(other.flow)
    results.add(other.results)
    refusals.add(other.refusals)
    applicants.add(other.applicants)
    newRequests.add(other.newRequests)
    for index in disputes.indices { disputes[index].add(other.disputes[index]) }
  }
}
