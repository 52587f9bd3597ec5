internal import Comparison
internal import RecordReading

/// Which agency reported for which year, and the key totals of each report.
struct AgencyYears {
  /// What there is of an agency for a year.
  struct Slot {
    /// Counted reports; more than one where a name may stand for several bodies.
    var reports = 0
    var isPartial = false
    var hasFailedChecks = false
    /// Key totals of the last report, in the order of ``Chart/keyTotals``.
    var keyTotals: [Int?]
    /// New requests of all of them; nil where none prints a number.
    var requests: Int?
    /// The report, where there is one alone: of several none can be told to continue that of the year before.
    var only: ComparedReport?
  }

  /// A key total that changed from one year to the next.
  struct Change: Hashable {
    var agency: String
    /// The later year.
    var year: Int
    var from, to: Int
    var size: Int { abs(to - from) }
  }

  /// Slots by year, for each agency by its key.
  private var slots: [String: [Int: Slot]] = [:]
  private var names: [String: String] = [:]
  /// Where each is, by its latest report; empty where that can't be told.
  private var provinces: [String: (year: Int, name: String)] = [:]
  /// Agencies that should report, whether they do or not.
  private var expected: Set<String> = []

  /// Agencies with a report.
  var agencies: Int { slots.count }
  /// Agency names with more than one report for a year.
  var repeated: Int { slots.values.reduce(0) { $0 + $1.values.count { $0.reports > 1 } } }

  mutating func add(
    _ record: RecordView, key: String, name: String, year: Int, _ numbers: ReportNumbers,
    _ report: ComparedReport?, failed: Bool
  ) {
    let keyTotals = Chart.keyTotals.map { total in total.cells.first.flatMap { numbers.values[$0] }
    }
    names[key] = name
    if year >= provinces[key]?.year ?? .min {
      provinces[key] = (year, record["region"]?["province"]?.string ?? "")
    }
    var slot = slots[key]?[year] ?? Slot(keyTotals: [])
    slot.reports += 1
    if let requests = keyTotals.first ?? nil {
      slot.requests = [slot.requests ?? 0, requests].saturatingSum
    }
    slot.keyTotals = keyTotals
    slot.only = slot.reports == 1 ? report : nil
    if record.status == "partial" { slot.isPartial = true }
    if failed { slot.hasFailedChecks = true }
    slots[key, default: [:]][year] = slot
  }

  /// Names with their slots; two agencies may have one name.
  private var sorted: [(agency: String, slots: [Int: Slot])] {
    slots.sorted { $0.key < $1.key }.map { (names[$0.key] ?? $0.key, $0.value) }
  }

  /// An agency that should report; one without any report is in ``rows(_:)`` too.
  mutating func expect(key: String, name: String) {
    expected.insert(key)
    names[key] = names[key] ?? name
  }

  /// The names of those expected that have no report on `year`, sorted; and how many are expected.
  func awaited(_ year: Int) -> (names: [String], expected: Int) {
    let silent = expected.filter { slots[$0]?[year] == nil }
    return (silent.map { names[$0] ?? $0 }.sorted(), expected.count)
  }

  /// A row of the coverage matrix: nil for a year without a report.
  struct Row {
    var agency: String
    var province: String
    var years: [Slot?]
    /// Whether each year is before its first report.
    var isBefore: [Bool]
    /// Years without a report since the first one; all where there is none.
    var gaps: Int { zip(years, isBefore).count { $0 == nil && !$1 } }
  }

  /// Agencies by the number of `years` without a report since their first one, most first, then by name.
  func rows(_ years: [Int]) -> [Row] {
    let silent = expected.filter { slots[$0] == nil }.sorted().map {
      (key: $0, slots: [Int: Slot]())
    }
    return (slots.sorted { $0.key < $1.key }.map { (key: $0.key, slots: $0.value) } + silent)
      .map { key, slots in
        let first = slots.keys.min() ?? .min
        return Row(
          agency: names[key] ?? key, province: provinces[key]?.name ?? "",
          years: years.map { slots[$0] }, isBefore: years.map { $0 < first })
      }
      .sorted { ($1.gaps, $0.agency) < ($0.gaps, $1.agency) }
  }

  /// What the reports of two years in a row say together.
  var yearPairs: YearPairs {
    var pairs = YearPairs()
    for (agency, slots) in sorted {
      let reports = slots.sorted { $0.key < $1.key }.compactMap { year, slot in
        slot.only.map { (year: year, report: $0) }
      }
      CarryOver.followYears(reports, form: \.form.form) { year, older, newer, identities in
        pairs.add(agency: agency, year: year, older, newer, identities)
      }
    }
    pairs.finish()
    return pairs
  }

  /// Agencies and years in a row of which one has several reports, or one whose tables can't be told.
  var pairsLeftOut: Int {
    slots.values.reduce(0) { count, slots in
      count
        + slots.count { year, slot in
          guard let before = slots[year - 1] else { return false }
          return slot.only == nil || before.only == nil
        }
    }
  }

  /// The `limit` largest changes of a key total between two years in a row.
  ///
  /// An agency counts for the two years in which it has one report each; where it has several, none of them can be told to
  /// continue the other.
  func changes(of total: Int, limit: Int) -> (largest: [Change], pairs: Int) {
    var largest: [Change] = []
    var pairs = 0
    for (agency, slots) in sorted {
      for (year, slot) in slots where slot.reports == 1 {
        guard let before = slots[year - 1], before.reports == 1, let from = before.keyTotals[total],
          let to = slot.keyTotals[total]
        else { continue }
        pairs += 1
        let change = Change(agency: agency, year: year, from: from, to: to)
        guard change.size > 0 else { continue }
        largest.append(change)
        if largest.count >= 64 * limit { Self.keep(limit, of: &largest) }
      }
    }
    Self.keep(limit, of: &largest)
    return (largest, pairs)
  }

  private static func keep(_ limit: Int, of changes: inout [Change]) {
    changes.sort { ($1.size, $0.agency, $0.year) < ($0.size, $1.agency, $1.year) }
    changes.removeLast(max(0, changes.count - limit))
  }
}
