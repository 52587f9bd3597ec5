internal import Comparison
internal import ConsoleText
package import PlainWords
internal import ReportRecords

extension AuditResult {
  /// For a person, line by line, each with its LF: what was looked at and counts, then a line a finding.
  package func text(in language: Language, _ emit: (String) throws -> Void) rethrows {
    for line in summary { try emit(language.text(line) + "\n") }
    var isFirst = true
    for finding in findings where finding.kind == .coverage {
      if isFirst {
        let years = finding.operands.map { $0.name.padded(to: 5) }.joined()
        let heading = language.text(AuditMessages.reportsAYear)
        try emit("\n\(heading)\n\(years)  \(language.text(AuditMessages.agencyColumn))\n")
      }
      isFirst = false
      let counts = finding.operands.map { ($0.value?.description ?? "").padded(to: 5) }.joined()
      let agency = TerminalText.line(
        "\(finding.agency ?? "")  \(language.text(finding.message))")
      try emit("\(counts)  \(agency)\n")
    }
    isFirst = true
    for finding in findings where finding.kind != .coverage {
      try emit((isFirst ? "\n" : "") + line(finding, language) + "\n")
      isFirst = false
    }
  }

  /// `柳桥区司法局 2022  duplicate  2 files have the same bytes (…)  [a.pdf, b.pdf]`.
  private func line(_ finding: Finding, _ language: Language) -> String {
    let who = [
      finding.agency ?? language.text(AuditMessages.noAgency), finding.year.map(String.init),
    ].compactMap(\.self).joined(separator: " ")
    var paths = Words(same: finding.paths.prefix(3).joined(separator: ", "))
    if finding.paths.count > 3 { paths = paths + AuditMessages.more(finding.paths.count - 3) }
    let place = finding.paths.isEmpty ? "" : "  [\(language.text(paths))]"
    let kind = language.text(finding.kind.words)
    return TerminalText.line("\(who)  \(kind)  \(language.text(finding.message))\(place)")
  }

  private var summary: [Words] {
    let failing = failingIdentities.sorted { $0.key < $1.key }
      .map { Words(same: "\($0.key) \($0.value)") }
    let counts = counts
    let kinds = Finding.Kind.allCases.filter { $0 != .coverage }.compactMap { kind in
      counts[kind].map { Words(same: "\(String($0).padded(to: 7))  ") + kind.words }
    }
    return [
      AuditMessages.lines(
        reports: lines.reports, agencies: agencies, documents: lines.documents,
        failed: lines.failed, bad: lines.bad),
      AuditMessages.counted(counted, received: received?.description ?? "?"),
      AuditMessages.betweenYears(
        .list(
          CarryOver.Outcome.allCases.map {
            ComparisonMessages.count(carryOver[$0] ?? 0, $0.plural)
          })),
      AuditMessages.withinReports(failing.isEmpty ? AuditMessages.none : .list(failing)),
      AuditMessages.undated(undated),
      kinds.isEmpty ? AuditMessages.noFindings : AuditMessages.findings,
    ] + kinds
  }
}

extension Finding.Kind {
  /// English as programs read it.
  fileprivate var words: Words { Words(chinese, rawValue) }

  private var chinese: String {
    switch self {
    case .carryOverBreak: "跨年勾稽不符"
    case .duplicate: "文件重复"
    case .revision: "同年多份报告"
    case .missingYears: "缺少年度"
    case .latePublication: "逾期公布"
    case .incompleteSections: "规定部分不全"
    case .failingIdentities: "表内勾稽不符"
    case .unidentified: "机关或年度不明"
    case .noReport: "没有报告"
    case .unmapped: "不在机关名录"
    case .sumFails: "汇总不符"
    case .sumNotAssessable: "汇总无法核对"
    case .sumHolds: "汇总相符"
    case .coverage: "报告份数"
    }
  }
}

extension String {
  /// Aligned to the right.
  fileprivate func padded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
