package import Comparison

/// What an audit found, and what it looked at.
package struct AuditResult: Hashable, Sendable {
  package var lines: Audit.Lines
  /// Different agencies that have reports.
  package var agencies = 0
  /// How many identities between consecutive years came out how.
  package var carryOver: [CarryOver.Outcome: Int] = [:]
  /// How many identities within reports fail, by their id; equal bytes count once.
  package var failingIdentities: [String: Int] = [:]
  /// Reports of different bytes without a date, which can't be told to be late.
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
