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
    var reading = read(&pages, in: bytes, isRepaired: false)
    // Poppler repairs such a file without a word.
    if reading.isDamaged {
      let repaired = read(&pages, in: bytes, isRepaired: true)
      if !repaired.pages.isEmpty {
        reading.pages = repaired.pages
        reading.reader = repaired.reader
      }
      if reading.attachments.isEmpty { reading.attachments = repaired.attachments }
    }
    for index in pages.unknown where reading.pages.indices.contains(index) {
      do throws(PDFRefusal) {
        let annotations = try reading.reader?.annotations(of: reading.pages[index]) ?? []
        pages.note(annotations, of: index)
      } catch {
        // Nor can be said what readers put on the page.
      }
    }
    return reading.attachments
  }

  /// What was read of a file.
  private struct Reading {
    var attachments: [Issue] = []
    var pages: [PDFPage] = []
    var reader: PageContentReader?
    /// Whether something stands elsewhere, or is something else, than the file says.
    var isDamaged = false
  }

  private static func read(
    _ pages: inout CheckedPages, in bytes: [UInt8], isRepaired: Bool
  ) -> Reading {
    var reading = Reading()
    do throws(PDFRefusal) {
      let file = try PDFFile(bytes, isRepaired: isRepaired)
      reading.attachments = try attachments(of: file)
      let own = try file.pages()
      // Where poppler found other pages than we did, it repaired the file.
      guard own.count == pages.pages.count else { throw .damaged("Count") }
      let reader = try PageContentReader(file)
      reading.pages = own
      reading.reader = reader
      for index in pages.unknown {
        do throws(PDFRefusal) {
          try check(index, own[index], reader, &pages)
        } catch {
          // What isn't read here is drawn.
          reading.isDamaged = reading.isDamaged || error.isDamage
        }
      }
    } catch {
      reading.isDamaged = error.isDamage
    }
    return reading
  }

  private static func check(
    _ index: Int, _ page: PDFPage, _ reader: PageContentReader, _ pages: inout CheckedPages
  ) throws(PDFRefusal) {
    let paint = try reader.paint(of: page)
    if paint.isUpsideDown {
      var turned = page
      turned.rotation = (page.rotation + 180) % 360
      if pages.check(upsideDown: index, against: try reader.paint(of: turned)) { return }
    }
    _ = pages.check(index, against: paint)
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

extension PDFRefusal {
  fileprivate var isDamage: Bool { if case .damaged = self { true } else { false } }
}
