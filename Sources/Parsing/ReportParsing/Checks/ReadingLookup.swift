internal import NationalForm
internal import ReportRecords

extension [CellReading] {
  /// Where the reading of `cell` stands: at the cell's place in the form if this is a list of all of them; nil for none.
  func index(of cell: CellID) -> Int? {
    if let place = NationalForm.place(of: cell), place < count, self[place].id == cell {
      return place
    }
    return firstIndex { $0.id == cell }
  }
}
