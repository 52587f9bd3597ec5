package import Diagnostics
package import ReportRecords

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

/// Takes the paragraphs of running text, each decoded and folded once.
package protocol ProseParagraphReader {
  /// - Parameters:
  ///   - text: The text of `paragraph` without layout spaces.
  ///   - reportYear: Of the document's title; nil where it has none for certain.
  mutating func read(_ text: ProseText, of paragraph: ProseParagraph, reportYear: Int?)
}
