import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing

struct ArithmeticTests {
  /// Readings of the later form, every identity holding, after `change`.
  private func checks(_ change: (inout [CellID: CellReading]) throws -> Void) rethrows -> Checks {
    let cells = FormReader.read(FormSamples.report2021).value.cells
    var byID = Dictionary(uniqueKeysWithValues: cells.map { ($0.id, $0) })
    try change(&byID)
    return Arithmetic.check(cells.compactMap { byID[$0.id] }, edition: nil)
  }

  private func id(_ row: String, _ column: String, _ table: TableID = .applications) throws
    -> CellID
  {
    try #require(CellID(table: table, row: row, column: column))
  }

  private func shown(_ checks: Checks) -> [String] {
    checks.failures.map {
      "\($0.id) \($0.scope) \($0.severity) \($0.expected?.description ?? "nil")"
        + " \($0.actual?.description ?? "nil") \($0.delta?.description ?? "nil") \($0.blanksAsZero)"
    }
  }

  @Test func aWrongTotalFailsInItsColumnsAndItsRow() throws {
    let checks = try checks {
      try $0[id("result_total", "natural_person")]?.value = ExactDecimal(90)
    }
    #expect(
      shown(checks) == [
        "A1 natural_person error 95 93 -2 false", "A2 natural_person error 92 90 -2 false",
        "A3 result_total error 103 105 2 false",
      ])
    #expect([checks.passed, checks.failed, checks.unassessable] == [39, 3, 0])
  }

  @Test func reviewTotalsAreCheckedByGroup() throws {
    let checks = try checks {
      try $0[id("suit_after_review", "total", .reviewLitigation)]?.value = ExactDecimal(0)
    }
    #expect(shown(checks) == ["R3 suit_after_review error 41 0 -41 false"])
  }

  @Test func aBlankMakesACheckUnassessableAndCountsAsZeroTheSecondTime() throws {
    let checks = try checks {
      try $0[id("granted", "business")] = CellReading(id("granted", "business"), .blank, raw: "")
    }
    #expect(
      shown(checks) == [
        "A2 business warning 1 2 1 true", "A3 granted warning 23 24 1 true",
      ])
    #expect([checks.passed, checks.failed, checks.unassessable] == [40, 0, 2])
  }

  @Test func aSideThatIsAllBlankIsNotAssessedAtAll() throws {
    let checks = try checks {
      try $0[id("granted", "total")] = CellReading(id("granted", "total"), .blank, raw: "")
    }
    #expect(shown(checks) == ["A2 total warning 81 105 24 true"])
    #expect(checks.unassessable == 2)
  }

  @Test func whatIsUnreadableIsNoZero() throws {
    let checks = try checks {
      try $0[id("granted", "business")] = CellReading(
        id("granted", "business"), .unreadable, raw: "1O")
    }
    #expect(shown(checks) == [])
    #expect(checks.unassessable == 2)
  }

  @Test func aRowThatIsNotPrintedHasNoCheckOfItsOwn() throws {
    let checks = try checks { cells in
      for column in NationalForm.applications.columns {
        try cells[id("granted", column.id)] = CellReading(id("granted", column.id), .absent)
      }
    }
    #expect(checks.unassessable == 7)
    #expect(checks.passed == 42 - 7 - 1)
    #expect(checks.failures.allSatisfy { $0.id == "A2" && $0.blanksAsZero })
  }

  @Test func noTablesGiveNoFailures() {
    let checks = Arithmetic.check(NationalForm.cells.map { CellReading($0, .absent) }, edition: nil)
    #expect([checks.passed, checks.failed, checks.unassessable] == [0, 0, 17])
    #expect(checks.failures == [])
    #expect(Arithmetic.check([], edition: nil).passed == 0)
  }

  @Test func hugeNumbersDoNotOverflow() throws {
    let checks = try checks {
      try $0[id("granted", "business")]?.value = ExactDecimal(.max)
      try $0[id("partial", "business")]?.value = ExactDecimal(.max)
    }
    #expect([checks.passed, checks.unassessable] == [39, 3])
    #expect(checks.failures == [])
  }
}
