internal import Diagnostics

/// The tables that their words alone leave no doubt about, and the pages that must be drawn because of others.
///
/// A figure that wraps in a narrow cell, a blank one, a column without a head, a note in a row of its own: whatever does
/// not fit one of the few shapes that reports have leaves the page to its ruling lines.
struct WordTables {
  /// For each page the words outside of these tables.
  private(set) var rest: [[Word]]
  /// For each page the lines of ``rest``.
  private(set) var lines: [[Line]]
  /// What is running text among ``lines``.
  private(set) var running: RunningText
  /// For each page the tables that begin there.
  private(set) var tables: [[GridTable]]
  /// Pages with a part of one.
  private(set) var pages: Set<Int> = []
  /// Pages that may hold another table, as ``TableSuspicion/ranges(of:)`` gives them.
  private(set) var doubtful: [Range<Int>]

  private struct Found {
    var table: WordTable
    var parts: [WordTable.Part]
    var grid: GridTable
    var words: ArraySlice<PlacedWord>
  }

  init(_ content: [BoxPage]) {
    let heights = content.map(\.height)
    rest = content.map(\.words)
    lines = rest.map { LineAssembly.lines(of: $0) }
    running = RunningText(lines, heights: heights)
    tables = content.map { _ in [] }
    doubtful = TableSuspicion.ranges(of: content, lines: lines)
    guard !doubtful.isEmpty else { return }
    // Heads, feet and page numbers stand between the rows of a table that a page break cuts.
    let skipped = running.removed.map { Set($0.lazy.flatMap(\.words).map(\.order)) }
    var found = Self.found(in: WordStream(content, skipping: skipped).words)
    while !found.isEmpty {
      // Only the pages with a table are other than before.
      var rest = content.map(\.words)
      var lines = self.lines
      for (page, taken) in Self.words(of: found, content).enumerated() where taken.contains(true) {
        rest[page].removeAll { taken[$0.order] }
        lines[page] = LineAssembly.lines(of: rest[page])
      }
      let ranges = TableSuspicion.ranges(of: content, lines: lines)
      let running = RunningText(lines, heights: heights)
      let kept = found.indices.filter { index in
        !found[index].parts.contains { part in ranges.contains { $0.contains(part.page) } }
          && found[index].parts.allSatisfy { Self.isInside($0, content[$0.page]) }
          && Self.standsAlone(
            found[index], after: index > 0 ? found[index - 1] : nil, running.pages)
      }
      if kept.count == found.count {
        self.rest = rest
        self.lines = lines
        self.running = running
        doubtful = ranges
        for table in found {
          tables[table.parts[0].page].append(table.grid)
          self.pages.formUnion(table.parts.map(\.page))
        }
        return
      }
      found = kept.map { found[$0] }
    }
  }

  /// For each page which words, by their order, are in `found`.
  private static func words(of found: [Found], _ content: [BoxPage]) -> [[Bool]] {
    var taken = content.map { page in
      Array(repeating: false, count: 1 + (page.words.lazy.map(\.order).max() ?? -1))
    }
    for table in found {
      for word in table.words { taken[word.page][word.word.order] = true }
    }
    return taken
  }

  private static func found(in stream: [PlacedWord]) -> [Found] {
    var found: [Found] = []
    var position = 0
    var end = 0
    while position < stream.count, found.count < mostTables {
      var result: (table: WordTable, range: Range<Int>)?
      var step = 1
      if SectionedTable.isCaption(stream[position].word) {
        result = SectionedTable.table(in: stream, from: position)
      } else if let run = FigureRun(in: stream, from: position) {
        step = run.words.count
        switch step {
        case LabelledTable.figureCount: result = LabelledTable.table(in: stream, from: run)
        case HeadedRow.figureCount: result = HeadedRow.table(in: stream, from: run)
        default: break
        }
      }
      if let result, result.range.lowerBound >= end, let grid = result.table.grid() {
        found.append(
          Found(
            table: result.table, parts: result.table.parts, grid: grid,
            words: stream[result.range]))
        position = result.range.upperBound
        end = position
      } else {
        position += step
      }
    }
    return found
  }

  /// Whether `part` keeps away from the sides of its page, where text may be lost.
  private static func isInside(_ part: WordTable.Part, _ page: BoxPage) -> Bool {
    part.box.left >= 8 && part.box.right <= page.width - 8
  }

  /// Whether nothing else stands among the cells of `found`, and it stands between numbered headings.
  ///
  /// A line beside a table that is no heading may be a row of it: a note, a caption.
  private static func standsAlone(_ found: Found, after previous: Found?, _ lines: [[Line]]) -> Bool
  {
    guard let first = found.parts.first, let last = found.parts.last,
      zip(found.parts, found.parts.dropFirst()).allSatisfy({ $0.page + 1 == $1.page })
    else { return false }
    for part in found.parts {
      for line in lines[part.page] {
        // Words that stand apart may be cells.
        guard
          !zip(line.words, line.words.dropFirst())
            .contains(where: { $1.box.left - $0.box.right > line.size })
        else { return false }
        let middle = line.box.middleY
        if middle < part.box.top ? part.page > first.page : middle <= part.box.bottom {
          return false
        }
        if middle > part.box.bottom, part.page < last.page { return false }
      }
    }
    let above =
      lines[first.page].last { $0.box.middleY < first.box.top }
      ?? (first.page > 0 ? lines[first.page - 1].last : nil)
    let below =
      lines[last.page].first { $0.box.middleY > last.box.bottom }
      ?? (last.page + 1 < lines.count ? lines[last.page + 1].first : nil)
    if let previous = previous?.parts.last, previous.page == first.page {
      guard let above, above.box.middleY > previous.box.bottom else { return false }
    }
    // A last row whose figures are all blank looks like a heading, but for its number.
    if let below, let mark = LabelMark(below.text), mark == found.table.nextMark { return false }
    return [above, below].allSatisfy { $0.map(isHeading) ?? true }
  }

  private static func isHeading(_ line: Line) -> Bool {
    LabelMark.startsWithNumber(line.text)
      && !line.words.contains(where: SectionedTable.isCaption)
  }

  /// A report has three.
  private static let mostTables = 16
}
