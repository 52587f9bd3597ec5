internal import Glibc

/// A lock that the kernel holds for a process and frees when it ends, however it ends.
package final class FileLock {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Another process has the lock.
  package struct Held: Error, Hashable {
    /// What the holder wrote about itself; empty where it had no time to.
    package var holder: String

    package init(holder: String) { self.holder = holder }
  }

  /// Takes the lock `name` in `folder` and leaves `note` in it for others to read.
  package static func take(_ name: String, in folder: Folder, note: String) throws -> FileLock {
    let file = unsafe openat(
      folder.descriptor, name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw FileError("create", folder.shown(name), code: errno) }
    let lock = FileLock(descriptor: file)
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else {
        throw FileError("lock", folder.shown(name), code: errno)
      }
      var note = [UInt8](repeating: 0, count: 256)
      let count = unsafe pread(file, &note, note.count, 0)
      throw Held(holder: String(decoding: note.prefix(max(0, count)), as: UTF8.self))
    }
    let bytes = Array(note.utf8)
    // The note is a courtesy: a lock without one is a lock.
    _ = ftruncate(file, 0)
    _ = unsafe pwrite(file, bytes, bytes.count, 0)
    return lock
  }
}
