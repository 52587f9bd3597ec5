internal import CSys
internal import Diagnostics
internal import Glibc

/// A descriptor that is closed with its owner.
final class OpenFile: Sendable {
  let descriptor: Int32

  /// The flag to open a place and not what lies there: not even a FIFO is waited for.
  static let placeOnly = csys_place_only()

  /// Nil, and `errno`, where opening gave -1.
  init?(_ descriptor: Int32) {
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// What the descriptor is open on; nil, and `errno`, where the system won't say.
  var status: FileStatus? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? FileStatus(status) : nil
  }

  /// The absolute path of what the descriptor is open on; nil, and `errno`, where it is unknown or longer than PATH_MAX.
  var realPath: [UInt8]? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
    guard count >= 0 else { return nil }
    guard count < buffer.count else {
      errno = ENAMETOOLONG
      return nil
    }
    return buffer[..<count].map { UInt8(bitPattern: $0) }
  }

  /// Opens `name` below the folder, following links, wherever they lead.
  func following(_ name: [UInt8], _ flags: Int32) -> OpenFile? {
    OpenFile(unsafe openat(descriptor, name.cString, flags | O_CLOEXEC))
  }

  /// Opens `path` below the folder; a link anywhere in it is ELOOP.
  func beneath(_ path: [UInt8], _ flags: Int32) -> OpenFile? {
    OpenFile(
      unsafe path.withUnsafeBytes { path in
        unsafe csys_open_beneath(
          descriptor, path.baseAddress?.assumingMemoryBound(to: CChar.self), path.count, flags)
      })
  }
}

/// Of what `stat` tells, what matters here.
struct FileStatus: Hashable {
  enum Kind: Hashable {
    case regular, folder, link, fifo, socket, device
  }

  /// Device and number: the same for two names of one file.
  struct Identity: Hashable {
    var device: UInt
    var number: UInt
  }

  var kind: Kind
  var size: Int
  /// Nanoseconds since 1970.
  var modified: Int
  var identity: Identity

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .fifo
      case S_IFSOCK: .socket
      default: .device
      }
    size = Int(status.st_size)
    // Some file systems hold years that don't fit: then the far end stands for them.
    let (nanoseconds, isBeyond) = status.st_mtim.tv_sec.multipliedReportingOverflow(
      by: 1_000_000_000)
    let (sum, isBeyondToo) = nanoseconds.addingReportingOverflow(status.st_mtim.tv_nsec)
    modified =
      isBeyond || isBeyondToo ? (status.st_mtim.tv_sec < 0 ? .min : .max) : sum
    identity = Identity(
      device: UInt(status.st_dev), number: UInt(truncatingIfNeeded: status.st_ino))
  }
}

extension FileStatus.Kind {
  /// As messages call it.
  var words: String {
    switch self {
    case .regular: "a regular file"
    case .folder: "a folder"
    case .link: "a symbolic link"
    case .fifo: "a FIFO"
    case .socket: "a socket"
    case .device: "a device"
    }
  }
}

extension Sequence<UInt8> {
  /// For C: the bytes and a NUL.
  var cString: [CChar] { map { CChar(bitPattern: $0) } + [0] }
}

/// What the system says of an error number.
func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
