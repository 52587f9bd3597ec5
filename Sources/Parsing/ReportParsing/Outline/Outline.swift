package import Diagnostics
package import ReportRecords

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

/// A paragraph of running text, whole again where a page break or hard wrap had cut it.
package struct ProseParagraph: Hashable, Sendable {
  package var text: String
  /// ``Section/id``; nil in the preamble.
  package var sectionID: String?
  package var topic: Section.Topic?
  package var location: Location

  package init(
    _ text: String, sectionID: String?, topic: Section.Topic?, at location: Location
  ) {
    self.text = text
    self.sectionID = sectionID
    self.topic = topic
    self.location = location
  }
}
