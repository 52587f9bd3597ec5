internal import Diagnostics
internal import Glibc

extension TreeWalk {
  /// Visits a file that the command line names: nothing but a pattern passes it over.
  mutating func visitNamed(_ path: [UInt8], _ visit: (FoundFile) throws -> Void) throws {
    guard filter.takes(path) else {
      pass(over: path, .excluded)
      return
    }
    let root = root
    try visitFile(path, target(of: path, mayLeave: true)) {
      Self.sideCar(of: path, $0, below: root)
    } visit: {
      try visit($0)
    }
  }

  /// Visits the files of a list: what is hidden too, but nothing else that a folder's walk passes over.
  ///
  /// - Parameter prefixes: What an absolute name begins with where it lies in the input folder.
  mutating func visitList(
    _ list: OpenFile, name: String, _ separator: FileList.Separator, prefixes: [[UInt8]],
    waiting: @escaping () throws -> Void, _ visit: (FoundFile) throws -> Void
  ) throws {
    var stream = ByteStream(list.descriptor, name: name, waiting: waiting)
    // Digests instead of names, so that a list of a million files costs little.
    var seen: Set<[UInt8]> = []
    try FileList.entries(&stream, separator) { entry in
      switch entry {
      case .tooLong(let start, let line):
        let path = start + Array("… (line \(line) of the list)".utf8)
        let problem = Failure(
          .inputUnreadable, "The name has more than the limit of \(FileList.nameLimit) bytes",
          stage: .input)
        try visit(FoundFile(path: path, problem: problem))
      case .name(let name):
        let path = Self.path(inList: name, prefixes: prefixes)
        guard seen.insert(Digest.fingerprint(path ?? name)).inserted else { return }
        if let path {
          try visitListed(path, visit)
        } else {
          let problem = Failure(
            .inputUnreadable, "The name leads out of the input folder", stage: .input)
          try visit(FoundFile(path: name, problem: problem))
        }
      }
    }
    if let interruption = stream.interruption { throw interruption }
  }

  private mutating func visitListed(
    _ path: [UInt8], _ visit: (FoundFile) throws -> Void
  ) throws {
    let name = path[path.afterLastSlash...]
    let reason = PassedOver.Reason(name: name, isFolder: false)
    if let reason, reason != .hidden {
      pass(over: path, reason)
    } else if isSideCar(path) {
      pass(over: path, .sidecar)
    } else if !filter.takes(path) {
      pass(over: path, .excluded)
    } else {
      let root = root
      try visitFile(path, target(of: path)) {
        Self.sideCar(of: path, $0, below: root)
      } visit: {
        try visit($0)
      }
    }
  }

  private static func sideCar(
    of path: [UInt8], _ suffix: [UInt8], below root: InputRoot
  ) -> SideCarFile {
    let file = root.folder.beneath(path + suffix, RegularFile.readingFlags)
    // Where the path leads through a link to a folder, its side-cars are not looked for.
    return SideCarFile(file, errno == ELOOP ? ENOENT : errno)
  }

  private func isSideCar(_ path: [UInt8]) -> Bool {
    guard let described = SideCarKind.described(by: path[path.afterLastSlash...]) else {
      return false
    }
    let file = root.folder.beneath(Array(path[..<described.endIndex]), OpenFile.placeOnly)
    return file?.status.map { $0.kind != .folder } ?? false
  }

  /// What `path` leads to, whichever of its components are links.
  private func target(of path: [UInt8], mayLeave: Bool = false) -> Target {
    if let file = root.folder.beneath(path, OpenFile.placeOnly) {
      guard let status = file.status else { return .unusable(RegularFile.unreadable(errno)) }
      return .file(status, location: path)
    }
    guard errno == ELOOP else { return .unusable(RegularFile.unreadable(errno)) }
    let file = root.folder.following(path, OpenFile.placeOnly)
    return Target(ofLink: file, error: errno, root: root, mayLeave: mayLeave)
  }

  /// The path below the input folder that a list calls `name`; nil where it isn't below it.
  private static func path(inList name: [UInt8], prefixes: [[UInt8]]) -> [UInt8]? {
    guard let path = RelativePath.normalized(name) else { return nil }
    if name.first != UInt8(ascii: "/") { return path.isEmpty ? nil : path }
    for prefix in prefixes {
      // Without the slash that both begin with.
      let folder = prefix.dropFirst()
      guard path.starts(with: folder) else { continue }
      if folder.isEmpty { return path.isEmpty ? nil : path }
      let rest = path.dropFirst(folder.count)
      if rest.first == UInt8(ascii: "/") { return Array(rest.dropFirst()) }
    }
    return nil
  }
}
