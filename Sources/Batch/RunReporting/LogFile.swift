internal import Synchronization

/// The file that gets the whole log of a run.
///
/// That it cannot be written does not stop the run; it is counted.
package final class LogFile: Sendable {
  private let append: @Sendable ([UInt8]) -> Bool
  private let handOver: @Sendable () -> Bool
  /// Lines that could not be written, and those that were taken since the last flush.
  private let lines = Mutex((lost: 0, waiting: 0))

  /// - Parameters:
  ///   - append: Takes a whole line; false where it could not.
  ///   - flush: Hands what was taken to the system; false where it could not.
  package init(
    append: @escaping @Sendable ([UInt8]) -> Bool, flush: @escaping @Sendable () -> Bool = { true }
  ) {
    self.append = append
    handOver = flush
  }

  /// Lines that could not be written.
  package var lostLines: Int { lines.withLock(\.lost) }

  /// Takes a line; it is in the file after the next `flush`.
  func write(_ line: String) {
    let isTaken = append(Array((line + "\n").utf8))
    lines.withLock { if isTaken { $0.waiting += 1 } else { $0.lost += 1 } }
  }

  /// Makes what was written be in the file.
  package func flush() {
    let isDone = handOver()
    lines.withLock { lines in
      if !isDone { lines.lost += lines.waiting }
      lines.waiting = 0
    }
  }
}
