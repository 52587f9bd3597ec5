package import CountedReports
internal import NationalForm
package import RecordReading
internal import ReportRecords

/// A report on its way into tables, with what more than one of them needs.
package struct RecordSource: Sendable {
  let record: RecordView
  let standing: ReportStanding
  /// Nil for what is no report.
  let cells: [CellReading]?
  /// What every row begins with, decoded once: a report has hundreds of rows.
  let docID: String
  let agencyName, reportYear, edition: String?

  package init(_ record: RecordView, _ standing: ReportStanding) {
    self.record = record
    self.standing = standing
    cells = record.cells
    docID = record.docID
    agencyName = record.agencyName
    reportYear = record.reportYear.map(String.init)
    edition = record.edition?.rawValue
  }

  /// Whether rows are made of it that a file with the same bytes has already given.
  var isRepeated: Bool { standing.duplicateOf != nil }
}
