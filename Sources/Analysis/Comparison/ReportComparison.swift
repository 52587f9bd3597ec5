/// Two reports, usually of one agency in two years.
package struct ReportComparison: Sendable {
  package var older: ReportFacts
  package var newer: ReportFacts
  package var cells: CellComparison
  /// Why they may be no two years of one agency; they are compared all the same.
  package var warnings: [CarryOverResult.Reason]
  package var carryOver: CarryOverResult
  package var figures: FigureComparison
  /// In the order of the newer report.
  package var sections: [SectionSimilarity]

  /// - Parameter isOneAgency: Whether that is known, whatever names they print.
  package init(older: ReportFacts, newer: ReportFacts, isOneAgency: Bool = false) {
    self.older = older
    self.newer = newer
    cells = CellComparison(older: older.form, newer: newer.form)
    warnings = CarryOverResult.obstacles(older, newer, isOneAgency: isOneAgency)
    carryOver = CarryOverResult(older: older, newer: newer)
    figures = FigureComparison(older: older.figures, newer: newer.figures)
    sections = SectionSimilarity.compare(older: older.sections, newer: newer.sections)
  }

  /// Of all prose of the newer report.
  package var prose: TextSimilarity {
    sections.reduce(TextSimilarity()) { $0 + $1.similarity }
  }
}
