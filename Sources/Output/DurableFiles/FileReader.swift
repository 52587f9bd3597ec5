internal import Glibc

/// Reads pieces of a file of our own.
package final class FileReader {
  package let path: String
  private let descriptor: Int32

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// The file at `path`; nil where there is none.
  package static func opening(_ path: [UInt8]) throws(FileError) -> FileReader? {
    let shown = String(decoding: path, as: UTF8.self)
    let file = unsafe Glibc.open(
      path.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if file >= 0 { return FileReader(descriptor: file, path: shown) }
    guard errno == ENOENT || errno == ENOTDIR else { throw FileError("read", shown, code: errno) }
    return nil
  }

  /// The `count` bytes at `offset`, fewer where the file ends before.
  package func read(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    bytes.removeSubrange(try read(at: offset, into: &bytes, from: 0)...)
    return bytes
  }

  /// Reads the bytes at `offset` into `bytes` from `start` to its end.
  ///
  /// - Returns: Where those read end: before the end of `bytes` only where the file does.
  package func read(
    at offset: Int, into bytes: inout [UInt8], from start: Int
  ) throws(FileError) -> Int {
    var end = start
    while end < bytes.count {
      let result = unsafe bytes.withUnsafeMutableBytes {
        unsafe pread(
          descriptor, $0.baseAddress?.advanced(by: end), $0.count - end,
          off_t(offset + end - start))
      }
      if result == 0 { break }
      if result > 0 {
        end += result
      } else if errno != EINTR {
        throw FileError("read", path, code: errno)
      }
    }
    return end
  }
}
