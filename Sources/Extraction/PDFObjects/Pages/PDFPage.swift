/// A page of a file (7.7.3.3), with what it inherits from the nodes above it.
package struct PDFPage: Hashable, Sendable {
  package var dictionary: PDFDictionary
  /// Nil for a page that stands in its parent's `Kids` itself.
  package var reference: PDFReference?
  /// Resolved; empty where neither the page nor a node above it has any.
  package var resources: PDFDictionary
  /// In units of 1/72 inch, the y axis upwards.
  package var mediaBox: PDFRectangle
  /// What is shown of the page: inside ``mediaBox``.
  package var cropBox: PDFRectangle
  /// 0, 90, 180 or 270 degrees clockwise.
  package var rotation: Int
  /// To be read as one stream, white space between them (7.8.2).
  package var contents: [PDFStream]
}
