import Diagnostics
internal import DocumentModel
import NationalForm
internal import TextScanning

/// Reads table 1: blocks of rows, each block under column labels of its own.
struct ActiveDisclosureReader {
  private let table = TableID.activeDisclosure
  private let book: LabelBook
  private var seen: [Int: [String]] = [:]
  /// Whether a row has a blank before a figure: proof that empty cells were kept.
  private var keepsBlanks = false

  init(book: LabelBook) {
    self.book = book
  }

  /// Fills in the cells of `table`.
  mutating func read(
    _ lines: [RoledLine], signals: inout EditionSignals, damaged: inout DamagedLabels,
    into board: inout FormBoard
  ) -> FormIndices {
    var rows: [(line: FormLine, row: Int, label: Int, block: DisclosureBlock)] = []
    var block = DisclosureBlock()
    /// The unit printed apart from the columns: 第二十条第（八）项（单位：元）.
    var apart: MoneyUnit?
    for roled in lines {
      if let unit = statedApart(in: roled.line) { apart = unit }
      switch roled.role {
      case .header:
        block = DisclosureBlock(roled.line, book: book, damaged: &damaged, into: &board)
        for case let (column?, _) in block.columns { signals.sawColumn(column) }
      case .row(let row, let label, let damage):
        var own = block
        if let apart {
          if let unit = own.unit, unit.exponent != apart.exponent { own.unitsDiffer = true }
          own.unit = own.unit ?? apart
        }
        rows.append((roled.line, row, label, own))
        signals.sawRow(row, in: table)
        if let damage {
          board.report(
            damage.code,
            "`\(roled.line.cells[label].text.prefix(60))` is read as \(NationalForm.table(table).rows[row].id)",
            at: roled.line.location)
        }
      case .unknown: board.reportUnknown(roled.line)
      case .note: TableNotes.report(roled.line, &board)
      case .blank, .group: break
      }
    }
    let edition = signals.decided
    let numbered = Self.numberedPosition(rows.map { ($0.line, $0.block) })
    if let numbered {
      for index in rows.indices where rows[index].line.cells.indices.contains(numbered) {
        rows[index].line.cells[numbered].text = ""
        rows[index].line.cells[numbered].kind = .blank
      }
    }
    // Figures under no row's label: the text doesn't keep the order of the page.
    let isScrambled = lines.contains {
      guard $0.line.isLoose, $0.line.hasFigures else { return false }
      if case .row = $0.role { return false }
      return true
    }
    keepsBlanks = rows.contains { row in
      let values = row.line.cells[(row.label + 1)...]
      return !row.line.isLoose
        && FilledRun(values).map { !values[..<$0.last].allSatisfy { !$0.isBlank } } ?? false
    }
    for (index, (line, row, label, block)) in rows.enumerated() {
      // The figure of a row without one may stand above its label.
      let next = index + 1 < rows.count ? rows[index + 1].line : nil
      let isShared = next.map { $0.isLoose && !$0.hasFigures } ?? false
      if isScrambled || isShared, line.isLoose, line.blocks.count > 1, line.hasFigures {
        let id = NationalForm.table(table).rows[row].id
        board.refuse(FormBoard.cells(of: table, row: row), raw: line.text, at: line.location)
        board.report(
          .rowAmbiguous, "\(id): other figures of the table stand apart from their labels",
          at: line.location)
        continue
      }
      let figures = line.cells[(label + 1)...].count { !$0.isBlank }
      read(line, row, label, block.fitting(row, figures, edition), into: &board)
    }
    board.doubtBlanks(beside: lines, in: table)
    return FormIndices(rows.lazy.map(\.row))
  }

  private mutating func read(
    _ line: FormLine, _ row: Int, _ label: Int, _ block: DisclosureBlock,
    into board: inout FormBoard
  ) {
    let form = NationalForm.table(table)
    let id = form.rows[row].id
    let values = line.cells[(label + 1)...]
    let columns = block.columns.compactMap(\.column)
    let all = columns.compactMap { FormBoard.cell(of: table, row: row, column: $0) }
    let printed = values.filter { !$0.isBlank }.map(\.text)
    if let earlier = seen[row] {
      board.report(
        .rowDuplicated, "\(id) is printed twice\(earlier == printed ? "" : " with other values")",
        at: line.location)
      if earlier != printed {
        board.refuse(FormBoard.cells(of: table, row: row), raw: line.text, at: line.location)
      }
      return
    }
    seen[row] = printed
    guard !all.isEmpty else {
      board.refuse(FormBoard.cells(of: table, row: row), raw: line.text, at: line.location)
      board.report(.columnUnknown, "\(id): its columns have no readable labels", at: line.location)
      return
    }
    if block.isAssumed {
      board.report(
        .columnUnknown, "\(id): its columns have other labels; taken in the form's order",
        at: line.location)
    }
    guard let cells = Self.cells(values, under: block.columns.map(\.position), line.isLoose) else {
      board.refuse(all, raw: line.text, at: line.location)
      board.report(
        .rowAmbiguous, "\(id): its figures fit the columns in more than one way", at: line.location)
      return
    }
    for (index, (column, _)) in block.columns.enumerated() {
      let cell = index < cells.count ? cells[index] : nil
      guard let column else {
        if let cell, !cell.isBlank {
          board.report(
            .columnUnknown,
            "\(id): `\(cell.text.prefix(40))` stands in a column that isn't the form's",
            at: cell.location)
        }
        continue
      }
      guard let position = FormBoard.cell(of: table, row: row, column: column) else { continue }
      let kind = form.columns[column].kind
      if kind == .amount, block.unitsDiffer, let cell, !cell.isBlank {
        board.refuse([position], raw: cell.text, at: cell.location)
        board.report(
          .amountUnitConflict, "\(id): two units are printed for \(cell.text.prefix(40))",
          at: cell.location)
        continue
      }
      let units = CellUnits(
        header: block.unit, ofForm: form.columns[column].unit(in: form.rows[row]))
      board.read(cell, at: position, as: kind, units: units)
    }
    // Blanks at the end alone may be those that a row lost further left.
    let count = cells.count { !$0.isBlank }
    if !keepsBlanks, count > 0, count < block.columns.count,
      cells.prefix(count).allSatisfy({ !$0.isBlank })
    {
      board.report(
        .rowShort, "\(id) has \(count) of \(block.columns.count) values", at: line.location)
    }
  }

  /// The position of a column without a label of the form that numbers the rows; nil where none does.
  private static func numberedPosition(_ rows: [(line: FormLine, block: DisclosureBlock)]) -> Int? {
    guard rows.count > 2, !rows.contains(where: { $0.line.isLoose || $0.block.columns.isEmpty }),
      let width = rows.map(\.line.cells.count).min()
    else { return nil }
    return (0..<width).first { position in
      let numbers = rows.map { Int($0.line.cells[position].text) }
      return numbers.enumerated().allSatisfy { $1 == $0 + 1 }
        && !rows.contains { row in
          row.block.columns.contains { $0.column != nil && $0.position <= position }
        }
    }
  }

  /// The cells under the columns; nil where blanks leave more than one way.
  ///
  /// Header and row often split the grid in different ways (two columns over three positions): then the figures are
  /// taken in order, if there are as many as columns.
  private static func cells(
    _ values: ArraySlice<FormCell>, under positions: [Int], _ isLoose: Bool
  ) -> [FormCell]? {
    let filled = values.filter { !$0.isBlank }
    if filled.count == positions.count { return filled }
    guard !isLoose, filled.count < positions.count else { return nil }
    let places = Set(positions)
    if places.count == positions.count, places.allSatisfy({ values.indices.contains($0) }),
      values.indices.allSatisfy({ values[$0].isBlank || places.contains($0) })
    {
      return positions.map { values[$0] }
    }
    if filled.isEmpty || values.count == positions.count { return Array(values) }
    // One value missing at the end; more could have stood anywhere.
    if values.count == positions.count - 1, filled.count == values.count { return filled }
    return nil
  }

  /// The unit of money that a line states outside the labels of its columns and values.
  private func statedApart(in line: FormLine) -> MoneyUnit? {
    for cell in line.cells where cell.kind == .words || cell.kind == .label {
      let isColumn = cell.roles(in: table).contains {
        if case .column = $0.role { true } else { false }
      }
      if !isColumn, let unit = MoneyUnit.stated(in: cell.text), !Self.namesMoney(cell.text) {
        return unit
      }
    }
    return nil
  }

  /// Whether a column's label that is none of the form's speaks of money: 本年收费金额（单位：元）.
  private static func namesMoney(_ text: String) -> Bool { text.scalars.contains("金额") }
}

extension FormColumn {
  /// The unit of money that the form's label of this column names, in the last edition that prints `row`; nil where it
  /// names none.
  fileprivate func unit(in row: FormRow) -> MoneyUnit? {
    guard kind == .amount, let label = path.last else { return nil }
    return MoneyUnit.named(in: label.text(in: row.editions.editions.last ?? .latest))
  }
}
