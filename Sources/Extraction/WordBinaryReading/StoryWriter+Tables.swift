internal import Diagnostics
internal import DocumentModel

/// A table whose rows are being written.
struct TableFrame {
  struct Cell {
    var content: [UInt8] = []
    var isBlank = true
  }

  struct Row {
    var cells: [Cell]
    var format: RowFormat
    var isDeleted: Bool
    var isHidden: Bool
  }

  /// What was written before it.
  var outer: MarkupBuffer
  var rows: [Row] = []
  var cells: [Cell] = []
  /// ``StoryWriter/Frame/shownCount`` when the open cell began.
  var shownBefore: Int
}

extension StoryWriter {
  mutating func openTable() {
    frame.tables.append(TableFrame(outer: frame.out, shownBefore: frame.shownCount))
    frame.out = MarkupBuffer()
  }

  mutating func endCell() {
    guard let index = frame.tables.indices.last else { return }
    frame.tables[index].cells.append(takeCell(index))
  }

  private mutating func takeCell(_ index: Int) -> TableFrame.Cell {
    let isBlank = frame.shownCount == frame.tables[index].shownBefore
    frame.tables[index].shownBefore = frame.shownCount
    noteLost(frame.out.lostCount)
    defer { frame.out = MarkupBuffer() }
    return TableFrame.Cell(content: frame.out.bytes, isBlank: isBlank)
  }

  mutating func endRow(_ format: RowFormat, isDeleted: Bool, isHidden: Bool) throws(Failure) {
    guard let index = frame.tables.indices.last else { return }
    // A cell that nothing ended.
    if !frame.out.bytes.isEmpty { frame.tables[index].cells.append(takeCell(index)) }
    let cells = frame.tables[index].cells
    frame.tables[index].cells = []
    // With its mark all of a row is deleted or hidden. Where it still has text, a program has marked the wrong row.
    let isBlank = cells.allSatisfy(\.isBlank)
    frame.tables[index].rows.append(
      TableFrame.Row(
        cells: cells, format: format, isDeleted: isDeleted && isBlank,
        isHidden: isHidden && isBlank))
  }

  /// Writes the tables that lie deeper than `depth`.
  mutating func closeTables(downTo depth: Int) throws(Failure) {
    while frame.tables.count > depth {
      try endUnfinishedRow()
      guard let table = frame.tables.popLast() else { return }
      frame.out = table.outer
      let layout = RowLayout(table.rows)
      write(table, layout)
      guard frame.out.bytes.count <= text.limits.partBytes else {
        throw Failure(.docLimit, "Its text as XML takes \(text.limits.over(.partBytes))")
      }
    }
  }

  /// Cells after the last mark of a row: no program leaves any.
  private mutating func endUnfinishedRow() throws(Failure) {
    guard let table = frame.tables.last, !table.cells.isEmpty || !frame.out.bytes.isEmpty else {
      return
    }
    try endRow(RowFormat(), isDeleted: false, isHidden: false)
  }

  private mutating func write(_ table: TableFrame, _ layout: RowLayout) {
    frame.out.add("<w:tbl><w:tblPr>")
    let formats = table.rows.map(\.format)
    let isPlain = formats.allSatisfy { row in row.cells.allSatisfy { $0.shade == nil } }
    if let shade = formats.lazy.compactMap(\.tableShade).first, shade.isThere {
      frame.out.add(shade)
    } else if isPlain, styles.hasOwnGround(table: formats.lazy.compactMap(\.style).first) {
      // What the style puts under the text isn't looked at: any colour.
      frame.out.add("<w:shd w:val=\"thinDiagCross\" w:color=\"auto\" w:fill=\"auto\"/>")
    }
    frame.out.add("</w:tblPr><w:tblGrid>")
    for width in layout.widths {
      frame.out.add("<w:gridCol w:w=\"")
      frame.out.add(width)
      frame.out.add("\"/>")
    }
    frame.out.add("</w:tblGrid>")
    for (row, placed) in zip(table.rows, layout.rows) { write(row, placed) }
    frame.out.add("</w:tbl>")
  }

  private mutating func write(_ row: TableFrame.Row, _ placed: RowLayout.Row) {
    frame.out.add("<w:tr>")
    if placed.before > 0 || placed.after > 0 || row.isDeleted || row.isHidden || row.format.isFlat {
      frame.out.add("<w:trPr>")
      if placed.before > 0 { frame.out.add("<w:gridBefore", value: placed.before) }
      if placed.after > 0 { frame.out.add("<w:gridAfter", value: placed.after) }
      if row.format.isFlat { frame.out.add("<w:trHeight w:val=\"20\" w:hRule=\"exact\"/>") }
      if row.isDeleted { frame.out.add("<w:del/>") }
      if row.isHidden { frame.out.add("<w:hidden/>") }
      frame.out.add("</w:trPr>")
    }
    for cell in placed.cells {
      frame.out.add("<w:tc><w:tcPr>")
      if cell.span > 1 { frame.out.add("<w:gridSpan", value: cell.span) }
      switch cell.vertical {
      case .none: break
      case .restart: frame.out.add("<w:vMerge w:val=\"restart\"/>")
      case .continue: frame.out.add("<w:vMerge/>")
      }
      switch cell.horizontal {
      case .none: break
      case .restart: frame.out.add("<w:hMerge w:val=\"restart\"/>")
      case .continue: frame.out.add("<w:hMerge/>")
      }
      if let shade = cell.shade, shade.isThere { frame.out.add(shade) }
      frame.out.add("</w:tcPr>")
      for index in cell.sources { frame.out.bytes += row.cells[index].content }
      frame.out.add("</w:tc>")
    }
    frame.out.add("</w:tr>")
  }
}
