/// What the page says of the run that made the records; all of it may be unknown.
package struct RunFacts: Sendable {
  /// `20261121T020000Z`.
  package var id: String?
  /// ISO 8601, UTC: `2026-11-21T02:00:00Z`.
  package var startedAt: String?
  /// The documents that took longest, slowest first; empty where none was converted, or it is not known.
  package var slowest: [(path: String, seconds: Double)] = []
  /// The folder that paths of records start from, as bytes: `/srv/reports/`, or what leads there from the page, `../in/`;
  /// nil where it isn't known: then a document is linked where it was downloaded from, or else below the page's own folder.
  package var originals: [UInt8]?
  /// Lines that were no records, and so are not in the page.
  package var badLines = 0

  package init() {}
}
