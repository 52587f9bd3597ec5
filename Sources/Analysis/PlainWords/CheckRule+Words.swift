internal import NationalForm
package import RecordReading

extension CheckRule {
  package var text: Words { Words(chinese, english) }

  /// The row or column that a scope names; nil where the rule has none, or the form no such scope.
  package func words(ofScope scope: String) -> Words? {
    guard let place = scopes.firstIndex(of: scope) else { return nil }
    if self == .a3 {
      let row = NationalForm.applications.rows[place]
      return Words(label: row.path.last, definition: row.definition)
    }
    let column = NationalForm.applications.columns[place]
    return Words(label: column.path.last, definition: column.definition)
  }
}
