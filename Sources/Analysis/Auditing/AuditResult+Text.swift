internal import Comparison
internal import ReportRecords

extension AuditResult {
  /// For a person: what was looked at and counts, then a line a finding.
  package func text() -> String {
    var lines = summary
    let coverage = findings.filter { $0.kind == .coverage }
    if let first = coverage.first {
      let years = first.operands.map { $0.name.padded(to: 5) }.joined()
      lines += ["", "Reports a year", years + "  agency"]
      lines += coverage.map { finding in
        finding.operands.map { ($0.value?.description ?? "").padded(to: 5) }.joined()
          + "  " + Wording.line("\(finding.agency ?? "")  \(finding.message)")
      }
    }
    let others = findings.filter { $0.kind != .coverage }
    if !others.isEmpty { lines.append("") }
    lines += others.map { finding in
      let who = [finding.agency ?? "no agency", finding.year.map(String.init)]
        .compactMap(\.self).joined(separator: " ")
      let paths = finding.paths.prefix(3).joined(separator: ", ")
      let more = finding.paths.count > 3 ? " and \(finding.paths.count - 3) more" : ""
      let place = paths.isEmpty ? "" : "  [\(paths)\(more)]"
      return Wording.line("\(who)  \(finding.kind.rawValue)  \(finding.message)\(place)")
    }
    return lines.joined(separator: "\n") + "\n"
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
      head, "Identities between consecutive years: \(outcomes.joined(separator: ", "))",
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
