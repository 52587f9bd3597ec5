internal import Glibc

/// What an output goes to: a file that is replaced as a whole, or a device or pipe, which is written into and never replaced.
package enum OutputTarget {
  case file(Folder, name: String)
  case stream(OutputStream)

  /// What lies at `path`, a link followed; a file where nothing does, in a folder that must be there.
  ///
  /// A pipe that nobody reads is refused, and not waited for.
  package init(_ path: [UInt8]) throws(FileError) {
    let shown = String(decoding: path, as: UTF8.self)
    let name = path.map { CChar(bitPattern: $0) } + [0]
    var status = stat()
    guard unsafe stat(name, &status) == 0 else {
      // A link to nothing is no file, and isn't to be replaced by one.
      guard unsafe lstat(name, &status) != 0 else {
        throw FileError("create", shown, code: ENOENT)
      }
      self = try Self.file(path)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard let real = unsafe realpath(name, nil) else {
        throw FileError("open", shown, code: errno)
      }
      defer { unsafe free(real) }
      self = try Self.file(unsafe Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
    case S_IFDIR: throw FileError("create", shown, code: EISDIR)
    default:
      let descriptor = unsafe open(name, O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
      guard descriptor >= 0 else { throw FileError("open", shown, code: errno) }
      self = .stream(OutputStream(descriptor: descriptor, path: shown))
    }
  }

  private static func file(_ path: [UInt8]) throws(FileError) -> OutputTarget {
    let (folder, name) = try Folder.containing(path)
    return .file(folder, name: name)
  }
}

/// A device or a pipe that is open for writing.
package final class OutputStream {
  private let path: String
  private let descriptor: Int32

  fileprivate init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Writes all of `bytes`, and gives up where nothing is taken for `seconds`.
  ///
  /// - Parameter check: Called many times a second while it waits; ends that by throwing.
  package func write(_ bytes: [UInt8], seconds: Int = 10, check: () throws -> Void) throws {
    // Whoever reads a pipe may leave; that is an error to tell, and no end.
    signal(SIGPIPE, SIG_IGN)
    var start = 0
    var waits = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
      }
      if count > 0 {
        (start, waits) = (start + count, 0)
      } else if count == 0 || errno == EAGAIN, waits < seconds * 10 {
        try check()
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&ready, 1, 100)
        waits += 1
      } else if errno != EINTR {
        throw FileError("write", path, code: errno)
      }
    }
  }
}
