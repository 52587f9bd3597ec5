internal import Diagnostics
internal import DocumentModel

/// Numbers paragraphs and tables in reading order.
struct DocumentAssembly {
  private(set) var blocks: [Block] = []
  private(set) var issues: [Issue] = []
  private var paragraphCount = 0
  private var tableCount = 0

  mutating func append(_ drafts: [DraftBlock]) {
    blocks.reserveCapacity(drafts.count)
    for draft in drafts {
      switch draft {
      case .line(let text):
        paragraphCount += 1
        blocks.append(.paragraph(Paragraph(text, at: .paragraph(paragraphCount))))
      case .table(let grid): append(grid)
      }
    }
  }

  private mutating func append(_ grid: GridTable) {
    tableCount += 1
    let number = tableCount
    let rows = grid.rows.map { row in
      row.map { position in
        TableCell(
          position.text, position.coverage,
          at: .cell(table: number, row: position.row, cell: position.cell))
      }
    }
    blocks.append(.table(Table(columnCount: grid.columnCount, rows: rows)))
    noteOddities(grid, number)
  }

  /// One issue a kind and table: a table copied from elsewhere may be odd in every row.
  private mutating func noteOddities(_ grid: GridTable, _ table: Int) {
    var first: [IssueCode: Int] = [:]
    var more: [IssueCode: Int] = [:]
    for oddity in grid.oddities {
      guard first[oddity.code] == nil else {
        more[oddity.code, default: 0] += 1
        continue
      }
      first[oddity.code] = issues.count
      issues.append(
        Issue(
          oddity.code, oddity.message,
          at: .cell(table: table, row: oddity.row, cell: oddity.cell)))
    }
    for (code, index) in first {
      if let count = more[code] { issues[index].message += ", and so \(count) more in the table" }
    }
  }
}
