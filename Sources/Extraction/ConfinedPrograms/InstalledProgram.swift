internal import Glibc

/// A program that is run by its name, found as a shell would find it.
package struct InstalledProgram: Sendable {
  /// Absolute, or relative to the current folder, as the folder in `PATH` is.
  package let path: String
  /// Tells one installation from another without running it: size and time, `44672-1741863124`.
  package let stamp: String

  /// The program that the first folder of `searchPath` holds; nil where none does.
  ///
  /// - Parameters:
  ///   - name: With a slash in it, the path of the program.
  ///   - searchPath: Colon-separated, as in `PATH`; nil where that isn't set.
  package init?(_ name: String, searchPath: String?) {
    let folders = (searchPath ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    for path in name.contains("/") ? [name] : folders.map({ "\($0)/\(name)" }) {
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
