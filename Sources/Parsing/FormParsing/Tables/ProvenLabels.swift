import NationalForm

/// Which rows of table 2 a text prints, and what their places say of their figures.
struct ProvenLabels {
  /// The rows in the form's order.
  let rows: [Int]
  /// Those of them whose labels were not found: whose figures stand in their places, nothing tells.
  let lost: FormIndices
  /// The rows in the order of their labels, with the figures before each.
  private var places: [Place] = []

  private struct Place {
    var row: Int
    var figures: Int
    var block: Int
  }

  private static let form = NationalForm.applications
  private static let parts = LabelParts.all[.applications]
  private static let book = LabelBook.shared
  /// Labels that may be cut beyond knowing.
  private static let mostLost = 2

  /// Nil where the labels are not those of one edition of the form, or other words may be the label of a row between them.
  init?(_ text: ScatteredText) {
    var figures = 0
    var found: FormIndices = []
    for piece in text.pieces {
      if piece.isFigure {
        figures += 1
      } else if let row = Self.row(beginning: piece.folded.units), !found.contains(row) {
        found.insert(row)
        places.append(Place(row: row, figures: figures, block: piece.block))
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
    lost = FormIndices(rows.filter { !found.contains($0) })
    guard text.unknownLabels.allSatisfy({ mayBeLost(at: $0) }) else { return nil }
  }

  /// Whether the words of `block`, which are no label of the form, leave all other rows where they are: no row is lost, or
  /// they stand where one that is lost would.
  private func mayBeLost(at block: Int) -> Bool {
    guard !lost.isEmpty else { return true }
    let above = places.last { $0.block < block }?.row ?? -1
    let below = places.first { $0.block > block }?.row ?? Int.max
    return lost.contains { above < $0 && $0 < below }
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
  /// Labels in the form's order do. Where some stand elsewhere, enough others must stand right in front of their own figures:
  /// one alone, or several one below another with as many rows of figures behind them.
  func fit(_ way: FigureRows.Way) -> Bool {
    let order = places.map(\.row)
    if order == order.sorted() { return true }
    let width = Self.form.columns.count
    var anchored = 0
    var rest = places[...]
    while let first = rest.first {
      let group = rest.prefix { $0.figures == first.figures }
      rest = rest.dropFirst(group.count)
      // Labels one below another stand as on the page.
      guard zip(group, group.dropFirst()).allSatisfy({ $0.row < $1.row }) else { return false }
      guard let next = rest.first?.figures, next - first.figures >= group.count * width else {
        continue
      }
      if stands(group.map(\.row), at: first.figures, way) {
        anchored += group.count
      } else if next - first.figures == group.count * width {
        return false
      }
    }
    return anchored * 5 >= rows.count
  }

  /// Whether each row's figures come right behind its own label: then its label proves them, and not the form's order.
  func standBeside(_ way: FigureRows.Way) -> Bool {
    places.count == rows.count
      && places.allSatisfy { place in
        places.count { $0.figures == place.figures } == 1
          && stands([place.row], at: place.figures, way)
      }
  }

  /// Whether the figures of `labels`, which are rows of the form one behind the other, are the next from `figures` on.
  private func stands(_ labels: [Int], at figures: Int, _ way: FigureRows.Way) -> Bool {
    guard let first = labels.first.flatMap({ rows.firstIndex(of: $0) }),
      rows.dropFirst(first).starts(with: labels)
    else { return false }
    let places = way[first..<first + labels.count].joined()
    return places.min() == figures && places.max() == figures + places.count - 1
  }
}
