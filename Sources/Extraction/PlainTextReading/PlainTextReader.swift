package import Diagnostics
package import DocumentModel
internal import TextDecoding

/// Reads plain text: the form that ``Document/printed()`` writes, and the other forms that reports are saved in.
///
/// A line is a paragraph. A table is made of rows set by TABs, of cells one a line with a TAB before each
/// (``CellLines``), of rows set by `|` (``PipeRows``) and, where the figures leave no doubt, of columns set by blanks
/// (``SpacedColumns``). What is unsure stays paragraphs: a form's rows can still be read from these.
package struct PlainTextReader: DocumentReader {
  private let limits: Limits

  package init(limits: Limits) {
    self.limits = limits
  }

  package func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    let decoded = try TextDecoder.decode(source.bytes)
    let text = decoded.value.utf8
    if let format = ForeignFormat(startOf: text.span) {
      throw Failure(.unsupportedFormat, "This is \(format.rawValue), not plain text")
    }
    // Before anything is made of it: what is refused must not need the memory first.
    guard text.count <= limits.documentBytes else {
      throw Failure(.documentLimit, "The bytes of its text are \(limits.over(.documentBytes))")
    }
    guard decoded.value.counts[UInt8(ascii: "\n")] <= limits.textLines else {
      throw Failure(.documentLimit, "The lines of its text are \(limits.over(.textLines))")
    }
    let lines = TextLines(of: text)
    var assembly = BlockAssembly(lines, limits: limits)
    try assembly.run()
    let noise = DocumentNoise.issue(lines.noise).map { [$0] } ?? []
    return Diagnosed(assembly.document, issues: decoded.issues + noise + assembly.issues)
  }
}
