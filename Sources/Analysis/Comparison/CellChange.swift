package import NationalForm
package import ReportRecords

/// A cell in which two reports differ.
package struct CellChange: Hashable, Sendable {
  package var older: CellReading
  package var newer: CellReading

  /// The newer number less the older one; nil where either has none.
  package var change: ExactDecimal? {
    guard let old = older.value, let new = newer.value else { return nil }
    return new - old
  }

  package var id: CellID { newer.id }

  package init(older: CellReading, newer: CellReading) {
    self.older = older
    self.newer = newer
  }
}

/// The tables of two reports, cell by cell.
package struct CellComparison: Hashable, Sendable {
  /// Cells whose number or state differs, in the order of the form; another spelling of one number is no difference.
  package var changes: [CellChange] = []
  /// Cells that say the same.
  package var equal = 0
  /// Cells that the form or the print of only one of the two has.
  package var notComparable = 0

  package init(older: FormFacts, newer: FormFacts) {
    for index in NationalForm.cells.indices {
      switch (older.prints(index), newer.prints(index)) {
      case (false, false): continue
      case (true, true):
        let (old, new) = (older.cells[index], newer.cells[index])
        if old.state == new.state, old.value == new.value {
          equal += 1
        } else {
          changes.append(CellChange(older: old, newer: new))
        }
      default: notComparable += 1
      }
    }
  }
}
