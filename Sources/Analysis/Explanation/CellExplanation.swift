internal import Diagnostics
package import FormParsing
package import NationalForm
internal import ProseParsing
package import ReportRecords

/// All that is known of one cell of the form in one report.
package struct CellExplanation: Sendable {
  package var cell: CellReading
  /// Labels of its row and column in the form of the report's edition, from the outermost inwards.
  package var formRow, formColumn: [String]
  /// Whether the form of the report's edition has such a cell; nil where the edition isn't known.
  package var isInForm: Bool?
  /// `Granted in full: all applicants, as printed`.
  package var definition: String
  /// `第三十六条` of the 条例; nil where the row is only arithmetic.
  package var article: String?
  package var isMoney: Bool
  /// What stands around it; nil without the original, and for a cell that isn't printed.
  package var context: PrintedContext?
  /// Issues at its place.
  package var remarks: [ExplainedReport.Remark]
  /// The identities that it takes part in.
  package var identities: [IdentityAssessment]
  /// Failures of the soft check N: figures of the text that differ from it.
  package var narrative: [CheckFailure]

  /// Nil for a cell that the form doesn't have.
  init?(_ id: CellID, in report: ExplainedReport, _ contexts: PrintedContexts?) {
    guard let cell = report.cell(id), let (row, column) = NationalForm.cell(id) else { return nil }
    self.cell = cell
    let edition = report.edition ?? .latest
    formRow = row.path.map { $0.text(in: edition) }
    formColumn = column.path.map { $0.text(in: edition) }
    isInForm = report.edition.map { edition in
      zip(NationalForm.cells, NationalForm.editions).contains { $0 == id && $1.contains(edition) }
    }
    definition =
      "\(row.definition): \(column.definition.prefix(1).lowercased())\(column.definition.dropFirst())"
    article = row.article
    isMoney = column.kind == .amount
    context = contexts?.context(of: cell)
    let place = cell.location?.description
    remarks = place == nil ? [] : report.remarks.filter { $0.location == place }
    identities = report.assessments.filter {
      $0.identity.expected.contains(id) || $0.identity.actual.contains(id)
    }
    narrative = report.checks.failures.filter { $0.comparedCells.contains(id) }
  }
}

/// A check that doesn't hold, and the cells that take part in it.
package struct FailingCheck: Sendable {
  package var failure: CheckFailure
  package var cells: [CellID]
  /// How it comes out; nil for N.
  package var assessment: IdentityAssessment?
}

/// Cells of a report, explained: those asked for, else those of the checks that fail.
package struct Explanation: Sendable {
  package var report: ExplainedReport
  /// Whether cells were asked for.
  package var isSelection: Bool
  /// In the order of the record; those that fail only with blanks as 0 included.
  package var failing: [FailingCheck]
  /// In the order asked for, else in that of `failing`; each once.
  package var cells: [CellExplanation]

  package init(of report: ExplainedReport, cells selection: [CellID]) {
    self.report = report
    isSelection = !selection.isEmpty
    failing = report.checks.failures.compactMap { failure in
      let assessment = report.assessments.first {
        $0.identity.id == failure.id && $0.identity.scope == failure.scope
      }
      let cells =
        assessment.map { $0.identity.expected + $0.identity.actual } ?? failure.comparedCells
      return cells.isEmpty
        ? nil : FailingCheck(failure: failure, cells: cells, assessment: assessment)
    }
    let contexts = PrintedContexts(report)
    var seen: Set<CellID> = []
    cells = (isSelection ? selection : failing.flatMap(\.cells)).compactMap { id in
      seen.insert(id).inserted ? CellExplanation(id, in: report, contexts) : nil
    }
  }
}
