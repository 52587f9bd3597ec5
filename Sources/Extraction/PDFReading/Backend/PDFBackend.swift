internal import ConfinedPrograms

/// The programs that read PDF files for us, as they are installed.
package enum PDFBackend {
  /// The paths of those that reading runs, as far as they are there.
  package static var programs: [String] {
    let search = InstalledProgram.searchPath
    return ["pdftotext", "pdftocairo"].compactMap { InstalledProgram($0, searchPath: search)?.path }
  }

  /// Tells one installation from another; nil where `pdftotext` is missing.
  ///
  /// Records made by another installation are made anew.
  package static func identity() -> String? {
    let search = InstalledProgram.searchPath
    guard let text = InstalledProgram("pdftotext", searchPath: search) else { return nil }
    let drawing = InstalledProgram("pdftocairo", searchPath: search)
    return "\(text.stamp) \(drawing?.stamp ?? "-")"
  }
}
