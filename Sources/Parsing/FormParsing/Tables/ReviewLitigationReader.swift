import Diagnostics
import NationalForm
import ReportRecords

/// Reads table 3: fifteen values side by side, or group by group where a report stacks them.
struct ReviewLitigationReader {
  /// A column of values: a group and one of its five columns.
  private struct Place: Hashable {
    var row, column: Int
  }

  private let table = TableID.reviewLitigation
  static let width =
    NationalForm.reviewLitigation.columns.count * NationalForm.reviewLitigation.rows.count
  private var header = ReviewHeader()
  private var seen: FormIndices = []
  /// The figures of a row that has those of all groups.
  private var wholeRow: [String] = []
  /// A line with figures that belong to no group.
  private var lost: FormLine?
  /// A row of blanks, and the header above it.
  private var blankRow: (header: ReviewHeader, line: FormLine)?

  /// Fills in the cells of the table; returns the groups that have values.
  mutating func read(_ lines: [FormLine], into board: inout FormBoard) -> FormIndices {
    for line in lines {
      let isHeader = line.cells.contains { !$0.roles(in: table).isEmpty }
      let hasFigures = line.hasFigures
      if isHeader, hasFigures {
        readLabelled(line, into: &board)
      } else if isHeader, header.isComplete, header.holds(line) {
        // The header comes again on the next page.
        continue
      } else if isHeader {
        header.add(line)
        TableNotes.report(line, &board)
      } else if hasFigures || isRowOfBlanksOrWords(line) {
        readValues(line, into: &board)
      } else {
        TableNotes.report(line, &board)
      }
    }
    if let lost {
      for row in seen { board.doubtBlanks(at: FormBoard.cells(of: table, row: row), for: lost) }
    }
    return seen
  }

  /// A row of blanks, or of words in every cell, under a finished header is the row of values.
  private func isRowOfBlanksOrWords(_ line: FormLine) -> Bool {
    guard header.isComplete, line.cells.count >= Self.width, seen.isEmpty else { return false }
    let filled = line.cells.count { !$0.isBlank }
    return filled == 0 || filled == Self.width
  }

  /// A row that begins with the name of its group: `行政复议  1 0 0 0 1`.
  private mutating func readLabelled(_ line: FormLine, into board: inout FormBoard) {
    var row: Int?
    var label = 0
    for (index, cell) in line.cells.enumerated() {
      for case .row(let group) in cell.roles(in: table).map(\.role) {
        row = group
        label = index
      }
    }
    guard let row, !seen.contains(row) else { return unknown(line, into: &board) }
    TableNotes.report(line, &board)
    guard let columns = header.stackedColumns else {
      refuse([row], line, &board)
      return
    }
    fill(columns.map { Place(row: row, column: $0) }, line, line.cells[(label + 1)...], &board)
  }

  private mutating func readValues(_ line: FormLine, into board: inout FormBoard) {
    let places = header.rowOrder.flatMap { group in
      header.columns(of: group).map { Place(row: group, column: $0) }
    }
    guard !places.contains(where: { seen.contains($0.row) }) else {
      if line.cells.allSatisfy(\.isBlank) { return }
      guard let blankRow, Self.goesOn(from: blankRow.line, in: line) else {
        return readAgain(line, into: &board)
      }
      for group in seen { board.clear(FormBoard.cells(of: table, row: group)) }
      seen = []
      header = blankRow.header
      return readValues(line, into: &board)
    }
    blankRow = line.cells.allSatisfy(\.isBlank) ? (header, line) : nil
    wholeRow = line.cells.filter { $0.kind == .figure }.map(\.text)
    guard places.count < 15 || header.isReadable || header.fitsFixedOrder else {
      refuse(header.rowOrder, line, &board)
      header = ReviewHeader()
      return
    }
    let values = line.cells[start(of: line, count: places.count)...]
    for cell in line.cells.prefix(line.cells.count - values.count) {
      board.report(.tableNote, cell.text, at: cell.location)
    }
    fill(places, line, values, &board)
    header = ReviewHeader()
  }

  /// A second row of all values says that the first may not be the report's own.
  private mutating func readAgain(_ line: FormLine, into board: inout FormBoard) {
    let figures = line.cells.filter { $0.kind == .figure }.map(\.text)
    guard figures.count == Self.width, wholeRow.count == Self.width,
      line.cells.allSatisfy({ $0.kind != .words })
    else { return unknown(line, into: &board) }
    let isSame = figures == wholeRow
    if !isSame {
      for row in seen {
        board.refuse(FormBoard.cells(of: table, row: row), raw: line.text, at: line.location)
      }
    }
    let message = "the values of table 3 are printed twice"
    board.report(
      .rowDuplicated, isSame ? message : message + " with other values", at: line.location)
  }

  /// Where the values of `line` begin: behind a label beside them, such as 数量.
  ///
  /// Words such as 见附件 that stand in the place of the first value are a cell: without them all others would move left.
  private func start(of line: FormLine, count: Int) -> Int {
    let words = line.cells.prefix { $0.kind == .words }.count
    guard words > 0 else { return 0 }
    let room = max(0, line.cells.count - count)
    if !line.isLoose, let first = header.firstPosition(count: count) {
      return min(words, first, room)
    }
    let filled = line.cells.count { !$0.isBlank }
    if filled >= count { return min(words, filled - count) }
    return line.isLoose ? words : min(words, room)
  }

  /// The labels contradict the form's order and don't give another.
  private mutating func refuse(_ groups: [Int], _ line: FormLine, _ board: inout FormBoard) {
    for group in groups {
      board.refuse(FormBoard.cells(of: table, row: group), raw: line.text, at: line.location)
    }
    seen.formUnion(FormIndices(groups))
    board.report(
      .columnUnknown, "the order of the columns of table 3 is unclear",
      at: line.location)
  }

  private mutating func fill(
    _ places: [Place], _ line: FormLine, _ values: ArraySlice<FormCell>, _ board: inout FormBoard
  ) {
    var positions = places.compactMap {
      FormBoard.cell(of: table, row: $0.row, column: $0.column)
    }
    seen.formUnion(FormIndices(places.lazy.map(\.row)))
    guard let cells = window(values, count: places.count, isLoose: line.isLoose) else {
      board.refuse(positions, raw: line.text, at: line.location)
      board.report(
        .rowAmbiguous, "the figures of table 3 fit its columns in more than one way",
        at: line.location)
      return
    }
    switch Self.totals(cells, places.map(\.column)) {
    case .asNamed: break
    case .elsewhere: return refuse(places.map(\.row), line, &board)
    case .first:
      let width = NationalForm.reviewLitigation.columns.count
      let order = [width - 1] + (0..<width - 1)
      positions = places.indices.compactMap { index in
        FormBoard.cell(of: table, row: places[index].row, column: order[index % width])
      }
    }
    // Figures that ran together push those behind them to the left.
    let readable = cells.count < places.count ? cells.firstIndex(where: \.holdsSeveralNumbers) : nil
    for (index, position) in positions.enumerated() {
      if let readable, index >= readable {
        board.refuse([position], raw: line.text, at: line.location)
      } else {
        board.read(index < cells.count ? cells[index] : nil, at: position, as: .count)
      }
    }
    if cells.count < places.count
      || ShortRows().looksCut(cells, width: places.count) && !Self.isPlaced(cells)
    {
      let filled = cells.count { !$0.isBlank }
      board.report(
        .rowShort, "table 3 has \(filled) of \(places.count) values", at: line.location)
    }
  }

  /// The cells under the columns, fewer in a row cut short; nil where blanks leave more than one way.
  private func window(
    _ values: ArraySlice<FormCell>, count: Int, isLoose: Bool
  ) -> [FormCell]? {
    let filled = values.filter { !$0.isBlank }
    if filled.count == count { return filled }
    guard filled.count < count else { return nil }
    if isLoose { return looseShortRow(values, count: count) }
    if filled.isEmpty || values.count == count { return Array(values.prefix(count)) }
    if values.count < count {
      return count == Self.width
        ? Self.lackingOne(values) : values.shortRow(of: count, groupWidth: 5)
    }
    guard let run = FilledRun(values) else { return nil }
    let earliest = max(values.startIndex, run.last - count + 1)
    let latest = min(run.first, values.endIndex - count)
    guard earliest <= latest else { return nil }
    if earliest == latest { return Array(values[earliest..<(earliest + count)]) }
    guard let start = header.firstPosition(count: count), (earliest...latest).contains(start)
    else { return nil }
    return Array(values[start..<(start + count)])
  }

  /// The row without its last value, put together from paragraphs: a blank left no trace there, so the totals of the
  /// first two groups must prove that none is missing before them.
  private func looseShortRow(_ values: ArraySlice<FormCell>, count: Int) -> [FormCell]? {
    let width = NationalForm.reviewLitigation.columns.count
    guard count == width * NationalForm.reviewLitigation.rows.count,
      let row = values.shortRow(of: count, groupWidth: width)
    else { return nil }
    let numbers = row.compactMap { PlainNumber.value(of: $0.text) }
    guard numbers.count == row.count else { return nil }
    // Zeros add up wherever one is missing.
    var hasProof = false
    for start in [0, width] {
      let group = numbers[start..<(start + width)]
      guard let total = group.last, group.dropLast().reduce(0, +) == total else { return nil }
      hasProof = hasProof || total > 0
    }
    return hasProof ? row : nil
  }

  private mutating func unknown(_ line: FormLine, into board: inout FormBoard) {
    lost = line
    board.reportUnknown(line)
  }
}
