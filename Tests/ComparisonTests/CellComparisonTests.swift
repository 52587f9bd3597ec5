import Comparison
import NationalForm
import ReportRecords
import Testing

@Test func cellsDifferInNumberOrState() throws {
  let id = try #require(CellID(path: "applications.granted.total"))
  let blank = try #require(CellID(path: "review_litigation.review.total"))
  let comparison = CellComparison(
    older: form(.e2021, ["applications.granted.total": 4]),
    newer: form(
      .e2021, ["applications.granted.total": 6, "review_litigation.review.total": nil]))
  #expect(
    comparison.changes == [
      CellChange(
        older: CellReading(id, .value, value: ExactDecimal(4)),
        newer: CellReading(id, .value, value: ExactDecimal(6))),
      CellChange(
        older: CellReading(blank, .value, value: ExactDecimal(0)),
        newer: CellReading(blank, .blank)),
    ])
  #expect(comparison.changes.map(\.change) == [ExactDecimal(2), nil])
  // 10 cells of the first table, 175 and 15 of the others.
  #expect(comparison.equal == 198)
  #expect(comparison.notComparable == 0)
}

@Test func whatOnlyOneEditionPrintsIsNoChange() {
  let comparison = CellComparison(older: form(.e2019), newer: form(.e2021))
  #expect(comparison.changes.isEmpty)
  // Decisions on licences, penalties and coercion, 22 rows of requests, and the third table.
  #expect(comparison.equal == 3 + 22 * 7 + 15)
  // 19 and 7 of the first table, one and three rows of 其他处理.
  #expect(comparison.notComparable == 19 + 7 + 7 + 21)
}

@Test func aCellPrintedAgainstItsEditionIsComparedWhereBothHaveIt() {
  let odd = form(.e2021, ["applications.other.all.total": 5])
  #expect(CellComparison(older: form(.e2021), newer: odd).notComparable == 1)
  #expect(CellComparison(older: odd, newer: odd).notComparable == 0)
}
