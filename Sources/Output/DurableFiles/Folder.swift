internal import Glibc

/// A folder that we write into, by names relative to it.
///
/// Keeps it open, so that what is written lands in the same folder even if its name moves.
package final class Folder: Sendable {
  /// As a person reads it.
  package let path: String
  let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The folder at `path`, made with its parents where it is not there yet.
  ///
  /// - Parameter bytes: The name as bytes, where it isn't what `path` shows.
  package static func creating(
    _ path: String, bytes: [UInt8]? = nil
  ) throws(FileError) -> Folder {
    let bytes = bytes ?? Array(path.utf8)
    for end in bytes.indices.dropFirst() where bytes[end] == UInt8(ascii: "/") {
      _ = unsafe mkdir(cString(bytes[..<end]), 0o777)
    }
    if unsafe mkdir(cString(bytes[...]), 0o777) != 0, errno != EEXIST {
      throw FileError("create", path, code: errno)
    }
    return try opening(path, bytes: bytes)
  }

  /// The folder at `path`; nil where there is none.
  package static func existing(_ path: String, bytes: [UInt8]) throws(FileError) -> Folder? {
    do throws(FileError) { return try opening(path, bytes: bytes) } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
      return nil
    }
  }

  private static func opening(_ path: String, bytes: [UInt8]) throws(FileError) -> Folder {
    let descriptor = unsafe Glibc.open(cString(bytes[...]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", path, code: errno) }
    return Folder(path: path, descriptor: descriptor)
  }

  /// The folder that holds the file at `path`, which must be there, and the file's name.
  package static func containing(_ path: [UInt8]) throws(FileError) -> (Folder, name: String) {
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    let parent = slash.map { $0 == 0 ? Array(path[..<1]) : Array(path[..<$0]) } ?? Array(".".utf8)
    let name = slash.map { path[($0 + 1)...] } ?? path[...]
    let shown = String(decoding: parent, as: UTF8.self)
    return (try opening(shown, bytes: parent), String(decoding: name, as: UTF8.self))
  }

  /// The folder `name` in this one, made where it is not there yet.
  package func folder(_ name: String) throws(FileError) -> Folder {
    if unsafe mkdirat(descriptor, name, 0o777) != 0 {
      guard errno == EEXIST else { throw FileError("create", shown(name), code: errno) }
    } else {
      try synchronize()
    }
    let inner = unsafe openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard inner >= 0 else { throw FileError("open", shown(name), code: errno) }
    return Folder(path: shown(name), descriptor: inner)
  }

  /// Makes what was created, renamed and removed in the folder survive a loss of power.
  package func synchronize() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw FileError("fsync", path, code: errno) }
  }

  /// Writes `name` anew: as a temporary file that takes its place only when all of it is on disk.
  ///
  /// Returns once the new name is on disk too. Where it throws, the old file is as it was.
  package func replace<E: Error>(
    _ name: String, _ body: (FileWriter) throws(E) -> Void
  ) throws {
    let temporary = "\(name).tmp"
    do {
      let writer = try create(temporary)
      try body(writer)
      try writer.close()
      try rename(temporary, to: name)
    } catch {
      unsafe unlinkat(descriptor, temporary, 0)
      throw error
    }
  }

  /// A new, empty file in the place of the one that has the name.
  ///
  /// Never an old one emptied: that may have another name, too, as a segment has that of what is published.
  package func create(_ name: String) throws(FileError) -> FileWriter {
    var status = stat()
    if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    {
      try remove(name)
    }
    let file = unsafe openat(
      descriptor, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw FileError("create", shown(name), code: errno) }
    return FileWriter(descriptor: file, path: shown(name))
  }

  /// Makes a file that a library wrote survive a loss of power.
  package func synchronize(_ name: String) throws(FileError) {
    let file = unsafe openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw FileError("open", shown(name), code: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw FileError("fsync", shown(name), code: errno) }
  }

  /// Gives the file `name` another one, replacing what has it, and waits until that is on disk.
  ///
  /// What is no file (a device, a pipe) isn't replaced: as root that would take a device away from all.
  package func rename(_ name: String, to other: String) throws(FileError) {
    var status = stat()
    if unsafe fstatat(descriptor, other, &status, AT_SYMLINK_NOFOLLOW) == 0,
      ![S_IFREG, S_IFLNK, S_IFDIR].contains(status.st_mode & S_IFMT)
    {
      throw FileError("replace what is no regular file", shown(other), code: EEXIST)
    }
    guard unsafe renameat(descriptor, name, descriptor, other) == 0 else {
      throw FileError("rename", shown(other), code: errno)
    }
    try synchronize()
  }

  /// Gives the file `name` of this folder a second name in another one, replacing what has it.
  ///
  /// Where the file system has no hard links, throws with the code of the system.
  package func link(_ name: String, as other: String, in folder: Folder) throws(FileError) {
    let temporary = "\(other).tmp"
    unsafe unlinkat(folder.descriptor, temporary, 0)
    guard unsafe linkat(descriptor, name, folder.descriptor, temporary, 0) == 0 else {
      throw FileError("link", folder.shown(other), code: errno)
    }
    // It must not stay: who writes to it next would write into this file. Renaming a file over another name of itself
    // does nothing, and leaves it too.
    defer { unsafe unlinkat(folder.descriptor, temporary, 0) }
    try folder.rename(temporary, to: other)
  }

  /// Makes `name` a symbolic link to `target`, replacing what has it.
  package func point(_ name: String, to target: String) throws(FileError) {
    let temporary = "\(name).tmp"
    unsafe unlinkat(descriptor, temporary, 0)
    guard unsafe symlinkat(target, descriptor, temporary) == 0 else {
      throw FileError("link", shown(name), code: errno)
    }
    try rename(temporary, to: name)
  }

  /// Removes a file; that it is not there is no error.
  package func remove(_ name: String) throws(FileError) {
    guard unsafe unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
      throw FileError("remove", shown(name), code: errno)
    }
  }

  /// Keeps other processes that ask this out of the folder, as long as this value lives; false where one is in it.
  ///
  /// - Parameter waits: Whether to wait until that one has ended.
  package func takeLock(waits: Bool) throws(FileError) -> Bool {
    while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      guard errno != EINTR else { continue }
      guard errno == EWOULDBLOCK else { throw FileError("lock", path, code: errno) }
      return false
    }
    return true
  }

  /// The file for reading; nil where it isn't there.
  package func open(_ name: String) throws(FileError) -> FileReader? {
    let file = unsafe openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if file >= 0 { return FileReader(descriptor: file, path: shown(name)) }
    guard errno == ENOENT else { throw FileError("open", shown(name), code: errno) }
    return nil
  }

  /// The names in the folder, in no order.
  package func names() throws(FileError) -> [String] {
    let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = unsafe fdopendir(copy) else {
      throw FileError("list", path, code: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let bytes = unsafe withUnsafeBytes(of: entry.pointee.d_name) { name in
        unsafe Array(name.prefix { $0 != 0 })
      }
      let name = String(decoding: bytes, as: UTF8.self)
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// What tells a file's state from any other that it had; nil where it isn't there.
  package func stamp(_ name: String) -> FileStamp? {
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStamp(status)
  }

  package func shown(_ name: String) -> String { "\(path)/\(name)" }

  private static func cString(_ bytes: ArraySlice<UInt8>) -> [CChar] {
    bytes.map { CChar(bitPattern: $0) } + [0]
  }
}

/// What tells a file's state from any other that it had.
package struct FileStamp: Hashable, Sendable {
  package var inode: UInt64
  package var size: Int
  /// Nanoseconds since 1970: of the content, of the inode.
  package var modified, changed: Int

  init(_ status: stat) {
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}

extension Folder {
  /// A path to the folder for libraries that take nothing else, whatever the bytes of its name.
  package var descriptorPath: String { "/proc/self/fd/\(descriptor)" }
}
