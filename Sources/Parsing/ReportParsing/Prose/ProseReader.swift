package import Diagnostics
package import ReportRecords

/// What the running text says in documents and numbers.
package struct Prose: Sendable {
  package var cited: [Citation]
  package var figures: [Figure]
  /// The soft checks N and P, as failures of severity warning.
  package var softFailures: [CheckFailure]
}

/// Reads cited documents and narrative figures.
package enum ProseReader {
  /// - Parameter cells: The readings of the three tables, for the soft check N.
  package static func read(
    _ paragraphs: [ProseParagraph], cells: [CellReading]
  ) -> Diagnosed<Prose> {
    Diagnosed(Prose(cited: [], figures: [], softFailures: []))
  }
}
