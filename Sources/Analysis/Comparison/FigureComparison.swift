package import ReportRecords

/// A quantity of the narrative that both reports state under one label and unit, with other values.
package struct FigureChange: Hashable, Sendable {
  package var older: Figure
  package var newer: Figure

  /// The newer number less the older one; nil where it doesn't fit.
  package var change: ExactDecimal? { newer.value - older.value }

  package init(older: Figure, newer: Figure) {
    self.older = older
    self.newer = newer
  }
}

/// The quantities of two narratives, matched by label and unit.
///
/// A label that a report gives more than once with a unit is matched with nothing: which of them is meant can't be told. So is a
/// figure without a label.
package struct FigureComparison: Hashable, Sendable {
  /// In the order of the newer report.
  package var changes: [FigureChange] = []
  /// Pairs with one value, or one value with and without 约 and the like.
  package var equal = 0
  /// Figures without a counterpart, in the order of their report.
  package var onlyOlder: [Figure] = []
  package var onlyNewer: [Figure] = []

  package init(older: [Figure], newer: [Figure]) {
    let oldOnes = Self.unique(older)
    let newOnes = Self.unique(newer)
    for figure in newer {
      let key = Key(figure)
      guard newOnes[key] != nil, let old = oldOnes[key] else {
        onlyNewer.append(figure)
        continue
      }
      if old.value == figure.value {
        equal += 1
      } else {
        changes.append(FigureChange(older: old, newer: figure))
      }
    }
    onlyOlder = older.filter { oldOnes[Key($0)] == nil || newOnes[Key($0)] == nil }
  }

  private struct Key: Hashable {
    var label: String?
    var unit: String?
    init(_ figure: Figure) {
      label = figure.label
      unit = figure.unit
    }
  }

  /// The figures whose label and unit come once.
  private static func unique(_ figures: [Figure]) -> [Key: Figure] {
    var first: [Key: Figure] = [:]
    var repeated: Set<Key> = []
    for figure in figures where figure.label != nil {
      if first.updateValue(figure, forKey: Key(figure)) != nil { repeated.insert(Key(figure)) }
    }
    for key in repeated { first[key] = nil }
    return first
  }
}
