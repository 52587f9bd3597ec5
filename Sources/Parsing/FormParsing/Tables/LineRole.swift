import Diagnostics
import NationalForm

/// What a line is within a table of labelled rows (tables 1 and 2).
enum LineRole: Hashable, Sendable {
  case blank
  /// Column labels, or the label of a block of rows.
  case header
  /// A row of the form; its values begin after `label`, the last cell with a label.
  case row(Int, label: Int, damage: LabelDamage?)
  /// A group's label without a row.
  case group
  /// Words without figures.
  case note
  /// Figures under no label, or under one that isn't known.
  case unknown
}

/// Tells what lines are, carrying from row to row the group that a merged cell opened.
struct LineRoles {
  let table: TableID
  let book: LabelBook
  /// The innermost group of the rows so far.
  private var group: Int?

  init(_ table: TableID, book: LabelBook) {
    self.table = table
    self.book = book
  }

  mutating func role(of line: FormLine, damaged: inout DamagedLabels) -> LineRole {
    let labels = Labels(line, table)
    if labels.isBlank { return .blank }
    // Names of rows side by side without a figure are a header of another table.
    if labels.leafCount > 1, !labels.hasFigures { return .note }
    if let (row, index) = labels.leaf {
      // Two rows side by side are not ours to part, nor two labels above figures.
      guard !labels.hasFiguresBetweenLeaves, labels.leafCount == 1 || !line.isLoose else {
        return .unknown
      }
      enter(row)
      return .row(row, label: index, damage: nil)
    }
    if labels.isHeader { return .header }
    if let opened = labels.group { group = opened.group }
    if let found = damagedRow(line, after: labels.group?.index, &damaged) { return found }
    if let (row, index) = labels.groupRow {
      guard !holdsLabel(line, after: index) else { return .unknown }
      enter(row)
      return .row(row, label: index, damage: nil)
    }
    if let (row, index) = labels.vagueRow, labels.hasFigures, isNamed(row) {
      enter(row)
      return .row(row, label: index, damage: nil)
    }
    if labels.hasFigures { return .unknown }
    return labels.group != nil ? .group : labels.columnCount > 0 ? .header : .note
  }

  /// Whether a label such as 其他 can only be the row: 总计 is one, 其他 within its group is.
  private func isNamed(_ row: Int) -> Bool {
    let labels = book.rows[table][row]
    return labels.depth < 3 || labels.group == group
  }

  /// Whether words behind the label at `index` are another label: `1.□□□□□` with a value for every column behind it, or
  /// `2.申请人逾期未按…政府信`, wherever it stands.
  private func holdsLabel(_ line: FormLine, after index: Int) -> Bool {
    let width = NationalForm.table(table).columns.count
    return line.cells.indices.contains { place in
      guard place > index, line.cells[place].kind == .words else { return false }
      let name = FoldedLabel(line.cells[place].text).numbered?.body
      return name.map { $0.units.count >= Self.shortestName } ?? false
        || line.cells.count - place > width
          && line.cells[place...].contains { $0.kind == .figure }
    }
  }

  /// Characters that tell a numbered label from what stands in a value's place.
  private static let shortestName = 8

  private mutating func enter(_ row: Int) {
    // The row 其他处理 is the group of the three rows that take its place in the other edition.
    group = book.rows[table][row].opens ?? book.rows[table][row].group
  }

  /// The row whose label, in words before the first figure, is damaged.
  private mutating func damagedRow(
    _ line: FormLine, after label: Int?, _ damaged: inout DamagedLabels
  ) -> LineRole? {
    guard line.cells.contains(where: { $0.kind == .figure || $0.isBlank }) else { return nil }
    let end = line.cells.firstIndex { $0.kind == .figure } ?? line.cells.count
    for index in (0..<end).reversed() where index > label ?? -1 {
      guard line.cells[index].kind == .words else { continue }
      let folded = FoldedLabel(line.cells[index].text)
      if let (row, damage) = damaged.row(for: folded, in: table, group: group, book: book) {
        enter(row)
        return .row(row, label: index, damage: damage)
      }
    }
    return nil
  }
}

/// The labels of one line that belong to one table.
private struct Labels {
  var isBlank = true
  var hasFigures = false
  var hasFiguresBetweenLeaves = false
  var columnCount = 0
  var hasFurniture = false
  var leaf: (row: Int, index: Int)?
  private(set) var leafCount = 0
  var vagueRow: (row: Int, index: Int)?
  /// A row that is a group in the other edition.
  var groupRow: (row: Int, index: Int)?
  var group: (group: Int, index: Int)?

  var isHeader: Bool {
    !hasFigures && (hasFurniture || columnCount > 1) || hasFurniture && columnCount > 0
      || columnCount > 1 && group == nil
  }

  init(_ line: FormLine, _ table: TableID) {
    for (index, cell) in line.cells.enumerated() {
      switch cell.kind {
      case .blank: continue
      case .figure: hasFigures = true
      case .words: break
      case .label:
        let roles = cell.roles(in: table)
        if let opened = roles.first(where: { if case .group = $0.role { true } else { false } }),
          case .group(let number) = opened.role
        {
          group = (number, index)
          if case .row(let row)? = roles.first(where: { $0 != opened })?.role {
            groupRow = (row, index)
          }
        } else {
          for meaning in roles { enter(meaning, at: index) }
        }
      }
      isBlank = false
    }
    // 3.其他 below 其他处理: the row inside wins.
    if let leaf, let groupRow, groupRow.index > leaf.index { self.leaf = groupRow }
  }

  private mutating func enter(_ meaning: LabelMeaning, at index: Int) {
    switch meaning.role {
    case .row(let row) where meaning.isVague: vagueRow = (row, index)
    case .row(let row):
      if leaf != nil, hasFigures { hasFiguresBetweenLeaves = true }
      if leaf?.row != row { leafCount += 1 }
      leaf = (row, index)
    case .column: columnCount += 1
    case .furniture, .caption: hasFurniture = true
    case .group: break
    }
  }
}
