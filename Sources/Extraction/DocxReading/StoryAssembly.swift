internal import Diagnostics
internal import DocumentModel

/// Numbers paragraphs and tables in reading order.
struct StoryAssembly {
  private(set) var blocks: [Block] = []
  private(set) var issues: [Issue] = []
  private var paragraphCount = 0
  private var tableCount = 0
  /// What was read of parts in other formats, by the id of their relationship.
  private let chunks: [String: Document]

  init(chunks: [String: Document] = [:]) {
    self.chunks = chunks
  }

  mutating func append(_ drafts: [DraftBlock]) {
    blocks.reserveCapacity(drafts.count)
    for draft in drafts {
      switch draft {
      case .line(let text):
        paragraphCount += 1
        blocks.append(.paragraph(Paragraph(text, at: .paragraph(paragraphCount))))
      case .table(let grid): append(grid)
      case .chunk(let id): append(chunks[id]?.blocks ?? [])
      }
    }
  }

  /// Blocks of another reader, numbered as if they stood in the body.
  private mutating func append(_ imported: [Block]) {
    for block in imported {
      switch block {
      case .paragraph(let paragraph):
        paragraphCount += 1
        blocks.append(.paragraph(Paragraph(paragraph.text, at: .paragraph(paragraphCount))))
      case .table(var table):
        tableCount += 1
        for row in table.rows.indices {
          for column in table.rows[row].indices {
            guard case .cell(_, let line, let cell) = table.rows[row][column].location else {
              continue
            }
            table.rows[row][column].location = .cell(table: tableCount, row: line, cell: cell)
          }
        }
        blocks.append(.table(table))
      }
    }
  }

  private mutating func append(_ grid: ResolvedTable) {
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
  private mutating func noteOddities(_ grid: ResolvedTable, _ table: Int) {
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
