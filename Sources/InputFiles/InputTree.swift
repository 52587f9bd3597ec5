internal import Diagnostics
internal import Glibc

/// The files that a command line names: found one by one, in constant memory but for the names of one folder.
///
/// With one folder, paths are relative to it; with one file, to its parent; with several, to the deepest folder that
/// holds them all.
package struct InputTree: Sendable {
  package struct Options: Hashable, Sendable {
    /// What to take, each a ``GlobPattern``; none takes everything.
    ///
    /// One that matches a folder takes all that is below it.
    package var include: [String] = []
    /// What to leave out, each a ``GlobPattern``, even where it is to be taken as well.
    ///
    /// An excluded folder isn't entered.
    package var exclude: [String] = []
    /// A list of files to take instead of walking, names relative to the one folder given or else to the current one;
    /// `-` is standard input.
    package var filesFrom: String?
    package var separator = FileList.Separator.newline
    /// Bytes; what is larger is found with a problem.
    package var maxSize = Int.max
    /// Folders that are passed over wherever they are met, such as the output of the run.
    package var notEntered: [String] = []

    package init() {}
  }

  package let root: InputRoot
  /// Named folders and files, relative to the root and without repetition; empty with a list.
  private let folders: [[UInt8]]
  /// Every argument likewise, in the order of the command line; empty with a list.
  private let arguments: [[UInt8]?]
  private let files: [[UInt8]]
  /// A list and how its names may begin where they are absolute.
  private let list: (file: OpenFile, name: String, prefixes: [[UInt8]])?
  private let listFolder: [[UInt8]]
  private let options: Options

  /// Looks only at what is named, and at that all: a named folder that can't be listed is no input either.
  ///
  /// - Parameter inputs: As ``FileName`` carries them; with a list, one folder at most.
  package init(_ inputs: [String], _ options: Options = Options()) throws(NoInput) {
    self.options = options
    if let name = options.filesFrom {
      guard inputs.count <= 1 else {
        throw NoInput(path: inputs[1], reason: "With a list of files, one folder at most")
      }
      root = try InputRoot(inputs.first ?? ".")
      arguments = []
      folders = []
      files = []
      listFolder = inputs.isEmpty ? [] : [[]]
      list = (try Self.list(name), name, Self.prefixes(of: root, named: inputs.first))
    } else {
      let named = try inputs.map { input throws(NoInput) in try NamedInput(input) }
      root = try InputRoot(FileName.carried(NamedInput.commonFolder(named)))
      var seen: Set<[UInt8]> = []
      let root = root
      arguments = named.map { root.relative($0.path) }
      let places = named.compactMap { input in
        root.relative(input.path).map { (path: $0, isFolder: input.isFolder) }
      }.filter { seen.insert($0.path).inserted }
      folders = places.filter(\.isFolder).map(\.path)
      files = places.filter { !$0.isFolder }.map(\.path)
      listFolder = []
      list = nil
    }
  }

  /// Calls `visit` once for every input, in the same order each time as long as the tree stays the same.
  ///
  /// Stops at the first error that `visit` throws. A list on standard input can be walked only once.
  ///
  /// - Parameters:
  ///   - passing: Called for everything that is passed over, with its path; a folder's ends with a slash.
  ///   - waiting: Called while a list that is a pipe gives nothing; ends the walk by throwing.
  /// - Returns: What was passed over on the way.
  package func walk(
    _ visit: (FoundFile) throws -> Void,
    passing: @escaping (PassedOver.Reason, [UInt8]) -> Void = { _, _ in },
    waiting: @escaping () throws -> Void = {}
  ) throws -> PassedOver {
    // Only now: the output may have been made since the tree was.
    let notEntered = Set(options.notEntered.compactMap(Self.identity))
    var walk = TreeWalk(
      root: root, filter: filter, maxSize: options.maxSize, notEntered: notEntered,
      named: Set(folders).union(files), passing: passing)
    if let list {
      try walk.visitList(
        list.file, name: list.name, options.separator, prefixes: list.prefixes, waiting: waiting,
        visit)
    }
    for file in files { try walk.visitNamed(file, visit) }
    for folder in folders { try walk.visitFolder(folder, visit) }
    return walk.passedOver
  }

  /// The place of the first argument that is the file at `path`, or a folder that holds it; nil where none is.
  package func argument(of path: [UInt8]) -> Int? {
    arguments.firstIndex { argument in
      guard let argument else { return false }
      return argument.isEmpty || argument == path || path.starts(with: argument + [0x2F])
    }
  }

  /// Where a folder lies among what is walked.
  package enum Place: Hashable, Sendable {
    /// It is one of the folders that were named.
    case itself
    /// Below one of them.
    case below
  }

  /// Where `folder` lies, whatever links lead to it; nil where it is not there or lies elsewhere.
  package func place(of folder: String) -> Place? {
    guard let real = realPath(of: FileName.bytes(folder)) else { return nil }
    let identity = Self.identity(of: folder)
    for walked in walked {
      let place = root.folder.beneath(walked, OpenFile.placeOnly)?.status?.identity
      if place != nil, place == identity { return .itself }
      if let path = root.relative(real), walked.isEmpty || path.starts(with: walked + [0x2F]) {
        return .below
      }
    }
    return nil
  }

  /// Whether the walk meets `folder` under another path than its own, as where it is mounted in two places.
  ///
  /// Looks at every folder, and never at a list.
  package func meets(_ folder: String) -> Bool {
    guard list == nil, let identity = Self.identity(of: folder) else { return false }
    var walk = TreeWalk(
      root: root, filter: filter, maxSize: options.maxSize, notEntered: [identity], named: [],
      passing: { _, _ in })
    for folder in folders where !walk.hasMetNotEntered {
      do { try walk.visitFolder(folder) { _ in } } catch { return false }
    }
    return walk.hasMetNotEntered
  }

  /// Whether all of it lies in `folder`, or is it.
  package func isWithin(_ folder: String) -> Bool {
    guard let real = realPath(of: FileName.bytes(folder)) else { return false }
    return root.path == real || root.path.starts(with: real + [0x2F])
  }

  /// The folders that were named; of a list, the one that its names are in.
  private var walked: [[UInt8]] { list == nil ? folders : listFolder }

  /// Whether `path`, relative to the root, is there and no input, by a pattern or for it isn't on the list.
  package func leavesOut(_ path: [UInt8]) -> Bool {
    guard root.folder.entryStatus(path) != nil else { return false }
    return list != nil || !filter.takes(path)
  }

  /// Whether a folder is at `path`, relative to the root.
  package func isFolder(_ path: [UInt8]) -> Bool {
    root.folder.beneath(path, OpenFile.placeOnly)?.status?.kind == .folder
  }

  private var filter: PathFilter {
    PathFilter(
      include: options.include.map(GlobPattern.init), exclude: options.exclude.map(GlobPattern.init)
    )
  }

  /// Where everything lies that is opened for a document, absolute and without links: the root, and what a named link
  /// leads to outside of it.
  package var places: [[UInt8]] {
    let targets = files.compactMap { realPath(of: root.path.appending($0)) }
    return [root.path] + targets.filter { root.relative($0) == nil }
  }

  private static func list(_ name: String) throws(NoInput) -> OpenFile {
    let descriptor =
      name == "-"
      ? fcntl(0, F_DUPFD_CLOEXEC, 0)
      : unsafe open(FileName.bytes(name).cString, RegularFile.readingFlags)
    guard let file = OpenFile(descriptor) else { throw NoInput(path: name, reason: reason(errno)) }
    guard file.status?.kind != .folder else { throw NoInput(path: name, reason: reason(EISDIR)) }
    return file
  }

  private static func prefixes(of root: InputRoot, named name: String?) -> [[UInt8]] {
    let named = name.map(FileName.bytes) ?? []
    guard named.first == UInt8(ascii: "/"), let plain = RelativePath.normalized(named) else {
      return [root.path]
    }
    return [root.path, [UInt8(ascii: "/")] + plain]
  }

  private static func identity(of folder: String) -> FileStatus.Identity? {
    OpenFile(unsafe open(FileName.bytes(folder).cString, OpenFile.placeOnly | O_CLOEXEC))?.status?
      .identity
  }
}

/// A file or folder as the command line names it.
private struct NamedInput {
  /// Absolute; no folder of it is a link, but a file may be one.
  var path: [UInt8]
  var isFolder: Bool

  init(_ input: String) throws(NoInput) {
    let bytes = FileName.bytes(input)
    var status = stat()
    guard unsafe stat(bytes.cString, &status) == 0 else {
      throw NoInput(path: input, reason: reason(errno))
    }
    isFolder = FileStatus(status).kind == .folder
    if isFolder {
      let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK
      guard OpenFile(unsafe open(bytes.cString, flags)) != nil, let real = realPath(of: bytes)
      else { throw NoInput(path: input, reason: reason(errno)) }
      path = real
    } else {
      let name = bytes[bytes.afterLastSlash...]
      let folder = bytes[..<bytes.afterLastSlash]
      guard let real = realPath(of: folder.isEmpty ? [UInt8(ascii: ".")] : Array(folder)) else {
        throw NoInput(path: input, reason: reason(errno))
      }
      path = real.appending(name)
    }
  }

  /// The deepest folder that holds all of `inputs`, absolute; the folder itself where there is only one.
  static func commonFolder(_ inputs: [NamedInput]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    let folders = inputs.map { input in
      let components = input.path.split(separator: slash)
      return input.isFolder ? components[...] : components.dropLast()
    }
    guard var common = folders.first else { return [UInt8(ascii: ".")] }
    for folder in folders.dropFirst() {
      let shared = zip(common, folder).prefix { $0 == $1 }.count
      common = common.prefix(shared)
    }
    return [slash] + common.joined(separator: [slash])
  }
}

extension [UInt8] {
  /// The path of `name` in the folder of this path, which may be empty.
  func appending(_ name: some Collection<UInt8>) -> [UInt8] {
    isEmpty || last == UInt8(ascii: "/") ? self + name : self + [UInt8(ascii: "/")] + name
  }
}
