package import Diagnostics
internal import Glibc

/// Reads a file whole, once, and only if it is a regular one.
package enum RegularFile {
  /// The bytes of the file at `path`, a path as ``FileName`` carries it, which may be a link.
  ///
  /// Opens without blocking, so that a FIFO or a device is refused and not waited for; never more than `limit` bytes.
  package static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let file = OpenFile(unsafe open(FileName.bytes(path).cString, readingFlags))
    guard let file else { throw unreadable(errno) }
    return try read(file, limit: limit)
  }

  /// The bytes of a found file, whose `location` is absolute where the command line itself led out of `root`, opened at its `location` below `root`.
  ///
  /// A link that was put in the file's or a folder's place since it was found is not followed.
  package static func read(
    _ location: [UInt8], below root: InputRoot, limit: Int
  ) throws(Failure) -> [UInt8] {
    if location.first == UInt8(ascii: "/") {
      return try read(FileName.carried(location), limit: limit)
    }
    guard let file = root.folder.beneath(location, readingFlags) else {
      if errno == ELOOP || errno == EXDEV {
        throw Failure(
          .inputChanged, "A link has taken the place of the file or its folder", stage: .input)
      }
      throw unreadable(errno)
    }
    return try read(file, limit: limit)
  }

  static let readingFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  static func read(_ file: OpenFile, limit: Int) throws(Failure) -> [UInt8] {
    guard let before = file.status else { throw unreadable(errno) }
    guard before.kind == .regular else {
      throw irregular("Is \(before.kind.words), not a regular file")
    }
    guard before.size <= limit else { throw tooLarge(before.size, limit: limit) }
    let bytes = try readToEnd(file.descriptor, expecting: before.size, limit: limit)
    guard file.status == before, bytes.count == before.size else {
      throw Failure(.inputChanged, "The file changed while it was read", stage: .input)
    }
    return bytes
  }

  /// The bytes of `descriptor` up to its end, for standard input.
  package static func readToEnd(
    _ descriptor: Int32, expecting size: Int = 0, limit: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit) + 1)
    let step = size > 0 ? min(size + 1, 256 << 10) : 256 << 10
    var buffer = [UInt8](repeating: 0, count: step)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw unreadable(errno)
      }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limit else {
        throw Failure(
          .inputTooLarge, "The bytes of the input are more than the limit input_bytes = \(limit)",
          stage: .input)
      }
    }
  }

  static func unreadable(_ code: Int32) -> Failure {
    Failure(.inputUnreadable, "Cannot be read: \(reason(code))", stage: .input)
  }

  static func irregular(_ message: String) -> Failure {
    Failure(.inputNotRegular, message, stage: .input)
  }

  package static func tooLarge(_ size: Int, limit: Int) -> Failure {
    Failure(
      .inputTooLarge, "The file has \(size) bytes, more than the limit input_bytes = \(limit)",
      stage: .input)
  }
}
