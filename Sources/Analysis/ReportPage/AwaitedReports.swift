/// Which agencies of a map have not reported on a year yet.
package struct AwaitedReports: Hashable, Sendable {
  /// The newest that a report is about.
  package var year: Int
  /// Agencies of the map.
  package var expected: Int
  /// The names of those without a report, sorted.
  package var agencies: [String]
}
