internal import Diagnostics
internal import DocumentModel

/// Rows set by TABs, one a line: our printed form, and what spreadsheets and converters write.
extension BlockAssembly {
  /// Reads the rows from line `start` on and returns the line after them.
  mutating func tabRows(from start: Int) throws(Failure) -> Int {
    var end = rowBlock(from: start)
    var width = widest(start..<end)
    while end < lines.count, isRow(end), continuesTable(at: end) {
      // A page break cut the table; rows behind it may have lost or gained empty fields, but are the same table's.
      let blockEnd = rowBlock(from: end)
      let blockWidth = widest(end..<blockEnd)
      guard blockWidth <= width + 2, blockWidth >= width - 2 || blockEnd == end + 1 else { break }
      width = max(width, blockWidth)
      end = blockEnd
    }
    guard width <= limits.tableColumns else {
      throw Failure(
        .documentLimit, "A table row has \(width) fields, over \(limits.tableColumns)")
    }

    let rows = TableRows(
      rows: lines[start..<end].map { TableRows.Row($0.fields(), line: $0.number) })
    let isMarked = lines[start..<end].contains(where: \.isVerbatim)
    if isMarked || PrintedForm.isTable(rows.rows.map { $0.fields.map(\.text) })
      || rows.rows.count == 1 && isFigureRow(rows.rows[0])
    {
      try table(rows)
    } else {
      for line in lines[start..<end] { try paragraph(line) }
    }
    return end
  }

  /// The end of the rows from `start` on that no blank line divides.
  private func rowBlock(from start: Int) -> Int {
    var end = start + 1
    while end < lines.count, lines[end].blanksBefore == 0, !lines[end].followsPageBreak {
      if isRow(end) || lines[end].kind == .cell {
        end += 1
      } else if isLoneCell(end) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private func isRow(_ index: Int) -> Bool { lines[index].kind == .row }

  /// Whether a line without TABs is a row whose empty fields at the end were lost: `第二十条第（五）项` between two rows.
  ///
  /// Between paragraphs and rows of our own there is a blank line, so this concerns only others' text.
  private func isLoneCell(_ index: Int) -> Bool {
    guard lines[index].kind == .paragraph, !lines[index].isVerbatim, index + 1 < lines.count,
      isRow(index + 1), !lines[index + 1].isVerbatim, lines[index + 1].blanksBefore == 0,
      abs(lines[index + 1].tabs - lines[index - 1].tabs) < 2, lines[index].bytes.count <= 90
    else { return false }
    let text = lines[index].text
    return !FieldText.isHeading(text) && !FieldText.isProse(text)
      && !captionEnds.contains { text.hasSuffix($0) }
  }

  private var captionEnds: [String] { ["情况", "表", "。", "：", ":", "；", "报告"] }

  private func widest(_ range: Range<Int>) -> Int {
    (lines[range].lazy.map(\.tabs).max() ?? 0) + 1
  }

  /// A row that stands alone is a table if it has figures: `规章→0→0→0`.
  private func isFigureRow(_ row: TableRows.Row) -> Bool {
    let filled = row.fields.lazy.filter { !$0.text.isEmpty }
    return filled.count > 2 && filled.filter { FieldText.isFigure($0.text) }.count > 1
  }
}
