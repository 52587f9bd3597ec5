import Diagnostics
import NationalForm

/// Reads table 2: rows by label, seven values each.
struct ApplicationsReader {
  /// A line that is a row, and where its label ends.
  struct Row {
    var index: Int
    var label: Int
    var line: FormLine
    /// Cells after the label.
    var values: ArraySlice<FormCell> { line.cells[(label + 1)...] }
    var depth: Int
  }

  let table = TableID.applications
  private let book: LabelBook
  var header = ColumnHeader()
  private var starts = WindowStarts()
  private var shortRows = ShortRows()
  private var mayEndEarly = false
  /// Where the values stand in rows that have other columns beside the form's; nil where they have none.
  var gridPositions: [Int]?
  /// Where labels stand, though some rows have figures there; nil where no row has.
  var labelPosition: Int?
  var columns: [Int]?
  /// The columns of a table that lacks some, with their positions.
  var partial: [(column: Int, position: Int)]?
  /// Widths of tables in which the labels of some rows leave less than seven cells for values.
  private var narrowWidths: Set<Int> = []
  private var seen: [Int: Row] = [:]

  init(book: LabelBook) {
    self.book = book
  }

  /// Fills in the cells of `table`; returns the rows that it prints.
  mutating func read(_ lines: [RoledLine], into board: inout FormBoard) -> FormIndices {
    var rows: [Row] = []
    for roled in lines {
      switch roled.role {
      case .header:
        header.add(roled.line, in: table)
        TableNotes.report(roled.line, &board)
      case .row(let index, let label, let damage):
        let depth = book.rows[table][index].depth
        rows.append(Row(index: index, label: label, line: roled.line, depth: depth))
        if let damage { reportDamaged(roled.line, label, index, damage, &board) }
      case .unknown: board.reportUnknown(roled.line)
      case .note: TableNotes.report(roled.line, &board)
      case .group: TableNotes.report(roled.line, &board)
      case .blank: break
      }
    }
    columns = header.order(in: table, count: Self.width)
    findStrangers(rows, &board)
    findMissing(rows, &board)
    for row in rows { learn(row) }
    narrowWidths = Set(lines.lazy.filter(Self.isNarrow).map(\.line.cells.count))
    // One row that ends early may have lost its last value; where several do, blanks were lost anywhere.
    mayEndEarly = rows.count { $0.values.count { !$0.isBlank } != Self.width } == 1
    let windows = rows.map { window(of: $0) }
    let isLoose = rows.contains(where: \.line.isLoose)
    if let order = columns, !Self.allow(order, windows, isLoose: isLoose) { columns = nil }
    for (row, window) in zip(rows, windows) { shortRows.learn(row.line, window) }
    let doubtful = DoubtfulRows(rows, among: lines)
    for (index, (row, window)) in zip(rows, windows).enumerated() {
      read(row, window, isApart: doubtful.contains(index), into: &board)
    }
    board.doubtBlanks(beside: lines, in: table)
    return FormIndices(rows.lazy.map(\.index))
  }

  static let width = 7

  /// Notes where the values of a row without blanks begin.
  private mutating func learn(_ row: Row) {
    guard !row.line.isLoose, let run = FilledRun(row.values), run.count == Self.width,
      run.isContiguous
    else { return }
    starts.learn(run.first, of: row.line, label: row.label, depth: row.depth)
  }

  private mutating func read(
    _ row: Row, _ window: [FormCell]?, isApart: Bool, into board: inout FormBoard
  ) {
    let positions = FormBoard.cells(of: table, row: row.index)
    if let earlier = seen[row.index] {
      let same =
        earlier.values.filter { !$0.isBlank }.map(\.text)
        == row.values.filter { !$0.isBlank }.map(\.text)
      board.report(
        .rowDuplicated,
        "\(NationalForm.table(table).rows[row.index].id) is printed twice\(same ? "" : " with other values")",
        at: row.line.location)
      if !same, row.line.hasFigures {
        board.refuse(positions, raw: row.line.text, at: row.line.location)
      }
      return
    }
    seen[row.index] = row
    if let partial {
      for (column, position) in partial {
        guard let place = FormBoard.cell(of: table, row: row.index, column: column) else {
          continue
        }
        board.read(row.line.cells[position], at: place, as: .count)
      }
      return
    }
    guard let columns else {
      refuse(
        row, positions, .columnUnknown, "the order of the columns is unclear", &board)
      return
    }
    guard !isApart else {
      refuse(
        row, positions, .rowAmbiguous, "other figures of the table stand apart from their labels",
        &board)
      return
    }
    guard !row.line.isLabelLost else {
      refuse(
        row, positions, .rowAmbiguous, "its label was not found, only figures in its place", &board)
      return
    }
    guard let window else {
      refuse(
        row, positions, .rowAmbiguous, "its figures fit the columns in more than one way", &board)
      return
    }
    if shortRows.hasLostBlanks(window, width: Self.width) {
      refuse(
        row, positions, .rowShort,
        "\(window.count { !$0.isBlank }) of 7 values, and it is unclear which are missing",
        &board)
      return
    }
    reportWords(of: row, beside: window, &board)
    // Figures that ran together push those behind them to the left.
    let readable = window.count < Self.width ? window.firstIndex(where: \.holdsSeveralNumbers) : nil
    for (offset, column) in columns.enumerated() {
      guard let position = FormBoard.cell(of: table, row: row.index, column: column) else {
        continue
      }
      if let readable, offset >= readable {
        board.refuse([position], raw: row.line.text, at: row.line.location)
      } else {
        board.read(offset < window.count ? window[offset] : nil, at: position, as: .count)
      }
    }
    if window.count < Self.width || shortRows.looksCut(window, width: Self.width) {
      let count = window.count { !$0.isBlank }
      board.report(
        .rowShort, "\(NationalForm.table(table).rows[row.index].id) has \(count) of 7 values",
        at: row.line.location)
    }
  }

  /// Keeps words that are neither the row's label nor one of its values.
  private func reportWords(of row: Row, beside window: [FormCell], _ board: inout FormBoard) {
    let values = window.lazy.filter { $0.kind == .words }.map(\.text)
    for (index, cell) in row.line.cells.enumerated()
    where cell.kind == .words && index != row.label && !values.contains(cell.text) {
      board.report(.tableNote, cell.text, at: cell.location)
    }
  }

  /// Whether the label of a table's row leaves less than seven cells for values.
  private static func isNarrow(_ roled: RoledLine) -> Bool {
    guard !roled.line.isLoose,
      let figure = roled.line.cells.firstIndex(where: { $0.kind == .figure })
    else { return false }
    var label: Int?
    switch roled.role {
    case .row(_, let place, _): label = place
    case .unknown:
      label = roled.line.cells[..<figure].lastIndex { $0.kind == .words || $0.kind == .label }
    case .blank, .header, .group, .note: break
    }
    return label.map { roled.line.cells.count - $0 - 1 < width } ?? false
  }

  /// The seven cells under the columns, fewer in a row cut short; nil where blanks leave more than one way.
  private func window(of row: Row) -> [FormCell]? {
    var values = row.values
    if let gridPositions {
      guard !row.line.isLoose, row.line.cells.count == header.width,
        gridPositions.allSatisfy({ $0 > row.label && $0 < row.line.cells.count }),
        labelPosition.map({ row.line.cells[$0].kind != .figure }) ?? true
      else { return nil }
      return gridPositions.map { row.line.cells[$0] }
    }
    // A label may go on in a second cell.
    while values.count(where: { !$0.isBlank }) > Self.width, let first = values.first,
      first.kind == .words || first.isBlank
    {
      values = values.dropFirst()
    }
    guard let run = FilledRun(values) else {
      guard !row.line.isLoose else { return nil }
      let start =
        starts.start(of: row.line, label: row.label, depth: row.depth, header: headStart)
        ?? values.startIndex
      let from = max(values.startIndex, min(start, values.endIndex - Self.width))
      return Array(values[from...].prefix(Self.width))
    }
    if run.count == Self.width { return values.filter { !$0.isBlank } }
    guard !row.line.isLoose, run.count < Self.width else { return nil }
    if values.count < Self.width {
      return mayEndEarly ? values.shortRow(of: Self.width, groupWidth: Self.width) : nil
    }
    if values.count == Self.width {
      // Its first cell may be one of labels.
      let isLabels = values.first?.isBlank == true && narrowWidths.contains(row.line.cells.count)
      return isLabels ? nil : Array(values)
    }
    let earliest = max(values.startIndex, run.last - Self.width + 1)
    let latest = min(run.first, values.endIndex - Self.width)
    guard earliest <= latest else { return nil }
    if earliest == latest { return Array(values[earliest..<(earliest + Self.width)]) }
    guard
      let start = starts.start(
        of: row.line, label: row.label, depth: row.depth, header: headStart),
      (earliest...latest).contains(start)
    else { return nil }
    return Array(values[start..<(start + Self.width)])
  }

  /// Where the header says that the values begin.
  private var headStart: Int? { header.firstPosition(count: Self.width, in: table) }

  private func refuse(
    _ row: Row, _ positions: Range<Int>, _ code: IssueCode, _ reason: String,
    _ board: inout FormBoard
  ) {
    board.refuse(positions, raw: row.line.text, at: row.line.location)
    board.report(
      code, "\(NationalForm.table(table).rows[row.index].id): \(reason)", at: row.line.location)
  }

  private func reportDamaged(
    _ line: FormLine, _ label: Int, _ row: Int, _ damage: LabelDamage, _ board: inout FormBoard
  ) {
    board.report(
      damage.code,
      "`\(line.cells[label].text.prefix(60))` is read as \(NationalForm.table(table).rows[row].id)",
      at: line.cells[label].location)
  }
}
