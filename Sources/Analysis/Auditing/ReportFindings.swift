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
    let lacking = [history.hasName ? nil : "agency", report.year == nil ? "year" : nil]
      .compactMap(\.self)
    guard !lacking.isEmpty else { return nil }
    return Finding(
      .unidentified, agency: history.name, year: report.year, paths: [report.path],
      message: "The report names no \(lacking.joined(separator: " and no "))")
  }

  private static func late(_ report: AuditedReport, _ history: AgencyHistory) -> Finding? {
    guard let year = report.year, let name = history.name else { return nil }
    // A report that was corrected later was there before.
    let dates = history.isAlone(report) ? (history.years[year] ?? []).compactMap(\.datedOn) : []
    let deadline = PublicationDeadline(ofReportOn: year, by: name)
    guard let date = dates.min() ?? report.datedOn, deadline.isPassed(on: date) else { return nil }
    return Finding(
      .latePublication, agency: history.name, year: year, paths: [report.path],
      message:
        "Dated \(date), after \(deadline.lastDay) (\(deadline.isOfOldLaw ? "条例 of 2008" : "条例 第四十九条"))"
    )
  }

  private static func incomplete(_ report: AuditedReport, _ history: AgencyHistory) -> Finding? {
    guard !report.missing.isEmpty || !report.empty.isEmpty else { return nil }
    let parts = [("missing", report.missing), ("empty", report.empty)].compactMap { word, topics in
      topics.isEmpty
        ? nil
        : "\(word): "
          + Section.Topic.allCases.filter(topics.contains).map(\.rawValue).joined(separator: ", ")
    }
    return Finding(
      .incompleteSections, agency: history.name, year: report.year, paths: [report.path],
      message: "Prescribed parts \(parts.joined(separator: "; "))",
      operands: [
        .init("missing", value: ExactDecimal(report.missing.count)),
        .init("empty", value: ExactDecimal(report.empty.count)),
      ])
  }

  private static func failing(_ report: AuditedReport, _ history: AgencyHistory) -> Finding? {
    guard !report.failures.isEmpty else { return nil }
    let failures = report.failures.sorted { $0.key < $1.key }
    return Finding(
      .failingIdentities, agency: history.name, year: report.year, paths: [report.path],
      message: "Identities fail: "
        + failures.map { "\($0.key) \($0.value)" }.joined(separator: ", "),
      operands: failures.map { .init($0.key, path: report.path, value: ExactDecimal($0.value)) })
  }
}
