package import Comparison
package import ReportRecords

/// What an audit found, and what it looked at.
package struct AuditResult: Hashable, Sendable {
  package var lines: Audit.Lines
  /// Different agencies that have reports.
  package var agencies = 0
  /// How many identities between consecutive years came out how.
  package var carryOver: [CarryOver.Outcome: Int] = [:]
  /// Reports that count, each agency's on a year once; what follows is theirs.
  package var counted = 0
  /// Requests that they received (本年新收), those without a number left out; nil for a sum that doesn't fit.
  package var received: ExactDecimal? = ExactDecimal(0)
  /// How many identities within reports fail, by their id.
  package var failingIdentities: [String: Int] = [:]
  /// Reports without a date, which can't be told to be late.
  package var undated = 0
  /// By agency and year; ``Finding/Kind/isFault`` tells faults from what was only seen.
  package var findings: [Finding] = []

  init(lines: Audit.Lines) { self.lines = lines }

  package var hasFaults: Bool { findings.contains { $0.kind.isFault } }

  /// Findings of each kind.
  var counts: [Finding.Kind: Int] {
    findings.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
  }
}
