package import Diagnostics
internal import NationalForm
package import ReportRecords

/// Joins the digits of numbers that a page sets far apart, where the form's own arithmetic proves each of them.
///
/// A cell that shows `1 2` may hold one number in wide letters or two numbers. It is 12 where all numbers of the table are set
/// so, on a page, and every identity that one of them takes part in holds with all of them joined, at least one for each.
/// Table 1 has no identity, so that nothing is joined there.
package struct SpacedDigits {
  package private(set) var cells: [CellReading]
  /// One for each number that was joined.
  package private(set) var issues: [Issue] = []

  package init(_ form: FormReading) {
    cells = form.cells
    for table in TableID.allCases {
      let own = cells.indices.filter { cells[$0].id.table == table }
      let spaced = own.filter { Self.joined(cells[$0]) != nil }
      guard !spaced.isEmpty, !own.contains(where: { Self.isOtherwise(cells[$0]) }) else { continue }
      var joined = form
      for index in spaced {
        joined.cells[index].state = .value
        joined.cells[index].value = Self.joined(cells[index])
      }
      let proven = Arithmetic.proven(joined)
      guard spaced.allSatisfy({ proven[$0] }) else { continue }
      for index in spaced {
        cells[index] = joined.cells[index]
        let (id, raw) = (cells[index].id, cells[index].raw ?? "")
        issues.append(
          Issue(
            .pdfCellJoined,
            "\(id.row) \(id.column): `\(raw)` is read as one number: all digits of the table are set apart, and its sums hold so",
            at: cells[index].location))
      }
    }
  }

  /// The number that single digits parted by blanks make together; nil for any other cell.
  private static func joined(_ cell: CellReading) -> ExactDecimal? {
    guard cell.state == .unreadable, case .page? = cell.location, let raw = cell.raw else {
      return nil
    }
    let digits = raw.split { $0 == " " || $0 == "\u{3000}" }
    guard (2...mostDigits).contains(digits.count),
      digits.allSatisfy({ $0.utf8.count == 1 && $0.utf8.allSatisfy { (0x30...0x39) ~= $0 } }),
      digits.first != "0"
    else { return nil }
    return Int(digits.joined()).map { ExactDecimal($0) }
  }

  private static let mostDigits = 9

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
