internal import NationalForm
package import RecordReading

extension Words {
  /// `A3: total = sum of the applicants, by row`; the id alone where it is one of tomorrow.
  package init(rule id: String) {
    guard let text = CheckRule(rawValue: id)?.text else {
      self.init(same: id)
      return
    }
    self.init("\(id)：\(text.chinese)", "\(id): \(text.english)")
  }
}

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
