internal import Diagnostics
internal import DocumentModel

/// Rows set by TABs, one a line: our printed form, and what spreadsheets and converters write.
extension BlockAssembly {
  /// Reads the rows from line `start` on and returns the line after them.
  mutating func tabRows(from start: Int) throws(Failure) -> Int {
    var end = rowBlock(from: start)
    var width = widest(start..<end)
    while end < lines.count, lines[end].kind == .row, continuesTable(at: end) {
      // A page break cut the table; rows behind it may have lost or gained empty fields, but are the same table's.
      let blockEnd = rowBlock(from: end)
      let blockWidth = widest(end..<blockEnd)
      guard blockWidth <= width + 2, blockWidth >= width - 2 || blockEnd == end + 1 else { break }
      width = max(width, blockWidth)
      end = blockEnd
    }
    guard width <= limits.tableColumns else { throw tooWide(width) }

    let block = lines[start..<end]
    var rows = TableRows(rows: block.map { fields($0) })
    let isVerbatim = block.contains(where: \.isVerbatim)
    if !isVerbatim { rows = rows.endingTogether() }
    if isVerbatim || rows.isTable || isFigureRow(rows) {
      try table(rows)
    } else {
      for line in block { try paragraph(line) }
    }
    return end
  }

  /// The end of the rows from `start` on that no blank line divides.
  private func rowBlock(from start: Int) -> Int {
    var end = start + 1
    while end < lines.count, lines[end].blanksBefore == 0, !lines[end].followsPageBreak {
      guard lines[end].kind == .row || lines[end].kind == .cell || isLoneCell(end) else { break }
      end += 1
    }
    return end
  }

  /// Whether a line without TABs is a row whose empty fields at the end were lost: `第二十条第（五）项` between two rows.
  ///
  /// Between paragraphs and rows of our own there is a blank line, so this concerns only others' text.
  private func isLoneCell(_ index: Int) -> Bool {
    guard lines[index].kind == .paragraph, !lines[index].isVerbatim, index + 1 < lines.count,
      lines[index].range.count <= 90
    else { return false }
    let next = lines[index + 1]
    guard next.kind == .row, !next.isVerbatim, next.blanksBefore == 0, next.tabs > 1,
      abs(next.tabs - lines[index - 1].tabs) < 2
    else { return false }
    let text = text(lines[index])
    return !FieldText.isHeading(text) && !FieldText.isProse(text)
      && !["情况", "表", "。", "：", ":", "；", "报告"].contains { text.hasSuffix($0) }
  }

  private func widest(_ range: Range<Int>) -> Int {
    (lines[range].lazy.map(\.tabs).max() ?? 0) + 1
  }

  /// A row that stands alone is a table if it has figures: `规章→0→0→0`.
  private func isFigureRow(_ rows: TableRows) -> Bool {
    guard rows.rows.count == 1, let row = rows.rows.first else { return false }
    let filled = row.lazy.filter { !$0.text.isEmpty }
    return filled.count > 2 && filled.filter { FieldText.isFigure($0.text) }.count > 1
  }
}
