internal import ConsoleText
internal import FormParsing
internal import NationalForm
internal import PlainWords
internal import RecordReading
internal import ReportRecords

/// An identity as a person reads it: how it comes out, then both sums with every operand.
struct IdentityText {
  let report: ExplainedReport
  let language: Language

  private func say(_ words: Words) -> String { language.text(words) }

  /// `A2(total) holds: 87 = 87`, then the sums; `cell` in brackets.
  func lines(_ assessment: IdentityAssessment, marking cell: CellID? = nil) -> [String] {
    let identity = assessment.identity
    return ["  \(identity.id)(\(identity.scope)) \(say(outcome(assessment)))\(rule(identity.id))"]
      + withZeros(assessment)
      + sum(identity.expected, of: identity, marking: cell, lead: [])
      + sum(identity.actual, of: identity, marking: cell, lead: ["="])
  }

  /// What the rule demands, where English has its id alone.
  private func rule(_ id: String) -> String {
    guard let rule = CheckRule(rawValue: id) else { return "" }
    return say(Words("  [\(rule.chinese)]", ""))
  }

  private func outcome(_ assessment: IdentityAssessment) -> Words {
    guard assessment.outcome == .unassessable else { return sums(assessment) }
    let states = states(assessment)
    let blanks = states.count { Self.blank.contains($0) }
    if assessment.withBlanksAsZero != .unassessable {
      return ExplanationMessages.notAssessable(blanks: blanks, of: states.count)
    }
    let reason =
      if states.contains(where: { $0 != .value && !Self.blank.contains($0) }) {
        ExplanationMessages.cellUnreadable
      } else {
        blanks > 0 ? ExplanationMessages.sideWithoutNumber : ExplanationMessages.sumsTooLarge
      }
    return ExplanationMessages.notAssessable(reason)
  }

  /// How it stands with blanks as 0, where that is another question.
  private func withZeros(_ assessment: IdentityAssessment) -> [String] {
    guard assessment.outcome == .unassessable, assessment.withBlanksAsZero != .unassessable else {
      return []
    }
    return ["    " + say(ExplanationMessages.withZeros(sums(assessment)))]
  }

  private func sums(_ assessment: IdentityAssessment) -> Words {
    guard let expected = assessment.expected, let actual = assessment.actual else {
      return Words(same: "")
    }
    if expected == actual {
      return ExplanationMessages.holds(expected.description, actual.description)
    }
    let fails = ExplanationMessages.fails(expected.description, actual.description)
    return assessment.delta.map { fails + ExplanationMessages.difference($0.description) } ?? fails
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
    guard let cell = report.cell(id) else { return say(CellReading.State.absent.words) }
    return cell.value?.description ?? say(cell.state.words)
  }

  /// What tells the operands of `identity` apart: the row where they stand in one column, else the column.
  private func label(_ id: CellID, in identity: FormIdentity) -> String {
    guard let (row, column) = NationalForm.cell(id) else { return id.description }
    let isColumn = identity.scope == id.column
    let label = (isColumn ? row.path : column.path).last?.text(in: report.edition ?? .latest)
    return DisplayWidth.shortened(label ?? id.row, to: 13)
  }
}
