internal import Diagnostics
internal import DocumentModel

/// Tables without lines around their cells, told by their words: heads, and rows of labels and figures below them, in the
/// order in which they were drawn.
///
/// The shapes are those of ``WordTables``, but values may be blank, labels and figures near to each other, heads repeated
/// on each page. A value whose column can't be told is U+FFFD in every column that it may stand in.
struct OpenTables {
  struct Found {
    /// Counts from 0; where the table begins.
    var page: Int
    var grid: GridTable
  }

  private(set) var tables: [Found] = []
  /// For each page the words, by their order, that are in one of ``tables``.
  private(set) var taken: [Set<Int>]
  private(set) var issues: [Issue] = []
  private let cells: [OpenCell]

  /// - Parameters:
  ///   - pages: The words of each page that stand in no other table, in the order in which they were drawn.
  ///   - reach: How far words of one text may stand apart, in characters.
  ///   - isTight: Whether lines of one text stand as near to each other as any do.
  init(_ pages: [[Word]], reach: Double, isTight: Bool) {
    taken = pages.map { _ in [] }
    cells = OpenCell.cells(
      of: pages.enumerated().flatMap { page, words in
        words.map { PlacedWord(word: $0, page: page) }
      }, reach: reach, isTight: isTight)
    var index = 0
    while index < cells.count, tables.count < Self.mostTables {
      index = readTable(at: index) ?? index + 1
    }
  }

  /// Reads the table that begins at `index`; returns where it ends, nil where none begins.
  private mutating func readTable(at index: Int) -> Int? {
    guard !cells[index].isFigure else { return nil }
    if cells[index].isCaption { return readSections(at: index) }
    // Heads are short.
    guard cells[index].words.count < 8, cells[index].mark == nil else { return nil }
    return readRows(at: index) ?? readHeadedRow(at: index)
  }

  /// Takes such tables out of the lines of `pages`.
  ///
  /// - Parameter ranges: The pages that may hold a table.
  static func take(from pages: inout [PageContent], on ranges: [Range<Int>]) -> [Issue] {
    let suspects = ranges.joined().filter { pages[$0].tables.isEmpty || !pages[$0].lines.isEmpty }
    guard suspects.contains(where: { pages[$0].hasGaps }) else { return [] }
    var words: [[Word]] = pages.map { _ in [] }
    for index in suspects {
      words[index] = pages[index].lines.flatMap(\.words).sorted { $0.order < $1.order }
    }
    var issues: [Issue] = []
    // Cells may stand as near to each other as words do that a blank parts, and rows as near as lines: where one
    // reading gives no table, another may.
    for (reach, isTight) in [(0.12, true), (0.12, false), (0.35, true), (0.35, false)] {
      guard suspects.contains(where: { pages[$0].hasGaps }) else { break }
      let found = OpenTables(words, reach: reach, isTight: isTight)
      for index in suspects where !found.taken[index].isEmpty {
        words[index].removeAll { found.taken[index].contains($0.order) }
        pages[index].lines = LineAssembly.lines(of: words[index])
      }
      for table in found.tables { pages[table.page].add(table.grid) }
      issues += found.issues
    }
    return issues
  }

  // MARK: Rows with labels

  private mutating func readRows(at index: Int) -> Int? {
    guard let head = OpenHead(in: cells, from: index, count: Self.labelledColumns, hasLabels: true)
    else { return nil }
    let corner = corner(of: head)
    let reading = OpenRows(cells, below: head, corner: corner?.text)
    let filled = reading.rows.filter { !$0.values.isEmpty }
    guard filled.count(where: { $0.values.contains(where: \.isFigure) }) > 2,
      let columns = OpenColumns(
        heads: head.leaves.map(\.box), rows: filled.map { $0.values.map(\.box) })
    else { return nil }
    var grid = OpenGrid(columnCount: Self.labelColumns + Self.labelledColumns)
    for row in head.rows() {
      grid.add(row.map { ($0.cell, $0.column + Self.labelColumns) })
    }
    if let corner { grid.put(corner, row: 0, column: 0) }
    for row in reading.rows {
      grid.addRow(labels(of: row))
      add(row, columns, to: &grid)
    }
    let start = corner == nil ? head.range.lowerBound : head.range.lowerBound - 1
    finish(grid, start..<reading.end)
    return reading.end
  }

  /// The text left of all heads that was drawn right before them.
  private func corner(of head: OpenHead) -> OpenCell? {
    let index = head.range.lowerBound - 1
    guard cells.indices.contains(index), case let cell = cells[index], !cell.isFigure,
      cell.page == head.page, cell.box.right <= head.left + 2,
      cell.box.bottom > (head.groups + head.leaves).map(\.box.top).min() ?? 0,
      cell.box.top < head.bottom
    else { return nil }
    return cell
  }

  private func labels(of row: OpenRow) -> [(cell: OpenCell, column: Int, rest: OpenCell?)] {
    var places: [(OpenCell, Int, OpenCell?)] = []
    for (offset, group) in row.groups.suffix(Self.labelColumns - 1).reversed().enumerated() {
      places.append(
        (group, group.mark.map { min($0.level, 1) } ?? Self.labelColumns - 2 - offset, nil))
    }
    if places.count > 1, places[0].1 == places[1].1 { places[1].1 = 0; places[0].1 = 1 }
    if let label = row.label { places.append((label, Self.labelColumns - 1, row.labelRest)) }
    return places
  }

  private mutating func add(_ row: OpenRow, _ columns: OpenColumns, to grid: inout OpenGrid) {
    put(row.values, columns, first: Self.labelColumns, &grid)
    guard !row.cutValues.isEmpty else { return }
    // A page break went through the row: what of it is a whole figure can't be told.
    for (value, place) in zip(row.cutValues, columns.places(of: row.cutValues.map(\.box))) {
      guard let place else { return grid.loseRow(from: Self.labelColumns) }
      grid.put(value, inLastRowAt: place + Self.labelColumns)
    }
    issues.append(
      Issue(
        .pdfColumnUncertain, "a page break goes through figures of “\(row.label?.text ?? "")”",
        at: location(of: row.values + row.cutValues)))
  }

  /// Puts `values` into the last row of `grid`, each in its column, which count from `first`.
  private mutating func put(
    _ values: [OpenCell], _ columns: OpenColumns, first: Int, _ grid: inout OpenGrid
  ) {
    let places = columns.places(of: values.map(\.box))
    for (value, place) in zip(values, places) {
      if let place { grid.put(value, inLastRowAt: first + place) }
    }
    guard places.contains(nil) else { return }
    var low = 0
    for index in places.indices {
      if let place = places[index] {
        low = place + 1
      } else {
        let high = places[index...].lazy.compactMap(\.self).first ?? columns.count
        for column in low..<max(low, high) { grid.lose(first + column) }
      }
    }
    issues.append(
      Issue(
        .pdfColumnUncertain,
        "“\(values.map(\.text).joined(separator: " "))” may stand in more than one column",
        at: location(of: values)))
  }

  private func location(of cells: [OpenCell]) -> Location? {
    guard let first = cells.first else { return nil }
    return .page(
      first.page + 1,
      box: cells.lazy.filter { $0.page == first.page }.reduce(first.box) { $0.union($1.box) })
  }

  // MARK: One row

  private mutating func readHeadedRow(at index: Int) -> Int? {
    guard
      let head = OpenHead(in: cells, from: index, count: Self.headedColumns, hasLabels: false)
    else { return nil }
    let start = head.range.upperBound
    var end = start
    while end < cells.count, end - start < Self.headedColumns, cells[end].isBeside(cells[start]),
      cells[end].box.left > (end > start ? cells[end - 1].box.right - 0.5 : 0)
    {
      end += 1
    }
    let values = Array(cells[start..<end])
    guard end == cells.count || !cells[end].standsRight(of: cells[end - 1]),
      let columns = OpenColumns(heads: head.leaves.map(\.box), rows: [values.map(\.box)])
    else { return nil }
    var grid = OpenGrid(columnCount: Self.headedColumns)
    for row in head.rows() { grid.add(row.map { ($0.cell, $0.column) }) }
    grid.addRow([])
    put(values, columns, first: 0, &grid)
    finish(grid, head.range.lowerBound..<end)
    return end
  }

  // MARK: Sections

  private mutating func readSections(at index: Int) -> Int? {
    guard let reading = OpenSections(cells, from: index) else { return nil }
    var grid = OpenGrid(columnCount: SectionedTable.columnCount)
    for section in reading.sections {
      grid.add([(section.caption, 0)])
      grid.add(section.heads.enumerated().map { ($1, $0) })
      // Sections whose heads stand in the same places have the same columns.
      let alike = reading.sections.filter { $0.hasHeads(of: section) }
      let columns = OpenColumns(
        heads: section.heads.dropFirst().map(\.box),
        rows: alike.flatMap { $0.rows.map { $0.values.map(\.box) } })
      for row in section.rows {
        grid.addRow([(row.label, 0, nil)])
        if let columns {
          put(row.values, columns, first: 1, &grid)
        } else if !row.values.isEmpty {
          for column in 1...section.valueCount { grid.lose(column) }
        }
      }
      if columns == nil {
        issues.append(
          Issue(
            .pdfColumnUncertain,
            "the figures below “\(section.caption.text)” do not stand below their heads",
            at: location(of: [section.caption])))
      }
    }
    finish(grid, reading.range)
    return reading.range.upperBound
  }

  private mutating func finish(_ grid: OpenGrid, _ range: Range<Int>) {
    guard let table = grid.table(around: cells[range]), standsAlone(range) else { return }
    tables.append(Found(page: table.page - 1, grid: table))
    for cell in cells[range] { taken[cell.page].formUnion(cell.words.lazy.map(\.order)) }
  }

  /// Whether nothing else stands among the cells in `range`: a value that was drawn elsewhere leaves a blank.
  private func standsAlone(_ range: Range<Int>) -> Bool {
    var boxes: [Int: BoundingBox] = [:]
    for cell in cells[range] { boxes[cell.page] = boxes[cell.page]?.union(cell.box) ?? cell.box }
    return cells.indices.allSatisfy { index in
      guard !range.contains(index), let box = boxes[cells[index].page] else { return true }
      return !box.contains(x: cells[index].box.middleX, y: cells[index].box.middleY)
    }
  }

  private static let labelledColumns = 7
  private static let headedColumns = 15
  private static let labelColumns = 3
  /// A report has three.
  private static let mostTables = 16
}

extension PageContent {
  /// Whether two of its lines have words that stand apart as cells do.
  fileprivate var hasGaps: Bool {
    lines.lazy.filter { line in
      zip(line.words, line.words.dropFirst()).contains { $1.box.left - $0.box.right > line.size }
    }
    .prefix(2).count > 1
  }
}
