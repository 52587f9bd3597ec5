package import Diagnostics
package import DocumentModel
internal import XMLEvents
internal import ZipArchives

/// Reads WordprocessingML packages (ECMA-376, Transitional and Strict).
///
/// What it prints is what Word shows with all recorded changes accepted: list numbers are rendered, hidden text is
/// left out. A line break inside a paragraph ends a line and begins another paragraph; inside a cell it is layout.
package struct DocxReader: DocumentReader {
  private let limits: Limits

  package init(limits: Limits) {
    self.limits = limits
  }

  package func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document> {
    try read(source.bytes)
  }

  private func read(_ bytes: [UInt8]) throws(Failure) -> Diagnosed<Document> {
    let zipLimits = ZipLimits(
      entries: limits.zipEntries, entryBytes: limits.partBytes, archiveBytes: limits.packageBytes,
      ratio: limits.inflationRatio, ratioFloor: limits.inflationFloorBytes)
    return try ZipArchive.open(bytes, limits: zipLimits, translate: \.failure) {
      archive throws(Failure) in
      var reading = DocxReading(DocxPackage(archive, limits: limits), limits: limits)
      return try reading.document()
    }
  }
}
