package import NationalForm
package import ReportRecords

/// What a report's tables say, cell by cell.
package struct FormFacts: Hashable, Sendable {
  /// Nil where the tables don't tell.
  package var edition: Edition?
  /// One for each of ``NationalForm/cells``, in that order.
  package var cells: [CellReading]

  package init(edition: Edition?, cells: [CellReading]) {
    self.edition = edition
    self.cells = cells
  }

  /// Whether the report prints the cell at `index`, or its edition's form does.
  package func prints(_ index: Int) -> Bool {
    if cells[index].state != .absent { return true }
    return edition.map { NationalForm.editions[index].contains($0) } ?? false
  }

  /// Whether the cell at `index` is one of the report: printed, or prescribed by its edition.
  ///
  /// Of a report whose tables don't tell their edition, by every edition that has tables.
  func has(_ index: Int) -> Bool {
    prints(index)
      || (edition == nil && NationalForm.editions[index] == EditionSet.every)
  }
}
