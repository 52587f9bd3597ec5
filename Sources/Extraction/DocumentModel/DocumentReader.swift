package import Diagnostics

/// One input: its name and all of its bytes, read once.
package struct SourceFile: Sendable {
  /// The last component of the path as the file system spells it, for messages and the extension; may be invalid UTF-8
  /// repaired with U+FFFD, so a file is never opened by it.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Turns the bytes of one format into a document.
package protocol DocumentReader: Sendable {
  /// The document in `source`, with everything lost or guessed on the way.
  ///
  /// Throws only where there is no document at all. It keeps no state from one call to the next.
  func read(_ source: SourceFile) async throws(Failure) -> Diagnosed<Document>
}
