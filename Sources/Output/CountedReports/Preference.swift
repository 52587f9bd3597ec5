internal import RecordReading

/// One of the things by which the one that counts is chosen among reports of an agency on a year, for us and for DuckDB.
struct Preference: Sendable {
  /// As the list of a query's `ORDER BY`.
  let sql: String
  /// Whether the first comes before the second; nil where they are alike.
  let decide: @Sendable (ReportCandidate, ReportCandidate) -> Bool?

  /// In this order.
  static let all: [Preference] = [
    .least("status = 'partial'") { $0.isPartial ? 1 : 0 },
    .least("checks.unassessable") { $0.unassessable },
    .least("checks.failed") { $0.failed },
    Preference(sql: "coalesce(source.published_on, dated_on) DESC NULLS LAST") { left, right in
      // ISO dates are in the order of their characters.
      left.date == right.date ? nil : left.date ?? "" > right.date ?? ""
    },
    .least(
      "coalesce(nullif(list_position([\(formats.map { "'\($0)'" }.joined(separator: ", "))], extraction.extractor), 0), \(formats.count + 1))"
    ) { candidate in
      candidate.extractor.flatMap(formats.firstIndex) ?? formats.count
    },
    Preference(sql: RecordView.documentPathSQL) { left, right in
      left.path == right.path ? nil : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    },
    Preference(sql: "doc_id") { left, right in
      left.docID == right.docID ? nil : left.docID < right.docID
    },
  ]

  /// What keeps most of what its author wrote comes first.
  private static let formats = ["docx", "doc", "libreoffice", "html", "converter", "pdf"]

  private static func least(
    _ sql: String, _ value: @escaping @Sendable (ReportCandidate) -> Int
  ) -> Preference {
    Preference(sql: sql) { left, right in
      let (a, b) = (value(left), value(right))
      return a == b ? nil : a < b
    }
  }

  static func prefers(_ left: ReportCandidate, to right: ReportCandidate) -> Bool {
    for preference in all { if let isFirst = preference.decide(left, right) { return isFirst } }
    return false
  }
}
