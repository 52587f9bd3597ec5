internal import Glibc

/// The machine does not let us run workers: no process, no descriptor, no program.
package struct SupervisionError: Error, Hashable, Sendable, CustomStringConvertible {
  package var message: String
  /// `errno`.
  package var code: Int32

  init(_ message: String, code: Int32) {
    self.message = message
    self.code = code
  }

  package var description: String { "\(message): \(unsafe String(cString: strerror(code)))" }
}
