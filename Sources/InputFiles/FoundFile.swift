package import Diagnostics

/// An input as it lies in the tree, before anybody has read it.
package struct FoundFile: Hashable, Sendable {
  /// Its name in records: raw bytes, relative to the input folder, `/` between components.
  ///
  /// Of a name in a list that leads out of the input folder, the name as it stands in the list.
  package var path: [UInt8]
  /// What to open: `path` with links resolved, below the input folder too.
  ///
  /// Absolute only for a link that was itself named on the command line and leads out of the folder.
  package var location: [UInt8]
  /// Bytes; 0 where there is a problem with the file's kind.
  package var size: Int
  /// Modification time in nanoseconds since 1970, of what a link leads to.
  package var modified: Int
  /// The address it was downloaded from, as its side-car says.
  package var url: String?
  /// Why it will not be read.
  package var problem: Failure?
  /// Whether this is a folder that couldn't be read: what lies below it, at `path` + `/`, is unknown and not absent.
  ///
  /// Files below it may have been found all the same, where reading failed half-way.
  package var isFolder: Bool

  package init(
    path: [UInt8], location: [UInt8]? = nil, size: Int = 0, modified: Int = 0, url: String? = nil,
    problem: Failure? = nil, isFolder: Bool = false
  ) {
    self.path = path
    self.location = location ?? path
    self.size = size
    self.modified = modified
    self.url = url
    self.problem = problem
    self.isFolder = isFolder
  }

  /// The last component of `path`.
  package var name: [UInt8] { Array(path[path.afterLastSlash...]) }
}

extension [UInt8] {
  /// Where the last component of a path begins.
  var afterLastSlash: Int { lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0 }
}
