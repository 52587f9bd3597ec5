import Diagnostics
import NationalForm
import ReportRecords

/// Figures under no label of the form: a blank cell beside them may be where they belong.
extension FormBoard {
  mutating func reportUnknown(_ line: FormLine) {
    report(
      .rowUnknown, "a row with figures that is not in the form: \(line.text.prefix(120))",
      at: line.location)
  }

  /// Makes blank cells unreadable in the rows just before and just behind such lines.
  mutating func doubtBlanks(beside lines: [RoledLine], in table: TableID) {
    var previous: Int?
    var lost: FormLine?
    for roled in lines {
      switch roled.role {
      case .unknown:
        lost = roled.line
        if let previous { doubtBlanks(in: previous, of: table, for: roled.line) }
      case .row(let row, _, _):
        if let lost { doubtBlanks(in: row, of: table, for: lost) }
        lost = nil
        previous = row
      case .blank, .header, .group, .note: break
      }
    }
  }

  /// - Parameter lost: A row with words of its own may be one that the form doesn't have: beside it only a row without a
  ///   value is in doubt.
  private mutating func doubtBlanks(in row: Int, of table: TableID, for lost: FormLine) {
    let positions = Self.cells(of: table, row: row)
    let hasLabel = lost.cells.contains { $0.kind == .words || $0.kind == .label }
    guard !hasLabel || positions.allSatisfy({ [.blank, .absent].contains(cells[$0].state) })
    else { return }
    doubtBlanks(at: positions, for: lost)
  }

  mutating func doubtBlanks(at positions: Range<Int>, for lost: FormLine) {
    for position in positions where cells[position].state == .blank {
      let (id, location) = (cells[position].id, cells[position].location)
      refuse([position], raw: "", at: location)
      report(
        .cellUnreadable,
        "\(id.row) \(id.column): the cell is empty, but these figures stand under no label: "
          + "\(lost.text.prefix(60))", at: location)
    }
  }
}
