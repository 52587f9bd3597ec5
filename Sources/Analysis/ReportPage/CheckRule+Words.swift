internal import NationalForm
internal import RecordReading

extension CheckRule {
  var text: Words { Words(chinese, english) }

  /// The row or column that a scope names; nil where the rule has none, or the form no such scope.
  func words(ofScope scope: String) -> Words? {
    guard let place = scopes.firstIndex(of: scope) else { return nil }
    if self == .a3 {
      let row = NationalForm.applications.rows[place]
      return Chart.words(row.path.last, row.definition)
    }
    let column = NationalForm.applications.columns[place]
    return Chart.words(column.path.last, column.definition)
  }
}
