import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing

struct FormReaderTests {
  @Test func theLaterFormIsReadCompletely() {
    let form = FormReader.read(FormSamples.report2021)
    #expect(form.issues == [])
    #expect(form.value.edition == .e2021)
    #expect(form.value.blocks == [0: .activeDisclosure, 1: .applications, 2: .reviewLitigation])
    let rows = NationalForm.tables.flatMap { table in
      table.rows.map { "\($0.id): \(form.value.row(table.id, $0.id))" }
    }
    #expect(
      rows == [
        "rules: 1 0 12", "normative_docs: 5 3 40", "licensing: 301", "other_services: ",
        "penalty: 27", "coercion: 4", "fees: 961716000", "procurement: ",
        "new_received: 90 2 0 1 3 4 100", "carried_in: 5 0 1 0 0 2 8",
        "granted: 20 1 0 1 0 2 24", "partial: 7 0 0 0 0 1 8",
        "denied.state_secret: 1 0 0 0 0 0 1", "denied.law_forbidden: 2 0 0 0 0 0 2",
        "denied.three_safety_one_stability: 3 0 0 0 0 0 3",
        "denied.third_party_rights: 4 0 0 0 0 0 4", "denied.internal_affairs: 5 0 0 0 0 0 5",
        "denied.process_info: 6 0 0 0 0 0 6", "denied.enforcement_file: 7 0 0 0 1 0 8",
        "denied.admin_query: 8 0 0 0 0 0 8", "unable.not_held: 9 1 1 0 2 3 16",
        "unable.needs_creation: 1 0 0 0 0 0 1", "unable.still_unclear: 2 0 0 0 0 0 2",
        "not_processed.petition: 3 0 0 0 0 0 3", "not_processed.duplicate: 4 0 0 0 0 0 4",
        "not_processed.publication: 1 0 0 0 0 0 1", "not_processed.excessive: 1 0 0 0 0 0 1",
        "not_processed.reconfirm: 2 0 0 0 0 0 2", "other.overdue_correction: 2 0 0 0 0 0 2",
        "other.overdue_fee: 1 0 0 0 0 0 1", "other.other: 3 0 0 0 0 0 3", "other.all: ",
        "result_total: 92 2 1 1 3 6 105", "carried_out: 3 0 0 0 0 0 3", "review: 10 1 2 3 16",
        "direct_suit: 4 5 6 7 22", "suit_after_review: 8 9 11 13 41",
      ])
    let checks = Arithmetic.check(form.value.cells, edition: form.value.edition)
    #expect(
      [checks.passed, checks.failed, checks.unassessable, checks.failures.count] == [42, 0, 0, 0])
  }

  @Test func theEarlierFormIsReadCompletely() {
    let form = FormReader.read(FormSamples.report2019)
    #expect(form.issues == [])
    #expect(form.value.edition == .e2019)
    let rows = NationalForm.activeDisclosure.rows.map {
      "\($0.id): \(form.value.row(.activeDisclosure, $0.id))"
    }
    #expect(
      rows == [
        "rules: 1 2 3", "normative_docs: 6 5 32", "licensing: 40 2 55",
        "other_services: 32 18 1100", "penalty: 7 -5 9", "coercion: 8 0 10", "fees: 11 -2",
        "procurement: 2 1063600",
      ])
    #expect(form.value.row(.applications, "other.all") == "6 0 0 0 0 0 6")
    #expect(form.value.row(.applications, "other.other") == "")
    let checks = Arithmetic.check(form.value.cells, edition: form.value.edition)
    #expect(
      [checks.passed, checks.failed, checks.unassessable, checks.failures.count] == [40, 0, 0, 0])
  }
}
