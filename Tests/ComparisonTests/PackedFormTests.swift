import Comparison
import NationalForm
import ReportRecords
import Testing

@Test func packedCellsComeOutAsTheyWent() {
  let numbers = [
    0, 1, -1, 239, 240, 63, 64, 127, 128, 16_383, 62_299_500, 999_999_999_999_999_999, Int.max,
    Int.min, -5078,
  ]
  let values = numbers.map { ExactDecimal($0) } + [ExactDecimal(-622_995, scale: 2)]
  let kinds: [(CellReading.State, ExactDecimal?)] =
    values.map { (.value, $0) }
    + CellReading.State.allCases.filter { $0 != .value }.map { ($0, nil) }
  let form = FormFacts(
    edition: .e2021,
    cells: NationalForm.cells.enumerated().map { index, id in
      let (state, value) = kinds[index % kinds.count]
      return CellReading(id, state, value: value)
    })
  #expect(PackedForm(form).form == form)
}
