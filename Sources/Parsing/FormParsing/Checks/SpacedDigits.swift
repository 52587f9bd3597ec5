package import Diagnostics
internal import NationalForm
package import ReportRecords

/// Joins the digits of numbers that a page sets far apart, where the form's own arithmetic proves it.
///
/// A cell that shows `1 2` may hold one number in wide letters or two numbers. It is 12 where all numbers of the table are set
/// so, on a page, and every identity that one of them takes part in holds with all of them joined, at least one for each. Table
/// 1 has no identities: there the numbers of the others prove how the document sets its digits. Money is left out.
package struct SpacedDigits {
  package private(set) var cells: [CellReading]
  /// One for each number that was joined.
  package private(set) var issues: [Issue] = []

  /// Numbers that prove how a document sets its digits.
  private static let fewestProven = 8
  private static let mostDigits = 9

  package init(_ form: FormReading) {
    cells = form.cells
    // Nearly no report has a cell that can't be read: by index, since an element handed on is a copy.
    guard cells.indices.contains(where: { cells[$0].state == .unreadable }),
      cells.contains(where: { Self.joined($0) != nil })
    else { return }
    let tables = TableID.allCases.map { table in
      cells.indices.filter { cells[$0].id.table == table && !Self.isMoney(cells[$0].id) }
    }
    var proven = 0
    var isRefuted = false
    for table in tables where cells[table[0]].id.table != .activeDisclosure {
      guard let spaced = spaced(in: table) else {
        isRefuted = true
        continue
      }
      var joined = form
      for index in spaced { joined.cells[index] = Self.joined(cells[index]) ?? cells[index] }
      let holds = Arithmetic.proven(joined)
      if spaced.allSatisfy({ holds[$0] }) {
        join(spaced, "its sums hold so")
        proven += spaced.count
      } else {
        isRefuted = true
      }
    }
    guard proven >= Self.fewestProven, !isRefuted else { return }
    for table in tables where cells[table[0]].id.table == .activeDisclosure {
      join(spaced(in: table) ?? [], "the sums of the other tables hold so")
    }
  }

  /// The numbers of a table whose digits stand apart; nil where other cells say that such digits may be two numbers.
  private func spaced(in table: [Int]) -> [Int]? {
    table.contains { Self.isOtherwise(cells[$0]) }
      ? nil : table.filter { Self.joined(cells[$0]) != nil }
  }

  private mutating func join(_ spaced: [Int], _ reason: String) {
    for index in spaced {
      let (id, raw) = (cells[index].id, cells[index].raw ?? "")
      cells[index] = Self.joined(cells[index]) ?? cells[index]
      issues.append(
        Issue(
          .pdfCellJoined,
          "\(id.row) \(id.column): `\(raw)` is read as one number: all digits are set apart, and \(reason)",
          at: cells[index].location))
    }
  }

  /// The reading of single digits parted by blanks as one number; nil for any other cell.
  private static func joined(_ cell: CellReading) -> CellReading? {
    guard cell.state == .unreadable, case .page? = cell.location, let raw = cell.raw,
      let kind = NationalForm.cell(cell.id)?.column.kind
    else { return nil }
    let parts = raw.split { $0 == " " || $0 == "\u{3000}" }
    let digits = parts.drop { kind == .change && ["-", "+"].contains($0) }
    guard parts.count - digits.count < 2, parts.count > 1, (1...mostDigits).contains(digits.count),
      digits.allSatisfy({ $0.utf8.count == 1 && $0.utf8.allSatisfy { (0x30...0x39) ~= $0 } }),
      digits.first != "0"
    else { return nil }
    let value = CellValue.read(parts.joined(), as: kind)
    guard value.state == .value else { return nil }
    var reading = cell
    (reading.state, reading.value) = (value.state, value.value)
    return reading
  }

  private static func isMoney(_ id: CellID) -> Bool {
    NationalForm.cell(id)?.column.kind == .amount
  }

  /// Whether two digits stand together, or a cell holds other figures: then digits that stand apart may be two numbers.
  private static func isOtherwise(_ cell: CellReading) -> Bool {
    guard let raw = cell.raw, cell.state == .value || cell.state == .unreadable else {
      return false
    }
    return cell.state == .unreadable && joined(cell) == nil
      || zip(raw.utf8, raw.utf8.dropFirst()).contains {
        (0x30...0x39) ~= $0 && (0x30...0x39) ~= $1
      }
  }
}
