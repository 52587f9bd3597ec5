package import ReportRecords
package import TextScanning

/// What stands outside the three tables.
package struct Outline: Sendable {
  package var isAnnualReport = false
  package var reportYear: Int?
  package var agencyName: String?
  package var title: String?
  package var datedOn, periodStart, periodEnd: CalendarDate?
  /// When a page says that it was posted.
  package var publishedOn: CalendarDate?
  package var region = Region()
  package var agencyID: String?
  package var contacts = Contacts()
  package var signature, compiledBy, disclosureNote: String?
  package var sections: [Section] = []
  package var tables: [ContentTable] = []
  /// Every paragraph of running text, in order: preamble, then section by section.
  package var prose: [ProseParagraph] = []
}
