internal import CountedReports

/// The reports of one agency.
struct AgencyHistory: Sendable {
  /// As the map calls it, else as reports print it; nil for the reports that print none.
  var name: String?
  /// In the map; nil where there is no map or the agency isn't in it.
  var place: Int?
  /// Those of different bytes by the year they are about; first those that count, then in the order of paths.
  private(set) var years: [Int: [AuditedReport]] = [:]
  /// Those that print no year.
  private(set) var undatable: [AuditedReport] = []
  /// The `doc_id` of those that are another one again.
  private var repeated: Set<String> = []

  var hasName: Bool { name != nil }
  var sortedYears: [Int] { years.keys.sorted() }
  var reports: [AuditedReport] { sortedYears.flatMap { years[$0] ?? [] } + undatable }
  var counted: [AuditedReport] { reports.filter(isCounted) }

  func isCounted(_ report: AuditedReport) -> Bool { !repeated.contains(report.docID) }

  /// The one that counts for `year`; nil also where several do, since none can be told to continue the other.
  func report(on year: Int) -> AuditedReport? {
    let counted = (years[year] ?? []).filter(isCounted)
    return counted.count == 1 ? counted[0] : nil
  }

  /// Whether all other reports on its year are this one again.
  func isAlone(_ report: AuditedReport) -> Bool {
    report.year.flatMap { self.report(on: $0) }?.docID == report.docID
  }

  private mutating func add(_ report: AuditedReport, _ standing: ReportStanding) {
    if !standing.isCounted { repeated.insert(report.docID) }
    if let year = report.year {
      years[year, default: []].append(report)
    } else {
      undatable.append(report)
    }
  }

  /// All of them, in the order of the map, then of names, the one without a name last.
  struct List: Sendable {
    var all: [AgencyHistory] = []
    /// Where in `all` the agencies of the map are.
    var places: [Int: Int] = [:]

    func history(at place: Int) -> AgencyHistory? { places[place].map { all[$0] } }
  }

  /// Sorts `reports`, which come in the order of their paths, leaving out repeated bytes.
  static func histories(of reports: [AuditedReport], map: AgencyMap?) -> List {
    var counted = CountedReports(map: map)
    for report in reports { counted.add(report.candidate) }
    counted.close()
    var byKey: [String: AgencyHistory] = [:]
    var nameless = AgencyHistory()
    var later: [(AuditedReport, ReportStanding)] = []
    func add(_ report: AuditedReport, _ standing: ReportStanding) {
      guard let key = standing.agencyKey else { return nameless.add(report, standing) }
      byKey[key, default: AgencyHistory(name: standing.agency, place: map?.place(of: key))]
        .add(report, standing)
    }
    for report in reports {
      guard let standing = counted.standing(docID: report.docID, path: report.path),
        standing.duplicateOf == nil
      else { continue }
      if standing.isCounted { add(report, standing) } else { later.append((report, standing)) }
    }
    for (report, standing) in later { add(report, standing) }
    var list = List()
    let mapped = byKey.values.compactMap { history in history.place.map { ($0, history) } }
    for (place, history) in mapped.sorted(by: { $0.0 < $1.0 }) {
      list.places[place] = list.all.count
      list.all.append(history)
    }
    let others = byKey.filter { $0.value.place == nil }
    list.all += others.sorted { left, right in
      let (a, b) = (left.value.name ?? "", right.value.name ?? "")
      return (a == b ? left.key : a).utf8.lexicographicallyPrecedes((a == b ? right.key : b).utf8)
    }.map(\.value)
    if !nameless.reports.isEmpty { list.all.append(nameless) }
    return list
  }
}
