internal import Diagnostics
internal import NationalForm
package import ReportRecords

extension RecordView {
  /// What the record says of every cell of ``NationalForm/cells``, in that order; nil for what is no report.
  ///
  /// The number stands in the tables, the rest in `evidence`; a cell without evidence isn't printed. A record of before
  /// there was evidence has the number alone.
  package var cells: [CellReading]? { cells(printOf: Self.everyCell) }

  /// The same, with printed string, unit and location of some cells only: most of the time goes into those.
  ///
  /// - Parameter wanted: For each of ``NationalForm/cells``.
  package func cells(printOf wanted: [Bool]) -> [CellReading]? {
    guard isReport, let report = self["annual_report"], report.isObject else { return nil }
    let line = report.line
    var cells = Self.blankForm
    if let rows = line.array("evidence", of: report.node) {
      var row = rows + 1
      while row < line.end(rows) {
        Self.read(line, row, wanted, into: &cells)
        row = line.next(row)
      }
    }
    FormNumbers.all.visit(line, report.node) { cell, number in
      guard let value = ExactDecimal(line.token(number)) else { return }
      cells[cell].value = value
      cells[cell].state = .value
    }
    return cells
  }

  /// To ask ``cells(printOf:)`` for states and numbers alone.
  package static let noCell = [Bool](repeating: false, count: NationalForm.cells.count)
  private static let everyCell = [Bool](repeating: true, count: NationalForm.cells.count)
  private static let blankForm = NationalForm.cells.map { CellReading($0, .absent) }

  /// Reads one row of `evidence`; one that isn't of the form, or whose lists differ in length, says nothing.
  private static func read(
    _ line: JSONLine, _ row: Int, _ wanted: [Bool], into cells: inout [CellReading]
  ) {
    var (anyTable, anyRow, nextColumn) = (0, 0, 0)
    guard let tableID = line.member("table_id", of: row),
      let rowID = line.member("row_id", of: row),
      let table = line.place(tableID, in: FormRows.tables, from: &anyTable),
      let place = line.place(rowID, in: FormRows.rows[table], from: &anyRow),
      let columns = line.array("columns", of: row), let states = line.array("states", of: row),
      let raw = line.array("raw", of: row), let units = line.array("units", of: row),
      let locations = line.array("locations", of: row)
    else { return }
    let count = line.count(columns)
    guard line.count(states) == count, line.count(raw) == count, line.count(units) == count,
      line.count(locations) == count
    else { return }
    let (keys, first) = FormRows.columns[table][place]
    // The five lists are gone over side by side.
    var (column, state, text) = (columns + 1, states + 1, raw + 1)
    var (unit, location) = (units + 1, locations + 1)
    for _ in 0..<count {
      var anyState = 0
      if let index = line.place(column, in: keys, from: &nextColumn),
        let stateIndex = line.place(state, in: FormRows.states, from: &anyState)
      {
        let cell = first + index
        cells[cell].state = CellReading.State.allCases[stateIndex]
        if wanted[cell] {
          cells[cell].raw = line.string(text)
          cells[cell].unit = line.string(unit)
          cells[cell].location = line.string(location).flatMap(Location.init)
        }
      }
      (column, state, text) = (line.next(column), line.next(state), line.next(text))
      (unit, location) = (line.next(unit), line.next(location))
    }
  }
}
