package import Diagnostics
internal import Glibc

/// Reads a file whole, once, and only if it is a regular one.
package enum RegularFile {
  /// The bytes of the file at `path`, a path as ``FileName`` carries it.
  ///
  /// Opens without blocking, so that a FIFO or a device is refused and not waited for; never more than `limit` bytes.
  package static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let name = FileName.bytes(path).map { CChar(bitPattern: $0) } + [0]
    let descriptor = unsafe open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw unreadable(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.inputNotRegular, "Not a regular file", stage: .input)
    }
    guard status.st_size <= limit else {
      throw Failure(
        .inputTooLarge, "The file has \(status.st_size) bytes, more than the limit of \(limit)",
        stage: .input)
    }
    let bytes = try readToEnd(descriptor, expecting: Int(status.st_size), limit: limit)
    var after = stat()
    guard unsafe fstat(descriptor, &after) == 0, Int(after.st_size) == bytes.count,
      after.st_mtim.tv_sec == status.st_mtim.tv_sec,
      after.st_mtim.tv_nsec == status.st_mtim.tv_nsec
    else { throw Failure(.inputChanged, "The file changed while it was read", stage: .input) }
    return bytes
  }

  /// The bytes of `descriptor` up to its end, for standard input.
  package static func readToEnd(
    _ descriptor: Int32, expecting size: Int = 0, limit: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit) + 1)
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw unreadable(errno)
      }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limit else {
        throw Failure(.inputTooLarge, "The input has more than \(limit) bytes", stage: .input)
      }
    }
  }

  private static func unreadable(_ code: Int32) -> Failure {
    Failure(
      .inputUnreadable, "Cannot be read: \(unsafe String(cString: strerror(code)))", stage: .input)
  }
}
