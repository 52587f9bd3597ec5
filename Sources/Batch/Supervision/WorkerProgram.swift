internal import Glibc

/// How workers are started, and what each may cost.
package struct WorkerProgram: Sendable {
  /// Path of the executable.
  package var path: String
  package var arguments: [String]
  /// `NAME=VALUE`.
  package var environment: [String]
  /// Bytes of data that a worker limits itself to; here to tell the cause of its death.
  package var memoryBytes: Int
  /// Documents after which it is replaced by a fresh one: whatever it leaks ends with it.
  package var documents: Int
  /// How an answer of several lines begins; the number behind it says how many follow the first.
  package var announcement = Array("{\"members\":".utf8)
  /// Bytes of a record line.
  package var answerBytes = 64 << 20
  /// Absolute paths of the files and folders that its documents are or lie in.
  ///
  /// It may read these and what belongs to the system, and write nothing outside of ``scratch``. Nil for a worker that may do what we may.
  package var documentPlaces: [[UInt8]]?
  /// Paths of programs that it may run beside those of the system.
  package var programs: [String] = []
  /// Files and folders that these read besides those of the system.
  package var readable: [String] = []
  /// A folder in which it may write, for programs that can't do without; nil for none.
  package var scratch: String?

  package init(
    path: String, arguments: [String], environment: [String], memoryBytes: Int,
    documents: Int
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.memoryBytes = memoryBytes
    self.documents = documents
  }

  /// `strings` as C wants them, with the NULL at their end.
  func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe copies.withUnsafeBufferPointer { pointers in
      // Never empty: it ends with the NULL.
      guard let start = pointers.baseAddress else { return unsafe body([nil]) }
      return unsafe body(start)
    }
  }
}
