internal import Diagnostics

/// A table in sections, each with a caption over its whole width, a row of heads, and rows of a label and figures.
///
///     │         第二十条第（五）项          │
///     │ 信息内容 │     本年处理决定数量      │
///     │ 行政许可 │            0             │
struct SectionedTable {
  private let stream: [PlacedWord]
  private var position: Int
  private var sections: [Section] = []

  private struct Section {
    var caption: StreamCell
    /// The first stands above the labels.
    var heads: [StreamCell]
    var rows: [(label: StreamCell, run: FigureRun)]

    var figureCount: Int { heads.count - 1 }
  }

  static let columnCount = 4
  /// How far the middle of a figure may lie from that of its label, in points: less than half of any row's height.
  private static let offset = 4.0

  /// Whether a caption begins with `word`.
  static func isCaption(_ word: Word) -> Bool {
    word.text.unicodeScalars.first == "第" && LabelMark.startsWithNumber(word.text)
  }

  /// The table whose first caption begins at `start`, and where in the stream it stands; nil where in doubt.
  static func table(
    in stream: [PlacedWord], from start: Int
  ) -> (table: WordTable, range: Range<Int>)? {
    var reading = SectionedTable(stream: stream, position: start)
    while let section = reading.section() { reading.sections.append(section) }
    // A caption that begins no section is one that was not understood.
    if let next = reading.next, isCaption(next.word) { return nil }
    guard let table = reading.table() else { return nil }
    return (table, start..<reading.position)
  }

  private init(stream: [PlacedWord], position: Int) {
    self.stream = stream
    self.position = position
  }

  private var next: PlacedWord? { stream.indices.contains(position) ? stream[position] : nil }

  /// The cell that begins here, of words that are no figures; nil where there is none.
  private mutating func textCell() -> StreamCell? {
    guard let first = next, !first.isFigure else { return nil }
    var cell = StreamCell(first)
    position += 1
    while let word = next, !word.isFigure, cell.takes(word) {
      cell.append(word.word)
      position += 1
    }
    return cell
  }

  /// The section that begins here; nil, with the position unchanged, where none does.
  private mutating func section() -> Section? {
    let start = position
    guard let word = next, Self.isCaption(word.word), let caption = textCell() else { return nil }
    var heads: [StreamCell] = []
    while heads.count <= Self.columnCount {
      let before = position
      guard let head = textCell() else {
        position = before
        break
      }
      if let last = heads.last, head.page != last.page || head.box.left <= last.box.right {
        position = before
        break
      }
      heads.append(head)
    }
    guard (2...Self.columnCount).contains(heads.count), !Self.isCaption(heads[0].first) else {
      position = start
      return nil
    }
    var section = Section(caption: caption, heads: heads, rows: [])
    while let row = row(of: heads) { section.rows.append(row) }
    guard !section.rows.isEmpty, isSound(section) else {
      position = start
      return nil
    }
    return section
  }

  private mutating func row(of heads: [StreamCell]) -> (label: StreamCell, run: FigureRun)? {
    let start = position
    guard let word = next, !Self.isCaption(word.word), let label = textCell(),
      let run = FigureRun(in: stream, from: position), run.words.count == heads.count - 1,
      run.page == label.page, run.box.left > label.box.right,
      // Two labels, of which the upper has a blank beside it, are taken for one: its middle tells.
      abs(label.box.middleY - run.box.middleY) <= Self.offset
    else {
      position = start
      return nil
    }
    position = run.range.upperBound
    return (label, run)
  }

  /// Whether the section's cells stand where its grid would have them.
  private func isSound(_ section: Section) -> Bool {
    let tops = section.heads.map(\.box)
    guard let low = tops.map(\.top).max(), let high = tops.map(\.bottom).min(), low < high,
      section.caption.page < section.heads[0].page
        || section.caption.box.bottom < (tops.map(\.top).min() ?? 0) + 2
    else { return false }
    let firstFigure = (section.rows.map(\.run.box.left) + [section.heads[1].box.left]).min() ?? 0
    guard section.heads[0].box.right < firstFigure else { return false }
    var page = section.heads[0].page
    var bottom = tops.map(\.bottom).max() ?? 0
    for (label, run) in section.rows {
      guard
        label.page == page
          ? label.box.top > bottom - 2 && run.box.top > bottom - 4 : label.page == page + 1,
        label.box.right < firstFigure
      else { return false }
      for (figure, head) in zip(run.words, section.heads.dropFirst()) {
        guard
          abs(figure.box.middleX - head.box.middleX) < 6 || abs(figure.box.left - head.box.left) < 2
        else { return false }
      }
      page = label.page
      bottom = max(label.box.bottom, run.box.bottom)
    }
    return FigureColumns(section.rows.map(\.run)) != nil
  }

  private func table() -> WordTable? {
    let wide = sections.filter { $0.figureCount == Self.columnCount - 1 }
    guard sections.count > 1, let columns = FigureColumns(wide.flatMap { $0.rows.map(\.run) })
    else { return nil }
    var table = WordTable(columnCount: Self.columnCount)
    for section in sections {
      guard let places = places(section, columns) else { return nil }
      let row = table.rowCount
      table.add(section.caption, rows: row..<row + 1, columns: 0..<Self.columnCount)
      table.add(section.heads[0], rows: row + 1..<row + 2, columns: 0..<1)
      for (head, place) in zip(section.heads.dropFirst(), places) {
        table.add(head, rows: row + 1..<row + 2, columns: place)
      }
      for (offset, (label, run)) in section.rows.enumerated() {
        let row = row + 2 + offset
        table.add(label, rows: row..<row + 1, columns: 0..<1)
        for (word, place) in zip(run.words, places) {
          table.add(
            StreamCell(word, page: run.page), rows: row..<row + 1, columns: place)
        }
      }
    }
    return table
  }

  /// Which of the widest sections' columns each figure of `section` stands below; nil where it is not in their middle.
  private func places(_ section: Section, _ columns: FigureColumns) -> [Range<Int>]? {
    let slots = columns.slots
    let forms: [[Range<Int>]] =
      switch section.figureCount {
      case 3: [[1..<2, 2..<3, 3..<4]]
      case 2: [[1..<2, 2..<4], [1..<3, 3..<4]]
      default: [[1..<4]]
      }
    let fitting = forms.filter { form in
      zip(form, section.heads.dropFirst()).allSatisfy { place, head in
        let left = slots[place.lowerBound - 1].lowerBound
        let right = slots[place.upperBound - 2].upperBound
        return abs(head.box.middleX - (left + right) / 2) < 10 && head.box.left > left - 2
          && head.box.right < right + 2
      }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}
