internal import DocumentModel
import NationalForm
internal import TextScanning

/// A line and what it is within its table.
struct RoledLine: Sendable {
  var line: FormLine
  var role: LineRole

  /// The numbers behind the label of a row other than 0, however they are written: 1306 of 1,306, 1306件 and 1306.00.
  private var numbers: [String] {
    guard case .row(_, let label, _) = role else { return [] }
    return line.cells[(label + 1)...].compactMap { Self.number(in: $0.text) }
  }

  /// Whether both are printings of a row with other figures, and not with fewer of them.
  func hasOtherFigures(than other: RoledLine) -> Bool {
    let (own, others) = (numbers, other.numbers)
    if own.isEmpty || others.isEmpty { return own.isEmpty != others.isEmpty }
    return !Self.holds(own, others) && !Self.holds(others, own)
  }

  /// Whether `part` is left of `whole` where some of it is left out.
  private static func holds(_ whole: [String], _ part: [String]) -> Bool {
    var rest = part[...]
    for number in whole where rest.first == number { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// The digits of a number; nil for 0 and for what has none.
  private static func number(in text: String) -> String? {
    var digits = TextFolding.folded(text).filter { $0.isDigit || $0 == "." || $0 == "-" }
    if digits.contains(".") {
      while digits.last == "0" { digits.removeLast() }
      if digits.last == "." { digits.removeLast() }
    }
    let number = digits.drop { $0 == "0" }
    return number.contains(where: \.isDigit) ? String(scalars: number) : nil
  }
}

/// One printing of a table: a report may carry an empty form before the filled one, or those of its subordinates.
struct TableCopy: Sendable {
  var lines: [RoledLine] = []
  var rows: FormIndices = []
  /// Rows with at least one figure; of table 3 what its lines are worth.
  var filledRows = 0
  /// Lines of column labels and labels of blocks.
  private var headers = 0

  /// Parts `lines` where the table begins again.
  ///
  /// After a header or in a new table, rows that came before come with other figures, or none but such rows come. What goes
  /// on over a page may have the last rows of the page before once more.
  static func copies(
    of parts: [TablePart], book: LabelBook, damaged: inout DamagedLabels
  ) -> [TableCopy] {
    guard let table = parts.first?.table else { return [] }
    var copies: [TableCopy] = []
    var current = TableCopy()
    var pending: [RoledLine] = []
    var roles = LineRoles(table, book: book)
    for lines in CutLabels.joined(parts, of: table, book: book) {
      let roled = lines.map { RoledLine(line: $0, role: roles.role(of: $0, damaged: &damaged)) }
      var mayRestart = true
      var carried = pending.count
      for (index, line) in roled.enumerated() {
        if case .header = line.role { mayRestart = true }
        guard case .row(let row, _, _) = line.role else {
          pending.append(line)
          continue
        }
        if mayRestart, current.isRepeated(by: roled[index...]) {
          let head = pending.firstIndex { $0.role == .header } ?? carried
          current.lines += pending[..<head]
          pending.removeFirst(head)
          copies.append(current)
          current = TableCopy()
        }
        mayRestart = false
        current.add(pending)
        pending = []
        carried = 0
        current.rows.insert(row)
        current.filledRows += line.line.hasFigures ? 1 : 0
        current.lines.append(line)
      }
    }
    current.lines += pending
    copies.append(current)
    for index in copies.indices { copies[index].preferWholeLabels() }
    return copies
  }

  private mutating func add(_ others: [RoledLine]) {
    lines += others
    headers += others.count { $0.role == .header }
  }

  /// Whether the rows in `lines`, up to a header above one that the form has earlier, are another printing of these.
  private func isRepeated(by lines: ArraySlice<RoledLine>) -> Bool {
    var common: FormIndices = []
    var bringsOthers = false
    var last = -1
    var isHeaded = false
    for line in lines.prefix(Self.reach) {
      if case .header = line.role { isHeaded = true }
      // Only a whole label shows that the table begins again.
      guard case .row(let row, _, nil) = line.role else { continue }
      if isHeaded, row <= last { break }
      last = row
      guard let own = self.line(of: row) else {
        bringsOthers = true
        continue
      }
      if own.hasOtherFigures(than: line) { return true }
      common.insert(row)
    }
    guard !common.isEmpty else { return false }
    return !bringsOthers || rows.allSatisfy(common.contains)
  }

  /// Lines that a table has at most, with room for notes.
  private static let reach = 128

  /// The line of a row with a whole label.
  func line(of row: Int) -> RoledLine? {
    guard rows.contains(row) else { return nil }
    return lines.first { if case .row(row, _, nil) = $0.role { true } else { false } }
  }

  /// Where a row has an intact label, a damaged one that resembles it is ignored.
  private mutating func preferWholeLabels() {
    var whole: FormIndices = []
    for case .row(let row, _, nil) in lines.map(\.role) { whole.insert(row) }
    for index in lines.indices {
      guard case .row(let row, _, _?) = lines[index].role, whole.contains(row) else { continue }
      lines[index].role = lines[index].line.hasFigures ? .unknown : .note
    }
  }

  /// Where a copy stands: whether it may be meant, and whether it is right below the form's heading.
  struct Place {
    var isMeant: Bool
    var isHeaded: Bool
    /// Whether a line above it says that it is appended.
    var isAppended: Bool

    var isTold: Bool { isHeaded || isAppended }
  }

  /// The first copy that is as good as complete beside the others, of those that may be meant.
  static func best(of copies: [TableCopy], at places: [Place]) -> Int? {
    let meant = copies.indices.filter { places[$0].isMeant }
    guard let most = meant.map({ copies[$0].filledRows }).max() else { return nil }
    let filled = meant.filter { copies[$0].filledRows * 10 >= most * 9 }
    // An overview of a few rows has one line of column labels where the form has one above each block.
    let headers = filled.map { copies[$0].headers }.max() ?? 0
    let whole = filled.filter { copies[$0].headers * 2 >= headers }
    // What one year carries out the next carries in.
    let later = whole.filter { index in
      whole.contains { $0 != index && copies[$0].precedes(copies[index]) }
    }
    if later.count == 1 { return later.first }
    return whole.first { places[$0].isHeaded } ?? whole.first
  }

  /// Whether `other` is as complete, has other figures, and neither says that it follows the other.
  func isAsGood(as other: TableCopy) -> Bool {
    filledRows * 10 >= other.filledRows * 9 && other.filledRows * 10 >= filledRows * 9
      && !precedes(other) && !other.precedes(self)
      && rows.contains { row in
        guard let own = line(of: row), let others = other.line(of: row) else { return false }
        return own.hasOtherFigures(than: others)
      }
  }

  /// Whether this is table 2 of the year before the one of `next`, as the requests that it carries out say.
  private func precedes(_ next: TableCopy) -> Bool {
    // The last requests of the first identity's two sides: 一 + 二 = 三（七） + 四.
    let rows = NationalForm.applications.rows
    let identity = NationalForm.identities(of: nil, printing: []).first
    guard let carriedIn = rows.firstIndex(where: { $0.id == identity?.expected.last?.row }),
      let carriedOut = rows.firstIndex(where: { $0.id == identity?.actual.last?.row }),
      let out = figures(of: carriedOut), let own = figures(of: carriedIn),
      let nextIn = next.figures(of: carriedIn), let nextOut = next.figures(of: carriedOut)
    else { return false }
    // Two small rows are often equal by chance.
    return out.count { $0 != "0" } > 2 && out == nextIn && nextOut != own
  }

  /// The figures of a row of table 2; nil where it isn't whole.
  private func figures(of row: Int) -> [String]? {
    guard let figures = line(of: row)?.line.cells.filter({ $0.kind == .figure }).map(\.text),
      figures.count == NationalForm.applications.columns.count
    else { return nil }
    return figures
  }
}
