internal import DocumentModel
internal import XMLEvents

/// A `w:tbl` while it is open.
struct OpenTable {
  var table = DraftTable()
  var row = DraftRow()
  var cell = DraftCell()

  // What may hide text in it.
  var look: TableLook?
  var parts = ConditionalParts()
  /// `w:shd` of the table, of the exceptions of a row (`w:tblPrEx`), of the cell.
  var ground: Ground?
  var rowGround: Ground?
  var cellGround: Ground?
  /// Whether the row is lower than any text.
  var isRowFlat = false
  var hasNotableTable = false
  var hasNotableRow = false
  /// Whether the open cell may hide text, or stands on a ground of its own.
  var isNotable = false
}

/// Which parts of a table show the look that its style has for them: `w:tblLook` (17.4.56).
struct ConditionalParts {
  var firstRow = true
  var lastRow = true
  var firstColumn = true
  var lastColumn = true
  var rowBands = true
  var columnBands = true
}

extension StoryReader {
  mutating func startTable() {
    guard levels.last == .blocks else {
      // A table cannot stand in a paragraph or between rows; its cells still have text.
      return push(.content)
    }
    flushCarried()
    var table = OpenTable()
    table.look = styles.table(nil)
    table.hasNotableTable =
      table.look?.isNotable ?? false || !tables.isEmpty && tables[tables.count - 1].isNotable
    tables.append(table)
    levels.append(.table)
    push(.content, .table)
  }

  /// The parts of a table; outside of one they are wrappers like any other.
  mutating func startTablePart(_ word: WordName, _ attributes: borrowing XMLAttributes) {
    let current = tables.count - 1
    switch (word, levels.last) {
    case (.tblGrid, .table): push(.tableGrid)
    case (.tblPr, .table), (.tblPrEx, .row): push(.tableProperties)
    case (.tr, .table):
      tables[current].row = DraftRow()
      tables[current].rowGround = nil
      tables[current].isRowFlat = false
      tables[current].hasNotableRow = false
      levels.append(.row)
      push(.content, .row)
    case (.trPr, .row): push(.rowProperties)
    case (.tc, .row):
      tables[current].cell = DraftCell()
      tables[current].cellGround = nil
      tables[current].isNotable =
        tables[current].hasNotableTable || tables[current].hasNotableRow
      beginFlow()
      push(.content, .cell)
    case (.tcPr, .blocks) where current >= 0 && flows.count > 1: push(.cellProperties)
    case (.tr, _), (.tc, _): push(.content)
    default: skip()
    }
  }

  mutating func startInTableProperties(
    _ name: XMLName, _ attributes: borrowing XMLAttributes, in context: Context
  ) {
    skip()
    guard name.isIn(.word), let word = name.word, !tables.isEmpty else { return }
    let current = tables.count - 1
    switch (context, word) {
    case (.tableGrid, .gridCol):
      if tables[current].table.gridWidths.count < limits.tableColumns {
        tables[current].table.gridWidths.append(attributes.integer(.w) ?? 0)
      }
    case (.rowProperties, .gridBefore):
      tables[current].row.before = max(0, attributes.integer(.val) ?? 0)
    case (.rowProperties, .gridAfter):
      tables[current].row.after = max(0, attributes.integer(.val) ?? 0)
    case (.rowProperties, .ins): findings.note(.trackedChange)
    case (.rowProperties, .del):
      findings.note(.trackedChange)
      tables[current].row.isOmitted = true
    case (.rowProperties, .hidden):
      guard attributes.isOn else { return }
      findings.note(.hiddenText)
      tables[current].row.isOmitted = true
    case (.rowProperties, .trHeight):
      guard attributes.firstByte(of: WordName.hRule.rawValue) == UInt8(ascii: "e"),
        attributes.integer(.val) ?? .max <= Self.flatHeight
      else { return }
      tables[current].isRowFlat = true
      tables[current].hasNotableRow = true
    case (.tableProperties, _): startInWholeTable(word, attributes, current)
    case (.cellProperties, _): startInCellProperties(word, attributes, current)
    default: break
    }
  }

  /// Twips (1/20 point) of which no character shows.
  static var flatHeight: Int { 40 }

  private mutating func startInWholeTable(
    _ word: WordName, _ attributes: borrowing XMLAttributes, _ current: Int
  ) {
    switch word {
    case .tblStyle:
      tables[current].look = styles.table(attributes.string(.val))
      if tables[current].look?.isNotable == true { tables[current].hasNotableTable = true }
    case .tblLook: tables[current].parts = attributes.tableParts
    case .shd:
      let ground = attributes.ground
      if levels.last == .row {
        tables[current].rowGround = ground
        tables[current].hasNotableRow = ground.isThere
      } else {
        tables[current].ground = ground
        if ground.isThere { tables[current].hasNotableTable = true }
      }
    default: break
    }
  }

  private mutating func startInCellProperties(
    _ word: WordName, _ attributes: borrowing XMLAttributes, _ current: Int
  ) {
    switch word {
    case .shd:
      let ground = attributes.ground
      tables[current].cellGround = ground
      if ground.isThere { tables[current].isNotable = true }
    case .gridSpan: tables[current].cell.span = max(1, attributes.integer(.val) ?? 1)
    case .vMerge:
      tables[current].cell.vertical = attributes.string(.val) == "restart" ? .restart : .continue
    case .hMerge:
      tables[current].cell.horizontal = attributes.string(.val) == "restart" ? .restart : .continue
    case .cellIns: findings.note(.trackedChange)
    case .cellDel:
      findings.note(.trackedChange)
      tables[current].cell.isDeleted = true
    case .cellMerge:
      findings.note(.trackedChange)
      // What the merge becomes once the change is accepted (17.13.5.1).
      switch attributes.string(.vMerge) {
      case "cont": tables[current].cell.vertical = .continue
      case "rest": tables[current].cell.vertical = .restart
      default: break
      }
    default: break
    }
  }

  mutating func endCell() {
    let content = takeFlow()
    let current = tables.count - 1
    guard current >= 0, !tables[current].cell.isDeleted else { return }
    if content.count == 1, case .line(let text) = content[0] {
      tables[current].cell.text = text
    } else if !content.isEmpty {
      tables[current].cell.text = CleanText.joinLines(
        content.lazy.compactMap {
          if case .line(let text) = $0 { text } else { nil }
        })
      tables[current].cell.blocks = content
    }
    tables[current].row.cells.append(tables[current].cell)
    cellCount += 1
    if cellCount > limits.tableCells {
      fail("the cells of its tables are \(limits.over(.tableCells))")
    }
  }

  mutating func endRow() {
    _ = levels.popLast()
    let current = tables.count - 1
    guard current >= 0, !tables[current].row.isOmitted else { return }
    tables[current].table.rows.append(tables[current].row)
  }

  /// Emits the table, unless it is blank; one of a single column is a frame, and its cells are paragraphs.
  mutating func endTable() {
    _ = levels.popLast()
    guard let open = tables.popLast(), open.table.rows.contains(where: { !$0.cells.isEmpty }) else {
      return
    }
    switch LayoutTable.reading(open.table.rows.map(\.layoutCells)) {
    case .data: emit(open.table)
    case .text: emitFrame(open.table)
    case .parts(let tables):
      var next = 0
      for rows in tables + [open.table.rows.count..<open.table.rows.count] {
        for row in open.table.rows[next..<rows.lowerBound] {
          emitFrame(DraftTable(gridWidths: [], rows: [row]))
        }
        if !rows.isEmpty {
          emit(DraftTable(gridWidths: open.table.gridWidths, rows: Array(open.table.rows[rows])))
        }
        next = rows.upperBound
      }
    }
  }

  private mutating func emit(_ table: DraftTable) {
    let room = limits.tableCells - cellCount
    guard let grid = ResolvedTable(table, columnLimit: limits.tableColumns, cellLimit: room)
    else { return fail("the grid positions of its tables are \(limits.over(.tableCells))") }
    guard grid.columnCount > 1 else { return emitFrame(table) }
    cellCount += grid.rows.count * (grid.columnCount - 1)
    guard !grid.isBlank || !grid.nested.isEmpty else { return }
    blocks.append(.table(grid))
    for nested in grid.nested { blocks.append(.table(nested)) }
  }

  private mutating func emitFrame(_ table: DraftTable) {
    var above = DraftCell.Merge.none
    for row in table.rows {
      /// The number that a cell before holds alone.
      var label = ""
      for (index, cell) in row.cells.enumerated() {
        let isCovered = cell.vertical == .continue && above != .none
        above = cell.vertical
        if isCovered {
          if !cell.text.isEmpty { findings.note(.hiddenText) }
        } else if index + 1 < row.cells.count, let own = LayoutTable.label(cell.text) {
          label += own
        } else if case .line(let line)? = cell.blocks.first {
          blocks.append(.line(label + line))
          blocks += cell.blocks.dropFirst()
          label = ""
        } else if !cell.blocks.isEmpty {
          blocks += cell.blocks
        } else if !cell.text.isEmpty {
          blocks.append(.line(label + cell.text))
          label = ""
        }
      }
      if !label.isEmpty { blocks.append(.line(label)) }
    }
  }
}

extension DraftRow {
  fileprivate var layoutCells: [LayoutTable.Cell] {
    isOmitted
      ? []
      : cells.map { cell in
        LayoutTable.Cell(
          cell.text, columns: cell.span,
          isMerged: cell.vertical != .none || cell.horizontal != .none,
          holdsTable: cell.blocks.contains { if case .table = $0 { true } else { false } })
      }
  }
}

extension XMLAttributes {
  /// `w:tblLook`: attributes by name, or bits of `w:val`.
  fileprivate var tableParts: ConditionalParts {
    let bits = string(.val).flatMap { Int($0, radix: 16) }
    func isOn(_ name: WordName, _ bit: Int) -> Bool {
      string(name).map { ["1", "true", "on"].contains($0) } ?? bits.map { $0 & bit != 0 } ?? true
    }
    var parts = ConditionalParts()
    parts.firstRow = isOn(.firstRow, 0x20)
    parts.lastRow = isOn(.lastRow, 0x40)
    parts.firstColumn = isOn(.firstColumn, 0x80)
    parts.lastColumn = isOn(.lastColumn, 0x100)
    parts.rowBands = bits == nil || !isOn(.noHBand, 0x200)
    parts.columnBands = bits == nil || !isOn(.noVBand, 0x400)
    return parts
  }
}
