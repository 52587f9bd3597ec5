internal import CSys
internal import Diagnostics
internal import Glibc

/// The folder that the paths of inputs are relative to, held open.
package final class InputRoot: Sendable {
  let folder: OpenFile
  /// Absolute and without links.
  package let path: [UInt8]

  /// The folder `path`, a name as ``FileName`` carries it, which may be a link.
  package init(_ path: String) throws(NoInput) {
    let bytes = FileName.bytes(path)
    guard
      let folder = OpenFile(
        unsafe open(bytes.cString, OpenFile.placeOnly | O_DIRECTORY | O_CLOEXEC)),
      let real = folder.realPath ?? realPath(of: bytes)
    else { throw NoInput(path: path, reason: reason(errno)) }
    self.folder = folder
    self.path = real
  }

  /// Where `path` lies below the folder, relative to it; nil for what leads out of it.
  ///
  /// - Parameter path: Relative, or absolute and without links.
  package func place(of path: [UInt8]) -> [UInt8]? {
    guard let normal = RelativePath.normalized(path) else { return nil }
    guard path.first == UInt8(ascii: "/") else { return path }
    return relative([UInt8(ascii: "/")] + normal)
  }

  /// `absolute` relative to the folder; empty for the folder itself, nil for what isn't below it.
  func relative(_ absolute: [UInt8]) -> [UInt8]? {
    if path == [UInt8(ascii: "/")] { return Array(absolute.dropFirst()) }
    guard absolute.starts(with: path) else { return nil }
    let rest = absolute[path.count...]
    if rest.isEmpty { return [] }
    return rest.first == UInt8(ascii: "/") ? Array(rest.dropFirst()) : nil
  }
}

/// A file or folder that was named and isn't there, or can't be used.
package struct NoInput: Error, Hashable, Sendable {
  /// As it was named.
  package var path: String
  /// As the system puts it: `No such file or directory`.
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// The absolute path of `path` without links; nil, and `errno`, where there is none.
func realPath(of path: [UInt8]) -> [UInt8]? {
  guard let found = unsafe realpath(path.cString, nil) else { return nil }
  defer { unsafe free(found) }
  return unsafe Array(UnsafeRawBufferPointer(start: found, count: strlen(found)))
}

extension InputRoot {
  /// The folder's path as ``FileName`` carries it, for a process that opens it by itself.
  package var carriedPath: String { FileName.carried(path) }
}
