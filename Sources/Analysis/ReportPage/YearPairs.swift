internal import Comparison
internal import NationalForm
internal import ReportRecords

/// The reports of two years in a row, for all agencies: what is carried over, and how much prose is that of the year before.
struct YearPairs {
  /// Agencies and years in a row with one report each.
  private(set) var pairs = 0
  /// Those of them by what becomes of the identities between the two: all that can be told hold, one fails, none can be told.
  private(set) var holding = 0, failing = 0, unassessable = 0
  /// Identities by rule and outcome.
  private(set) var outcomes: [CarryOver.Rule: [CarryOver.Outcome: Int]] = [:]
  /// Pairs with a break, by rule.
  private(set) var breakCounts: [CarryOver.Rule: Int] = [:]
  /// Those with the largest differences, by rule; the largest first.
  private(set) var breaks: [CarryOver.Rule: [Break]] = [:]
  /// Pairs by tenths of the newer prose that stand in the older one, word for word; the last is all of it.
  private(set) var copied = [Int](repeating: 0, count: 11)
  /// Pairs whose newer report has no prose.
  private(set) var withoutProse = 0
  /// Most copied first.
  private(set) var copies: [Copy] = []

  /// Two reports that don't go together, by one rule.
  struct Break {
    var agency: String
    /// The later year.
    var year: Int
    var older, newer: ComparedReport
    /// Those that fail, at least one, in the order of the form.
    var identities: [CarryOver]

    /// The largest difference; counts, so what has a fraction is rounded.
    var size: UInt {
      identities.compactMap { $0.delta?.rounded(toPlaces: 0).digits.magnitude }.max() ?? 0
    }
  }

  struct Copy {
    var agency: String
    var year: Int
    var older, newer: OriginalFile
    var similarity: TextSimilarity
  }

  /// How many breaks are kept of each rule, and how many copies.
  static let limit = 12
  /// Characters of a text that is named for being copied: a sentence or two mean nothing.
  static let leastNamed = 200

  mutating func add(
    agency: String, year: Int, _ older: ComparedReport, _ newer: ComparedReport,
    _ identities: [CarryOver]
  ) {
    pairs += 1
    for identity in identities {
      outcomes[identity.rule, default: [:]][identity.outcome, default: 0] += 1
    }
    let failures = identities.filter { $0.outcome == .fails }
    if !failures.isEmpty {
      failing += 1
    } else if identities.contains(where: { $0.outcome == .holds }) {
      holding += 1
    } else {
      unassessable += 1
    }
    for rule in CarryOver.Rule.allCases {
      let ofRule = failures.filter { $0.rule == rule }
      guard !ofRule.isEmpty else { continue }
      breakCounts[rule, default: 0] += 1
      var list = breaks.removeValue(forKey: rule) ?? []
      list.append(
        Break(agency: agency, year: year, older: older, newer: newer, identities: ofRule))
      if list.count >= 16 * Self.limit { Self.keepLargest(&list) }
      breaks[rule] = list
    }
    let similarity = newer.prose.similarity(to: older.prose)
    guard similarity.characters > 0 else { return withoutProse += 1 }
    copied[similarity.shared * 10 / similarity.characters] += 1
    guard similarity.shared > 0, similarity.characters >= Self.leastNamed else { return }
    copies.append(
      Copy(
        agency: agency, year: year, older: older.file, newer: newer.file, similarity: similarity))
    if copies.count >= 16 * Self.limit { keepMostCopied() }
  }

  /// Call when all pairs are there.
  mutating func finish() {
    for rule in breaks.keys { Self.keepLargest(&breaks[rule, default: []]) }
    keepMostCopied()
  }

  private static func keepLargest(_ breaks: inout [Break]) {
    breaks.sort { ($1.size, $0.agency, $0.year) < ($0.size, $1.agency, $1.year) }
    breaks.removeLast(max(0, breaks.count - limit))
  }

  /// By share, then by length: a long report that is copied says more than a short one.
  private mutating func keepMostCopied() {
    copies.sort { left, right in
      let (a, b) = (left.similarity, right.similarity)
      // No record has so much prose that the product of two lengths doesn't fit.
      let (first, second) = (a.shared &* b.characters, b.shared &* a.characters)
      if first != second { return first > second }
      if a.characters != b.characters { return a.characters > b.characters }
      return (left.agency, left.year) < (right.agency, right.year)
    }
    copies.removeLast(max(0, copies.count - Self.limit))
  }
}
