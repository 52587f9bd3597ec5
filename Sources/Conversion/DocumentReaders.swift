internal import DocumentModel
internal import DocxReading
internal import HTMLReading
internal import OfficeReading
internal import PDFReading
internal import PlainTextReading
internal import WordBinaryReading

/// The registry: which reader takes which format.
///
/// A new format is a line here and a case in ``InputFormat``.
struct DocumentReaders {
  let limits: Limits
  let programs: ConversionPrograms

  /// The reader of `format` and its name in records; nil for formats that aren't read.
  func reader(of format: InputFormat) -> (name: String, reader: any DocumentReader)? {
    switch format {
    case .docx: ("docx", DocxReader(limits: limits))
    case .pdf: ("pdf", PDFReader(limits: limits))
    case .text: ("text", PlainTextReader(limits: limits))
    case .wordBinary, .damagedCompoundFile: ("doc", WordBinaryReader(limits: limits))
    case .html: ("html", HTMLReader(limits: limits))
    case .mhtml: ("mhtml", MHTMLReader(limits: limits))
    case .office(let format):
      (
        "libreoffice",
        OfficeReader(
          format, limits: limits, scratch: programs.scratch, searchPath: programs.searchPath)
      )
    case .encryptedOffice, .archive, .unsupported: nil
    }
  }
}
