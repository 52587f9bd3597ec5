/// The reports of one agency.
struct AgencyHistory: Sendable {
  /// As the map calls it, else as reports print it; nil for the reports that print none.
  var name: String?
  /// In the map; nil where there is no map or the agency isn't in it.
  var place: Int?
  /// Those of different bytes, in the order of paths, by the year they are about.
  private(set) var years: [Int: [AuditedReport]] = [:]
  /// Those that print no year.
  private(set) var undatable: [AuditedReport] = []

  var hasName: Bool { name != nil }
  var sortedYears: [Int] { years.keys.sorted() }
  var reports: [AuditedReport] { sortedYears.flatMap { years[$0] ?? [] } + undatable }

  /// The one that counts where several are about `year`: the first by path.
  func report(on year: Int) -> AuditedReport? { years[year]?.first }

  mutating func add(_ report: AuditedReport) {
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
    var mapped: [Int: AgencyHistory] = [:]
    var named: [String: AgencyHistory] = [:]
    var nameless = AgencyHistory()
    var seen: Set<String> = []
    for report in reports where seen.insert(report.docID).inserted {
      if let place = map?.agency(path: report.path, name: report.agencyName) {
        let name = map?.agencies[place].name ?? report.agencyName ?? map?.agencies[place].id
        mapped[place, default: AgencyHistory(name: name, place: place)].add(report)
      } else if let name = report.agencyName {
        named[name, default: AgencyHistory(name: name)].add(report)
      } else {
        nameless.add(report)
      }
    }
    var list = List()
    for place in mapped.keys.sorted() {
      guard let history = mapped[place] else { continue }
      list.places[place] = list.all.count
      list.all.append(history)
    }
    for name in named.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if let history = named[name] { list.all.append(history) }
    }
    if !nameless.reports.isEmpty { list.all.append(nameless) }
    return list
  }
}
