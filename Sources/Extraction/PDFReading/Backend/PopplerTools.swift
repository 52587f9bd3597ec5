internal import ConfinedPrograms

/// The two programs of poppler-utils that reading needs, looked up once.
struct PopplerTools: Sendable {
  /// Words and where they stand.
  var text: ConfinedProgram
  /// The lines drawn on a page, asked for only where words alone leave a table open.
  var drawing: ConfinedProgram

  init(searchPath: String?) {
    text = ConfinedProgram("pdftotext", of: Self.package, searchPath: searchPath)
    // Its font library keeps a cache, and would be killed for writing it where the machine's own is stale.
    drawing = ConfinedProgram(
      "pdftocairo", of: Self.package, searchPath: searchPath, fileBytes: 64 << 20)
    // We look at lines only: without fonts of the system nothing is drawn in the place of those that a file lacks, which
    // is three quarters of the work for such a file.
    drawing.variables.append("FONTCONFIG_SYSROOT=/dev/null")
  }

  /// The package that has them, for messages.
  static let package = "poppler-utils"

  /// The programs in the folders of `PATH`, as this process found them when it first needed one.
  static let installed = PopplerTools(searchPath: InstalledProgram.searchPath)
}
