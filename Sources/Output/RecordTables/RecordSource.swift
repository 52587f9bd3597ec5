internal import NationalForm
package import RecordReading
internal import ReportRecords

/// A record on its way into tables, with what more than one of them needs.
package struct RecordSource: Sendable {
  /// ``RecordView/documentPath`` out of a line.
  static let pathSQL = "source.path || coalesce('!/' || source.container_path, '')"

  /// What sorts records as they come, but for members of one archive, which come in its order.
  static let orderSQL = "source.path, source.container_path"

  let record: RecordView
  /// The path of the first record with the same bytes; nil for that one itself.
  let duplicateOf: String?
  /// Nil for what is no report.
  let cells: [CellReading]?
  /// What every row begins with, decoded once: a report has hundreds of rows.
  let docID: String
  let agencyName, reportYear, edition: String?

  package init(_ record: RecordView, duplicateOf: String?) {
    self.record = record
    self.duplicateOf = duplicateOf
    cells = record.cells
    docID = record.docID
    agencyName = record.agencyName
    reportYear = record.reportYear.map(String.init)
    edition = record.edition?.rawValue
  }

  /// Whether rows are made of it that a file with the same bytes has already given.
  var isRepeated: Bool { duplicateOf != nil }
}

/// Finds records of equal bytes, by their `doc_id`.
package struct Duplicates {
  private var first: [String: String] = [:]

  package init() {}

  /// The record with what is known of the records before it.
  package mutating func source(_ record: RecordView) -> RecordSource {
    if let path = first[record.docID] { return RecordSource(record, duplicateOf: path) }
    // Only reports have rows, so only they need to be remembered.
    if record.isReport { first[record.docID] = record.documentPath }
    return RecordSource(record, duplicateOf: nil)
  }
}
