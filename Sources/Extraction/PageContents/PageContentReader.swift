package import PDFObjects
package import PagePaint

/// Reads what the pages of a PDF show from their content streams, without painting them (ISO 32000-1, clauses 8 to 12).
///
/// What it takes it takes whole and right. At anything else it refuses the page, and poppler draws it.
package struct PageContentReader {
  private let resources: ContentResources

  package init(_ file: PDFFile) throws(PDFRefusal) {
    resources = try ContentResources(file)
  }

  /// What `page` shows, its annotations included.
  package func paint(of page: PDFPage) throws(PDFRefusal) -> PagePaint {
    var interpreter = ContentInterpreter(page, resources)
    try interpreter.readContents(of: page)
    try interpreter.paintAnnotations(of: page)
    interpreter.readPictures()
    try interpreter.noteAnnotations(of: page)
    return interpreter.paint
  }

  /// The annotations of `page`, for one whose content isn't read.
  package func annotations(of page: PDFPage) throws(PDFRefusal) -> [PageAnnotation] {
    var interpreter = ContentInterpreter(page, resources)
    try interpreter.noteAnnotations(of: page)
    return interpreter.paint.annotations
  }
}
