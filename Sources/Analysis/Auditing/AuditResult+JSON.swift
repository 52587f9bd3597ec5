internal import Comparison
internal import NationalForm
internal import PlainWords
internal import RecordWriting
internal import ReportRecords

extension AuditResult {
  /// JSON Lines, each with the keys kind, agency, year, paths, message, operands: first one of the kind `summary`, then a
  /// line a finding.
  package func json(_ emit: ([UInt8]) throws -> Void) rethrows {
    var json = JSONWriter()
    json.write("summary", summaryFinding)
    json.newline()
    try emit(json.bytes)
    for finding in findings {
      json.reset()
      json.write(finding.kind.rawValue, finding)
      json.newline()
      try emit(json.bytes)
    }
  }

  /// The counts in the shape of a finding, so that every line has the same keys.
  private var summaryFinding: Finding {
    let counts = counts
    let numbers: [(String, Int)] =
      [
        ("reports", lines.reports), ("agencies", agencies), ("documents", lines.documents),
        ("failed", lines.failed), ("bad_lines", lines.bad), ("undated", undated),
        ("counted", counted),
      ]
      + CarryOver.Outcome.allCases.map { ("carry_over.\($0.rawValue)", carryOver[$0] ?? 0) }
      + failingIdentities.sorted { $0.key < $1.key }.map { ("failing.\($0.key)", $0.value) }
      + Finding.Kind.allCases.map { ("findings.\($0.rawValue)", counts[$0] ?? 0) }
    return Finding(
      .coverage, agency: nil, year: nil, paths: [],
      message: Words(same: "What was looked at and found"),
      operands: numbers.map { .init($0.0, value: ExactDecimal($0.1)) }
        + NationalForm.Named.newReceived.map { .init($0, path: nil, value: received) })
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ kind: String, _ finding: Finding) {
    object { json in
      json.pair("kind", kind)
      json.optional("agency", finding.agency)
      json.number("year", finding.year)
      json.strings("paths", finding.paths)
      json.pair("message", finding.message.english)
      json.list("operands", finding.operands) { json, operand in
        json.object { json in
          json.pair("name", operand.name)
          json.optional("path", operand.path)
          json.number("value", operand.value)
        }
      }
    }
  }
}
