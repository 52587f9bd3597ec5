internal import Diagnostics
internal import Glibc

/// One walk over the inputs.
struct TreeWalk {
  let root: InputRoot
  let filter: PathFilter
  let maxSize: Int
  let notEntered: Set<FileStatus.Identity>
  /// What is named itself, and therefore not met in a folder.
  let named: Set<[UInt8]>
  private(set) var passedOver = PassedOver()
  /// Whether one of the folders that aren't entered was met.
  private(set) var hasMetNotEntered = false
  private let passing: (PassedOver.Reason, [UInt8]) -> Void

  /// - Parameter passing: Called with the path of everything that is passed over; a folder's ends with a slash.
  init(
    root: InputRoot, filter: PathFilter, maxSize: Int, notEntered: Set<FileStatus.Identity>,
    named: Set<[UInt8]>, passing: @escaping (PassedOver.Reason, [UInt8]) -> Void
  ) {
    self.root = root
    self.filter = filter
    self.maxSize = maxSize
    self.notEntered = notEntered
    self.named = named
    self.passing = passing
  }

  mutating func pass(over path: [UInt8], _ reason: PassedOver.Reason, isFolder: Bool = false) {
    passedOver[reason] += 1
    passing(reason, isFolder ? path + [UInt8(ascii: "/")] : path)
  }

  /// Bytes of a path: far more than any sane tree needs, and an end for a file system that has none.
  static let pathLimit = 16 << 10

  /// A folder whose files were visited and whose folders are under way.
  private struct Level {
    var pathLength: Int
    var isIncluded: Bool
    var folders: FolderNames
    var next = 0
  }

  /// Visits what lies below the folder `start`: the files of each folder, then its folders, both in byte order.
  mutating func visitFolder(_ start: [UInt8], _ visit: (FoundFile) throws -> Void) throws {
    var path = start
    var isIncluded = filter.includesEverything
    for folder in start.foldersOnTheWay + (start.isEmpty ? [] : [start]) {
      if filter.excludes(folder, isFolder: true) {
        pass(over: folder, .excluded, isFolder: true)
        return
      }
      isIncluded = isIncluded || filter.includes(folder, isFolder: true)
    }
    var levels = [
      Level(
        pathLength: path.count, isIncluded: isIncluded,
        folders: try visitFiles(of: path, isIncluded: isIncluded, visit))
    ]
    // No recursion: how deep a tree is, its maker decides.
    while var level = levels.popLast() {
      guard level.next < level.folders.count else { continue }
      path.removeLast(path.count - level.pathLength)
      path = path.appending(level.folders.name(level.next))
      level.next += 1
      levels.append(level)
      let isIncluded = level.isIncluded || filter.includes(path, isFolder: true)
      let folders = try visitFiles(of: path, isIncluded: isIncluded, visit)
      levels.append(Level(pathLength: path.count, isIncluded: isIncluded, folders: folders))
    }
  }

  /// Visits the files in `folder` itself and gives the names of the folders to enter.
  private mutating func visitFiles(
    of folder: [UInt8], isIncluded: Bool, _ visit: (FoundFile) throws -> Void
  ) throws -> FolderNames {
    guard folder.count <= Self.pathLimit else {
      let problem = Failure(
        .inputUnreadable, "The path has more than the limit of \(Self.pathLimit) bytes",
        stage: .input)
      try visit(FoundFile(path: folder, problem: problem, isFolder: true))
      return FolderNames()
    }
    guard let open = root.folder.beneath(folder, O_RDONLY | O_DIRECTORY | O_NONBLOCK) else {
      // What was removed since its name was read is as good as never seen.
      if errno != ENOENT { try visit(Self.unreadable(folder, errno)) }
      return FolderNames()
    }
    if !notEntered.isEmpty, let identity = open.status?.identity, notEntered.contains(identity) {
      hasMetNotEntered = true
      pass(over: folder, .excluded, isFolder: true)
      return FolderNames()
    }
    let names = FolderNames(of: open)
    if let error = names.readError { try visit(Self.unreadable(folder, error)) }
    var entry = FolderEntry(folder: open, path: folder, names: names)
    var folders = FolderNames()
    for index in 0..<names.count {
      entry.index = index
      try visitEntry(entry, isIncluded: isIncluded, &folders, visit)
    }
    return folders
  }

  private mutating func visitEntry(
    _ entry: FolderEntry, isIncluded: Bool, _ folders: inout FolderNames,
    _ visit: (FoundFile) throws -> Void
  ) throws {
    let name = entry.name
    let path = entry.path.appending(name)
    if !named.isEmpty, named.contains(path) { return }
    // Nil too where the file is gone since its name was read.
    let status = entry.names.kind(entry.index) == .folder ? nil : entry.folder.entryStatus(name)
    let isFolder = entry.names.kind(entry.index) == .folder || status?.kind == .folder
    if let reason = PassedOver.Reason(name: name, isFolder: isFolder) {
      pass(over: path, reason, isFolder: isFolder)
    } else if isFolder {
      if filter.excludes(path, isFolder: true) {
        pass(over: path, .excluded, isFolder: true)
      } else {
        folders.append(name, .folder)
      }
    } else if entry.isSideCar {
      pass(over: path, .sidecar)
    } else if filter.excludes(path, isFolder: false)
      || !isIncluded && !filter.includes(path, isFolder: false)
    {
      pass(over: path, .excluded)
    } else if let status {
      let target = target(of: entry, path: path, status)
      try visitFile(path, target) { sideCar in
        guard entry.names.mayHoldSideCars else { return .absent }
        let name = name + sideCar
        guard let index = entry.names.index(of: name) else { return .absent }
        // It is entered as any other, and said to give no address.
        guard entry.names.kind(index) != .folder else { return .unreadable }
        return SideCarFile(entry.folder.beneath(Array(name), RegularFile.readingFlags), errno)
      } visit: {
        try visit($0)
      }
    }
  }

  private func target(of entry: FolderEntry, path: [UInt8], _ status: FileStatus) -> Target {
    guard status.kind == .link else { return .file(status, location: path) }
    return Target(
      ofLink: entry.folder.following(Array(entry.name), OpenFile.placeOnly), error: errno,
      root: root)
  }

  /// Visits the file `path`, or counts why not.
  ///
  /// - Parameter openSideCar: Opens the file whose name is that of this one and what it is given.
  mutating func visitFile(
    _ path: [UInt8], _ target: Target, openSideCar: ([UInt8]) -> SideCarFile,
    visit: (FoundFile) throws -> Void
  ) throws {
    switch target {
    case .folderByLink: pass(over: path, .linkToFolder)
    case .unusable(let problem): try visit(FoundFile(path: path, problem: problem))
    case .file(let status, _) where status.kind != .regular:
      let problem = RegularFile.irregular("Is \(status.kind.words), not a regular file")
      try visit(FoundFile(path: path, problem: problem))
    case .file(let status, let location):
      let isTooLarge = status.size > maxSize
      let problem = isTooLarge ? RegularFile.tooLarge(status.size, limit: maxSize) : nil
      try visit(
        FoundFile(
          path: path, location: location, size: status.size, modified: status.modified,
          url: address(path, openSideCar), problem: problem))
    }
  }

  /// What the side-cars of a file say, `.url` first.
  private mutating func address(
    _ path: [UInt8], _ openSideCar: ([UInt8]) -> SideCarFile
  ) -> String? {
    for kind in SideCarKind.allCases {
      switch openSideCar(kind.suffix) {
      case .absent: continue
      case .unreadable: break
      case .open(let file):
        do throws(Failure) {
          let bytes = try RegularFile.read(file, limit: SourceAddress.sideCarLimit)
          if let address = kind.address(in: bytes) { return address }
        } catch {
          // Counted below: a document is worth converting without its address.
        }
      }
      pass(over: path + kind.suffix, .badSidecar)
    }
    return nil
  }

  private static func unreadable(_ folder: [UInt8], _ error: Int32) -> FoundFile {
    FoundFile(
      path: folder,
      problem: Failure(
        .inputUnreadable, "The folder cannot be read: \(reason(error))", stage: .input),
      isFolder: true)
  }
}

/// A place in an open folder.
private struct FolderEntry {
  var folder: OpenFile
  var path: [UInt8]
  var names: FolderNames
  var index = 0

  init(folder: OpenFile, path: [UInt8], names: FolderNames) {
    self.folder = folder
    self.path = path
    self.names = names
  }

  var name: ArraySlice<UInt8> { names.name(index) }

  /// Whether the entry describes a file beside it.
  var isSideCar: Bool {
    guard names.mayHoldSideCars, let described = SideCarKind.described(by: name),
      let index = names.index(of: described)
    else { return false }
    return names.kind(index) != .folder
  }
}

extension OpenFile {
  /// What the folder's entry `name` is, a link itself where it is one; nil where it is gone.
  func entryStatus(_ name: some Sequence<UInt8>) -> FileStatus? {
    var status = stat()
    return unsafe fstatat(descriptor, name.cString, &status, AT_SYMLINK_NOFOLLOW) == 0
      ? FileStatus(status) : nil
  }
}

extension [UInt8] {
  /// The folders that a path goes through, from the top.
  var foldersOnTheWay: [[UInt8]] {
    indices.filter { self[$0] == UInt8(ascii: "/") }.map { Array(self[..<$0]) }
  }
}
