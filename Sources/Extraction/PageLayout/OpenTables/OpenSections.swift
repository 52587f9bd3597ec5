internal import Diagnostics

/// A table in sections without lines: each with a caption, a row of heads, and rows of a label and up to three values.
///
/// The same shape as ``SectionedTable`` reads, where some of the values may be blank.
struct OpenSections {
  struct Section {
    var caption: OpenCell
    /// The first stands above the labels.
    var heads: [OpenCell]
    var rows: [(label: OpenCell, values: [OpenCell])] = []

    var valueCount: Int { heads.count - 1 }

    /// Whether the heads of both stand in the same places.
    func hasHeads(of other: Section) -> Bool {
      heads.count == other.heads.count
        && zip(heads, other.heads).allSatisfy { abs($0.box.middleX - $1.box.middleX) < 2 }
    }
  }

  private let cells: [OpenCell]
  private(set) var sections: [Section] = []
  private(set) var range: Range<Int>

  /// Nil where no section begins at `start`, or one of them is not understood.
  init?(_ cells: [OpenCell], from start: Int) {
    self.cells = cells
    range = start..<start
    var index = start
    while index < cells.count, sections.count < Self.mostSections, cells[index].isCaption,
      let end = readSection(from: index)
    {
      index = end
      range = start..<end
    }
    // Labels alone may have their figures elsewhere.
    guard sections.count > 1, sections.contains(where: { $0.rows.contains { !$0.values.isEmpty } })
    else { return nil }
    if index < cells.count, cells[index].isCaption { return nil }
  }

  /// Reads the section that begins at `start`; returns where it ends, nil where none does.
  private mutating func readSection(from start: Int) -> Int? {
    var index = start + 1
    var heads: [OpenCell] = []
    while index < cells.count, heads.count <= Self.mostHeads, isHead(cells[index], after: heads) {
      heads.append(cells[index])
      index += 1
    }
    guard (2...Self.mostHeads).contains(heads.count), let page = heads.first?.page,
      cells[start].page == page || cells[start].page == page - 1
    else { return nil }
    var section = Section(caption: cells[start], heads: heads)
    var labels: [OpenCell] = []
    var end = index
    while index < cells.count, section.rows.count < Self.mostRows, !cells[index].isCaption,
      !cells[index].isFigure, isLabel(cells[index], of: section)
    {
      labels = cells[index].parted(inWidth: labelWidth(of: section))
      index += 1
      var values: [OpenCell] = []
      while index < cells.count, let label = labels.last,
        isValue(cells[index], of: label, after: values)
      {
        values.append(cells[index])
        index += 1
      }
      guard values.count <= section.valueCount,
        index == cells.count || values.last.map({ !cells[index].standsRight(of: $0) }) ?? true
      else { return nil }
      // What has no value may be the paragraph after the table.
      if values.isEmpty,
        !isLastLabel(labels, of: section, before: index < cells.count ? cells[index] : nil)
      {
        break
      }
      for label in labels.dropLast() { section.rows.append((label, [])) }
      if let label = labels.last { section.rows.append((label, values)) }
      end = index
    }
    sections.append(section)
    return end
  }

  private func isHead(_ cell: OpenCell, after heads: [OpenCell]) -> Bool {
    guard !cell.isFigure, !cell.isCaption, cell.words.count < 20 else { return false }
    guard let last = heads.last else { return true }
    // In one row, though one may have more lines.
    return cell.page == last.page && cell.box.left > last.box.right
      && min(cell.box.bottom, last.box.bottom) - max(cell.box.top, last.box.top)
        > min(cell.box.height, last.box.height) * 0.6
  }

  private func isLabel(_ cell: OpenCell, of section: Section) -> Bool {
    let head = section.heads[0]
    return !cell.isFigure && cell.mark == nil && cell.words.count < 20
      && (cell.page == head.page ? cell.box.middleY > head.box.bottom : cell.page == head.page + 1)
      && cell.box.right < section.heads[1].box.right
      && (min(cell.box.right, head.box.right) > max(cell.box.left, head.box.left)
        || cell.box.right < section.heads[1].box.left)
      && abs(cell.size - head.size) < head.size * 0.1
  }

  /// Whether `labels` are some that have no values, and not what stands below the table.
  private func isLastLabel(
    _ labels: [OpenCell], of section: Section, before next: OpenCell?
  ) -> Bool {
    if let next, next.isCaption || isLabel(next, of: section) { return true }
    guard let first = labels.first else { return false }
    let last = section.rows.last?.label ?? section.heads[0]
    return labels.allSatisfy { $0.box.right < section.heads[1].box.left }
      && (first.page != last.page || first.box.top - last.box.bottom < first.size * 1.5)
  }

  private func isValue(_ cell: OpenCell, of label: OpenCell, after values: [OpenCell]) -> Bool {
    guard cell.page == label.page, cell.box.left > label.box.right, label.reaches(cell.box.middleY)
    else { return false }
    return values.last.map { cell.isBeside($0) && cell.box.left > $0.box.right - 0.5 } ?? true
  }

  /// The widest line of any label: the column is no narrower.
  private func labelWidth(of section: Section) -> Double {
    var width = section.heads[0].box.width
    for label in (sections + [section]).lazy.flatMap(\.rows).map(\.label) {
      width = max(width, label.words.lazy.map(\.box.width).max() ?? 0)
    }
    return width
  }

  private static let mostSections = 16
  private static let mostHeads = 4
  private static let mostRows = 16
}
