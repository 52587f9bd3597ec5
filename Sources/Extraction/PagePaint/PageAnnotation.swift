package import Diagnostics

/// What a reader has put on the page (ISO 32000-1, 12.5), links, form fields and pop-ups left out.
package struct PageAnnotation: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case strikeOut = "StrikeOut"
    case highlight = "Highlight"
    case underline = "Underline"
    case squiggly = "Squiggly"
    case note = "Text"
    case freeText = "FreeText"
    case redaction = "Redact"
    case stamp = "Stamp"
    case caret = "Caret"
    case ink = "Ink"
    case fileAttachment = "FileAttachment"
    /// Lines, squares and whatever else draws.
    case drawing = "Drawing"
  }

  package var kind: Kind
  package var box: BoundingBox
  /// What it says; nil where it says nothing.
  package var text: String?

  package init(kind: Kind, box: BoundingBox, text: String?) {
    self.kind = kind
    self.box = box
    self.text = text
  }
}
