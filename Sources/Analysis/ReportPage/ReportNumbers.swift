internal import NationalForm
internal import ReportRecords

/// The numbers of a report that the page adds up.
struct ReportNumbers: Hashable {
  /// In the order of ``Chart/cells``; nil is blank, not readable, or not printed.
  let values: [Int?]

  /// - Parameter cells: All of the form; nil where a record has none.
  init(_ cells: [CellReading]?) {
    values = Self.places.map { place in
      // Less than none, or more than any country has requests: no count.
      cells?[place].value?.integer.flatMap { (0...1_000_000_000_000).contains($0) ? $0 : nil }
    }
  }

  func hash(into hasher: inout Hasher) {
    for value in values { hasher.combine(value ?? -1) }
  }

  private static let places = Chart.cells.map(\.place)
}

extension Edition {
  /// Whether the form of an edition prints each of ``Chart/cells``; without an edition, whether every form does.
  static func printed(_ edition: Edition?) -> [Bool] {
    edition.flatMap { printedByEdition[$0] } ?? printedAlways
  }

  private static let editions = zip(NationalForm.cells, NationalForm.editions)
    .filter { Chart.cells.contains($0.0) }.map { $0.1 }
  private static let printedByEdition = Dictionary(
    uniqueKeysWithValues: forms.map { edition in
      (edition, editions.map { $0.contains(edition) })
    })
  private static let printedAlways = editions.map { $0 == .every }
}
