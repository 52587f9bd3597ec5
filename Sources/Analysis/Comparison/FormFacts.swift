package import NationalForm
package import RecordReading
package import ReportRecords

/// What a report's tables say, cell by cell.
package struct FormFacts: Hashable, Sendable {
  /// Nil where the tables don't tell.
  package var edition: Edition?
  /// One for each of ``NationalForm/cells``, in that order.
  package var cells: [CellFact]

  package init(edition: Edition?, cells: [CellFact]) {
    self.edition = edition
    self.cells = cells
  }

  /// Whether the report prints the cell at `index`, or its edition's form does.
  package func prints(_ index: Int) -> Bool {
    if cells[index].state != .absent { return true }
    return edition.map { NationalForm.editions[index].contains($0) } ?? false
  }
}

/// What one report says in one cell.
package struct CellFact: Hashable, Sendable {
  package var state: CellReading.State
  /// The number, money in 元; nil unless `state` is `value`.
  package var value: ExactDecimal?
  /// The printed string; nil where nothing is printed or it wasn't kept.
  package var raw: String?
  /// `table 2 row 5 cell 8`; nil where nothing is printed or it wasn't kept.
  package var location: String?

  package init(
    _ state: CellReading.State, value: ExactDecimal? = nil, raw: String? = nil,
    location: String? = nil
  ) {
    self.state = state
    self.value = value
    self.raw = raw
    self.location = location
  }

  package init(_ cell: PrintedCell) {
    // A record of before there was evidence has the number alone.
    self.init(
      cell.value == nil ? cell.state : .value, value: cell.value, raw: cell.raw,
      location: cell.location)
  }
}
