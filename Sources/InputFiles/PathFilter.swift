/// Which paths a run takes, after `--include` and `--exclude`.
struct PathFilter: Sendable {
  private let include: [GlobPattern]
  private let exclude: [GlobPattern]

  init(include: [GlobPattern], exclude: [GlobPattern]) {
    self.include = include
    self.exclude = exclude
  }

  /// Whether everything that isn't excluded is included.
  var includesEverything: Bool { include.isEmpty }

  func includes(_ path: [UInt8], isFolder: Bool) -> Bool {
    include.contains { $0.matches(path[...], isFolder: isFolder) }
  }

  func excludes(_ path: [UInt8], isFolder: Bool) -> Bool {
    exclude.contains { $0.matches(path[...], isFolder: isFolder) }
  }

  /// Whether the file `path` is taken, its folders looked at too: a pattern for a folder is for all that is below it.
  func takes(_ path: [UInt8]) -> Bool {
    var isIncluded = includesEverything
    for (index, byte) in path.enumerated() where byte == UInt8(ascii: "/") {
      let folder = Array(path[..<index])
      if excludes(folder, isFolder: true) { return false }
      isIncluded = isIncluded || includes(folder, isFolder: true)
    }
    return !excludes(path, isFolder: false) && (isIncluded || includes(path, isFolder: false))
  }
}
