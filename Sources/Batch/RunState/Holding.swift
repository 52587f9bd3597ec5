/// What a record holds of a report or of tables: it can become less, as where an error page took their place.
package enum Holding: Int, Hashable, Sendable {
  /// The document is no report.
  case document = 0
  /// It is one, and has none of the form's tables.
  case report = 1
  case tables = 2
  /// Its tables have figures.
  case figures = 3
  /// The document is no report, and has tables.
  case tablesOfDocument = 4

  /// Whether a record that holds `later`, of other bytes or of the same, is a loss to one that held this.
  func isLost(to later: Holding, sameBytes: Bool) -> Bool {
    switch (self, later) {
    // What is a table of a document is a matter of the program's version, too; of a report it is one of the form.
    case (.tablesOfDocument, _): later == .document && !sameBytes
    case (_, .tablesOfDocument): self != .document
    default: later.rawValue < rawValue
    }
  }
}

extension Entry {
  /// Nil where the document fails.
  package var holding: Holding? {
    guard failure == nil else { return nil }
    if !isReport { return hasTables ? .tablesOfDocument : .document }
    return edition == nil ? .report : hasFigures ? .figures : .tables
  }

  /// Whether the document that is there now is read, and holds less of a report or of tables than was published of it.
  var isReplaced: Bool {
    guard let holding, let published, let before = published.holding else { return false }
    return before.isLost(to: holding, sameBytes: sha256 == published.sha256)
  }
}
