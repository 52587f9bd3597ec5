internal import Diagnostics
internal import DocumentModel

/// Cells one a line as browsers copy them, where a blank cell leaves its trace.
///
///     一、本年新收…数量       cells that hold paragraphs: a line with only a TAB between two cells,
///                           none between rows
///     →
///
///     26
///
///     →                     two such lines in succession: a blank cell
///
///     规章 |                 cells that end with `|`, rows that end with nothing
///     0 |
extension BlockAssembly {
  /// Reads the cells from line `start` on and returns the line after them; nil where they are none.
  mutating func copiedCells(from start: Int) throws(Failure) -> Int? {
    if let end = tabDividedCells(from: start) {
      let rows = tabDividedRows(start..<end)
      guard rows.rows.count > 1, rows.columnCount > 2,
        rows.rows.contains(where: { $0.contains { FieldText.isFigure($0.text) } })
      else { return nil }
      try table(rows.endingTogether())
      return end
    }
    if let end = cellsWithPipes(from: start) {
      for line in lines[start..<end] {
        var text = text(line)
        while let last = text.last, last == "|" || last == "｜" || last == " " { text.removeLast() }
        try paragraph(text, at: .line(line.number))
      }
      rebuilt(
        "Lines \(lines[start].number) to \(lines[end - 1].number) hold a cell each",
        at: .line(lines[start].number))
      return end
    }
    if start >= noCopyBefore, let copied = SelectedCells(self, from: start) {
      noCopyBefore = copied.end
      guard !copied.parts.isEmpty else { return nil }
      for part in copied.parts {
        switch part {
        case .paragraph(let line): try paragraph(lines[line])
        case .rows(let rows): try table(rows.endingTogether())
        }
      }
      rebuilt(
        "Lines \(lines[start].number) to \(lines[copied.end - 1].number) hold a cell each, blank lines the blank ones",
        at: .line(lines[start].number))
      return copied.end
    }
    return nil
  }

  // MARK: Cells divided by lines with a TAB

  private func isDivider(_ index: Int) -> Bool {
    lines.indices.contains(index) && lines[index].kind == .cell && lines[index].range.count == 1
  }

  private func tabDividedCells(from start: Int) -> Int? {
    guard lines[start].kind == .paragraph || isDivider(start), !lines[start].isVerbatim,
      isDivider(start) || isDivider(start + 1), lines[start].blanksBefore > 0 || start == 0
    else { return nil }
    var index = start
    var dividers = 0
    // A row goes on while dividers come; two texts in succession begin another.
    while index < lines.count {
      if isDivider(index) {
        dividers += 1
      } else {
        guard lines[index].kind == .paragraph || lines[index].kind == .columns,
          !lines[index].isVerbatim, isDivider(index - 1) || isDivider(index + 1) || index == start
        else { break }
        if index > start, !isDivider(index - 1), lines[index].blanksBefore < 2 { break }
        // A blank cell at the end of the table, and what comes below it.
        if index > start, beginsRow(index), !isDivider(index + 1) { break }
      }
      index += 1
    }
    return dividers > 3 ? index : nil
  }

  /// Whether the text at `index` begins a row, as more than the blank lines between two cells show.
  private func beginsRow(_ index: Int) -> Bool {
    !isDivider(index - 1) || lines[index].blanksBefore > 2
  }

  private func tabDividedRows(_ range: Range<Int>) -> TableRows {
    var rows = TableRows()
    var row: [TableCell] = []
    var mayEnd = false
    for index in range {
      let place = Location.line(lines[index].number)
      if isDivider(index) {
        // A row may begin with a blank cell, and a divider right after another stands behind one.
        if !mayEnd { row.append(TableCell("", at: place)) }
        mayEnd = false
      } else {
        if index > range.lowerBound, beginsRow(index), mayEnd || !row.isEmpty {
          if !mayEnd { row.append(TableCell("", at: place)) }
          rows.rows.append(row)
          row = []
        }
        row.append(TableCell(text(lines[index]), at: place))
        mayEnd = true
      }
    }
    if !mayEnd { row.append(TableCell("", at: .line(lines[range.upperBound - 1].number))) }
    if !row.isEmpty { rows.rows.append(row) }
    return rows
  }

  // MARK: Cells that end with a mark

  private func cellsWithPipes(from start: Int) -> Int? {
    guard endsWithPipe(start) else { return nil }
    var end = start
    var cells = 0
    while end < lines.count, endsWithPipe(end) || isOnlyPipes(end) {
      if !isOnlyPipes(end) { cells += 1 }
      end += 1
    }
    return cells > 5 ? end : nil
  }

  /// Whether a line has one `|`, at its end, behind text.
  private func endsWithPipe(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.kind == .paragraph || line.kind == .columns, !line.isVerbatim,
      line.range.count > 1, buffer[line.range.upperBound - 1] == 0x7C
    else { return false }
    return buffer[line.range.lowerBound] != 0x7C
  }

  private func isOnlyPipes(_ index: Int) -> Bool {
    lines[index].kind == .pipes
      && lines[index].range.allSatisfy { buffer[$0] == 0x7C || buffer[$0] == 0x20 }
  }
}
