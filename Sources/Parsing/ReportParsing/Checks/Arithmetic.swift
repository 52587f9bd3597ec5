import Diagnostics
import NationalForm
package import ReportRecords

/// Checks the identities of the form (勾稽关系) on the readings; never changes one.
package enum Arithmetic {
  /// A1 to A3 on table 2, R1 to R3 on table 3.
  ///
  /// An identity with an operand that has no value is unassessable, and is looked at once more with blank, dashed and
  /// absent operands as 0; what fails then is listed, but not counted as failed. A row that isn't printed has no A3.
  ///
  /// - Parameter cells: A reading for every cell of ``NationalForm/cells``, in that order.
  package static func check(_ cells: [CellReading]) -> Checks {
    var tally = Tally()
    let applications = Sheet(.applications, cells)
    let review = Sheet(.reviewLitigation, cells)
    let rows = Rows(applications)
    for (column, scope) in applications.columns.enumerated() {
      tally.add(
        Identity(
          id: "A1", scope: scope, expected: rows.requests.map { applications.operand($0, column) },
          actual: rows.outcomes.map { applications.operand($0, column) }))
    }
    for (column, scope) in applications.columns.enumerated() {
      tally.add(
        Identity(
          id: "A2", scope: scope, expected: rows.details.map { applications.operand($0, column) },
          actual: rows.results.map { applications.operand($0, column) }))
    }
    for row in applications.rows.indices where applications.isPrinted(row) {
      tally.add(applications.rowTotal("A3", row))
    }
    for row in review.rows.indices {
      tally.add(review.rowTotal("R\(row + 1)", row))
    }
    return tally.checks
  }
}

/// The rows of table 2 by their part in the identities.
private struct Rows {
  /// 一 and 二.
  let requests: [Int]
  /// 三（七） and 四.
  let outcomes: [Int]
  /// 三（七）.
  let results: [Int]
  /// What 三（七） sums up: of the two forms of （六） the one that is printed, the single row only where the three are not.
  let details: [Int]

  init(_ sheet: Sheet) {
    func indices(_ ids: Set<String>) -> [Int] {
      sheet.rows.indices.filter { ids.contains(sheet.rows[$0].id) }
    }
    requests = indices(["new_received", "carried_in"])
    outcomes = indices(["result_total", "carried_out"])
    results = indices(["result_total"])
    let inner = sheet.rows.indices.filter { [requests, outcomes] in
      !requests.contains($0) && !outcomes.contains($0)
    }
    let split = inner.filter { sheet.rows[$0].editions == [.e2021] }
    let single = inner.filter { sheet.rows[$0].editions == [.e2019] }
    let unused = split.contains(where: sheet.isPrinted) ? single : split
    details = inner.filter { !unused.contains($0) }
  }
}

/// The readings of a table whose rows all have the same columns.
private struct Sheet {
  let rows: [FormRow]
  let columns: [String]
  /// Row by row; empty where the readings aren't those of the whole form.
  private let operands: [Operand]
  private let printed: [Bool]

  init(_ table: TableID, _ cells: [CellReading]) {
    let form = NationalForm.table(table)
    rows = form.rows
    columns = form.columns.map(\.id)
    let own = cells.filter { $0.id.table == table }
    let width = columns.count
    guard own.count == rows.count * width else {
      operands = []
      printed = []
      return
    }
    operands = own.map(Operand.init)
    printed = rows.indices.map { row in
      own[(row * width)..<((row + 1) * width)].contains { $0.state != .absent }
    }
  }

  func operand(_ row: Int, _ column: Int) -> Operand {
    operands.isEmpty ? .empty : operands[row * columns.count + column]
  }

  func isPrinted(_ row: Int) -> Bool { printed.isEmpty ? false : printed[row] }

  /// The last column of a row as the sum of those before it.
  func rowTotal(_ id: String, _ row: Int) -> Identity {
    Identity(
      id: id, scope: rows[row].id,
      expected: columns.indices.dropLast().map { operand(row, $0) },
      actual: columns.indices.suffix(1).map { operand(row, $0) })
  }
}

/// One member of an identity.
private enum Operand: Hashable {
  case number(Int)
  /// Blank, a dash, or not printed: 0 where blanks count as 0.
  case empty
  case unreadable

  init(_ reading: CellReading) {
    switch reading.state {
    case .value: self = reading.value.flatMap(\.integer).map { .number($0) } ?? .unreadable
    case .blank, .dash, .absent: self = .empty
    case .text, .unreadable: self = .unreadable
    }
  }
}

/// Two sums that should be equal.
private struct Identity {
  var id: String
  var scope: String
  var expected: [Operand]
  var actual: [Operand]
}

/// Counts how identities come out.
private struct Tally {
  private(set) var checks = Checks()

  mutating func add(_ identity: Identity) {
    let operands = identity.expected + identity.actual
    let isComplete = operands.allSatisfy { if case .number = $0 { true } else { false } }
    guard !operands.contains(.unreadable), identity.expected.contains(where: { $0 != .empty }),
      identity.actual.contains(where: { $0 != .empty }),
      let expected = Self.sum(identity.expected), let actual = Self.sum(identity.actual)
    else {
      checks.unassessable += 1
      return
    }
    if isComplete {
      if expected == actual { checks.passed += 1 } else { checks.failed += 1 }
    } else {
      checks.unassessable += 1
    }
    guard expected != actual else { return }
    let (delta, overflow) = actual.subtractingReportingOverflow(expected)
    checks.failures.append(
      CheckFailure(
        id: identity.id, scope: identity.scope, severity: isComplete ? .error : .warning,
        expected: ExactDecimal(expected), actual: ExactDecimal(actual),
        delta: overflow ? nil : ExactDecimal(delta), blanksAsZero: !isComplete))
  }

  /// Nil where it doesn't fit.
  private static func sum(_ operands: [Operand]) -> Int? {
    var total = 0
    for case .number(let number) in operands {
      let (sum, overflow) = total.addingReportingOverflow(number)
      guard !overflow else { return nil }
      total = sum
    }
    return total
  }
}
