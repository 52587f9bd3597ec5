import Diagnostics
import NationalForm
import ReportRecords

/// The readings while they are being made: one for every cell of the form, and the issues beside them.
struct FormBoard: Sendable {
  private(set) var cells = Self.blank
  private(set) var issues = IssueList()

  private static let blank = NationalForm.cells.map { CellReading($0, .absent) }

  /// Where each row's cells begin in ``NationalForm/cells``, table by table.
  private static let offsets: [TableID: [Int]] = {
    var offset = 0
    var result: [TableID: [Int]] = [:]
    for table in NationalForm.tables {
      result[table.id] = table.rows.map { row in
        defer { offset += row.columns.count }
        return offset
      }
    }
    return result
  }()

  /// The positions of a row's cells, in the order of its columns.
  static func cells(of table: TableID, row: Int) -> Range<Int> {
    guard let start = offsets[table]?[row] else { return 0..<0 }
    return start..<(start + NationalForm.table(table).rows[row].columns.count)
  }

  /// The position of the cell in `row` under `column`; nil where the form has no such cell.
  static func cell(of table: TableID, row: Int, column: Int) -> Int? {
    let form = NationalForm.table(table)
    let id = form.columns[column].id
    guard let index = form.rows[row].columns.firstIndex(of: id) else { return nil }
    return cells(of: table, row: row).lowerBound + index
  }

  mutating func report(_ code: IssueCode, _ message: String, at location: Location?) {
    issues.append(Issue(code, message, at: location))
  }

  /// Reads `cell` as the value at `position`; nil stands for a cell past the row's end.
  mutating func read(
    _ cell: FormCell?, at position: Int, as kind: FormColumn.Kind, headerUnit: MoneyUnit? = nil
  ) {
    guard let cell else { return }
    let value = CellValue.read(cell.text, as: kind, headerUnit: headerUnit)
    cells[position].state = value.state
    cells[position].value = value.value
    cells[position].raw = cell.text
    cells[position].unit = value.unit
    cells[position].location = cell.location
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
