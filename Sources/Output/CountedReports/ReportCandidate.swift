internal import NationalForm
package import RecordReading
internal import ReportRecords

/// What of a report decides whether it counts, some hundred bytes.
package struct ReportCandidate: Sendable {
  /// The path is `a/b.zip!/c.docx` for a member of an archive.
  let docID, path: String
  /// As printed, and as the record tells it from others of the name; nil where it doesn't.
  let agencyName, agencyID: String?
  let year: Int?
  let isPartial: Bool
  /// Identities that can't be assessed, and that fail.
  let unassessable, failed: Int
  /// ISO date on which its page was put out, else that of its tail.
  let date: String?
  /// `docx`.
  let extractor: String?
  /// Whether several bodies may have the name: it says no place, or one that there are several of.
  let isDoubtful: Bool
  /// A hash of all numbers of the three tables, of a doubtful one; nil where it prints none.
  private(set) var numbers: Int?

  /// Nil for a record that is no report.
  package init?(_ record: RecordView) {
    guard record.isReport else { return nil }
    docID = record.docID
    path = record.documentPath
    agencyName = record.agencyName
    agencyID = record["agency_id"]?.string
    year = record.reportYear
    isPartial = record.status == "partial"
    let checks = record["checks"]
    unassessable = checks?["unassessable"]?.integer ?? 0
    failed = checks?["failed"]?.integer ?? 0
    date = record["source"]?["published_on"]?.string ?? record.datedOn
    extractor = record["extraction"]?["extractor"]?.string
    isDoubtful =
      agencyID == nil
      && (record["region"]?["stated"]?.string == nil
        || (record["issues"]?.elements ?? []).contains {
          $0["code"]?.string == Self.doubtfulPlace
        })
    numbers = isDoubtful ? record.cells(printOf: RecordView.noCell)?.numbersHash : nil
  }

  /// Of a line of a file of records, read no deeper than it has to be.
  init?(line: [UInt8]) {
    guard let record = RecordView(line, depth: Self.depth) else { return nil }
    self.init(record)
    if isDoubtful { numbers = RecordView(line)?.cells(printOf: RecordView.noCell)?.numbersHash }
  }

  /// Of `issues[0].code`.
  private static let depth = 3

  static let doubtfulPlace = "region_uncertain"
}

extension [CellReading] {
  /// Equal for cells with the same numbers, within one run of the program; nil without any.
  package var numbersHash: Int? {
    let values = map(\.value)
    guard values.contains(where: { $0 != nil }) else { return nil }
    var hasher = Hasher()
    hasher.combine(values)
    return hasher.finalize()
  }
}
