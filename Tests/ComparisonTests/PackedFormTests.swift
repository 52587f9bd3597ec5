import Comparison
import NationalForm
import ReportRecords
import Testing

@Test func packedCellsComeOutAsTheyWent() {
  let numbers = [
    0, 1, -1, 239, 240, 63, 64, 127, 128, 16_383, 62_299_500, 999_999_999_999_999_999, Int.max,
    Int.min, -5078,
  ]
  let kinds =
    numbers.map { CellFact(.value, value: ExactDecimal($0)) }
    + [CellFact(.value, value: ExactDecimal(-622_995, scale: 2))]
    + CellReading.State.allCases.filter { $0 != .value }.map { CellFact($0) }
  let form = FormFacts(
    edition: .e2021, cells: NationalForm.cells.indices.map { kinds[$0 % kinds.count] })
  #expect(PackedForm(form).form == form)
}
