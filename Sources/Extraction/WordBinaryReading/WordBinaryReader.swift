package import CompoundFiles
package import Diagnostics
package import DocumentModel
internal import DocxReading

/// Reads documents of Word 97 to 2003 (MS-DOC), and what WPS writes in the same format.
///
/// What they say is put into the words of WordprocessingML and read as a docx is: so numbers of lists, merged cells,
/// fields, recorded changes and text that nobody sees mean the same in both.
package struct WordBinaryReader: DocumentReader {
  private let limits: Limits

  package init(limits: Limits) {
    self.limits = limits
  }

  /// Whether `file`, which holds a Word document, is of Word 95 or what came before, whose format is another.
  package static func isOfEarlierWord(_ file: CompoundFile) -> Bool { WordFile.isEarlier(file) }

  package func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    try read(source.bytes)
  }

  private func read(_ bytes: [UInt8]) throws(Failure) -> Diagnosed<Document> {
    let file: CompoundFile
    do throws(CompoundFileError) { file = try CompoundFile(bytes) } catch { throw error.failure }
    var conversion = try WordConversion(WordFile(file), limits: limits)
    let parts = try conversion.parts()
    var document = try parts.read(limits: limits)
    document.issues += conversion.issues
    return document
  }
}
