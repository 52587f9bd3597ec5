internal import Diagnostics
package import ReportRecords

/// Takes the numbers out of a form that a program recognised in a picture, as far as nothing proves them.
///
/// A recognised 2611 looks as sure as the 2641 that was printed. Only the form's own arithmetic tells: a number stays if
/// every identity that it takes part in and that can be assessed holds, and at least one does. The identities are those of
/// the strings as recognised, so that one number taken out takes no other with it.
package struct RecognisedNumbers {
  /// The readings without unproven values: these are unreadable, and keep their strings.
  package private(set) var cells: [CellReading]
  /// How many values were taken out.
  package private(set) var count = 0

  package init(_ form: FormReading, pages: Set<Int>) {
    cells = form.cells
    let recognised = cells.indices.filter { Self.isOn(pages, cells[$0].location) }
    guard !recognised.isEmpty else { return }
    let proven = Arithmetic.proven(form)
    for index in recognised where !proven[index] {
      switch cells[index].state {
      case .absent, .text, .unreadable: continue
      case .value: count += 1
      // What was recognised as nothing may be a number that was not.
      case .blank, .dash: break
      }
      self.cells[index].state = .unreadable
      self.cells[index].value = nil
    }
  }

  private static func isOn(_ pages: Set<Int>, _ location: Location?) -> Bool {
    guard case .page(let page, _)? = location else { return false }
    return pages.contains(page)
  }
}
