internal import Diagnostics
package import NationalForm
package import ReportRecords

/// A line of `records.jsonl`, read back as far as it is asked.
///
/// A member that is missing, as in a record of an older schema, is nil or empty.
package struct RecordView: Sendable {
  private let record: JSONValue

  /// Nil for bytes that are no record: no object, or none with `schema`, `doc_id` and `source`.
  ///
  /// - Parameter depth: How deep it can be asked; less takes less time.
  package init?(_ line: [UInt8], depth: Int = Self.depth) {
    guard let record = JSONValue(line, depth: depth),
      record["schema"]?.string?.hasPrefix("gongkai.record/1.") == true,
      record["doc_id"] != nil, record["source"] != nil
    else { return nil }
    self.record = record
  }

  /// Of what is asked for, such as `annual_report.evidence[0].columns[0]`.
  package static let depth = 5

  package subscript(_ key: String) -> JSONValue? { record[key] }

  package var docID: String { record["doc_id"]?.string ?? "" }
  /// Relative to the input root.
  package var path: String { record["source"]?["path"]?.string ?? "" }
  /// What tells the document from others, for people: ``path``, or `a/b.zip!/c.docx` for a member of an archive.
  package var documentPath: String {
    record["source"]?["container_path"]?.string.map { "\(path)!/\($0)" } ?? path
  }
  /// ``documentPath`` out of a line, for DuckDB.
  package static let documentPathSQL = "source.path || coalesce('!/' || source.container_path, '')"
  package var url: String? { record["source"]?["url"]?.string }
  package var status: String { record["status"]?.string ?? "" }
  package var isReport: Bool { record["kind"]?.string == "annual_report" }
  package var agencyName: String? { record["agency_name"]?.string }
  package var reportYear: Int? { record["report_year"]?.integer }
  package var edition: Edition? { record["edition"]?.string.flatMap(Edition.init) }
  package var title: String? { record["title"]?.string }
  /// ISO date.
  package var datedOn: String? { record["dated_on"]?.string }

  package var sections: [Section] {
    (record["sections"]?.elements ?? []).compactMap { element in
      guard let id = element["id"]?.string,
        let level = element["level"]?.integer, let text = element["text"]?.string
      else { return nil }
      return Section(
        id: id, level: level, number: element["number"]?.string,
        heading: element["heading"]?.string,
        topic: element["topic"]?.string.flatMap(Section.Topic.init), text: text)
    }
  }

  package var figures: [Figure] {
    (record["annual_report"]?["figures"]?.elements ?? []).compactMap { element in
      guard
        let value = element["value"]?.decimal, let quote = element["quote"]?.string
      else { return nil }
      return Figure(
        label: element["label"]?.string, value: value, unit: element["unit"]?.string,
        approximate: element["approximate"]?.isTrue == true,
        sectionID: element["section_id"]?.string, quote: quote,
        parent: element["parent"]?.integer)
    }
  }

  package var citations: [Citation] {
    (record["annual_report"]?["cited"]?.elements ?? []).compactMap { element in
      guard let title = element["title"]?.string else { return nil }
      return Citation(
        title: title, number: element["number"]?.string, count: element["count"]?.integer ?? 1,
        aliasOf: element["alias_of"]?.string)
    }
  }

  package var checks: Checks {
    var checks = Checks()
    checks.passed = record["checks"]?["passed"]?.integer ?? 0
    checks.failed = record["checks"]?["failed"]?.integer ?? 0
    checks.unassessable = record["checks"]?["unassessable"]?.integer ?? 0
    checks.failures = (record["checks"]?["failures"]?.elements ?? []).compactMap { element in
      guard let id = element["id"]?.string,
        let scope = element["scope"]?.string,
        let severity = element["severity"]?.string.flatMap(Severity.init)
      else { return nil }
      return CheckFailure(
        id: id, scope: scope, severity: severity, expected: element["expected"]?.decimal,
        actual: element["actual"]?.decimal, delta: element["delta"]?.decimal,
        blanksAsZero: element["blanks_as_zero"]?.isTrue == true)
    }
    return checks
  }
}
