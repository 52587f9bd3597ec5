import Diagnostics
internal import DocumentModel
import NationalForm

/// Reads table 1: blocks of rows, each block under column labels of its own.
struct ActiveDisclosureReader {
  private let table = TableID.activeDisclosure
  private let book: LabelBook
  private var seen: [Int: [String]] = [:]

  init(book: LabelBook) {
    self.book = book
  }

  /// The columns of one block, from left to right.
  private struct Block {
    /// Index of the column, nil for a label that the form doesn't know; with its position in the row.
    var columns: [(column: Int?, position: Int)] = []
    var unit: MoneyUnit?
    /// Whether another unit is printed beside the columns.
    var unitsDiffer = false
    /// Whether a label resembles one of the form's and says something else.
    var isContradicted = false
    /// Whether the columns are the form's because the labels can't be read.
    var isAssumed = false
  }

  /// Fills in the cells of `table`.
  mutating func read(
    _ lines: [RoledLine], signals: inout EditionSignals, damaged: inout DamagedLabels,
    into board: inout FormBoard
  ) -> FormIndices {
    var rows: [(line: FormLine, row: Int, label: Int, block: Block)] = []
    var block = Block()
    /// The unit printed apart from the columns: 第二十条第（八）项（单位：元）.
    var apart: MoneyUnit?
    for roled in lines {
      if let unit = statedApart(in: roled.line) { apart = unit }
      switch roled.role {
      case .header:
        block = Self.block(roled.line, table, book, &damaged, &board)
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
    // Figures under no row's label: the text doesn't keep the order of the page.
    let isScrambled = lines.contains {
      guard $0.line.isLoose, $0.line.hasFigures else { return false }
      if case .row = $0.role { return false }
      return true
    }
    for (line, row, label, block) in rows {
      if isScrambled, line.isLoose, line.blocks.count > 1, line.hasFigures {
        let id = NationalForm.table(table).rows[row].id
        board.refuse(FormBoard.cells(of: table, row: row), raw: line.text, at: line.location)
        board.report(
          .rowAmbiguous, "\(id): other figures of the table stand apart from their labels",
          at: line.location)
        continue
      }
      let figures = line.cells[(label + 1)...].count { !$0.isBlank }
      read(line, row, label, fitting(block, row, figures, edition), into: &board)
    }
    board.doubtBlanks(beside: lines, in: table)
    return FormIndices(rows.lazy.map(\.row))
  }

  private static func block(
    _ line: FormLine, _ table: TableID, _ book: LabelBook, _ damaged: inout DamagedLabels,
    _ board: inout FormBoard
  ) -> Block {
    var block = Block()
    for (position, cell) in line.cells.enumerated() where !cell.isBlank {
      let roles = cell.roles(in: table).map(\.role)
      if roles.contains(.furniture) || roles.contains(.caption) { continue }
      var column: Int?
      for case .column(let known) in roles { column = known }
      if column == nil, cell.kind == .words {
        // 单位：元 beside the columns.
        if MoneyUnit.stated(in: cell.text) != nil, FoldedLabel(cell.text).units.count < 8 {
          continue
        }
        switch damaged.column(for: FoldedLabel(cell.text), in: table, book: book) {
        case .whole(let known): column = known
        case .damaged(let known):
          column = known
          board.report(
            .labelUncertain,
            "`\(cell.text.prefix(60))` is read as \(NationalForm.table(table).columns[known].id)",
            at: cell.location)
        case .other: block.isContradicted = true
        // What stands left of the first column is a damaged 信息内容, not a column.
        case .unknown: if position == 0 { continue }
        }
      }
      block.columns.append((column, position))
      if let column, NationalForm.table(table).columns[column].kind == .amount {
        block.unit = MoneyUnit.named(in: cell.text)
      }
    }
    return block
  }

  /// `block` if it heads such a row, else the columns that `edition` gives the row.
  private func fitting(_ block: Block, _ row: Int, _ figures: Int, _ edition: Edition?) -> Block {
    let form = NationalForm.table(table)
    func isOfRow(_ column: Int) -> Bool {
      FormBoard.cell(of: table, row: row, column: column) != nil
    }
    let known = block.columns.compactMap(\.column)
    let isOwn =
      !known.isEmpty && known.allSatisfy(isOfRow) && FormIndices(known).count == known.count
    if block.isContradicted {
      var block = block
      for index in block.columns.indices {
        let column = block.columns[index].column
        if let column, !isOfRow(column) { block.columns[index].column = nil }
      }
      return block
    }
    guard let edition else { return isOwn ? block : Block() }
    if isOwn, block.columns.count >= figures { return block }
    let columns = form.rows[row].columns.compactMap { id in
      form.columns.firstIndex { $0.id == id }.flatMap {
        form.prints($0, row: row, in: edition) ? $0 : nil
      }
    }
    if isOwn {
      // A header of which only some labels can be read.
      let isPartial = figures == columns.count && columns.filter(known.contains) == known
      guard isPartial else { return block }
    }
    var assumed = block
    assumed.isAssumed = block.columns.contains { $0.column == nil }
    assumed.columns = columns.map { ($0, -1) }
    return assumed
  }

  private mutating func read(
    _ line: FormLine, _ row: Int, _ label: Int, _ block: Block, into board: inout FormBoard
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
    if count > 0, count < block.columns.count, cells.prefix(count).allSatisfy({ !$0.isBlank }) {
      board.report(
        .rowShort, "\(id) has \(count) of \(block.columns.count) values", at: line.location)
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
    return MoneyUnit.named(in: label.text(in: row.editions.max() ?? .latest))
  }
}
