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

  /// 条例 第四十九条: departments by 31 January of the next year, governments by 31 March.
  ///
  /// It applies from the reports on 2019; before, everybody had until 31 March.
  private static func late(_ report: AuditedReport, _ history: AgencyHistory) -> Finding? {
    guard let year = report.year, let name = history.name else { return nil }
    // A report that was corrected later was there before.
    let dates = history.isAlone(report) ? (history.years[year] ?? []).compactMap(\.datedOn) : []
    guard let date = dates.min() ?? report.datedOn else { return nil }
    let hasUntilMarch = name.hasSuffix(governmentSuffix) || year < AuditedReport.firstPrescribedYear
    let last = "\(year + 1)-\(hasUntilMarch ? "03-31" : "01-31")"
    let law = year < AuditedReport.firstPrescribedYear ? "条例 of 2008" : "条例 第四十九条"
    // ISO dates of four-digit years are in the order of their characters.
    guard date.utf8.count == last.utf8.count, date > last else { return nil }
    return Finding(
      .latePublication, agency: history.name, year: year, paths: [report.path],
      message: "Dated \(date), after \(last) (\(law))")
  }

  private static let governmentSuffix = "人民政府"

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
