import Comparison
import NationalForm
import ReportRecords
import Testing

@Test func whatIsCarriedOutOfAYearComesIntoTheNext() {
  let identities = CarryOver.identities(
    older: form(
      .e2021,
      [
        "applications.carried_out.natural_person": 3, "applications.carried_out.business": nil,
        "applications.carried_out.total": 3, "active_disclosure.rules.in_force": 11,
        "active_disclosure.normative_docs.in_force": 597,
      ]),
    newer: form(
      .e2021,
      [
        "applications.carried_in.natural_person": 3, "applications.carried_in.total": 4,
        "active_disclosure.rules.issued": 2, "active_disclosure.rules.repealed": 1,
        "active_disclosure.rules.in_force": 12, "active_disclosure.normative_docs.issued": 50,
        "active_disclosure.normative_docs.repealed": 227,
        "active_disclosure.normative_docs.in_force": 421,
      ]))
  #expect(
    identities.map(\.words) == [
      "X1 natural_person holds 3 3", "X1 business not_assessable - 0", "X1 research holds 0 0",
      "X1 public_welfare holds 0 0", "X1 legal_service holds 0 0", "X1 other_org holds 0 0",
      "X1 total fails 3 4", "X2 rules holds 12 12", "X2 normative_docs fails 420 421",
    ])
  #expect(identities.last?.delta == ExactDecimal(1))
}

@Test func itemsOfAYearAreThoseOfTheYearBeforeAndTheirChange() {
  let identities = CarryOver.identities(
    older: form(
      .e2019,
      [
        "active_disclosure.licensing.items_previous": 30,
        "active_disclosure.licensing.items_change": -2,
        "active_disclosure.fees.items_change": nil,
      ]),
    newer: form(.e2019, ["active_disclosure.licensing.items_previous": 28]))
  #expect(
    identities.filter { $0.rule != .x1 }.map(\.words) == [
      "X3 licensing holds 28 28", "X3 other_services holds 0 0", "X3 penalty holds 0 0",
      "X3 coercion holds 0 0", "X3 fees not_assessable - 0",
    ])
}

@Test func onlyRequestsAreCarriedFromOneEditionToTheOther() {
  let rules = CarryOver.identities(older: form(.e2019), newer: form(.e2021)).map(\.rule)
  #expect(rules == Array(repeating: .x1, count: 7))
  #expect(CarryOver.identities(older: form(.legacy), newer: form(.e2019)).isEmpty)
}

@Test func ofAReportWithoutTablesNothingCanBeAssessed() {
  let nothing = FormFacts(
    edition: nil, cells: NationalForm.cells.map { CellReading($0, .absent) })
  let outcomes = CarryOver.identities(older: nothing, newer: form(.e2021))
  #expect(outcomes.map(\.rule) == Array(repeating: .x1, count: 7))
  #expect(Set(outcomes.map(\.outcome)) == [.notAssessable])
}

@Test func aSumThatDoesNotFitIsNotAssessable() {
  let identity = CarryOver.identities(
    older: form(.e2021, ["active_disclosure.rules.in_force": .max]),
    newer: form(.e2021, ["active_disclosure.rules.issued": .max]))
  #expect(identity.first { $0.rule == .x2 }?.words == "X2 rules not_assessable - 0")
}
