package import Diagnostics
package import DocumentModel

/// A document as the parts of a WordprocessingML package that lie in memory, each a whole XML part in UTF-8.
///
/// What another format of Word's says in other bytes is said here in the words of WordprocessingML: then there is one
/// reading of numbers, merges, fields, changes and unseen text for both.
package struct WordprocessingParts: Sendable {
  /// `w:document`, which refers to headers and footers by the `r:id` that is their ``Running/name``.
  package var document: [UInt8]
  /// `w:styles`, `w:numbering`, `w:footnotes`, `w:endnotes`; empty where there is none.
  package var styles: [UInt8] = []
  package var numbering: [UInt8] = []
  package var footnotes: [UInt8] = []
  package var endnotes: [UInt8] = []
  package var running: [Running] = []

  /// A `w:hdr` or `w:ftr`.
  package struct Running: Sendable {
    /// `header1`: its id, and the part that issues and notes name.
    package var name: String
    package var isHeader: Bool
    package var bytes: [UInt8]

    package init(name: String, isHeader: Bool, bytes: [UInt8]) {
      self.name = name
      self.isHeader = isHeader
      self.bytes = bytes
    }
  }

  package init(document: [UInt8]) {
    self.document = document
  }

  /// The document that the parts are.
  package func read(limits: Limits) throws(Failure) -> Diagnosed<Document> {
    let kinds = [
      ("styles", styles), ("numbering", numbering), ("footnotes", footnotes),
      ("endnotes", endnotes),
    ].filter { !$0.1.isEmpty }
    let parts =
      [(name: "document", bytes: document)] + kinds.map { (name: $0.0, bytes: $0.1) }
      + running.map { (name: $0.name, bytes: $0.bytes) }
    let known =
      kinds.map { (id: $0.0, relationship: Relationship(kind: $0.0, part: $0.0)) }
      + running.map { running in
        let kind = running.isHeader ? "header" : "footer"
        return (id: running.name, relationship: Relationship(kind: kind, part: running.name))
      }
    var reading = DocxReading(DocxPackage(parts, limits: limits), limits: limits)
    return try reading.document("document", RelationshipsHandler(source: "document", known: known))
  }
}
