internal import Comparison
internal import NationalForm
internal import PlainWords
internal import ReportRecords

/// What is found between the years of an agency.
enum YearFindings {
  static func missing(in history: AgencyHistory) -> [Finding] {
    guard history.hasName else { return [] }
    let years = history.sortedYears
    return zip(years, years.dropFirst()).compactMap { before, after in
      guard after > before + 1 else { return nil }
      let (first, last) = (before + 1, after - 1)
      let paths = [before, after].compactMap { history.report(on: $0)?.path }
      return Finding(
        .missingYears, agency: history.name, year: first, paths: paths,
        message: first == last
          ? AuditMessages.missingYear(first, between: before, and: after)
          : AuditMessages.missingYears(first, to: last, between: before, and: after),
        operands: [.init("years", value: ExactDecimal(last - first + 1))])
    }
  }

  /// The identities that fail, and how many came out how.
  static func carryOver(
    in history: AgencyHistory
  ) -> (breaks: [Finding], outcomes: [CarryOver.Outcome: Int]) {
    var breaks: [Finding] = []
    var outcomes: [CarryOver.Outcome: Int] = [:]
    guard history.hasName else { return (breaks, outcomes) }
    let reports = history.sortedYears.compactMap { year in
      history.report(on: year).map { (year: year, report: $0) }
    }
    CarryOver.followYears(reports, form: \.form.form) { year, older, newer, identities in
      for identity in identities {
        outcomes[identity.outcome, default: 0] += 1
        if identity.outcome == .fails {
          breaks.append(finding(identity, older, newer, history, year))
        }
      }
    }
    return (breaks, outcomes)
  }

  private static func finding(
    _ identity: CarryOver, _ older: AuditedReport, _ newer: AuditedReport,
    _ history: AgencyHistory, _ year: Int
  ) -> Finding {
    let operands = (identity.expected + [identity.actual]).map { operand in
      Finding.Operand(
        operand.place.cell, path: operand.place.isNewer ? newer.path : older.path,
        value: operand.reading.value)
    }
    let cell = identity.actual.place.cell
    let expected = identity.expectedValue?.description ?? ""
    let actual = identity.actual.reading.value?.description ?? ""
    return Finding(
      .carryOverBreak, agency: history.name, year: year, paths: [older.path, newer.path],
      message: AuditMessages.carryOverBreak(
        identity.rule.rawValue, scope: identity.scopeWords,
        Words(
          FormWording(edition: newer.form.form.edition ?? .latest).cell(cell).chinese,
          "\(cell.row) \(cell.column)"),
        is: actual, byReportOn: year - 1, shouldBe: expected),
      operands: operands)
  }
}
