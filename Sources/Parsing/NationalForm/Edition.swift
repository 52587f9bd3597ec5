/// Which revision of the format a report's tables follow; ordered by the years that they are for.
///
/// One more is a case here with its first year, and what it changes in the tables beside this file.
package enum Edition: String, Sendable, CaseIterable, Comparable {
  /// The trial format (国办公开办函〔2019〕60号).
  case e2019
  /// The revised format (国办公开办函〔2021〕30号).
  case e2021
  /// Reports from before the national tables.
  case legacy

  /// The first report year that it is prescribed for.
  package var firstYear: Int {
    switch self {
    case .e2019: 2019
    case .e2021: 2021
    // The 条例 came into force in May 2008.
    case .legacy: 2008
    }
  }

  /// The year in its name: `2019`.
  package var name: String { "\(firstYear)" }

  package static func < (left: Edition, right: Edition) -> Bool {
    left.firstYear < right.firstYear
  }

  /// Those that have tables, the oldest first.
  package static let forms = allCases.filter { $0 != .legacy }.sorted()

  /// The last one: whose words are used where a report doesn't show its edition.
  package static let latest = forms.last ?? .legacy

  /// The first report year that tables are prescribed for.
  package static let firstYearOfTables = forms.first?.firstYear ?? .max
}
