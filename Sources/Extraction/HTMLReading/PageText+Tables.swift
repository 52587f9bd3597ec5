internal import Diagnostics
internal import DocumentModel

/// Tables of data, and what stands in their cells.
extension PageText {
  /// Adds a table, or what it is made of: tables, and text across all of its columns.
  mutating func partsOrTable(_ node: Int) throws(Failure) {
    guard let parts = tables.parts[node] else { return try table(node) }
    let rows = PageTables.rows(of: node, in: tree)
    var next = 0
    for part in parts + [rows.count..<rows.count] {
      for (row, _) in rows[next..<part.lowerBound] { try readWithin(row) }
      if !part.isEmpty { try table(node, rows: part) }
      next = part.upperBound
    }
  }

  /// Adds a table, and those in its cells after it.
  ///
  /// - Parameter part: The rows of it that are meant; nil for all.
  private mutating func table(_ node: Int, rows part: Range<Int>? = nil) throws(Failure) {
    var waiting = [node]
    var depth = 0
    while !waiting.isEmpty {
      let table = waiting.removeFirst()
      depth += 1
      var nested: [Int] = []
      let (rows, groups) = try rows(of: table, depth == 1 ? part : nil, &nested)
      guard
        let grid = TableGrid(
          rows, groups: groups, collapsed: collapsedColumns(of: table),
          columnLimit: limits.tableColumns,
          cellLimit: limits.tableCells - cells)
      else {
        throw Failure(.documentLimit, "The cells of its tables are \(limits.over(.tableCells))")
      }
      var made = grid.table
      made.nested = nested.count
      cells += made.columnCount * made.rows.count
      if !grid.hidden.isEmpty { blocks.append(.line(PageLine(text: "", remarks: grid.hidden))) }
      if made.columnCount > 1, !made.isBlank {
        blocks.append(.table(made))
      } else {
        for row in made.rows {
          for cell in row where !cell.text.isEmpty || !cell.remarks.isEmpty {
            blocks.append(.line(PageLine(text: cell.text, remarks: cell.remarks)))
          }
        }
      }
      waiting.insert(contentsOf: nested, at: 0)
    }
  }

  private mutating func rows(
    of table: Int, _ part: Range<Int>?, _ nested: inout [Int]
  ) throws(Failure) -> ([[TableGrid.Cell]], [Range<Int>]) {
    labels = TableLabels(of: table, in: tree, looks)
    var rows: [[TableGrid.Cell]] = []
    var groupOf: [Int] = []
    let all = PageTables.rows(of: table, in: tree)
    for (row, group) in part.map({ all[$0] }) ?? all[...] {
      guard !looks[row].isHidden else {
        onLine { $0.noteHidden(row, in: &$1) }
        continue
      }
      var cells: [TableGrid.Cell] = []
      for cell in PageTables.cells(of: row, in: tree) {
        guard !looks[cell].isHidden else {
          onLine { $0.noteHidden(cell, in: &$1) }
          continue
        }
        let text = self.text(ofCell: cell, &nested)
        try count(text.text)
        cells.append(
          TableGrid.Cell(
            text: text.text, remarks: text.remarks,
            columns: span("colspan", of: cell, least: 1, most: limits.tableColumns),
            rows: span("rowspan", of: cell, least: 0, most: 65_534)))
      }
      rows.append(cells)
      groupOf.append(group)
    }
    // What was hidden is said where the table begins.
    let remarks = line.take().remarks
    if !remarks.isEmpty { blocks.append(.line(PageLine(text: "", remarks: remarks))) }
    var groups: [Range<Int>] = []
    var start = 0
    for index in groupOf.indices {
      if index > 0, groupOf[index] != groupOf[index - 1] { start = index }
      groups.append(start..<index + 1)
    }
    // Each row knows where its group ends.
    for index in groups.indices.dropLast().reversed()
    where groups[index].lowerBound == groups[index + 1].lowerBound {
      groups[index] = groups[index].lowerBound..<groups[index + 1].upperBound
    }
    return (rows, groups)
  }

  /// The columns of a table that aren't shown, from 0.
  private func collapsedColumns(of table: Int) -> Set<Int> {
    var collapsed: Set<Int> = []
    var column = 0
    func add(_ node: Int, isCollapsed: Bool) {
      let end = min(column + span("span", of: node, least: 1, most: 1_000), limits.tableColumns)
      if isCollapsed || looks[node].isCollapsed { collapsed.formUnion(column..<max(column, end)) }
      column = max(column, end)
    }
    for group in tree.children(of: table) where tree.nodes[group].name == .colgroup {
      let columns = tree.children(of: group).filter { tree.nodes[$0].name == .col }
      // Without a box, a column is none, and those behind it move up.
      if looks[group].isHidden { continue }
      if columns.isEmpty { add(group, isCollapsed: false) }
      for node in columns where !looks[node].isHidden {
        add(node, isCollapsed: looks[group].isCollapsed)
      }
    }
    return collapsed
  }

  private func span(_ name: String, of cell: Int, least: Int, most: Int) -> Int {
    guard let text = tree.attribute(name, of: cell)?.trimmed else { return 1 }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return 1 }
    let number = Int(digits) ?? most
    return min(max(number, name == "colspan" && number == 0 ? 1 : least), most)
  }

  private mutating func text(
    ofCell cell: Int, _ nested: inout [Int]
  ) -> (text: String, remarks: [Remark]) {
    var builder = LineBuilder()
    var blocks: [Int] = []
    var next = cell + 1
    let end = tree.nodes[cell].end
    fillCell(cell, &builder)
    // What is done to all cells leaves blank ones blank.
    if end == next, looks[cell].isUnclear, looks[cell].cause == nil { builder.fill("") }
    if targets.writesCells { builder.mayBeFilled = true }
    while next < end {
      while let last = blocks.last, last <= next {
        blocks.removeLast()
        builder.breakLine()
      }
      let node = tree.nodes[next]
      guard let name = node.name else {
        add(text: next, to: &builder, isCell: true)
        next += 1
        continue
      }
      if looks[next].isHidden {
        noteHidden(next, in: &builder, isCell: true)
        next = node.end
        continue
      }
      if isUnclearAndEmpty(next) { builder.fill("") }
      if isIcon(next) { builder.mayShowOther = true }
      fillCell(next, &builder)
      switch name {
      case .table where tables[next] == .data && weights.cells[next] >= 4:
        nested.append(next)
        next = node.end
        continue
      case .br: builder.breakLine()
      case .img, .input: inline(name, next, &builder, isCell: true)
      case .li:
        builder.breakLine()
        builder.label = listLabel(next)
        blocks.append(node.end)
      default:
        if looks[next].isBlock {
          builder.breakLine()
          blocks.append(node.end)
        }
      }
      next += 1
    }
    return builder.take(isCell: true)
  }
}
