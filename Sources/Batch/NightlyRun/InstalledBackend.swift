internal import Glibc

/// The programs that read PDF files for us, as they are installed.
enum InstalledBackend {
  /// Tells one installation from another without running it: sizes and times of the programs; nil where `pdftotext` is missing.
  static func identity() -> String? {
    guard let text = stamp("pdftotext") else { return nil }
    return "\(text) \(stamp("pdftocairo") ?? "-")"
  }

  private static func stamp(_ name: String) -> String? {
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) }
    for folder in (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":") {
      let file = "\(folder)/\(name)"
      var status = stat()
      guard unsafe access(file, X_OK) == 0, unsafe stat(file, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      return "\(status.st_size)-\(status.st_mtim.tv_sec)"
    }
    return nil
  }
}
