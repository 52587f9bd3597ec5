import Diagnostics
import NationalForm
import ReportRecords

/// The readings while they are being made: one for every cell of the form, and the issues beside them.
struct FormBoard: Sendable {
  private(set) var cells = Self.blank
  private(set) var issues = IssueList()

  private static let blank = NationalForm.cells.map { CellReading($0, .absent) }

  /// The positions of a row's cells, in the order of its columns.
  static func cells(of table: TableID, row: Int) -> Range<Int> {
    CellPositions.all[table].rows[row].cells
  }

  /// The position of the cell in `row` under `column`; nil where the form has no such cell.
  static func cell(of table: TableID, row: Int, column: Int) -> Int? {
    CellPositions.all[table].rows[row].byColumn[column]
  }

  mutating func report(_ code: IssueCode, _ message: String, at location: Location?) {
    issues.append(Issue(code, message, at: location))
  }

  /// Reads `cell` as the value at `position`; nil stands for a cell past the row's end.
  mutating func read(
    _ cell: FormCell?, at position: Int, as kind: FormColumn.Kind, units: CellUnits = CellUnits()
  ) {
    guard let cell else { return }
    if cell.isCovered, cell.isBlank {
      refuse([position], raw: "", at: cell.location)
      let id = cells[position].id
      report(
        .cellUnreadable,
        "\(id.row) \(id.column): a merged cell covers it, whose figure may be its number too",
        at: cell.location)
      return
    }
    let value = CellValue.read(cell.text, as: kind, units: units)
    cells[position] = CellReading(
      cells[position].id, value.state, value: value.value, raw: cell.text, unit: value.unit,
      location: cell.location)
    for remark in value.remarks {
      let id = cells[position].id
      report(remark.code, "\(id.row) \(id.column): \(remark.message)", at: cell.location)
    }
  }

  /// Marks every cell of a row as not to be told for certain; `raw` is the row's text.
  mutating func refuse(_ positions: some Sequence<Int>, raw: String, at location: Location?) {
    for position in positions {
      cells[position] = CellReading(
        cells[position].id, .unreadable, raw: raw, location: location)
    }
  }

  mutating func clear(_ positions: Range<Int>) {
    cells.replaceSubrange(positions, with: Self.blank[positions])
  }
}

/// Where the cells of each row stand in ``NationalForm/cells``.
private struct CellPositions {
  struct Row {
    var cells: Range<Int>
    /// For each column of the table; nil where the row has no such cell.
    var byColumn: [Int?]
  }

  var rows: [Row] = []

  static let all: PerTable<CellPositions> = {
    var start = 0
    return PerTable { table in
      let form = NationalForm.table(table)
      return CellPositions(
        rows: form.rows.map { row in
          let cells = start..<(start + row.columns.count)
          start = cells.upperBound
          return Row(
            cells: cells,
            byColumn: form.columns.map { column in
              row.columns.firstIndex(of: column.id).map { cells.lowerBound + $0 }
            })
        })
    }
  }()
}

/// Issues in order, at most two hundred of a code: what comes after is only counted.
struct IssueList: Sendable {
  private var issues: [Issue] = []
  private var counts: [IssueCode: Int] = [:]
  private static let most = 200

  mutating func append(_ issue: Issue) {
    counts[issue.code, default: 0] += 1
    if counts[issue.code, default: 0] <= Self.most { issues.append(issue) }
  }

  var all: [Issue] {
    issues
      + IssueCode.allCases.compactMap { code in
        guard let count = counts[code], count > Self.most else { return nil }
        return Issue(code, "\(count - Self.most) more of this kind")
      }
  }
}
