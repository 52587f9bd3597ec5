import NationalForm

/// Labels of rows that a page break or a line of a table cut in two, where both halves are one label of the form.
///
///     二、上年结转政府信      3 0 0 0 0 0 3
///     息公开申请数量
enum CutLabels {
  /// The lines of each of `parts`, which follow one another, with such halves joined.
  static func joined(
    _ parts: [TablePart], of table: TableID, book: LabelBook
  ) -> [[FormLine]] {
    var joined: [[FormLine]] = []
    var last: FormLine?
    for part in parts {
      joined.append([])
      for line in part.lines {
        if let upper = last, let whole = whole(upper, line, table, book) {
          let index = joined.lastIndex { !$0.isEmpty } ?? joined.count - 1
          if !joined[index].isEmpty { joined[index].removeLast() }
          joined[index].append(whole)
          last = whole
        } else {
          joined[joined.count - 1].append(line)
          last = line
        }
      }
    }
    return joined
  }

  /// The row of `upper` and `lower`; nil where they are two, or the label isn't known for certain.
  private static func whole(
    _ upper: FormLine, _ lower: FormLine, _ table: TableID, _ book: LabelBook
  ) -> FormLine? {
    // One half stands alone, the other beside the figures.
    guard upper.hasFigures != lower.hasFigures,
      let first = labelHalf(of: upper), let second = labelHalf(of: lower)
    else { return nil }
    let text = upper.cells[first].text + lower.cells[second].text
    let units = FoldedLabel(text).units
    // A label of another row may follow a group's label: join only what makes a label of the form.
    guard text.utf8.count <= 300,
      LabelParts.all[table].rows.contains(where: { $0.contains(units) })
    else { return nil }
    var row = upper.hasFigures ? upper : lower
    let place = upper.hasFigures ? first : second
    row.cells[place] = FormCell(text, at: upper.cells[first].location, book: book)
    row.blocks =
      min(
        upper.blocks.lowerBound, lower.blocks.lowerBound)...max(
        upper.blocks.upperBound, lower.blocks.upperBound)
    return row
  }

  /// The position of the words that may be half a label: the only ones of a line without figures, the last before those of
  /// a line with figures.
  private static func labelHalf(of line: FormLine) -> Int? {
    let figure = line.cells.firstIndex { $0.kind == .figure }
    let filled = line.cells.indices.filter { !line.cells[$0].isBlank && $0 < figure ?? Int.max }
    guard let place = filled.last, line.cells[place].kind == .words,
      figure != nil || filled.count == 1
    else { return nil }
    return place
  }
}
