/// What the page says of the run that made the records; all of it may be unknown.
package struct RunFacts: Sendable {
  /// `20261121T020000Z`.
  package var id: String?
  /// ISO 8601, UTC: `2026-11-21T02:00:00Z`.
  package var startedAt: String?
  /// The documents that took longest, slowest first; empty where none was converted, or it is not known.
  package var slowest: [(path: String, seconds: Double)] = []
  /// What leads from the page to the folder that paths of records start from: `../../../in/`; empty where it is the page's own.
  ///
  /// As plain text; the page encodes it.
  package var originals = ""
  /// Lines that were no records, and so are not in the page.
  package var badLines = 0

  package init() {}
}
