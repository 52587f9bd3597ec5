internal import Diagnostics
internal import DocumentModel

/// What a selection in a browser becomes when it is copied: cells one a line, a blank line between two, and one more for
/// each blank cell between them.
///
///     一、本年新收…数量
///
///     26
///                        two blank lines: one blank cell
///
///     26
///
/// Rows of the same number of cells say which cells are blank; a row of any other number stays a paragraph a cell.
struct SelectedCells {
  enum Part {
    /// Index of a line.
    case paragraph(Int)
    case rows(TableRows)
  }

  /// Empty where the cells are in no rows.
  private(set) var parts: [Part] = []
  /// The line after the last cell.
  private(set) var end: Int

  /// Labels, and the places of values behind them: nil for a blank one.
  private struct Row {
    var labels: [Int]
    var values: [Int?] = []
  }

  private static let longestLabel = 150
  /// Rows with as many values each that are proof.
  private static let fewest = 8

  /// Nil where line `start` doesn't begin such cells.
  init?(_ assembly: BlockAssembly, from start: Int) {
    let lines = assembly.lines
    guard start + 20 < lines.count, Self.isCell(lines, start), Self.isCell(lines, start + 1),
      lines[start + 1].blanksBefore > 0
    else { return nil }
    end = start + 1
    var figures = 0
    var gaps = 0
    var rows = [Row(labels: [start])]
    while end < lines.count, Self.isCell(lines, end), lines[end].blanksBefore > 0,
      !lines[end].followsPageBreak
    {
      let blanks = min(lines[end].blanksBefore - 1, 40)
      if blanks > 0 { gaps += 1 }
      let text = assembly.text(lines[end])
      if FieldText.isProse(text) { break }
      let isFigure = FieldText.isFigure(text)
      rows[rows.count - 1].values += [Int?](repeating: nil, count: blanks)
      if isFigure {
        figures += 1
        rows[rows.count - 1].values.append(end)
      } else if rows[rows.count - 1].values.isEmpty {
        rows[rows.count - 1].labels.append(end)
      } else {
        rows.append(Row(labels: [end]))
      }
      end += 1
    }
    guard figures > 20, gaps > 2 else { return }
    // What follows the last figure is no cell.
    if let last = rows.last, last.values.isEmpty, let first = last.labels.first {
      rows.removeLast()
      end = first
    }
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.values.count, default: 0] += 1 }
    guard
      let width = counts.filter({ $0.key > 1 }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) }
      ),
      width.value >= Self.fewest
    else { return }
    build(rows, width.key, assembly)
  }

  private mutating func build(_ rows: [Row], _ width: Int, _ assembly: BlockAssembly) {
    var table = TableRows()
    func cell(_ line: Int) -> TableCell {
      TableCell(assembly.text(assembly.lines[line]), at: .line(assembly.lines[line].number))
    }
    for row in rows {
      guard row.values.count == width else {
        if !table.rows.isEmpty { parts.append(.rows(table)) }
        table = TableRows()
        parts += (row.labels + row.values.compactMap { $0 }).map { .paragraph($0) }
        continue
      }
      // A header stands before the first row: its labels are lines of their own.
      let own = row.labels.suffix(2)
      parts += row.labels.dropLast(own.count).map { .paragraph($0) }
      let blank = TableCell("", at: .line(assembly.lines[row.labels[row.labels.count - 1]].number))
      table.rows.append(own.map(cell) + row.values.map { $0.map(cell) ?? blank })
    }
    if !table.rows.isEmpty { parts.append(.rows(table)) }
  }

  private static func isCell(_ lines: [TextLine], _ index: Int) -> Bool {
    let line = lines[index]
    return (line.kind == .paragraph || line.kind == .columns) && !line.isVerbatim
      && line.range.count <= longestLabel * 2
  }
}
