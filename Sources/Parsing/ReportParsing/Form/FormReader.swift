package import Diagnostics
package import DocumentModel
package import NationalForm
package import ReportRecords

/// The three tables of a report, as read.
package struct FormReading: Sendable {
  /// A reading for every cell of ``NationalForm/cells``, in that order; all absent where there is no such table.
  package var cells: [CellReading]
  /// Decided from the tables alone; nil where none of the three was found.
  package var edition: Edition?
  /// Indices of `Document.blocks` that the three tables take up, notes and stray lines inside them included: not prose.
  package var blocks: [Int: TableID]

  package init(cells: [CellReading], edition: Edition?, blocks: [Int: TableID]) {
    self.cells = cells
    self.edition = edition
    self.blocks = blocks
  }
}

/// Finds the national tables in a document and reads their cells by label.
package enum FormReader {
  package static func read(_ document: Document) -> Diagnosed<FormReading> {
    Diagnosed(
      FormReading(
        cells: NationalForm.cells.map { CellReading($0, .absent) }, edition: nil, blocks: [:]))
  }
}
