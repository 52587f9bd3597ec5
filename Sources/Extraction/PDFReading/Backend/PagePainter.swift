internal import ConfinedPrograms
package import Diagnostics
package import DocumentModel

/// Paints pages of a PDF through `pdftoppm` of poppler-utils, which reading doesn't need.
package struct PagePainter: Sendable {
  private let limits: Limits
  private let tool: ConfinedProgram

  /// Looks `pdftoppm` up in `PATH`; without it every painting fails with `backend_missing`.
  package init(limits: Limits = Limits()) {
    self.init(limits: limits, searchPath: InstalledProgram.searchPath)
  }

  init(limits: Limits, searchPath: String?) {
    self.limits = limits
    // Its font library keeps a cache, and would be killed for writing it where the machine's own is stale.
    tool = ConfinedProgram(
      "pdftoppm", of: PopplerTools.package, searchPath: searchPath, fileBytes: 64 << 20)
  }

  /// The page `number`, counted from 1, of the PDF that `bytes` are, as wide as `pdftotext` measures its words.
  package func picture(
    ofPage number: Int, in bytes: [UInt8], dotsPerInch: Int = 110
  ) async throws(Failure) -> PagePicture {
    let outcome = try await tool.run(
      [
        "-cropbox", "-r", "\(dotsPerInch)", "-f", "\(number)", "-l", "\(number)",
        ConfinedProgram.input,
      ],
      on: bytes, limits: limits, until: Deadline(after: limits.backendSeconds))
    if let failure = outcome.popplerFailure(of: tool, limits: limits) { throw failure }
    guard let picture = PagePicture(ppm: outcome.output, scale: Double(dotsPerInch) / 72) else {
      throw outcome.isOutOfMemory
        ? Failure(.backendMemory, "\(tool.name) ran out of memory")
        : Failure(.backendFailed, "\(tool.name) painted no page \(number)")
    }
    return picture
  }
}
