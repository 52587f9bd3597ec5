internal import PlainWords
internal import ReportRecords

/// What is found in each report that counts by itself.
enum ReportFindings {
  static func findings(in history: AgencyHistory) -> [Finding] {
    history.counted.flatMap { report -> [Finding] in
      [
        unidentified(report, history), late(report, history), incomplete(report, history),
        failing(report, history),
      ].compactMap(\.self)
    }
  }

  private static func unidentified(
    _ report: AuditedReport, _ history: AgencyHistory
  ) -> Finding? {
    let lacking = [
      history.hasName ? nil : AuditMessages.agencyName,
      report.year == nil ? AuditMessages.year : nil,
    ].compactMap(\.self)
    guard let first = lacking.first else { return nil }
    return Finding(
      .unidentified, agency: history.name, year: report.year, paths: [report.path],
      message: lacking.dropFirst().reduce(AuditMessages.namesNo(first)) {
        $0 + AuditMessages.andNo($1)
      })
  }

  private static func late(_ report: AuditedReport, _ history: AgencyHistory) -> Finding? {
    guard let year = report.year, let name = history.name else { return nil }
    // A report that was corrected later was there before.
    let dates = history.isAlone(report) ? (history.years[year] ?? []).compactMap(\.datedOn) : []
    let deadline = PublicationDeadline(ofReportOn: year, by: name)
    guard let date = dates.min() ?? report.datedOn, deadline.isPassed(on: date) else { return nil }
    return Finding(
      .latePublication, agency: history.name, year: year, paths: [report.path],
      message: AuditMessages.late(
        date, after: deadline.lastDay,
        deadline.isOfOldLaw ? AuditMessages.oldLaw : AuditMessages.article49)
    )
  }

  private static func incomplete(_ report: AuditedReport, _ history: AgencyHistory) -> Finding? {
    guard !report.missing.isEmpty || !report.empty.isEmpty else { return nil }
    let missing = names(report.missing).map(AuditMessages.missingParts)
    let empty = names(report.empty).map(AuditMessages.emptyParts)
    let parts =
      if let missing, let empty {
        missing + AuditMessages.semicolon + empty
      } else {
        missing ?? empty ?? Words(same: "")
      }
    return Finding(
      .incompleteSections, agency: history.name, year: report.year, paths: [report.path],
      message: AuditMessages.parts(parts),
      operands: [
        .init("missing", value: ExactDecimal(report.missing.count)),
        .init("empty", value: ExactDecimal(report.empty.count)),
      ])
  }

  /// Nil for no part.
  private static func names(_ topics: Set<Section.Topic>) -> Words? {
    guard !topics.isEmpty else { return nil }
    return .list(
      Section.Topic.allCases.filter(topics.contains).map { Words("“\($0.title)”", $0.rawValue) })
  }

  private static func failing(_ report: AuditedReport, _ history: AgencyHistory) -> Finding? {
    guard !report.failures.isEmpty else { return nil }
    let failures = report.failures.sorted { $0.key < $1.key }
    return Finding(
      .failingIdentities, agency: history.name, year: report.year, paths: [report.path],
      message: AuditMessages.identitiesFail(
        .list(failures.map { Words(same: "\($0.key) \($0.value)") })),
      operands: failures.map { .init($0.key, path: report.path, value: ExactDecimal($0.value)) })
  }
}
