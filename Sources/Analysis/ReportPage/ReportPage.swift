internal import NationalForm
internal import RecordReading

/// The page for people: what a file of records holds, as one HTML file with its own style and pictures.
///
/// Takes the records one after the other and keeps sums, and of each agency the years it reported for with about a
/// kilobyte a report; the same records in the same order give the same bytes.
///
///     var page = ReportPage()
///     page.add(ReadReport(record))
///     let bytes = page.html(RunFacts())
package struct ReportPage {
  /// A year that no report has, outside these, is taken as unknown.
  static let years = 1949...2199

  private(set) var documents = DocumentTally()
  private(set) var checks = CheckTally()
  private(set) var agencies = AgencyYears()
  private(set) var totals: [Int: YearTotals] = [:]
  /// Reports, files of equal bytes once.
  package private(set) var reports = 0
  private(set) var partialReports = 0
  /// Files with the same bytes as a report before them.
  private(set) var sameBytes = 0
  /// Reports that repeat agency, year and all numbers of one before them: the same report in another format.
  private(set) var sameNumbers = 0
  /// Reports without agency or year, which no chart by year can place.
  private(set) var unplaced = 0
  private var seen: Set<UInt64> = []
  private var fingerprints: Set<Int> = []

  /// Of the reports that ``agencies`` keeps.
  private(set) var prints = PrintPool()

  package init() {}

  package mutating func add(_ report: ReadReport) {
    let record = report.record
    documents.add(record)
    guard record.isReport else { return }
    if let id = UInt64(record.docID, radix: 16), !seen.insert(id).inserted {
      sameBytes += 1
      return
    }
    reports += 1
    if record.status == "partial" { partialReports += 1 }
    let failed = checks.add(record)
    guard let agency = record.agencyName, let year = record.reportYear, Self.years ~= year else {
      unplaced += 1
      return
    }
    var hasher = Hasher()
    hasher.combine(agency)
    hasher.combine(year)
    hasher.combine(report.numbers)
    guard fingerprints.insert(hasher.finalize()).inserted else {
      sameNumbers += 1
      return
    }
    let compared = report.content.map { ComparedReport($0, &prints) }
    agencies.add(record, agency: agency, year: year, report.numbers, compared, failed: failed)
    totals[year, default: YearTotals()].add(
      report.numbers, isPrinted: Edition.printed(record.edition))
  }
}
