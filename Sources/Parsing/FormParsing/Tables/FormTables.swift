import Diagnostics
import NationalForm
import ReportRecords

/// Reads the parts of the three tables in the form's order.
struct FormTables {
  private let parts: [TablePart]
  private let book: LabelBook
  private let years: TableYears
  private var damaged = DamagedLabels()
  private var signals = EditionSignals()

  init(_ parts: [TablePart], years: TableYears, book: LabelBook) {
    self.parts = parts
    self.years = years
    self.book = book
  }

  /// Fills in every cell that is printed; returns the edition, nil where the tables don't tell.
  mutating func read(into board: inout FormBoard) -> Edition? {
    var printed = PerTable<FormIndices?> { _ in nil }
    for table in TableID.allCases {
      let own = parts.filter { $0.table == table }
      guard !own.isEmpty else {
        board.report(.tableMissing, "the table \(table.rawValue) was not found", at: nil)
        continue
      }
      let copies =
        table == .reviewLitigation
        ? TableCopy.reviewCopies(of: own)
        : TableCopy.copies(of: own, book: book, damaged: &damaged)
      let places = self.places(of: copies, table)
      guard let best = TableCopy.best(of: copies, at: places) else {
        reportEarlier(copies, table, &board)
        continue
      }
      for (index, copy) in copies.enumerated() where index != best {
        board.report(
          .tableDuplicated, "another copy of the table \(table.rawValue) was left out",
          at: copy.lines.first?.line.location)
      }
      printed[table] = read(table, copies[best].lines, into: &board)
      refuseUnclear(table, copies, best, among: places, &board)
    }
    for row in printed[.applications] ?? [] { signals.sawRow(row, in: .applications) }
    settleOtherRow(&printed, &board)
    let edition = signals.decided
    if signals.isMixed {
      board.report(.editionMixed, "the tables show signs of more than one edition", at: nil)
    }
    for table in TableID.allCases {
      guard let rows = printed[table] else { continue }
      reportAbsent(table, rows, edition, &board)
    }
    return edition
  }

  private func captions(of copies: [TableCopy], _ table: TableID) -> [TableYears.Caption] {
    copies.map { copy in
      guard let first = copy.lines.first?.line, let last = copy.lines.last?.line else {
        return TableYears.Caption()
      }
      return years.caption(
        of: first.blocks.lowerBound...max(first.blocks.upperBound, last.blocks.upperBound),
        in: table,
        isOneOfSeveral: copies.count > 1)
    }
  }

  /// Where the copies stand: those of another year aren't meant, nor those of others beside an own one, nor any beside a
  /// correction.
  private func places(of copies: [TableCopy], _ table: TableID) -> [TableCopy.Place] {
    let captions = captions(of: copies, table)
    let hasOwn = captions.contains { $0.earlierYear == nil && !$0.isOthers }
    let hasCorrection = captions.contains { $0.earlierYear == nil && $0.isCorrected }
    return captions.map { caption in
      TableCopy.Place(
        isMeant: caption.earlierYear == nil && !(hasOwn && caption.isOthers)
          && !(hasCorrection && !caption.isCorrected),
        isHeaded: caption.isHeading, isAppended: caption.isAppended)
    }
  }

  private func reportEarlier(_ copies: [TableCopy], _ table: TableID, _ board: inout FormBoard) {
    guard let line = captions(of: copies, table).first?.earlierYear else { return }
    board.report(
      .tableMissing,
      "the table \(table.rawValue) of the report's year was not found: `\(line)` stands above another year's",
      at: copies.first?.lines.first?.line.location)
  }

  /// Takes back the figures of a table where another one with other figures follows it or stands before it, and neither a
  /// heading nor a line between them tells which is meant.
  private func refuseUnclear(
    _ table: TableID, _ copies: [TableCopy], _ best: Int, among places: [TableCopy.Place],
    _ board: inout FormBoard
  ) {
    for index in [best - 1, best + 1] where copies.indices.contains(index) {
      let (first, second) = (copies[min(index, best)], copies[max(index, best)])
      guard places[index].isMeant, let end = first.lines.last?.line.blocks.upperBound,
        let start = second.lines.first?.line.blocks.lowerBound,
        start <= end + (places[best].isTold || places[index].isTold ? 1 : Self.fewLines),
        !parts.contains(where: { $0.blocks.lowerBound > end && $0.blocks.upperBound < start }),
        table == .reviewLitigation
          ? first.hasOtherReviews(than: second) : first.isAsGood(as: second)
      else { continue }
      for row in NationalForm.table(table).rows.indices {
        let line = table == .reviewLitigation ? nil : copies[best].line(of: row)?.line
        let cells = FormBoard.cells(of: table, row: row)
        guard line != nil || table == .reviewLitigation else { continue }
        board.refuse(
          cells, raw: line?.text ?? copies[best].lines.map(\.line.text).joined(separator: " "),
          at: line?.location ?? copies[best].lines.first?.line.location)
      }
      board.report(
        .rowAmbiguous,
        "two tables \(table.rawValue) with different figures follow each other, and nothing says which is meant: neither was read",
        at: second.lines.first?.line.location)
      return
    }
  }

  /// Lines between two tables that don't tell which is meant.
  private static let fewLines = 4

  private mutating func read(
    _ table: TableID, _ lines: [RoledLine], into board: inout FormBoard
  ) -> FormIndices {
    switch table {
    case .activeDisclosure:
      var reader = ActiveDisclosureReader(book: book)
      return reader.read(lines, signals: &signals, damaged: &damaged, into: &board)
    case .applications:
      var reader = ApplicationsReader(book: book)
      return reader.read(lines, into: &board)
    case .reviewLitigation:
      var reader = ReviewLitigationReader()
      return reader.read(lines.map(\.line), into: &board)
    }
  }

  /// A row that is its group's label, printed without a value beside the group's rows, is no row.
  private func settleOtherRow(_ printed: inout PerTable<FormIndices?>, _ board: inout FormBoard) {
    let table = TableID.applications
    for row in printed[table] ?? [] {
      guard let group = book.rows[table][row].opens,
        printed[table]?.contains(where: { book.rows[table][$0].group == group }) == true
      else { continue }
      let cells = FormBoard.cells(of: table, row: row)
      if board.cells[cells].allSatisfy({ $0.state == .blank || $0.state == .absent }) {
        board.clear(cells)
        printed[table]?.remove(row)
      }
    }
  }

  /// Lists the rows that the edition prints and the report doesn't.
  private func reportAbsent(
    _ table: TableID, _ printed: FormIndices, _ edition: Edition?, _ board: inout FormBoard
  ) {
    let form = NationalForm.table(table)
    var own = edition
    if table == .applications,
      let editions = printed.map({ form.rows[$0].editions }).first(where: { $0 != .every }),
      edition.map({ !editions.contains($0) }) ?? true
    {
      // The rows under （六） follow what is printed: some reports of a later edition keep the single row.
      own = editions.editions.last
    }
    let absent = form.rows.indices.filter { row in
      let editions = form.rows[row].editions
      return !printed.contains(row) && (own.map(editions.contains) ?? (editions == .every))
    }
    guard !absent.isEmpty else { return }
    board.report(
      .rowsAbsent,
      "\(absent.count) rows of \(table.rawValue) are not printed: "
        + absent.map { form.rows[$0].id }.joined(separator: ", "),
      at: nil)
  }
}
