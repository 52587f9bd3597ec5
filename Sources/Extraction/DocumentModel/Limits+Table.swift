extension Limits {
  /// What stands before and after the table in the documentation, each on a line of its own.
  package static let tableMarkers = (
    begin: "<!-- limits: this table is Limits.markdownTable() -->", end: "<!-- end of limits -->"
  )

  /// All limits as a table in Markdown, without the markers, each line with its end.
  package static func markdownTable() -> String {
    let rows = all.map { limit in
      "| `\(limit.name)` | \(shown(limit)) | \(limit.reason) |\n"
    }
    return "| limit | default | why |\n| --- | ---: | --- |\n" + rows.joined()
  }

  /// `256 MiB`, `10,000 entries`, `200:1`.
  private static func shown(_ limit: Member) -> String {
    switch limit.unit {
    case .bytes:
      for (shift, name) in [(30, "GiB"), (20, "MiB"), (10, "KiB")]
      where limit.standard.isMultiple(of: 1 << shift) {
        return "\(limit.standard >> shift) \(name)"
      }
      return "\(grouped(limit.standard)) bytes"
    case .times: return "\(limit.standard):1"
    case .seconds: return "\(limit.standard) s"
    default: return "\(grouped(limit.standard)) \(limit.unit.rawValue)"
    }
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { index in
      (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digits[index])
    }.joined()
  }
}
