import NationalForm

/// How many identities of table 2 its figures keep.
struct ApplicationSums {
  /// Those that don't hold, or whose figures aren't all there.
  private(set) var failures = 0

  /// - Parameters:
  ///   - figures: Of each row, from left to right.
  ///   - rows: Which row of the form each is.
  ///   - order: The columns from left to right.
  init(_ figures: [[Int]], _ rows: [Int], _ order: [Int]) {
    let form = NationalForm.applications
    var values: [CellID: Int] = [:]
    for (figures, row) in zip(figures, rows) {
      for (value, column) in zip(figures, order) {
        if let id = CellID(
          table: .applications, row: form.rows[row].id, column: form.columns[column].id)
        {
          values[id] = value
        }
      }
    }
    func sum(_ cells: [CellID]) -> Int? {
      var sum = 0
      for cell in cells {
        guard let value = values[cell] else { return nil }
        sum = sum &+ value
      }
      return sum
    }
    for identity in NationalForm.identities(
      of: nil, printing: Set(rows.map { form.rows[$0].id }))
    where identity.actual.first?.table == .applications {
      guard let expected = sum(identity.expected), let actual = sum(identity.actual),
        expected == actual
      else {
        failures += 1
        continue
      }
    }
  }
}
