internal import Glibc

/// A program that is run by its name, found as a shell would find it.
package struct InstalledProgram: Sendable {
  /// Absolute, or relative to the current folder, as the folder in `PATH` is.
  package let path: String
  /// Tells one installation from another without running it: size and time, `44672-1741863124`.
  package let stamp: String

  /// The program that the first folder of `searchPath` holds; nil where none does.
  ///
  /// - Parameter searchPath: Colon-separated, as in `PATH`; nil where that isn't set.
  package init?(_ name: String, searchPath: String?) {
    for folder in (searchPath ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":") {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard unsafe access(path, X_OK) == 0, unsafe stat(path, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      self.path = path
      stamp = "\(status.st_size)-\(status.st_mtim.tv_sec)"
      return
    }
    return nil
  }

  /// The value of `PATH`.
  package static var searchPath: String? {
    unsafe getenv("PATH").map { unsafe String(cString: $0) }
  }
}

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
