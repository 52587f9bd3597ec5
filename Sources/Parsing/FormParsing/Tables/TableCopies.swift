import NationalForm

/// A line and what it is within its table.
struct RoledLine: Sendable {
  var line: FormLine
  var role: LineRole
}

/// One printing of a table: a report may carry an empty form before the filled one, or those of its subordinates.
struct TableCopy: Sendable {
  var lines: [RoledLine] = []
  var rows: FormIndices = []
  /// Rows with at least one figure; of table 3 what its lines are worth.
  var filledRows = 0
  /// Lines of column labels and labels of blocks.
  private var headers = 0

  /// Parts `lines` where a row comes again after a header or in a new table; a row that merely comes twice stays.
  static func copies(
    of parts: [TablePart], book: LabelBook, damaged: inout DamagedLabels
  ) -> [TableCopy] {
    guard let table = parts.first?.table else { return [] }
    var copies: [TableCopy] = []
    var current = TableCopy()
    var pending: [RoledLine] = []
    /// Rows of `current` with a whole label.
    var whole: FormIndices = []
    var mayRestart = false
    var roles = LineRoles(table, book: book)
    for lines in CutLabels.joined(parts, of: table, book: book) {
      mayRestart = true
      let roled = lines.map { RoledLine(line: $0, role: roles.role(of: $0, damaged: &damaged)) }
      if let last = current.lastRow, beginsAnew(roled, behind: last, whole) {
        current.lines += pending
        copies.append(current)
        current = TableCopy()
        pending = []
        whole = []
      }
      for line in roled {
        switch line.role {
        case .row(let row, _, let damage):
          // Only a whole label shows that the table begins again.
          if mayRestart, damage == nil, whole.contains(row) {
            copies.append(current)
            current = TableCopy()
            whole = []
          }
          if damage == nil { whole.insert(row) }
          current.add(pending)
          pending = []
          mayRestart = false
          current.rows.insert(row)
          current.filledRows += line.line.hasFigures ? 1 : 0
          current.lines.append(line)
        case .header:
          mayRestart = true
          pending.append(line)
        default:
          pending.append(line)
        }
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

  private var lastRow: Int? {
    for line in lines.reversed() {
      if case .row(let row, _, nil) = line.role { return row }
    }
    return nil
  }

  /// Whether `lines`, a table of its own, begin above the row `last` and have some of the rows before them again: what
  /// goes on over a page begins where the page before ended.
  ///
  /// - Parameter before: The rows of the lines before them.
  private static func beginsAnew(
    _ lines: [RoledLine], behind last: Int, _ before: FormIndices
  ) -> Bool {
    let rows = lines.compactMap { line in
      if case .row(let row, _, nil) = line.role { row } else { nil }
    }
    guard let first = rows.first else { return false }
    return first < last && rows.contains(where: before.contains)
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

  /// Parts the lines of table 3 where a group's label comes again after its values.
  static func reviewCopies(of parts: [TablePart]) -> [TableCopy] {
    let width = NationalForm.table(.reviewLitigation).columns.count
    var copies: [TableCopy] = []
    var current = TableCopy()
    var hasValues = false
    for line in parts.flatMap(\.lines) {
      var groups: FormIndices = []
      for cell in line.cells {
        for case .row(let group) in cell.roles(in: .reviewLitigation).map(\.role) {
          groups.insert(group)
        }
      }
      if hasValues, !groups.isDisjoint(with: current.rows) {
        copies.append(current)
        current = TableCopy()
        hasValues = false
      }
      current.rows.formUnion(groups)
      if line.hasFigures {
        hasValues = true
        current.filledRows += line.cells.count > 2 * width ? formLine : 1
      }
      current.lines.append(RoledLine(line: line, role: .note))
    }
    return copies + [current]
  }

  /// What the form's own line, with every group side by side, is worth: more than the lines of last year's figures that
  /// stand below it, a group or a year in each.
  private static let formLine = 20

  /// The first copy that is as good as complete beside the others, of those that may be meant.
  static func best(of copies: [TableCopy], among areMeant: [Bool]) -> Int? {
    let meant = copies.indices.filter { areMeant[$0] }
    guard let most = meant.map({ copies[$0].filledRows }).max() else { return nil }
    let filled = meant.filter { copies[$0].filledRows * 10 >= most * 9 }
    // An overview of a few rows has one line of column labels where the form has one above each block.
    let headers = filled.map { copies[$0].headers }.max() ?? 0
    let whole = filled.filter { copies[$0].headers * 2 >= headers }
    // What one year carries out the next carries in.
    let later = whole.filter { index in
      whole.contains { $0 != index && copies[$0].precedes(copies[index]) }
    }
    return later.count == 1 ? later.first : whole.first
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
    let line = lines.first { roled in
      if case .row(row, _, nil) = roled.role { true } else { false }
    }
    guard let figures = line?.line.cells.filter({ $0.kind == .figure }).map(\.text),
      figures.count == NationalForm.applications.columns.count
    else { return nil }
    return figures
  }
}
