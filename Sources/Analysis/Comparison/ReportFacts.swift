package import RecordReading
package import ReportRecords

/// What of a report is set against another one.
package struct ReportFacts: Sendable {
  package var docID: String
  /// As the record has it, relative to the input root.
  package var path: String
  /// As printed; nil where none is.
  package var agencyName: String?
  /// The same for all its names; nil where the place is in doubt.
  package var agencyID: String?
  package var reportYear: Int?
  package var title: String?
  /// ISO date; nil where none is printed.
  package var datedOn: String?
  package var form: FormFacts
  package var sections: [Section]
  package var figures: [Figure]

  /// Nil for a record that is no annual report.
  package init?(_ record: RecordView) {
    guard let cells = record.cells else { return nil }
    docID = record.docID
    path = record.documentPath
    agencyName = record.agencyName
    agencyID = record["agency_id"]?.string
    reportYear = record.reportYear
    title = record.title
    datedOn = record.datedOn
    form = FormFacts(edition: record.edition, cells: cells)
    sections = record.sections
    figures = record.figures
  }
}
