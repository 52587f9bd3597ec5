internal import DurableFiles
internal import RunReporting
internal import Synchronization

/// The file of a run's log, for the one who writes lines into it.
final class LogTarget: Sendable {
  private struct Target: @unchecked Sendable { let file: FileWriter }
  private let target: Mutex<Target>

  private init(_ file: FileWriter) { target = Mutex(Target(file: file)) }

  static func file(_ file: FileWriter) -> LogFile {
    let target = LogTarget(file)
    return LogFile { target.append($0) }
  }

  /// Adds a line at once; false where the system takes none.
  private func append(_ line: [UInt8]) -> Bool {
    target.withLock { target in
      do throws(FileError) {
        try target.file.write(line)
        try target.file.flush()
        return true
      } catch {
        return false
      }
    }
  }
}
