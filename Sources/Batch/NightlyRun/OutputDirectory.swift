internal import DurableFiles
internal import Glibc
internal import InputFiles
internal import RunReporting
internal import RunState

/// The folder that runs write: what is published, the state, a folder for each run.
///
/// ```
/// records.jsonl  failures.csv  latest -> runs/20261121T020000Z
/// runs/20261121T020000Z/{report.html,summary.json,summary.txt,changes.jsonl,log.jsonl}
/// state/{lock,index.sqlite,records-7.jsonl}
/// ```
struct OutputDirectory {
  let root: Folder
  let state: Folder
  let runs: Folder
  private let lock: FileLock

  /// Makes what is missing and takes the lock.
  ///
  /// - Parameter note: Says who holds it.
  /// - Throws: ``FileLock/Held``, ``FileError``.
  init(_ path: String, note: String) throws {
    root = try Folder.creating(FileName.printed(path), bytes: FileName.bytes(path))
    state = try root.folder("state")
    lock = try FileLock.take("lock", in: state, note: note)
    runs = try root.folder("runs")
    for name in try root.names() where name.hasSuffix(".tmp") { try root.remove(name) }
  }

  /// Whether there is a folder at `path`.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(FileName.bytes(path).map { CChar(bitPattern: $0) } + [0], &status) == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Of this process, for the note in the lock.
  static func processID() -> Int { Int(getpid()) }

  /// A new folder for a run that begins at `time`: `20261121T020000Z`, and `20261121T020000Z_2` for the next of that second:
  /// an underscore, so that paths below the folders sort as the folders do (`-` and `.` come before `/`).
  func newRun(at time: WallTime) throws -> (id: String, folder: Folder) {
    let names = try runs.names()
    let taken = Set(names)
    // What a run that was killed had not finished; each run looks after those before it.
    for name in names.sorted().suffix(8) {
      let old = try runs.folder(name)
      for name in try old.names() where name.hasSuffix(".tmp") { try old.remove(name) }
    }
    let base = String(time.iso8601.prefix(19).filter { $0 != "-" && $0 != ":" }) + "Z"
    var id = base
    var number = 1
    while taken.contains(id) {
      number += 1
      id = "\(base)_\(number)"
    }
    return (id, try runs.folder(id))
  }
}
