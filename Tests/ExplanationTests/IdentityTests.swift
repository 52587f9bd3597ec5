import NationalForm
import Testing

private let rows = Set(NationalForm.applications.rows.map(\.id))
private let split: Set<String> = ["other.overdue_correction", "other.overdue_fee", "other.other"]

@Test func aReportHasFortyTwoIdentitiesOrFortyWithASingleRowForOtherResults() {
  let identities = NationalForm.identities(of: nil, printing: rows.subtracting(["other.all"]))
  #expect(identities.count == 42)
  #expect(
    identities.map(\.id).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
      == ["A1": 7, "A2": 7, "A3": 25, "R1": 1, "R2": 1, "R3": 1])
  #expect(NationalForm.identities(of: nil, printing: rows.subtracting(split)).count == 40)
}

@Test func theResultsAddUpToTheirTotalWithTheRowsThatArePrinted() throws {
  func operands(_ printed: Set<String>) throws -> [String] {
    let identity = try #require(
      NationalForm.identities(of: nil, printing: printed).first {
        $0.id == "A2" && $0.scope == "research"
      })
    #expect(identity.actual.map(\.description) == ["applications.result_total.research"])
    return identity.expected.map(\.row).filter { $0.hasPrefix("other") }
  }
  #expect(try operands(rows) == ["other.overdue_correction", "other.overdue_fee", "other.other"])
  #expect(try operands(rows.subtracting(split)) == ["other.all"])
}

@Test func everyOperandIsACellOfTheForm() {
  let cells = Set(NationalForm.cells)
  for identity in NationalForm.identities(of: nil, printing: rows) {
    #expect(cells.isSuperset(of: identity.expected + identity.actual))
    #expect(!identity.expected.isEmpty && !identity.actual.isEmpty)
  }
}
