internal import NationalForm
internal import Workbooks

/// What stands where in a printed table, and which places are one cell.
struct FormGrid {
  enum Place: Hashable {
    case label(String)
    case cell(CellID)
    /// A part of the merged cell that begins above or to the left.
    case covered
    case none
  }

  var rows: [[Place]] = []
  var merged: [MergedCells] = []

  /// Writes `text` over these places.
  mutating func label(_ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    for row in rows {
      for column in columns { set(.covered, row: row, column: column) }
    }
    set(.label(text), row: rows.lowerBound, column: columns.lowerBound)
    merged.append(MergedCells(rows: rows, columns: columns))
  }

  mutating func set(_ place: Place, row: Int, column: Int) {
    while rows.count <= row { rows.append([]) }
    while rows[row].count <= column { rows[row].append(.none) }
    rows[row][column] = place
  }
}

/// The tables of an edition of the form as it prints them.
struct FormBlock {
  let edition: Edition

  /// Whether the form prints the cell's money in 万元.
  static func isPer10000(_ cell: CellID, _ edition: Edition) -> Bool {
    guard let column = NationalForm.cell(cell)?.column, column.kind == .amount else { return false }
    return column.path.contains { $0.text(in: edition).contains("万元") }
  }

  /// Table 1: below each article its rows, under the heads of their columns.
  func byArticle(_ table: FormTable) -> FormGrid {
    var grid = FormGrid()
    let rows = table.rows.filter { $0.editions.contains(edition) }
    let articles = rows.map(\.article).reduce(into: [String?]()) { articles, article in
      if articles.last != article { articles.append(article) }
    }
    let width =
      3 + (rows.map { row in table.columns.count { cell(table, row, $0) != nil } }.max() ?? 1)
    for article in articles {
      let members = rows.filter { $0.article == article }
      let columns = table.columns.filter { column in
        members.contains { cell(table, $0, column) != nil }
      }
      let top = grid.rows.count
      grid.label(article ?? "", rows: top...top, columns: 0...(width - 1))
      grid.label("信息内容", rows: (top + 1)...(top + 1), columns: 0...2)
      for (place, column) in columns.enumerated() {
        let at = 3 + place
        grid.label(
          name(column, column.path.count - 1), rows: (top + 1)...(top + 1), columns: at...at)
      }
      for (index, row) in members.enumerated() {
        let line = top + 2 + index
        grid.label(text(row.path.last), rows: line...line, columns: 0...2)
        for (place, column) in columns.enumerated() {
          let id = cell(table, row, column)
          grid.set(id.map { .cell($0) } ?? .covered, row: line, column: 3 + place)
        }
      }
    }
    return grid
  }

  /// Table 2: labels of up to three levels to the left of each row, heads of up to two above each column.
  func byRow(_ table: FormTable) -> FormGrid {
    var grid = FormGrid()
    let rows = table.rows.filter { $0.editions.contains(edition) }
    let columns = table.columns.filter { $0.editions.contains(edition) }
    let depth = rows.map(\.path.count).max() ?? 1
    let furniture = NationalForm.furniture(table.id).map { $0.text(in: edition) }
    let heads = 1 + (columns.map(\.path.count).max() ?? 1)
    grid.label(furniture.first ?? "", rows: 0...(heads - 1), columns: 0...(depth - 1))
    grid.label(
      furniture.dropFirst().first ?? "", rows: 0...0, columns: depth...(depth + columns.count - 1))
    label(columns.map(\.path), levels: 1...(heads - 1)) { text, levels, members in
      grid.label(
        text, rows: levels, columns: (depth + members.lowerBound)...(depth + members.upperBound))
    }
    label(rows.map(\.path), levels: 0...(depth - 1)) { text, levels, members in
      grid.label(
        text, rows: (heads + members.lowerBound)...(heads + members.upperBound), columns: levels)
    }
    for (line, row) in rows.enumerated() {
      for (place, column) in columns.enumerated() {
        let id = cell(table, row, column)
        grid.set(id.map { .cell($0) } ?? .covered, row: heads + line, column: depth + place)
      }
    }
    return grid
  }

  /// Table 3: its groups side by side above one row of numbers.
  func inOneRow(_ table: FormTable) -> FormGrid {
    var grid = FormGrid()
    let rows = table.rows.filter { $0.editions.contains(edition) }
    let columns = table.columns.filter { $0.editions.contains(edition) }
    let places = rows.flatMap { row in columns.map { (row, $0) } }
    let heads = rows.map(\.path.count).max() ?? 1
    label(places.map { row, _ in row.path }, levels: 0...(heads - 1)) { text, levels, members in
      grid.label(text, rows: levels, columns: members)
    }
    for (place, (row, column)) in places.enumerated() {
      grid.label(text(column.path.last), rows: heads...heads, columns: place...place)
      let id = cell(table, row, column)
      grid.set(id.map { .cell($0) } ?? .covered, row: heads + 1, column: place)
    }
    return grid
  }

  /// Calls `body` for each label: neighbours that share it and all before it are one, the last of a path reaches to the end.
  private func label(
    _ paths: [[FormLabel]], levels: ClosedRange<Int>,
    _ body: (_ text: String, _ levels: ClosedRange<Int>, _ members: ClosedRange<Int>) -> Void
  ) {
    for level in 0..<levels.count {
      var start = 0
      while start < paths.count {
        var end = start
        let path = paths[start]
        let isLast = level == path.count - 1
        while end + 1 < paths.count, paths[end + 1].count > level, path.count > level,
          paths[end + 1].prefix(level + 1) == path.prefix(level + 1),
          (level == paths[end + 1].count - 1) == isLast
        {
          end += 1
        }
        if level < path.count {
          let first = levels.lowerBound + level
          body(text(path[level]), first...(isLast ? levels.upperBound : first), start...end)
        }
        start = end + 1
      }
    }
  }

  private func cell(_ table: FormTable, _ row: FormRow, _ column: FormColumn) -> CellID? {
    guard row.columns.contains(column.id), row.editions.contains(edition),
      column.editions.contains(edition), row.unprinted[column.id]?.contains(edition) != true
    else { return nil }
    return CellID(table: table.id, row: row.id, column: column.id)
  }

  /// Money that the form prints without a unit is in 元.
  private func name(_ column: FormColumn, _ level: Int) -> String {
    let name = text(column.path.indices.contains(level) ? column.path[level] : nil)
    return column.kind == .amount && !name.contains("万元") ? "\(name)（单位：元）" : name
  }

  private func text(_ label: FormLabel?) -> String { label?.text(in: edition) ?? "" }
}
