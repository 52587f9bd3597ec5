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
