/// The filled cells of a row: how many there are, and between which positions.
struct FilledRun {
  /// Positions in the row.
  var first, last: Int
  var count: Int
  var isContiguous: Bool { count == last - first + 1 }

  /// Nil where every cell is blank.
  init?(_ cells: ArraySlice<FormCell>) {
    guard let first = cells.firstIndex(where: { !$0.isBlank }),
      let last = cells.lastIndex(where: { !$0.isBlank })
    else { return nil }
    self.first = first
    self.last = last
    count = cells[first...last].count { !$0.isBlank }
  }
}

/// Where the values begin in rows that show it, because they have no blanks.
///
/// A row with blanks is read as its siblings are: rows whose last label stands in the same position and which have as
/// many labels in the form. In text that lost its empty fields these begin together, while others are shifted.
struct WindowStarts {
  private struct Sibling: Hashable {
    var label, depth: Int
  }

  private var bySibling: [Sibling: Set<Int>] = [:]
  private var all: Set<Int> = []

  var isEmpty: Bool { all.isEmpty }

  mutating func learn(_ start: Int, label: Int, depth: Int) {
    bySibling[Sibling(label: label, depth: depth), default: []].insert(start)
    all.insert(start)
  }

  /// Nil where siblings disagree, or where there are none and the other rows disagree.
  func start(label: Int, depth: Int) -> Int? {
    let known = bySibling[Sibling(label: label, depth: depth)] ?? all
    return known.count == 1 ? known.first : nil
  }
}
