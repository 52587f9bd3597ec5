internal import Glibc

/// The names in one folder, in byte order, packed: a folder may hold a hundred thousand.
struct FolderNames {
  /// What the system says of an entry without opening it.
  enum Kind: UInt8 {
    case folder, other
    /// Some file systems don't say.
    case unknown
  }

  /// One kind, the name and a NUL for each entry.
  private var bytes: [UInt8] = []
  /// Where in `bytes` each entry starts.
  private var starts: [Int] = []
  /// Why reading ended before the folder did, an error number; nil where it was read whole.
  private(set) var readError: Int32?
  /// Whether any name is one of a side-car, if only there is a file that it describes.
  private(set) var mayHoldSideCars = false

  init() {}

  /// The names in `folder`, which is open for reading; `.` and `..` left out.
  init(of folder: OpenFile) {
    // The stream closes its descriptor; the caller's stays open.
    let copy = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0, let stream = unsafe fdopendir(copy) else {
      readError = errno
      if copy >= 0 { close(copy) }
      return
    }
    defer { unsafe closedir(stream) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      unsafe append(entry)
    }
    readError = errno == 0 ? nil : errno
    sort()
  }

  var count: Int { starts.count }

  func kind(_ index: Int) -> Kind { Kind(rawValue: bytes[starts[index]]) ?? .unknown }

  func name(_ index: Int) -> ArraySlice<UInt8> {
    let start = starts[index] + 1
    let length = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.baseAddress.map { unsafe strlen($0 + start) } ?? 0
    }
    return bytes[start..<(start + length)]
  }

  /// The entry `name`; nil where there is none.
  func index(of name: some Collection<UInt8>) -> Int? {
    let name = name.cString
    var below = 0
    var above = starts.count
    while below < above {
      let middle = (below + above) / 2
      if order(of: middle, name) < 0 { below = middle + 1 } else { above = middle }
    }
    return below < starts.count && order(of: below, name) == 0 ? below : nil
  }

  /// Negative where the entry comes before `name`, 0 where it is the same.
  private func order(of index: Int, _ name: [CChar]) -> Int32 {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let base = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else {
        return 0
      }
      return unsafe strcmp(base + starts[index] + 1, name)
    }
  }

  /// Keeps the order where names are added in it.
  mutating func append(_ name: some Sequence<UInt8>, _ kind: Kind) {
    starts.append(bytes.count)
    bytes.append(kind.rawValue)
    bytes.append(contentsOf: name)
    bytes.append(0)
  }

  private mutating func append(_ entry: UnsafeMutablePointer<dirent>) {
    // By offset: the name may end before the array that C declares for it does, and so may the memory.
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name),
      let typeOffset = MemoryLayout<dirent>.offset(of: \.d_type)
    else { return }
    let raw = UnsafeRawPointer(entry)
    let start = unsafe raw.advanced(by: offset)
    let name = unsafe UnsafeRawBufferPointer(
      start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
    let isItselfOrParent = unsafe name.count <= 2 && name.allSatisfy { $0 == UInt8(ascii: ".") }
    if isItselfOrParent { return }
    let kind: Kind =
      switch unsafe Int(raw.load(fromByteOffset: typeOffset, as: UInt8.self)) {
      case DT_DIR: .folder
      case DT_UNKNOWN: .unknown
      default: .other
      }
    unsafe append(name, kind)
    mayHoldSideCars =
      mayHoldSideCars
      || SideCarKind.suffixes.contains { unsafe name.suffix($0.count).elementsEqual($0) }
  }

  private mutating func sort() {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      starts.sort { unsafe strcmp(base + $0 + 1, base + $1 + 1) < 0 }
    }
  }
}
