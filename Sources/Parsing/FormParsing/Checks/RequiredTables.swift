package import Diagnostics
package import NationalForm
package import ReportRecords
internal import TextScanning

/// Says what keeps a report from being whole: all three tables missing, or one in which most can't be read.
///
/// One or two missing tables are the form reader's to report. A report from before the national format needs none.
package enum RequiredTables {
  /// - Parameter others: The document's other tables; rows of the form may have ended up there.
  package static func issues(
    _ form: FormReading, edition: Edition?, others: [ContentTable]
  ) -> [Issue] {
    guard edition != .legacy else { return [] }
    guard form.edition != nil else {
      return TableID.allCases.map {
        Issue(.tableMissing, "the table \($0.rawValue) was not found")
      }
    }
    let missing = missingRows(form)
    let strays = missing.isEmpty ? [] : strayLabels(others)
    return NationalForm.tables.compactMap { table in
      issue(form, table.id, lost: strays.isEmpty ? 0 : lostCells(missing, of: table, strays))
    }
  }

  /// - Parameter lost: Cells of rows that stand elsewhere.
  private static func issue(_ form: FormReading, _ table: TableID, lost: Int) -> Issue? {
    let cells = form.cells
    let printed = cells.indices.filter {
      cells[$0].id.table == table && cells[$0].state != .absent
    }
    guard let first = printed.first else {
      guard form.blocks.values.contains(table) else { return nil }
      return Issue(.tableUnreadable, "no row of the table \(table.rawValue) can be read")
    }
    let unreadable = unread(cells, printed) + lost
    let words = printed.count { cells[$0].state == .text }
    let count = printed.count + lost
    guard unreadable * 2 > count || unreadable + words == count else { return nil }
    return Issue(
      .tableUnreadable,
      unreadable + words == count
        ? "no cell of the table \(table.rawValue) can be read"
        : "\(unreadable) of \(count) cells of the table \(table.rawValue) can't be read",
      at: cells[first].location)
  }

  /// How many of the printed cells are unreadable: all of a row in which some are and nothing is read, since what seems blank
  /// there may stand in them.
  private static func unread(_ cells: [CellReading], _ printed: [Int]) -> Int {
    guard printed.contains(where: { cells[$0].state == .unreadable }) else { return 0 }
    var unread = 0
    var start = 0
    while start < printed.count {
      let row = cells[printed[start]].id.row
      var end = start
      while end < printed.count, cells[printed[end]].id.row == row { end += 1 }
      let states = printed[start..<end].map { cells[$0].state }
      let count = states.count { $0 == .unreadable }
      let isRead = states.contains { $0 != .unreadable && $0 != .blank }
      unread += count > 0 && !isRead ? states.count : count
      start = end
    }
    return unread
  }

  // MARK: Rows elsewhere

  /// Ids of the rows that the report's edition prints and the report doesn't.
  private static func missingRows(_ form: FormReading) -> Set<String> {
    let missing = rows.indices.filter { row in
      form.cells[NationalForm.rows[row]].allSatisfy { $0.state == .absent }
        && (form.edition.map(rows[row].editions.contains) ?? true)
    }
    return Set(missing.map { rows[$0].id })
  }

  private static let rows = NationalForm.tables.flatMap(\.rows)

  /// The cells of `missing` rows of a table whose labels stand beside numbers in another table.
  private static func lostCells(
    _ missing: Set<String>, of table: FormTable, _ strays: Set<[Unicode.Scalar]>
  ) -> Int {
    table.rows.reduce(0) { sum, row in
      guard missing.contains(row.id), let label = row.path.last,
        label.wordings.contains(where: { strays.contains(words($0)) })
      else { return sum }
      return sum + row.columns.count
    }
  }

  /// What stands first in rows with numbers, folded and without number.
  private static func strayLabels(_ tables: [ContentTable]) -> Set<[Unicode.Scalar]> {
    var labels: Set<[Unicode.Scalar]> = []
    for table in tables.prefix(200) {
      for row in table.rows.prefix(200) {
        guard
          row.dropFirst().contains(where: { cell in
            !cell.isEmpty && cell.allSatisfy { $0.isNumber || $0 == "." || $0 == " " }
          }), let first = row.first(where: { !$0.isEmpty }), first.utf8.count < 200
        else { continue }
        labels.insert(words(first))
      }
    }
    return labels
  }

  private static func words(_ label: String) -> [Unicode.Scalar] {
    let folded = TextFolding.folded(label).withoutBlanks
    guard let number = HeadingNumber(folded) else { return folded }
    return Array(folded[number.contentStart...])
  }
}
