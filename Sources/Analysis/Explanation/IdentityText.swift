internal import ConsoleText
internal import NationalForm
internal import RecordReading
internal import ReportParsing
internal import ReportRecords

/// An identity as a person reads it: how it comes out, then both sums with every operand.
struct IdentityText {
  let report: ExplainedReport

  /// `A2(total) holds: 87 = 87`, then the sums; `cell` in brackets.
  func lines(_ assessment: IdentityAssessment, marking cell: CellID? = nil) -> [String] {
    let identity = assessment.identity
    return ["  \(identity.id)(\(identity.scope)) \(outcome(assessment))"] + withZeros(assessment)
      + sum(identity.expected, of: identity, marking: cell, lead: [])
      + sum(identity.actual, of: identity, marking: cell, lead: ["="])
  }

  private func outcome(_ assessment: IdentityAssessment) -> String {
    guard assessment.outcome == .unassessable else { return sums(assessment) }
    let states = states(assessment)
    let blanks = states.count { Self.blank.contains($0) }
    if assessment.withBlanksAsZero != .unassessable {
      return "is not assessable: \(blanks) of \(states.count) cells without a number"
    }
    let reason =
      if states.contains(where: { $0 != .value && !Self.blank.contains($0) }) {
        "a cell in it cannot be read"
      } else {
        blanks > 0 ? "one side has no number at all" : "the sums are too large"
      }
    return "is not assessable, nor with blanks as 0: \(reason)"
  }

  /// How it stands with blanks as 0, where that is another question.
  private func withZeros(_ assessment: IdentityAssessment) -> [String] {
    guard assessment.outcome == .unassessable, assessment.withBlanksAsZero != .unassessable else {
      return []
    }
    return ["    with 0 in their place it \(sums(assessment))"]
  }

  private func sums(_ assessment: IdentityAssessment) -> String {
    guard let expected = assessment.expected, let actual = assessment.actual else { return "" }
    if expected == actual { return "holds: \(expected) = \(actual)" }
    let delta = assessment.delta.map { ", difference \($0)" } ?? ""
    return "fails: \(expected) expected, \(actual) printed\(delta)"
  }

  private func states(_ assessment: IdentityAssessment) -> [CellReading.State] {
    (assessment.identity.expected + assessment.identity.actual).map {
      report.cell($0)?.state ?? .absent
    }
  }

  private static let blank: [CellReading.State] = [.blank, .dash, .absent]

  private func sum(
    _ ids: [CellID], of identity: FormIdentity, marking cell: CellID?, lead: [String]
  ) -> [String] {
    let terms = ids.enumerated().map { index, id in
      let shown = operand(id)
      let term = "\(label(id, in: identity)) \(id == cell ? "[\(shown)]" : shown)"
      return index + 1 < ids.count ? term + " +" : term
    }
    return DisplayWidth.wrapped(
      lead + terms, indent: lead.isEmpty ? 6 : 4, width: ExplanationText.width)
  }

  private func operand(_ id: CellID) -> String {
    guard let cell = report.cell(id) else { return CellReading.State.absent.rawValue }
    return cell.value?.description ?? cell.state.rawValue
  }

  /// What tells the operands of `identity` apart: the row where they stand in one column, else the column.
  private func label(_ id: CellID, in identity: FormIdentity) -> String {
    guard let (row, column) = NationalForm.cell(id) else { return id.description }
    let isColumn = identity.scope == id.column
    let label = (isColumn ? row.path : column.path).last?.text(in: report.edition ?? .latest)
    return DisplayWidth.shortened(label ?? id.row, to: 13)
  }
}
