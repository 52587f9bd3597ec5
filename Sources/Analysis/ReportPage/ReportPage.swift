package import CountedReports
internal import NationalForm
internal import PlainWords
internal import RecordReading

/// The page for people: what a file of records holds, as one HTML file with its own style and pictures.
///
/// Takes the records one after the other and keeps sums, and of each agency the years it reported for with about a
/// kilobyte a report; the same records in the same order give the same bytes.
///
///     var page = ReportPage()
///     page.add(ReadReport(record), counted.standing(of: record))
///     let bytes = page.html(RunFacts())
package struct ReportPage {
  /// A year that no report has, outside these, is taken as unknown.
  static let years = 1949...2199

  private(set) var documents = DocumentTally()
  private(set) var checks = CheckTally()
  private(set) var agencies = AgencyYears()
  private(set) var totals: [Int: YearTotals] = [:]
  /// Those without a year that a report can have: they are in no chart by year.
  private(set) var undated = YearTotals()
  /// Reports that count: all numbers of the page are theirs, but those of documents, failures and issues.
  package private(set) var counted = 0
  private(set) var partialReports = 0
  /// Files with the same bytes as a report before them.
  private(set) var sameBytes = 0
  /// Reports without an agency: they are in no list of agencies.
  private(set) var nameless = 0
  /// A hash of the numbers of those that count, and of those that don't with the `doc_id` of the one that does.
  private var hashes: [String: Int] = [:]
  private var repeats: [(docID: String, hash: Int?)] = []

  /// Of the reports that ``agencies`` keeps.
  private(set) var prints = PrintPool()

  package init() {}

  /// - Parameter standing: Of the record among all; nil for what is no report.
  package mutating func add(_ report: ReadReport, _ standing: ReportStanding?) {
    let record = report.record
    documents.add(record)
    guard let standing else { return }
    guard standing.duplicateOf == nil else { return sameBytes += 1 }
    if let counting = standing.sameReportAs {
      return repeats.append((counting, report.numbersHash))
    }
    counted += 1
    hashes[record.docID] = report.numbersHash
    if record.status == "partial" { partialReports += 1 }
    let failed = checks.add(record)
    let year = record.reportYear.flatMap { Self.years.contains($0) ? $0 : nil }
    if let key = standing.agencyKey, let year {
      let compared = report.content.map { ComparedReport($0, &prints) }
      agencies.add(
        record, key: key, name: standing.agency ?? key, year: year, report.numbers, compared,
        failed: failed)
    }
    if standing.agencyKey == nil { nameless += 1 }
    let isPrinted = Edition.printed(record.edition)
    if let year {
      totals[year, default: YearTotals()].add(report.numbers, isPrinted: isPrinted)
    } else {
      undated.add(report.numbers, isPrinted: isPrinted)
    }
  }

  /// Has the page show the agencies of `map`, those without a report included.
  ///
  /// Call it when all records are there.
  package mutating func expect(_ map: AgencyMap) {
    for agency in map.agencies { agencies.expect(key: agency.id, name: agency.name ?? agency.id) }
  }

  /// Agencies of the map that have no report on the newest year; nil without a map, or without any year.
  package var awaited: AwaitedReports? {
    guard let year = totals.keys.max() else { return nil }
    let (names, expected) = agencies.awaited(year)
    return expected > 0 ? AwaitedReports(year: year, expected: expected, agencies: names) : nil
  }

  /// Reports that don't count with the numbers of the one that does: the same in another format.
  var sameNumbers: Int { repeats.count { hashes[$0.docID] == $0.hash } }
  /// Those with other numbers: the report was corrected, or one of the files is not read as well.
  var otherNumbers: Int { repeats.count - sameNumbers }
}
