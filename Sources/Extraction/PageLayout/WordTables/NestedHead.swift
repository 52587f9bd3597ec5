internal import Diagnostics

/// The heads above columns of figures, as the two larger tables of a report nest them.
struct NestedHead {
  /// Heads over several columns: which columns, and in which row.
  private var groups: [(row: Int, columns: Range<Int>)]
  /// For each column the row in which its own head begins.
  private var leafRows: [Int]

  static let rowCount = 3

  /// One head over all of seven columns, one over the five in the middle.
  static let ofSeven = NestedHead(
    groups: [(0, 0..<7), (1, 1..<6)], leafRows: [1, 2, 2, 2, 2, 2, 1])
  /// One head over five columns; one over ten, and below it one over five each.
  static let ofFifteen = NestedHead(
    groups: [(0, 0..<5), (0, 5..<15), (1, 5..<10), (1, 10..<15)],
    leafRows: Array(repeating: 1, count: 5) + Array(repeating: 2, count: 10))

  var cellCount: Int { groups.count + leafRows.count }

  /// Groups `words`, drawn above columns at `slots`, into cells.
  static func cells(_ words: ArraySlice<PlacedWord>, slots: [ClosedRange<Double>]) -> [StreamCell] {
    var cells: [StreamCell] = []
    for word in words {
      let slot = slots.firstIndex { $0.contains(word.word.box.middleX) }
      if let last = cells.last {
        let isSame = slot != nil && slots.firstIndex { $0.contains(last.box.middleX) } == slot
        if last.takes(word, reach: isSame ? 2.5 : slot == nil ? 1 : 0.1),
          LabelMark(last.text) == nil
        {
          cells[cells.count - 1].append(word.word)
          continue
        }
      }
      cells.append(StreamCell(word))
    }
    return cells
  }

  /// The places of `cells` (columns counted from the first figure's); nil where they are not these heads.
  func places(
    of cells: [StreamCell], over columns: FigureColumns
  ) -> [(cell: StreamCell, row: Int, rows: Range<Int>, columns: Range<Int>)]? {
    let slots = columns.slots
    guard cells.count == cellCount, slots.count == leafRows.count,
      let page = cells.first?.page, cells.allSatisfy({ $0.page == page && !$0.isPartOfFigure })
    else { return nil }
    var rest = Array(cells.indices)
    var places: [(cell: StreamCell, row: Int, rows: Range<Int>, columns: Range<Int>)] = []
    for (column, slot) in slots.enumerated() {
      guard
        let leaf = rest.filter({ slot.contains(cells[$0].box.middleX) })
          .max(by: { cells[$0].box.middleY < cells[$1].box.middleY }),
        cells[leaf].box.left > slot.lowerBound - 2, cells[leaf].box.right < slot.upperBound + 2,
        abs(cells[leaf].box.middleX - columns.boxes[column].middleX) < 6
      else { return nil }
      rest.removeAll { $0 == leaf }
      places.append((cells[leaf], column, leafRows[column]..<Self.rowCount, column..<column + 1))
    }
    let leaves = places.map(\.cell)
    for group in groups {
      let middle =
        (slots[group.columns.lowerBound].lowerBound + slots[group.columns.upperBound - 1].upperBound)
        / 2
      let room =
        slots[group.columns.lowerBound].lowerBound...slots[group.columns.upperBound - 1].upperBound
      // What lies below it: its own columns' heads, and the smaller groups within it.
      let below = group.columns.filter { leafRows[$0] > group.row }.map { leaves[$0] }
      guard
        let index = rest.min(by: {
          cells[$0].box.middleY < cells[$1].box.middleY
            || (cells[$0].box.middleY == cells[$1].box.middleY && $0 < $1)
        })
        .flatMap({ top in
          rest.first {
            room.contains(cells[$0].box.middleX)
              && abs(cells[$0].box.middleY - cells[top].box.middleY) < 3
          }
        }),
        cells[index].box.left > room.lowerBound - 2, cells[index].box.right < room.upperBound + 2,
        abs(cells[index].box.middleX - middle) < 0.12 * (room.upperBound - room.lowerBound) + 4,
        below.allSatisfy({ $0.box.top > cells[index].box.bottom - 2 })
      else { return nil }
      rest.removeAll { $0 == index }
      places.append((cells[index], group.row, group.row..<group.row + 1, group.columns))
    }
    return rest.isEmpty ? places : nil
  }
}
