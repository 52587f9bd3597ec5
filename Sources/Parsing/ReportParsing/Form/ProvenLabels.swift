import NationalForm

/// Which rows of table 2 a text prints, and what their places say of their figures.
struct ProvenLabels {
  /// The rows in the form's order.
  let rows: [Int]
  /// The rows in the order of their labels, with the figures before each.
  private var places: [(row: Int, figures: Int)] = []

  private static let form = NationalForm.applications
  private static let parts = LabelParts.all[.applications]
  private static let book = LabelBook.shared
  /// Labels that may be cut beyond knowing.
  private static let mostLost = 2

  /// Nil where the labels are not those of one edition of the form.
  init?(_ text: ScatteredText) {
    var figures = 0
    var found: FormIndices = []
    for piece in text.pieces {
      if piece.isFigure {
        figures += 1
      } else if let row = Self.row(beginning: piece.folded.units), !found.contains(row) {
        found.insert(row)
        places.append((row, figures))
      }
    }
    let rows = Self.editions.first { rows in
      rows.count * Self.form.columns.count == figures
        && rows.count { !found.contains($0) } <= Self.mostLost
        && found.allSatisfy { rows.contains($0) || Self.book.rows[.applications][$0].opens != nil }
    }
    guard let rows else { return nil }
    self.rows = rows
    places.removeAll { !rows.contains($0.row) }
  }

  /// The rows that each edition prints.
  private static let editions: [[Int]] = Edition.forms.map { edition in
    form.rows.indices.filter { form.rows[$0].editions.contains(edition) }
  }

  /// The only row whose label begins with `units`; nil where they are too few to tell.
  private static func row(beginning units: [UInt16]) -> Int? {
    var found: Int?
    for row in parts.rows.indices {
      let isBeginning = parts.rows[row].contains { label in
        label == units || units.count > 3 && label.starts(with: units)
      }
      let isBody =
        units.count > 3
        && book.rows[.applications][row].bodies.contains { $0.units.starts(with: units) }
      guard isBeginning || isBody else { continue }
      if found != nil { return nil }
      found = row
    }
    return found
  }

  /// Whether the order of the labels allows the rows of figures to stand in the form's order.
  ///
  /// Labels in the form's order do. Where some stand elsewhere, most others must stand right in front of their own figures.
  func fit(_ way: FigureRows.Way) -> Bool {
    let order = places.map(\.row)
    if order == order.sorted() { return true }
    var anchored = 0
    for (index, place) in places.enumerated() {
      let next = index + 1 < places.count ? places[index + 1].figures : nil
      let before = index > 0 ? places[index - 1] : nil
      // Labels one below another stand as on the page.
      if let before, before.figures == place.figures, before.row > place.row { return false }
      let width = Self.form.columns.count
      guard before?.figures != place.figures, let next, next - place.figures >= width
      else { continue }
      let own = rows.firstIndex(of: place.row)
      if own.map({ way[$0].min() == place.figures }) ?? false {
        anchored += 1
      } else if next - place.figures == width {
        return false
      }
    }
    return anchored * 5 >= rows.count
  }
}
