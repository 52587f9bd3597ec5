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
  /// Rows with at least one figure.
  var filledRows = 0

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
    for part in parts {
      mayRestart = true
      for line in part.lines {
        let roled = RoledLine(line: line, role: roles.role(of: line, damaged: &damaged))
        switch roled.role {
        case .row(let row, _, let damage):
          // Only a whole label shows that the table begins again.
          if mayRestart, damage == nil, whole.contains(row) {
            copies.append(current)
            current = TableCopy()
            whole = []
          }
          if damage == nil { whole.insert(row) }
          current.lines += pending
          pending = []
          mayRestart = false
          current.rows.insert(row)
          current.filledRows += line.hasFigures ? 1 : 0
          current.lines.append(roled)
        case .header:
          mayRestart = true
          pending.append(roled)
        default:
          pending.append(roled)
        }
      }
    }
    current.lines += pending
    copies.append(current)
    for index in copies.indices { copies[index].preferWholeLabels() }
    return copies
  }

  /// A damaged label is none of a row that has a whole one.
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
        current.filledRows += 1
      }
      current.lines.append(RoledLine(line: line, role: .note))
    }
    return copies + [current]
  }

  /// The first copy that is as good as complete beside the others.
  static func best(of copies: [TableCopy]) -> Int? {
    guard let most = copies.map(\.filledRows).max() else { return nil }
    return copies.firstIndex { $0.filledRows * 10 >= most * 9 }
  }
}
