internal import Diagnostics
internal import Glibc

/// The machine does not let us run workers: no process, no thread, no descriptor, no program.
package struct SupervisionError: Error, Hashable, Sendable, CustomStringConvertible {
  package var message: String
  /// `errno`.
  package var code: Int32

  init(_ message: String, code: Int32) {
    self.message = message
    self.code = code
  }

  /// Whether the machine lacks room for more, and not the program.
  package var isShortage: Bool { code == EAGAIN || SystemLimit.isShortage(code) }

  package var description: String {
    let reason = unsafe String(cString: strerror(code))
    return "\(message): \(SystemLimit.wordsOfProcess(for: code) ?? reason)"
  }
}
