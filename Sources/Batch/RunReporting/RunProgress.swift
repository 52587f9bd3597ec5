/// Where a run stands; what the progress bar shows.
package struct RunProgress: Hashable, Sendable {
  /// Documents to convert in this run.
  package var documents: Int
  /// Their bytes.
  package var bytes: Int
  package var doneDocuments = 0
  package var doneBytes = 0
  /// Failed among the done.
  package var failed = 0
  /// Since the first conversion began.
  package var elapsedSeconds = 0.0

  package init(documents: Int, bytes: Int) {
    self.documents = documents
    self.bytes = bytes
  }
}
