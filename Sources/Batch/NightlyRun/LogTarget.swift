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
    return LogFile(append: target.append, flush: target.flush)
  }

  private func append(_ line: [UInt8]) -> Bool {
    succeeds { file throws(FileError) in try file.write(line) }
  }

  private func flush() -> Bool {
    succeeds { file throws(FileError) in try file.flush() }
  }

  /// False where the system takes nothing.
  private func succeeds(_ body: (FileWriter) throws(FileError) -> Void) -> Bool {
    target.withLock { target in
      do throws(FileError) {
        try body(target.file)
        return true
      } catch {
        return false
      }
    }
  }
}
