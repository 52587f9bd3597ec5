internal import Diagnostics
internal import DocumentModel
internal import NationalForm
internal import ReportRecords

/// What stands around a cell in its document: the labels of the very row and column that it was read from.
package struct PrintedContext: Hashable, Sendable {
  /// Left of it, from the outermost merged cell inwards; empty where its row has none (table 3), or nobody can tell.
  package var rowLabels: [String] = []
  /// Above it, from the top; empty where its part of the table has none, or nobody can tell which column it stands in.
  package var columnLabels: [String] = []
  /// The cells of its row as printed, or the one line of text that it stands in.
  package var row: [String]
}

/// Finds cells of the form in the document that they were read from.
struct PrintedContexts {
  private struct Position: Hashable {
    var block, row, column: Int
  }

  private let document: Document
  private let report: ExplainedReport
  /// Positions of cells by their place; several where only the line is known.
  private var positions: [Location: [Position]] = [:]
  private var paragraphs: [Location: String] = [:]
  /// What the form's cells print: all that is no label.
  private let figures: Set<String>

  /// Nil where there is no document to look into.
  init?(_ report: ExplainedReport) {
    guard let document = report.document else { return nil }
    self.document = document
    self.report = report
    figures = Set((report.cells ?? []).compactMap(\.raw))
    let wanted = Set((report.cells ?? []).compactMap(\.location))
    for (block, content) in document.blocks.enumerated() {
      switch content {
      case .paragraph(let paragraph):
        if wanted.contains(paragraph.location) { paragraphs[paragraph.location] = paragraph.text }
      case .table(let table):
        for (row, cells) in table.rows.enumerated() {
          for (column, cell) in cells.enumerated()
          where cell.coverage == .own && wanted.contains(cell.location) {
            positions[cell.location, default: []].append(
              Position(block: block, row: row, column: column))
          }
        }
      }
    }
  }

  /// Nil for a cell that isn't printed.
  func context(of cell: CellReading) -> PrintedContext? {
    guard let place = cell.location else { return nil }
    guard let found = positions[place], let first = found.first, let table = table(first.block),
      found.allSatisfy({ $0.block == first.block && $0.row == first.row })
    else { return paragraphs[place].map { PrintedContext(row: [$0]) } }
    var context = PrintedContext(
      row: table.rows[first.row].filter { $0.coverage == .own }.map(\.text))
    guard let position = position(of: cell, at: place, among: found, in: table) else {
      return context
    }
    context.rowLabels = rowLabels(position, table)
    let labels = columnLabels(position, table)
    // A line of text doesn't say which cells are merged: what stands above may be another column's.
    if case .line = place, !isLabel(labels.last, of: cell.id) { return context }
    context.columnLabels = labels
    return context
  }

  /// Which of `found` the cell is; nil where it can't be told.
  private func position(
    of cell: CellReading, at place: Location, among found: [Position], in table: Table
  ) -> Position? {
    func text(_ position: Position) -> String { table.rows[position.row][position.column].text }
    let printed = (report.cells ?? []).filter { $0.location == place }
    guard let index = printed.firstIndex(where: { $0.id == cell.id }) else { return nil }
    let raws = printed.map { $0.raw ?? "" }
    // All cells of the form that stand in the line, one beside the other.
    let starts = found.indices.filter { start in
      found[start...].prefix(raws.count).map(text) == raws
    }
    return starts.count == 1 ? found[starts[0] + index] : nil
  }

  private func rowLabels(_ position: Position, _ table: Table) -> [String] {
    var owners: [Position] = []
    for column in 0..<position.column {
      let owner = owner(row: position.row, column: column, position.block, table)
      if owners.last != owner { owners.append(owner) }
    }
    return owners.map { table.rows[$0.row][$0.column].text }.filter {
      !$0.isEmpty && !figures.contains($0)
    }
  }

  /// The nearest labels above, up to the next number or blank.
  private func columnLabels(_ position: Position, _ table: Table) -> [String] {
    var owners: [Position] = []
    var end = position.row
    while end > 0 {
      let owner = owner(row: end - 1, column: position.column, position.block, table)
      let text = table.rows[owner.row][owner.column].text
      end = owner.row
      if text.isEmpty || figures.contains(text) {
        if owners.isEmpty { continue }
        break
      }
      owners.append(owner)
    }
    return owners.reversed().map { table.rows[$0.row][$0.column].text }
  }

  /// The cell that covers a position of the grid, which may be its own.
  private func owner(row: Int, column: Int, _ block: Int, _ table: Table) -> Position {
    var (row, column) = (row, column)
    while column > 0, table.rows[row][column].coverage == .coveredFromLeft { column -= 1 }
    while row > 0, table.rows[row][column].coverage == .coveredFromAbove { row -= 1 }
    return Position(block: block, row: row, column: column)
  }

  private func table(_ block: Int) -> Table? {
    if case .table(let table) = document.blocks[block] { table } else { nil }
  }

  /// Whether the form words the column of `id` so.
  private func isLabel(_ text: String?, of id: CellID) -> Bool {
    guard let text, let label = NationalForm.cell(id)?.column.path.last else { return false }
    let dense = text.filter { !$0.isWhitespace }
    return label.wordings.contains(dense)
  }
}
