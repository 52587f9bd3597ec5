internal import Diagnostics
internal import DocumentModel
internal import PDFObjects
internal import PageContents

/// Reads what pages show from the file itself.
enum PaintReading {
  /// Holds the words of all pages that our own reader takes against what it reads; the others stay unknown.
  ///
  /// - Returns: An issue for each file that is attached.
  static func check(_ pages: inout CheckedPages, in bytes: [UInt8]) -> [Issue] {
    var issues: [Issue] = []
    do throws(PDFRefusal) {
      let file = try PDFFile(bytes)
      issues = try attachments(of: file)
      let own = try file.pages()
      // Where poppler found other pages than we did, it repaired the file.
      guard own.count == pages.pages.count else { return issues }
      let reader = try PageContentReader(file)
      for (index, page) in own.enumerated() {
        check(index, page, reader, &pages)
      }
    } catch {
      // What isn't read here is drawn.
    }
    return issues
  }

  private static func check(
    _ index: Int, _ page: PDFPage, _ reader: PageContentReader, _ pages: inout CheckedPages
  ) {
    do throws(PDFRefusal) {
      if pages.check(index, against: try reader.paint(of: page)) { return }
    } catch {
      // What isn't read here is drawn.
    }
    do throws(PDFRefusal) {
      pages.note(try reader.annotations(of: page), of: index)
    } catch {
      // Nor can be said what readers put on the page.
    }
  }

  /// The files embedded in the document (ISO 32000-1, 7.11.4), as portfolios hold them too.
  private static func attachments(of file: PDFFile) throws(PDFRefusal) -> [Issue] {
    guard let names = try file.resolve(try file.catalog()["Names"]).dictionary else { return [] }
    var issues: [Issue] = []
    for (name, value) in try file.nameTree(names["EmbeddedFiles"]) {
      let specification = try file.resolve(value).dictionary
      let own = try file.resolve(specification?["UF"] ?? specification?["F"]).string
      let text = CleanText.line(PDFText.decoded(own ?? name))
      issues.append(
        Issue(.pdfAttachment, "the PDF contains the file “\(text)”, which was not read"))
    }
    return issues
  }
}
