package import NationalForm
package import ReportRecords

extension CheckFailure {
  /// The cells of the tables that the soft check N holds against a figure of the text; empty for any other check.
  package var comparedCells: [CellID] { id == "N" ? NarrativeComparison.cells(of: scope) : [] }
}
