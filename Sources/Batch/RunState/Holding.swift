/// What a record holds of an annual report: it can become less, as where an error page took a report's place.
package enum Holding: Int, Hashable, Sendable, Comparable {
  /// The document is no report.
  case document = 0
  /// It is one, and has none of the form's tables.
  case report = 1
  case tables = 2
  /// Its tables have figures.
  case figures = 3

  package static func < (less: Holding, more: Holding) -> Bool { less.rawValue < more.rawValue }
}

extension Entry {
  /// Nil where the document fails.
  package var holding: Holding? {
    guard failure == nil else { return nil }
    if !isReport { return .document }
    return edition == nil ? .report : hasFigures ? .figures : .tables
  }

  /// Whether the document that is there now is read, and holds less of a report than was published of it.
  var isReplaced: Bool {
    guard let holding, let before = published?.holding else { return false }
    return holding < before
  }
}
