package import NationalForm

extension [CellReading] {
  /// Where the reading of `cell` stands: at the cell's place in the form if this is a list of all of them; nil for none.
  package func index(of cell: CellID) -> Int? {
    let place = cell.place
    return place < count && self[place].id == cell ? place : firstIndex { $0.id == cell }
  }
}
