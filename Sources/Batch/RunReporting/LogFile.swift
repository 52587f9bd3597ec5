internal import Synchronization

/// The file that gets the whole log of a run.
///
/// That it cannot be written does not stop the run; it is counted.
package final class LogFile: Sendable {
  private let append: @Sendable ([UInt8]) -> Bool
  private let lost = Mutex(0)

  /// - Parameter append: Adds a whole line; false where it could not.
  package init(append: @escaping @Sendable ([UInt8]) -> Bool) {
    self.append = append
  }

  /// Lines that could not be written.
  package var lostLines: Int { lost.withLock(\.self) }

  func write(_ line: String) {
    if !append(Array((line + "\n").utf8)) { lost.withLock { $0 += 1 } }
  }
}
