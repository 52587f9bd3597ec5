internal import Comparison
internal import ConsoleText
internal import ReportRecords

extension AuditResult {
  /// For a person, line by line, each with its LF: what was looked at and counts, then a line a finding.
  package func text(_ emit: (String) throws -> Void) rethrows {
    for line in summary { try emit(line + "\n") }
    var isFirst = true
    for finding in findings where finding.kind == .coverage {
      if isFirst {
        let years = finding.operands.map { $0.name.padded(to: 5) }.joined()
        try emit("\nReports a year\n\(years)  agency\n")
      }
      isFirst = false
      let counts = finding.operands.map { ($0.value?.description ?? "").padded(to: 5) }.joined()
      let agency = TerminalText.line("\(finding.agency ?? "")  \(finding.message)")
      try emit("\(counts)  \(agency)\n")
    }
    isFirst = true
    for finding in findings where finding.kind != .coverage {
      try emit((isFirst ? "\n" : "") + line(finding) + "\n")
      isFirst = false
    }
  }

  /// `柳桥区司法局 2022  duplicate  2 files have the same bytes (…)  [a.pdf, b.pdf]`.
  private func line(_ finding: Finding) -> String {
    let who = [finding.agency ?? "no agency", finding.year.map(String.init)]
      .compactMap(\.self).joined(separator: " ")
    let paths = finding.paths.prefix(3).joined(separator: ", ")
    let more = finding.paths.count > 3 ? " and \(finding.paths.count - 3) more" : ""
    let place = paths.isEmpty ? "" : "  [\(paths)\(more)]"
    return TerminalText.line("\(who)  \(finding.kind.rawValue)  \(finding.message)\(place)")
  }

  private var summary: [String] {
    let head =
      "\(lines.reports) reports of \(agencies) agencies; \(lines.documents) other documents, "
      + "\(lines.failed) failed, \(lines.bad) lines that are no records"
    let outcomes = CarryOver.Outcome.allCases.map { "\(carryOver[$0] ?? 0) \($0.plural)" }
    let failing = failingIdentities.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let counts = counts
    let kinds = Finding.Kind.allCases.filter { $0 != .coverage }.compactMap { kind in
      counts[kind].map { "\(String($0).padded(to: 7))  \(kind.rawValue)" }
    }
    return [
      head,
      "Of these \(counted) count, each agency's report on a year once, with \(received?.description ?? "?") requests received (本年新收)",
      "Identities between consecutive years: \(outcomes.joined(separator: ", "))",
      "Identities that fail within reports: \(failing.isEmpty ? "none" : failing)",
      "Reports without a date, not looked at for lateness: \(undated)",
      kinds.isEmpty ? "Findings: none" : "Findings",
    ] + kinds
  }
}

extension String {
  /// Aligned to the right.
  fileprivate func padded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
