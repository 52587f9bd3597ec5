internal import CSys
internal import Glibc

/// A new folder of this user's alone, in which a program may write; gone with all in it when this goes.
package final class ScratchFolder: Sendable {
  /// Absolute, without a final slash.
  package let path: String

  /// - Parameter parent: Where it is made; nil for the first of `$TMPDIR`, `/tmp` and `/var/tmp` in which it can be.
  package init(in parent: String? = nil) throws(SystemError) {
    var error: Int32 = ENOENT
    // Short: the name of a socket in it has at most 107 bytes, of which LibreOffice's own are up to 68.
    let prefix = parent == nil ? "gongkai-" : ""
    for place in parent.map({ [$0] }) ?? Self.places {
      var name = Array("\(place)/\(prefix)XXXXXX".utf8CString)
      if unsafe mkdtemp(&name) != nil {
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return
      }
      error = errno
    }
    throw SystemError(code: error)
  }

  deinit { unsafe csys_remove_tree(path) }

  /// What the system says.
  package struct SystemError: Error {
    package let code: Int32
  }

  /// `$TMPDIR` only where it is short enough for a socket in a folder of a folder in it.
  private static var places: [String] {
    let own = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) }
    let fitting = own.flatMap { $0.hasPrefix("/") && $0.utf8.count <= 16 ? $0 : nil }
    return [fitting, "/tmp", "/var/tmp"].compactMap(\.self)
  }

  /// Makes the folder `name` in it.
  func makeFolder(_ name: String) throws(SystemError) {
    guard unsafe mkdir("\(path)/\(name)", 0o700) == 0 else { throw SystemError(code: errno) }
  }

  /// Writes `bytes` to a new file `name` in it.
  func write(_ bytes: [UInt8], to name: String) throws(SystemError) {
    let file = unsafe open(
      "\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemError(code: errno) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemError(code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// What lies at `name`, put there by a program that may be anybody's by now.
  enum Content {
    case bytes([UInt8])
    /// Nothing, or no regular file.
    case none
    case tooLarge
  }

  /// The content of the regular file `name`, which no link may stand for.
  func content(of name: String, limit: Int) -> Content {
    let root = unsafe open(path, csys_place_only() | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { return .none }
    defer { close(root) }
    let file = unsafe csys_open_beneath(root, name, name.utf8.count, O_RDONLY | O_NONBLOCK)
    guard file >= 0 else { return .none }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .none }
    guard status.st_size <= limit else { return .tooLarge }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe Glibc.read(file, $0.baseAddress?.advanced(by: filled), $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return .bytes(bytes)
  }
}
