internal import Glibc

/// Writes a file front to back; what it was given is in the file after `flush`, and on disk after `synchronize`.
///
/// Writes by itself: `FileHandle` traps on a full disk, `print` does not notice it.
package final class FileWriter {
  package let path: String
  /// Bytes given so far.
  package private(set) var offset = 0
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Closes a file that nobody finished.
  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  package func write(_ bytes: [UInt8]) throws(FileError) {
    buffer.append(contentsOf: bytes)
    offset += bytes.count
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  /// Hands everything to the system.
  package func flush() throws(FileError) {
    var start = 0
    while start < buffer.count {
      let count = unsafe buffer.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        throw FileError("write", path, code: errno)
      }
    }
    buffer.removeAll(keepingCapacity: buffer.capacity <= 2 * Self.bufferBytes)
  }

  package func synchronize() throws(FileError) {
    try flush()
    guard fdatasync(descriptor) == 0 else { throw FileError("fsync", path, code: errno) }
  }

  /// Ends the file, on disk.
  package func close() throws(FileError) {
    try synchronize()
    let result = Glibc.close(descriptor)
    descriptor = -1
    guard result == 0 else { throw FileError("close", path, code: errno) }
  }

  private static let bufferBytes = 256 << 10
}
