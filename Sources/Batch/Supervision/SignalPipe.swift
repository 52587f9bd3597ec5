internal import CSys
internal import Glibc

/// SIGINT, SIGTERM and SIGHUP as something to read between two pieces of work.
package struct SignalPipe: Sendable {
  let descriptor: Int32

  /// Catches them from now on, for the whole process.
  ///
  /// - Throws: ``SupervisionError`` where there is no descriptor left.
  package init() throws(SupervisionError) {
    descriptor = csys_catch_signals()
    guard descriptor >= 0 else { throw SupervisionError("no pipe for signals", code: errno) }
  }

  /// The number of a signal that came, nil where none did.
  package func received() -> Int32? {
    var number: UInt8 = 0
    return unsafe read(descriptor, &number, 1) == 1 ? Int32(number) : nil
  }
}
