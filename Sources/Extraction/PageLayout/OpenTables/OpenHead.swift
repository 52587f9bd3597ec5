internal import Diagnostics

/// The heads of a table without lines: one above each column, others above several of them.
struct OpenHead {
  /// From left to right, one a column.
  private(set) var leaves: [OpenCell]
  /// The others, from top to bottom.
  private(set) var groups: [OpenCell]
  /// Where the heads stand in the stream.
  private(set) var range: Range<Int>

  var page: Int { leaves[0].page }
  /// Left of it stand labels.
  var left: Double { leaves[0].box.left }
  var bottom: Double { leaves.lazy.map(\.box.bottom).max() ?? 0 }

  /// The heads of `count` columns that begin at `start` in the stream; nil where none do.
  ///
  /// - Parameter hasLabels: Whether a label comes next, which stands left of all columns; else a figure does.
  init?(in cells: [OpenCell], from start: Int, count: Int, hasLabels: Bool) {
    let page = cells[start].page
    var end = start
    while end < cells.count, end - start < count + Self.mostGroups, !cells[end].isFigure,
      cells[end].page == page
    {
      end += 1
    }
    while end - start >= count {
      if let head = Self.head(cells, start..<end, count: count),
        end < cells.count, head.isFollowed(by: cells[end], hasLabels: hasLabels)
      {
        self = head
        return
      }
      end -= 1
    }
    return nil
  }

  private init(leaves: [OpenCell], groups: [OpenCell], range: Range<Int>) {
    self.leaves = leaves
    self.groups = groups
    self.range = range
  }

  private static func head(_ cells: [OpenCell], _ range: Range<Int>, count: Int) -> OpenHead? {
    let own = cells[range]
    var leaves: [OpenCell] = []
    var groups: [OpenCell] = []
    for cell in own {
      let isAbove = own.contains {
        $0.box.middleY > cell.box.bottom - 2 && $0.box.top > cell.box.top + 2
          && min($0.box.right, cell.box.right) > max($0.box.left, cell.box.left)
      }
      if isAbove { groups.append(cell) } else { leaves.append(cell) }
    }
    // A head above many columns may stand over the gap between two of them.
    while leaves.count > count,
      let top = leaves.indices.min(by: { leaves[$0].box.middleY < leaves[$1].box.middleY }),
      leaves.allSatisfy({ $0.box.middleY > leaves[top].box.middleY - 0.1 }),
      leaves.count(where: { $0.box.middleY > leaves[top].box.bottom - 2 }) >= count
    {
      groups.append(leaves.remove(at: top))
    }
    guard leaves.count == count else { return nil }
    leaves.sort { $0.box.left < $1.box.left }
    groups.sort { ($0.box.middleY, $0.box.left) < ($1.box.middleY, $1.box.left) }
    let size = leaves[0].size
    let (left, right) = (leaves[0].box.left - 2 * size, leaves[count - 1].box.right + 2 * size)
    guard groups.allSatisfy({ $0.mark == nil && $0.box.left > left && $0.box.right < right }) else {
      return nil
    }
    let middles = leaves.map(\.box.middleY)
    guard zip(leaves, leaves.dropFirst()).allSatisfy({ $0.box.right < $1.box.left }),
      (middles.max() ?? 0) - (middles.min() ?? 0) < size * 5,
      leaves.allSatisfy({ $0.words.count < 20 && !$0.isCaption && $0.mark == nil })
    else { return nil }
    return OpenHead(leaves: leaves, groups: groups, range: range)
  }

  private func isFollowed(by next: OpenCell, hasLabels: Bool) -> Bool {
    guard hasLabels else {
      return next.isFigure
        && (next.page == page + 1 || next.page == page && next.box.middleY > bottom - 2)
    }
    return !next.isFigure && next.box.right <= left + 2
      && (next.page == page + 1 || next.page == page && next.box.bottom > bottom)
  }

  /// More heads over several columns than any form has.
  private static let mostGroups = 5

  /// The rows of heads from top to bottom, each with the column that a head stands nearest to.
  func rows() -> [[(cell: OpenCell, column: Int)]] {
    var rows: [[(cell: OpenCell, column: Int)]] = []
    for group in groups {
      let place = (group, column(below: group))
      if let last = rows.last?.first,
        abs(last.cell.box.middleY - group.box.middleY) < group.size * 0.5,
        !rows[rows.count - 1].contains(where: { $0.column == place.1 })
      {
        rows[rows.count - 1].append(place)
      } else {
        rows.append([place])
      }
    }
    rows.append(leaves.enumerated().map { ($1, $0) })
    return rows
  }

  private func column(below group: OpenCell) -> Int {
    leaves.indices.min {
      abs(leaves[$0].box.middleX - group.box.middleX)
        < abs(leaves[$1].box.middleX - group.box.middleX)
    } ?? 0
  }

  /// Whether the cells of `other`, from `index` on, repeat these heads on another page; the index behind them.
  func repeated(in cells: [OpenCell], at index: Int, corner: String?) -> Int? {
    var index = index
    guard cells.indices.contains(index), cells[index].page > page else { return nil }
    if let corner, cells[index].text == corner { index += 1 }
    let texts = (groups + leaves).map(\.text).sorted()
    guard index + texts.count <= cells.count else { return nil }
    let own = cells[index..<index + texts.count]
    guard own.allSatisfy({ $0.page == cells[index].page }), own.map(\.text).sorted() == texts
    else { return nil }
    return index + texts.count
  }
}
