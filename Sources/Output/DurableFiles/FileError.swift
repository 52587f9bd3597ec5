internal import Diagnostics
internal import Glibc

/// A call of the system that failed on a file that we write.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried: `create`, `write`, `fsync`.
  package var operation: String
  /// The file, as a person reads its name.
  package var path: String
  /// `errno`.
  package var code: Int32

  package init(_ operation: String, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// Whether nothing was there to write into yet: no folder, no permission, a medium that is read-only.
  package var isCreation: Bool {
    switch code {
    case EROFS, EACCES, EPERM, ENOENT, ENOTDIR, EISDIR, ENAMETOOLONG, ELOOP, EEXIST, ENXIO: true
    default: false
    }
  }

  /// `out/records.jsonl: cannot write: No space left on device`.
  package var description: String {
    let limit =
      code == ENXIO
      ? ": nobody reads the pipe" : SystemLimit.words(for: code).map { ": \($0)" } ?? ""
    return "\(path): cannot \(operation): \(unsafe String(cString: strerror(code)))\(limit)"
  }
}
