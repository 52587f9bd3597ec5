import Comparison
import NationalForm
import ReportRecords

/// Tables that print what `edition` has, each cell with 0, but for `cells`; those given as nil are blank.
func form(_ edition: Edition, _ cells: [String: Int?] = [:]) -> FormFacts {
  FormFacts(
    edition: edition,
    cells: zip(NationalForm.cells, NationalForm.editions).map { id, editions in
      if let value = cells[id.description] {
        return value.map { CellReading(id, .value, value: ExactDecimal($0)) }
          ?? CellReading(id, .blank)
      }
      return editions.contains(edition)
        ? CellReading(id, .value, value: ExactDecimal(0)) : CellReading(id, .absent)
    })
}

extension CarryOver {
  /// `X1 total fails 3 2`: what is expected, then what is printed.
  var words: String {
    func word(_ number: ExactDecimal?) -> String { number?.description ?? "-" }
    return [
      rule.rawValue, scope, outcome.rawValue, word(expectedValue), word(actual.reading.value),
    ].joined(separator: " ")
  }
}
