internal import Diagnostics

/// One row of a table without lines.
struct OpenRow {
  /// Labels of groups, from the outermost, that begin in this row.
  var groups: [OpenCell] = []
  /// Nil for figures without a label.
  var label: OpenCell?
  /// What goes on of the label on the next page.
  var labelRest: OpenCell?
  /// What stands under the heads, from left to right.
  var values: [OpenCell] = []
  /// Values on the next page that go on from these, or begin there: which of both can't be told.
  var cutValues: [OpenCell] = []
}

/// Reads the rows below heads: labels, which stand left of all columns, and what stands beside them.
struct OpenRows {
  private let cells: [OpenCell]
  private let head: OpenHead
  private let corner: String?
  /// Labels since the last row.
  private var pending: [OpenCell] = []
  private(set) var rows: [OpenRow] = []
  /// Where the rows end in the stream.
  private(set) var end: Int

  init(_ cells: [OpenCell], below head: OpenHead, corner: String?) {
    self.cells = cells
    self.head = head
    self.corner = corner
    end = head.range.upperBound
    read()
  }

  private mutating func read() {
    var index = end
    while index < cells.count, rows.count < Self.mostRows {
      let cell = cells[index]
      if let behind = head.repeated(in: cells, at: index, corner: corner) {
        index = behind
        continue
      }
      guard isNear(cell, before: index) else { break }
      if isLabel(cell) {
        add(label: cell, isFirstOfPage: isFirstOfPage(index))
        index += 1
      } else if let run = run(from: index), add(run, from: index) {
        index = run.upperBound
        end = index
      } else {
        break
      }
    }
    addTrailingRows(upTo: index)
  }

  private func isFirstOfPage(_ index: Int) -> Bool {
    index > 0 && cells[index - 1].page != cells[index].page
  }

  /// Whether `cell` is where the next row of the table could be: on the page of what came last, or on the next.
  private func isNear(_ cell: OpenCell, before index: Int) -> Bool {
    guard index > head.range.upperBound else { return true }
    let page = cells[index - 1].page
    return cell.page == page || cell.page == page + 1
  }

  private func isLabel(_ cell: OpenCell) -> Bool {
    !cell.isFigure && cell.box.right <= head.left + 2 && cell.words.count < 60
  }

  /// What stands side by side from `start` on, none of it a label.
  private func run(from start: Int) -> Range<Int>? {
    guard cells[start].box.left > labelRight else { return nil }
    var end = start + 1
    while end < cells.count, !isLabel(cells[end]), cells[end].isBeside(cells[start]),
      cells[end].box.left > cells[end - 1].box.right - 0.5
    {
      end += 1
    }
    // What stands at the same height and was not understood may be a value.
    if end < cells.count, !isLabel(cells[end]), cells[end].standsRight(of: cells[end - 1]) {
      return nil
    }
    return end - start <= head.leaves.count ? start..<end : nil
  }

  private var labelRight: Double { pending.last?.box.right ?? rows.last?.label?.box.right ?? 0 }

  private mutating func add(label cell: OpenCell, isFirstOfPage: Bool) {
    if isFirstOfPage, cell.mark == nil,
      pending.isEmpty || pending.contains(where: { $0.mark != nil })
    {
      // The rest of a label that the page break cut.
      if let last = pending.last, last.page == cell.page - 1, Self.goesOn(last, cell) {
        pending.append(cell)
        return
      }
      if pending.isEmpty, let label = rows.last?.label, rows.last?.labelRest == nil,
        label.page == cell.page - 1,
        Self.goesOn(label, cell), label.mark != nil
      {
        rows[rows.count - 1].labelRest = cell
        return
      }
    }
    pending.append(cell)
  }

  private static func goesOn(_ label: OpenCell, _ rest: OpenCell) -> Bool {
    min(label.box.right, rest.box.right) - max(label.box.left, rest.box.left)
      >= min(label.box.width, rest.box.width) / 2
  }

  /// Takes what stands in `run` for the values of the label that came last; false where it can't be.
  private mutating func add(_ run: Range<Int>, from start: Int) -> Bool {
    let values = Array(cells[run])
    // Words such as 无 may fill a row; longer ones are the heads of the next table.
    guard
      values.contains(where: \.isFigure) || values.allSatisfy({ $0.text.unicodeScalars.count < 3 })
    else { return false }
    guard var row = takePending(beside: values[0]) else {
      // Without a label, on the next page: what a page break cut off the last row.
      guard pending.isEmpty, isFirstOfPage(start) || rows.last?.labelRest != nil,
        let last = rows.last,
        last.cutValues.isEmpty, (last.values.last ?? last.label)?.page == values[0].page - 1
      else { return false }
      rows[rows.count - 1].cutValues = values
      return true
    }
    row.values = values
    rows.append(row)
    return true
  }

  /// The labels that wait, made rows, but for the last one, which is that of `value`; nil where it isn't.
  private mutating func takePending(beside value: OpenCell) -> OpenRow? {
    guard var own = pending.last else { return nil }
    var before = pending.dropLast()
    var rest: OpenCell?
    if own.mark == nil, let first = before.last, first.page == own.page - 1, first.mark != nil,
      own.page == value.page, Self.goesOn(first, own)
    {
      rest = own
      own = first
      before = before.dropLast()
    }
    let stands =
      own.page == value.page && own.reaches(value.box.middleY)
      || rest.map { $0.page == value.page && value.box.top < $0.box.bottom + $0.size * 3 } ?? false
      || own.page == value.page - 1
    guard stands else { return nil }
    var groups: [OpenCell] = []
    for (index, cell) in before.enumerated() {
      let following = index + 1 < before.count ? before[before.startIndex + index + 1] : own
      if Self.isGroup(cell, of: following) {
        groups.append(cell)
      } else {
        rows.append(OpenRow(groups: groups, label: cell))
        groups = []
      }
    }
    pending = []
    return OpenRow(groups: groups, label: own, labelRest: rest)
  }

  /// Whether `cell` is the label of a group whose first row is that of `next`.
  private static func isGroup(_ cell: OpenCell, of next: OpenCell) -> Bool {
    if let mark = cell.mark, let other = next.mark, mark.level >= other.level { return false }
    return next.box.left >= cell.box.right - 1
  }

  /// Rows at the end with nothing in any column: near to the row before them, and set as its label is.
  private mutating func addTrailingRows(upTo index: Int) {
    defer { pending = [] }
    guard var last = rows.last?.label else { return }
    var groups: [OpenCell] = []
    for (place, cell) in pending.enumerated() {
      let isLikeLast =
        abs(cell.size - last.size) < last.size * 0.05
        && (cell.page == last.page
          ? cell.box.top > last.box.top && cell.box.top - last.box.bottom < last.size * 2.5
          : cell.page == last.page + 1)
      guard isLikeLast, cell.mark != nil, last.mark != nil || rows.count > 1 else { return }
      if place + 1 < pending.count, Self.isGroup(cell, of: pending[place + 1]) {
        groups.append(cell)
        continue
      }
      // The heading of what follows has a number too: only the next one of this table is a row of it.
      guard Self.follows(cell, rows) else { return }
      rows.append(OpenRow(groups: groups, label: cell))
      groups = []
      last = cell
      if let end = cells[end..<max(end, index)].firstIndex(where: {
        $0.words[0].order == cell.words[0].order && $0.page == cell.page
      }) {
        self.end = end + 1
      }
    }
  }

  private static func follows(_ cell: OpenCell, _ rows: [OpenRow]) -> Bool {
    guard let mark = cell.mark else { return false }
    let last = rows.lazy.reversed().flatMap { [$0.label?.mark] + $0.groups.reversed().map(\.mark) }
      .compactMap(\.self).first { $0.level <= mark.level }
    guard let last else { return mark.number == 1 }
    return last.level < mark.level ? mark.number == 1 : mark.number == last.number + 1
  }

  /// A report has 22 to 30.
  private static let mostRows = 64
}
