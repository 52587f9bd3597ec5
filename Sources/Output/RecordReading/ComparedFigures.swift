package import NationalForm
package import ReportRecords

/// The figures of a text that may be the one that a failure of the soft check N is about.
package enum ComparedFigures {
  /// Those with the number, and of them those whose text has most in common with the labels of the rows.
  ///
  /// - Parameter cells: What the figure is compared with.
  package static func of(
    _ failure: CheckFailure, among figures: [Figure], cells: [CellID]
  ) -> [Figure] {
    let figures = figures.filter { $0.value == failure.actual }
    let labels = cells.flatMap { NationalForm.cell($0)?.row.path ?? [] }
    let pairs = Set(labels.flatMap { Self.pairs(ShortLabel.chinese($0.text)) })
    let shared = figures.map { Self.pairs($0.quote).intersection(pairs).count }
    let most = shared.max() ?? 0
    return zip(figures, shared).filter { $1 == most }.map(\.0)
  }

  /// Its characters two by two: `结转下` to `结转` and `转下`.
  private static func pairs(_ text: String) -> Set<String> {
    let text = Array(text.prefix(200))
    return Set(zip(text, text.dropFirst()).map { String([$0, $1]) })
  }
}
