internal import Diagnostics

/// A table whose rows have numbered labels on up to three levels, with one figure in each of seven columns.
///
///     三、本年度办理结果 │ （三）不予公开 │ 1.属于国家秘密 │ 0 │ 0 │ …
struct LabelledTable {
  private let stream: [PlacedWord]
  private var runs: [FigureRun]
  private let columns: FigureColumns
  private var rows: [Row] = []
  /// The labels that the next row stands below, by level, and the row each begins in.
  private var open: [Label] = []
  private var finished: [Label] = []

  private struct Row {
    var run: FigureRun
    var middle: Double

    var page: Int { run.page }
  }

  private struct Label {
    var mark: LabelMark
    var cell: WordTable.Cell
    /// Whether rows of their own stand beside it.
    var isGroup: Bool
  }

  static let figureCount = 7
  /// A report has 22 to 30.
  private static let mostRows = 64

  /// The table whose first row of figures is `first`, and where in the stream it ends; nil where anything is in doubt.
  static func table(
    in stream: [PlacedWord], from first: FigureRun
  ) -> (table: WordTable, range: Range<Int>)? {
    guard var reading = LabelledTable(stream, first) else { return nil }
    return reading.read()
  }

  private init?(_ stream: [PlacedWord], _ first: FigureRun) {
    self.stream = stream
    runs = [first]
    // Rows follow as long as nothing but labels, which stand to the left, is drawn between them.
    var index = first.range.upperBound
    while index < stream.count, runs.count <= Self.mostRows {
      if stream[index].word.box.right <= first.box.left {
        index += 1
      } else if let run = FigureRun(in: stream, from: index),
        run.words.count == Self.figureCount
      {
        runs.append(run)
        index = run.range.upperBound
      } else {
        break
      }
    }
    guard runs.count > 3, runs.count <= Self.mostRows, let columns = FigureColumns(runs) else {
      return nil
    }
    self.columns = columns
  }

  private mutating func read() -> (table: WordTable, range: Range<Int>)? {
    let left = columns.boxes[0].left
    guard let firstRun = runs.first, let lastRun = runs.last else { return nil }
    let labelStart =
      stream[..<firstRun.range.lowerBound].lastIndex {
        $0.word.box.right > left || $0.page != firstRun.page
      }.map { $0 + 1 } ?? 0
    var start = labelStart
    for run in runs {
      guard addRow(Array(stream[start..<run.range.lowerBound]), run) else { return nil }
      start = run.range.upperBound
    }
    finished += open
    open = []
    guard areLabelsInColumns, let head = head(before: labelStart) else { return nil }
    return (table(head.cells), head.start..<lastRun.range.upperBound)
  }

  /// Takes the labels in `words` and the figures of `run` for the next row.
  private mutating func addRow(_ words: [PlacedWord], _ run: FigureRun) -> Bool {
    var cells: [StreamCell] = []
    for word in words {
      if let last = cells.last, last.takes(word), LabelMark(word.word.text) == nil {
        cells[cells.count - 1].append(word.word)
      } else {
        cells.append(StreamCell(word))
      }
    }
    // A page break may cut labels: their rests are drawn first on the next page.
    if let last = rows.last, last.page != run.page {
      while let cell = cells.first, cell.page == run.page, LabelMark(cell.text) == nil {
        guard goOn(cell) else { return false }
        cells.removeFirst()
      }
    }
    let box = run.box
    if let last = rows.last {
      guard
        run.page == last.page
          ? box.middleY > last.middle + box.height / 2 : run.page == last.page + 1
      else { return false }
    }
    let row = rows.count
    var levels: [Int] = []
    for cell in cells {
      guard cell.page == run.page, let mark = LabelMark(cell.text) else { return false }
      if let last = levels.last, mark.level != last + 1 { return false }
      guard add(cell, mark, row: row) else { return false }
      levels.append(mark.level)
    }
    guard let label = open.last, let deepest = levels.last, open.count == deepest + 1,
      let own = cells.last
    else { return false }
    for index in open.indices.dropLast() { open[index].isGroup = true }
    guard !label.isGroup, own.box.top - box.height / 2 < box.middleY,
      own.box.bottom + box.height / 2 > box.middleY
    else { return false }
    for index in open.indices { open[index].cell.rows = open[index].cell.rows.lowerBound..<row + 1 }
    rows.append(Row(run: run, middle: box.middleY))
    return true
  }

  /// Opens a label, which closes those of its level and below.
  private mutating func add(_ cell: StreamCell, _ mark: LabelMark, row: Int) -> Bool {
    guard mark.level <= open.count else { return false }
    let previous = mark.level < open.count ? open[mark.level].mark.number : 0
    guard mark.number == previous + 1 else { return false }
    if mark.level == open.count, let parent = open.last, !parent.isGroup,
      parent.cell.rows.lowerBound < row
    {
      // A row with figures of its own has no rows below it.
      return false
    }
    finished += open[mark.level...]
    open.removeSubrange(mark.level...)
    open.append(
      Label(
        mark: mark,
        cell: WordTable.Cell(rows: row..<row + 1, columns: 0..<1, first: cell), isGroup: false))
    return true
  }

  /// Adds `cell` to the one open label that stands in the same place of the page before.
  private mutating func goOn(_ cell: StreamCell) -> Bool {
    let places = open.indices.filter { index in
      guard let last = open[index].cell.rests.last ?? open[index].cell.first,
        last.page == cell.page - 1
      else {
        return false
      }
      return min(last.box.right, cell.box.right) > max(last.box.left, cell.box.left)
    }
    guard places.count == 1, let place = places.first else { return false }
    open[place].cell.rests.append(cell)
    return true
  }

  /// Whether labels of groups stand left of all labels below them.
  private var areLabelsInColumns: Bool {
    let groups = finished.filter(\.isGroup)
    return (0..<2).allSatisfy { level in
      let right = groups.lazy.filter { $0.mark.level == level }.flatMap(\.cell.pieces)
        .map(\.box.right).max()
      let left = finished.lazy.filter { $0.mark.level > level }.flatMap(\.cell.pieces)
        .map(\.box.left).min()
      guard let right, let left else { return true }
      return right < left
    }
  }

  /// The heads drawn before the first label, with the text in the corner left of them.
  private func head(
    before end: Int
  ) -> (cells: [(cell: StreamCell, rows: Range<Int>, columns: Range<Int>?)], start: Int)? {
    let slots = columns.slots
    guard let edge = slots.first?.lowerBound, let page = runs.first?.page, end <= stream.count
    else { return nil }
    let form = NestedHead.ofSeven
    let start = stream[..<end].suffix(120).lastIndex { $0.page != page }.map { $0 + 1 }
    let cells = NestedHead.cells(stream[(start ?? max(0, end - 120))..<end], slots: slots)
    let heads = Array(cells.suffix(form.cellCount))
    guard let places = form.places(of: heads, over: columns) else { return nil }
    let top = heads.map(\.box.top).min() ?? 0
    let bottom = heads.map(\.box.bottom).max() ?? 0
    guard let label = finished.first(where: { $0.mark.level == 0 })?.cell.first,
      label.box.top > bottom - 2, runs[0].box.top > bottom - 2
    else { return nil }
    var result: [(cell: StreamCell, rows: Range<Int>, columns: Range<Int>?)] =
      places.map { ($0.cell, $0.rows, $0.columns) }
    var count = heads.reduce(0) { $0 + $1.wordCount }
    let corner = cells.dropLast(form.cellCount).last
    if let corner, corner.box.right < edge + 2, corner.box.middleY > top,
      corner.box.middleY < bottom
    {
      result.append((corner, 0..<NestedHead.rowCount, nil))
      count += corner.wordCount
    }
    return (result, end - count)
  }

  private func table(
    _ head: [(cell: StreamCell, rows: Range<Int>, columns: Range<Int>?)]
  ) -> WordTable {
    let levels = 1 + (finished.map(\.mark.level).max() ?? 0)
    var table = WordTable(columnCount: levels + Self.figureCount)
    table.nextMark = finished.last { $0.mark.level == 0 }
      .map { LabelMark(level: 0, number: $0.mark.number + 1) }
    if !head.contains(where: { $0.columns == nil }) {
      table.add(WordTable.Cell(rows: 0..<NestedHead.rowCount, columns: 0..<levels))
    }
    for place in head {
      table.add(
        place.cell, rows: place.rows,
        columns: place.columns.map { $0.lowerBound + levels..<$0.upperBound + levels } ?? 0..<levels
      )
    }
    for label in finished {
      var cell = label.cell
      cell.rows =
        cell.rows.lowerBound + NestedHead.rowCount..<cell.rows.upperBound + NestedHead.rowCount
      cell.columns = label.mark.level..<(label.isGroup ? label.mark.level + 1 : levels)
      table.add(cell)
    }
    for (index, row) in rows.enumerated() {
      for (column, word) in row.run.words.enumerated() {
        let place = index + NestedHead.rowCount
        table.add(
          StreamCell(word, page: row.page), rows: place..<place + 1,
          columns: column + levels..<column + levels + 1)
      }
    }
    return table
  }
}
