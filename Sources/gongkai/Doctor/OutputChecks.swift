import Glibc
import InputFiles
import PlainWords

/// Whether the output folder, or the folder that it would be made in, can be used as a run uses it.
struct OutputChecks {
  private let name: String
  /// The folder itself, or the nearest one above it that exists.
  private let folder: [UInt8]
  private let isThere: Bool

  /// - Parameter output: As ``FileName`` carries it.
  init(_ output: String) {
    name = FileName.printed(output)
    let path = FileName.bytes(output)
    isThere = Self.isThere(path)
    var folder = path
    while !Self.isThere(folder), !folder.isEmpty { folder = Self.parent(of: folder) }
    self.folder = folder.isEmpty ? [UInt8(ascii: ".")] : folder
  }

  /// Without the last component; empty above a relative path.
  private static func parent(of path: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    let components = path.split(separator: slash).dropLast()
    return (path.first == slash ? [slash] : []) + components.joined(separator: [slash])
  }

  func findings(inputBytes: Int) -> [Finding] {
    [usable(), fileSystem(), space(inputBytes)]
  }

  private static let mebibyte = 1 << 20

  private func usable() -> Finding {
    if let (operation, error) = firstFailure() {
      let reason = ErrorWords.words(unsafe String(cString: strerror(error)))
      return .failure(
        "output", .cannotCreate,
        isThere
          ? DoctorMessages.outputFails(name, operation, reason)
          : DoctorMessages.aboveOutputFails(name, operation, reason),
        fix: DoctorMessages.chooseFolder)
    }
    return .ok(
      "output",
      isThere ? DoctorMessages.outputIsUsable(name) : DoctorMessages.outputCanBeMade(name))
  }

  /// What a run does with files, once, in a file that is removed again; what fails first, and its error number.
  private func firstFailure() -> (operation: Words, error: Int32)? {
    let directory = unsafe open(cString(""), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return (DoctorMessages.openingFolder, errno) }
    defer { close(directory) }
    var probe = cString("/.gongkai-doctor-XXXXXX")
    let file = unsafe mkstemp(&probe)
    guard file >= 0 else { return (DoctorMessages.creatingFile, errno) }
    var renamed = probe
    renamed.insert(CChar(bitPattern: UInt8(ascii: "2")), at: renamed.count - 1)
    defer {
      close(file)
      unsafe unlink(probe)
      unsafe unlink(renamed)
    }
    var region = flock()
    region.l_type = Int16(F_WRLCK)
    region.l_whence = Int16(SEEK_SET)
    let steps: [(Words, () -> Bool)] = [
      (DoctorMessages.writing, { unsafe write(file, [0x0A], 1) == 1 }),
      (DoctorMessages.syncingFile, { fsync(file) == 0 }),
      (DoctorMessages.lockingFile, { flock(file, LOCK_EX | LOCK_NB) == 0 }),
      (DoctorMessages.lockingPart, { unsafe fcntl(file, F_SETLK, &region) == 0 }),
      (DoctorMessages.renaming, { unsafe rename(probe, renamed) == 0 }),
      (DoctorMessages.syncingFolder, { fsync(directory) == 0 }),
    ]
    for (operation, succeeds) in steps where !succeeds() { return (operation, errno) }
    return nil
  }

  /// SQLite's locks and the order of writes hold on a disk of one machine only.
  private func fileSystem() -> Finding {
    let shared = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs"]
    guard let kind = fileSystemKind(), shared.contains(kind) || kind.hasPrefix("fuse") else {
      return .ok(
        "output-disk", fileSystemKind().map { Words(same: $0) } ?? DoctorMessages.notKnown)
    }
    return .warning(
      "output-disk", DoctorMessages.sharedDisk(kind), fix: DoctorMessages.useOwnDisk)
  }

  /// As the system's table of mounts calls it: `ext4`.
  private func fileSystemKind() -> String? {
    var status = stat()
    guard unsafe stat(cString(""), &status) == 0 else { return nil }
    let device = UInt64(status.st_dev)
    let major = device >> 8 & 0xFFF | device >> 32 & ~0xFFF
    let minor = device & 0xFF | device >> 12 & ~0xFF
    // `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw`
    for line in SystemText.lines(of: "/proc/self/mountinfo") {
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == "\(major):\(minor)",
        let dash = words.firstIndex(of: "-")
      else { continue }
      return words[(dash + 1)...].first.map(String.init)
    }
    return nil
  }

  private func space(_ inputBytes: Int) -> Finding {
    var status = statvfs()
    guard unsafe statvfs(cString(""), &status) == 0 else {
      return .warning(
        "space",
        DoctorMessages.spaceUnknown(
          ErrorWords.words(unsafe String(cString: strerror(errno)))),
        fix: Words(same: "df -h \(name)"))
    }
    let (product, isBeyond) = UInt(status.f_bavail).multipliedReportingOverflow(
      by: UInt(status.f_frsize))
    let free = isBeyond ? Int.max : Int(clamping: product)
    let wanted = max(1 << 30, inputBytes > Int.max / 2 ? Int.max : 2 * inputBytes)
    let inodes = status.f_files == 0 ? Int.max : Int(clamping: status.f_favail)
    let mebibytes = free / Self.mebibyte
    let detail =
      inodes == Int.max
      ? DoctorMessages.free(mebibytes: mebibytes)
      : DoctorMessages.free(mebibytes: mebibytes, inodes: inodes)
    if free < wanted {
      return .warning(
        "space", DoctorMessages.spaceIsScarce(detail, wanted: wanted / Self.mebibyte),
        fix: DoctorMessages.makeRoom)
    }
    if inodes < 1_000 {
      return .warning("space", detail, fix: DoctorMessages.removeSmallFiles)
    }
    return .ok("space", detail)
  }

  private func cString(_ suffix: String) -> [CChar] {
    (folder + suffix.utf8).map { CChar(bitPattern: $0) } + [0]
  }

  private static func isThere(_ path: [UInt8]) -> Bool {
    unsafe access(path.map { CChar(bitPattern: $0) } + [0], F_OK) == 0
  }
}
