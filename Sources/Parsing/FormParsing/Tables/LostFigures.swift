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
    var end = 0
    var lost: FormLine?
    for roled in lines {
      switch roled.role {
      case .unknown:
        lost = roled.line
        if let previous {
          doubtBlanks(in: previous, of: table, for: roled.line)
          if roled.line.blocks.lowerBound > end {
            refuseCut(previous, of: table, before: roled.line)
          }
        }
      case .row(let row, _, _):
        if let lost { doubtBlanks(in: row, of: table, for: lost) }
        lost = nil
        (previous, end) = (row, roled.line.blocks.upperBound)
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

  /// Takes back the values of a row whose total isn't their sum where a page break stands below it, and behind that a row of
  /// figures under no label: they may be the last digits of its own.
  private mutating func refuseCut(_ row: Int, of table: TableID, before lost: FormLine) {
    let positions = Self.cells(of: table, row: row)
    let numbers = positions.compactMap { cells[$0].value?.integer }
    guard table == .applications, numbers.count == positions.count, let total = numbers.last,
      numbers.dropLast().reduce(0, &+) != total,
      lost.cells.count(where: { $0.kind == .figure }) > 1
    else { return }
    report(
      .rowAmbiguous,
      "\(NationalForm.table(table).rows[row].id): its figures may go on in the next part of the table: \(lost.text.prefix(60))",
      at: cells[positions.lowerBound].location)
    for position in positions {
      refuse([position], raw: cells[position].raw ?? "", at: cells[position].location)
    }
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
