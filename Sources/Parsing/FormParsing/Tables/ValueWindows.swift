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
/// many labels in the form. In text that lost its empty fields these begin together, while others are shifted. A table that
/// a page break parted may have other columns of labels behind it, so that the rows of the same part count.
struct WindowStarts {
  private struct Places {
    struct Sibling: Hashable {
      var label, depth: Int
    }

    var bySibling: [Sibling: Set<Int>] = [:]
    var all: Set<Int> = []

    func start(_ sibling: Sibling, header: Int?) -> Int? {
      if let known = bySibling[sibling] { return known.count == 1 ? known.first : nil }
      // The row may have lost a field: its label must stand where the form has it, and in no other place than its like.
      guard sibling.label == sibling.depth - 1,
        !bySibling.keys.contains(where: { $0.depth == sibling.depth })
      else { return nil }
      return all.isEmpty ? header : all.count == 1 ? all.first : nil
    }
  }

  /// By the block of the document.
  private var byPart: [Int: Places] = [:]
  /// By the number of cells.
  private var byWidth: [Int: Places] = [:]

  mutating func learn(_ start: Int, of line: FormLine, label: Int, depth: Int) {
    let sibling = Places.Sibling(label: label, depth: depth)
    byPart[line.blocks.lowerBound, default: Places()].bySibling[sibling, default: []].insert(start)
    byPart[line.blocks.lowerBound]?.all.insert(start)
    byWidth[line.cells.count, default: Places()].bySibling[sibling, default: []].insert(start)
    byWidth[line.cells.count]?.all.insert(start)
  }

  /// Nil where siblings disagree, or where there are none and nothing else tells.
  ///
  /// - Parameter header: Where the first column's label stands; asked only where no row shows its start.
  func start(of line: FormLine, label: Int, depth: Int, header: Int?) -> Int? {
    let sibling = Places.Sibling(label: label, depth: depth)
    let like = byWidth[line.cells.count]
    guard let part = byPart[line.blocks.lowerBound] else {
      return like?.start(sibling, header: header) ?? Places().start(sibling, header: header)
    }
    let start = part.start(sibling, header: header)
    // Rows of another kind beside it, and rows of its kind elsewhere that say something else.
    if part.bySibling[sibling] == nil, let known = like?.bySibling[sibling],
      known != start.map({ [$0] })
    {
      return nil
    }
    return start
  }
}

/// Rows whose last values are missing, told from rows that end in blanks as their table does everywhere.
struct ShortRows {
  private var lengths: [Int: Int] = [:]
  private var count = 0
  /// Rows with a blank before a label or a figure: proof that empty fields were kept.
  private var spaced = 0
  /// Short rows whose last value is the sum of those before it, and those where it isn't.
  private var totalled = 0, untotalled = 0

  /// Notes how many values `window` of a row has before the blanks at its end.
  mutating func learn(_ line: FormLine, _ window: [FormCell]?) {
    if let run = FilledRun(line.cells[...]), run.first > 0 || !run.isContiguous { spaced += 1 }
    guard let window else { return }
    count += 1
    guard let length = Self.filledLength(window) else { return }
    lengths[length, default: 0] += 1
    guard length > 2, length < window.count, let last = Self.number(window[length - 1]), last > 0
    else { return }
    if Self.endsInTotal(window) { totalled += 1 } else { untotalled += 1 }
  }

  /// Whether `window` ends in blanks that may stand for a value further left: text without its empty fields.
  ///
  /// Not so in a table that keeps blanks elsewhere, unless its last values are the totals. A single short row in a table
  /// of whole ones is one that ends early, unless its last value is the total.
  func hasLostBlanks(_ window: [FormCell], width: Int) -> Bool {
    guard window.count == width, let length = Self.filledLength(window), length < width else {
      return false
    }
    if totalled > 1, totalled > untotalled { return true }
    guard spaced == 0 else { return false }
    return Self.endsInTotal(window) || lengths[width, default: 0] + 1 < count
  }

  private static func number(_ cell: FormCell) -> Int? {
    PlainNumber.value(of: cell.text)
  }

  /// Whether the last filled value is the sum of those before it: then it is the total.
  private static func endsInTotal(_ window: [FormCell]) -> Bool {
    guard let length = filledLength(window), length > 2 else { return false }
    let numbers = window.prefix(length).compactMap(number)
    guard numbers.count == length, let total = numbers.last, total > 0 else { return false }
    return numbers.dropLast().reduce(0, +) == total
  }

  /// Whether `window` is filled from the first value on and ends in blanks: text that lost a blank cell looks the same.
  ///
  /// Not so where most rows end there, as in a table whose totals were never filled in, nor in a table that keeps blanks
  /// elsewhere.
  func looksCut(_ window: [FormCell], width: Int) -> Bool {
    guard spaced == 0, let length = Self.filledLength(window), length < width else { return false }
    return count < 3 || lengths[length, default: 0] * 2 <= count
  }

  /// Nil where a blank stands before a value, or there is no value.
  private static func filledLength(_ window: [FormCell]) -> Int? {
    guard let run = FilledRun(window[...]), run.first == 0, run.isContiguous else { return nil }
    return run.count
  }
}

extension ArraySlice<FormCell> {
  /// The cells of a row that ends before its last column; nil unless it has no blanks and lacks one value only.
  ///
  /// Nil too where the last of them is the sum of those before it, back to a multiple of `groupWidth`: then the total is
  /// there, and what is missing stands further left.
  func shortRow(of width: Int, groupWidth: Int) -> [FormCell]? {
    guard count == width - 1, allSatisfy({ !$0.isBlank }) else { return nil }
    let group = suffix(groupWidth - 1).compactMap {
      PlainNumber.value(of: $0.text)
    }
    if let total = group.last, total > 0, group.dropLast().reduce(0, +) == total { return nil }
    return Array(self)
  }
}
