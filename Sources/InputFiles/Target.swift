internal import Diagnostics
internal import Glibc

/// What a name in the tree leads to.
enum Target {
  /// What to open for it, relative to the root, or absolute where the command line itself leads out of it.
  case file(FileStatus, location: [UInt8])
  case folderByLink
  case unusable(Failure)

  /// - Parameters:
  ///   - file: Where the link leads, opened as a place only; nil where it leads nowhere.
  ///   - error: Why not, then.
  ///   - mayLeave: Whether the person at the command line asked for this very link.
  init(ofLink file: OpenFile?, error: Int32, root: InputRoot, mayLeave: Bool = false) {
    guard let file else {
      self = .unusable(Self.problem(ofLink: error))
      return
    }
    guard let status = file.status, let place = file.realPath else {
      self = .unusable(RegularFile.unreadable(errno))
      return
    }
    switch status.kind {
    case .folder: self = .folderByLink
    case .regular:
      if let location = root.relative(place) {
        self = .file(status, location: location)
      } else if mayLeave {
        self = .file(status, location: place)
      } else {
        self = .unusable(RegularFile.irregular("Is a link that leads out of the input folder"))
      }
    case .link, .fifo, .socket, .device:
      self = .unusable(RegularFile.irregular("Is a link to \(status.kind.words)"))
    }
  }

  private static func problem(ofLink error: Int32) -> Failure {
    switch error {
    case ENOENT, ENOTDIR: RegularFile.irregular("Is a link to nothing")
    case ELOOP: RegularFile.irregular("Is a link that leads to itself")
    default: RegularFile.unreadable(error)
    }
  }
}
