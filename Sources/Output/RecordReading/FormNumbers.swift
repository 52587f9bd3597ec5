internal import NationalForm
internal import ReportRecords

/// Where the numbers of the form stand in `annual_report`: keys within keys, as the form's rows are.
struct FormNumbers: Sendable {
  private var keys = KeyList([])
  private var inner: [FormNumbers] = []
  /// Of a number, in ``NationalForm/cells``.
  private var cell: Int?

  static let all = FormNumbers(
    NationalForm.cells.enumerated().map { index, id in
      (id.description.split(separator: ".").map(String.init)[...], index)
    })

  private init(_ paths: [(keys: ArraySlice<String>, cell: Int)]) {
    var names: [String] = []
    var groups: [String: [(keys: ArraySlice<String>, cell: Int)]] = [:]
    for (keys, cell) in paths {
      guard let first = keys.first else {
        self.cell = cell
        continue
      }
      if groups[first] == nil { names.append(first) }
      groups[first, default: []].append((keys.dropFirst(), cell))
    }
    keys = KeyList(names)
    inner = names.map { FormNumbers(groups[$0] ?? []) }
  }

  /// Calls `visit` for every value in `object` that stands where a number of the form does; no deeper than the form is.
  func visit(_ line: JSONLine, _ object: Int, _ visit: (_ cell: Int, _ node: Int) -> Void) {
    guard line.isObject(object) else { return }
    var next = 0
    var member = object + 1
    while member < line.end(object) {
      if let index = line.keyPlace(member, in: keys, from: &next) {
        if let cell = inner[index].cell {
          visit(cell, member)
        } else {
          inner[index].visit(line, member, visit)
        }
      }
      member = line.next(member)
    }
  }
}

/// Where the evidence of the form's cells belongs: its rows, each with its columns.
enum FormRows {
  static let tables = KeyList(NationalForm.tables.map(\.id.rawValue))
  static let states = KeyList(CellReading.State.allCases.map(\.rawValue))
  /// The rows of each of ``tables``.
  static let rows = NationalForm.tables.map { KeyList($0.rows.map(\.id)) }
  /// The columns of each row, with the place of the first in ``NationalForm/cells``: the others follow it.
  static let columns: [[(keys: KeyList, first: Int)]] = {
    var first = 0
    return NationalForm.tables.map { table in
      table.rows.map { row in
        defer { first += row.columns.count }
        return (KeyList(row.columns), first)
      }
    }
  }()
}
