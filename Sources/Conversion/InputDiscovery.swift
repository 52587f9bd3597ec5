internal import Glibc

/// Finds the files that a command line names.
package enum InputDiscovery {
  /// An input: where to open it, and what its record calls it.
  package struct Input: Hashable, Sendable {
    /// As ``FileName`` carries it.
    package var location: String
    /// Relative to the folder that was named; for a file named itself, as it was named, without the folders of an
    /// absolute path.
    package var path: String

    package init(location: String, path: String) {
      self.location = location
      self.path = path
    }

    /// The last component of `path`.
    package var name: String {
      String(
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] }
          ?? path[...])
    }
  }

  /// No file or folder of that name.
  package struct NotFound: Error {
    package var path: String
  }

  /// The inputs at `path`: the file itself, or every file below the folder, ordered by the bytes of their paths.
  ///
  /// Hidden files and the leftovers of editors and downloads (`~$x.docx`, `.~lock.x#`, `x.part`, `x.crdownload`) are
  /// passed over. A symbolic link below the folder is not followed.
  package static func inputs(at path: String) throws(NotFound) -> [Input] {
    switch kind(of: path, followingLinks: true) {
    case nil: throw NotFound(path: path)
    case S_IFDIR: return files(below: path)
    default: return [Input(location: path, path: relative(path))]
    }
  }

  private static func relative(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let isInside = !path.hasPrefix("/") && !parts.contains("..")
    return isInside
      ? parts.filter { $0 != "." }.joined(separator: "/") : parts.last.map(String.init) ?? path
  }

  private static func files(below root: String) -> [Input] {
    var found: [(key: [UInt8], input: Input)] = []
    var folders = [""]
    while let folder = folders.popLast() {
      let base = root.hasSuffix("/") ? root + folder : "\(root)/\(folder)"
      guard let names = names(in: base) else {
        // Becomes a failed record of its own, so that nobody takes the folder for an empty one.
        found.append((FileName.bytes(folder), Input(location: base, path: folder)))
        continue
      }
      for name in names where !isPassedOver(name) {
        let path = folder + name
        switch kind(of: base + name, followingLinks: false) {
        case S_IFDIR: folders.append(path + "/")
        case S_IFLNK, nil: break
        default:
          found.append((FileName.bytes(path), Input(location: base + name, path: path)))
        }
      }
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.input)
  }

  private static func isPassedOver(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix(".part")
      || name.hasSuffix(".crdownload")
  }

  /// Nil where the folder can't be opened.
  private static func names(in folder: String) -> [String]? {
    guard let stream = unsafe opendir(cString(folder)) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let bytes = unsafe withUnsafeBytes(of: entry.pointee.d_name) { name in
        unsafe Array(name.prefix { $0 != 0 })
      }
      names.append(FileName.carried(bytes))
    }
    return names
  }

  private static func kind(of path: String, followingLinks: Bool) -> mode_t? {
    var status = stat()
    let result =
      unsafe followingLinks ? stat(cString(path), &status) : lstat(cString(path), &status)
    return result == 0 ? status.st_mode & S_IFMT : nil
  }

  private static func cString(_ path: String) -> [CChar] {
    FileName.bytes(path).map { CChar(bitPattern: $0) } + [0]
  }
}
