internal import Glibc

/// The two programs of poppler-utils that reading needs, looked up once.
struct PopplerTools: Sendable {
  /// Words and where they stand.
  var text: PopplerTool
  /// The lines drawn on a page, asked for only where words alone leave a table open.
  var drawing: PopplerTool

  init(searchPath: String) {
    text = PopplerTool("pdftotext", searchPath: searchPath)
    drawing = PopplerTool("pdftocairo", searchPath: searchPath)
  }

  /// The programs in the folders of `PATH`.
  static func installed() -> PopplerTools {
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) }
    return PopplerTools(searchPath: path ?? "/usr/local/bin:/usr/bin:/bin")
  }
}
