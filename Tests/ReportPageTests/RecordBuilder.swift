import CountedReports
import Foundation
import RecordReading
import Testing

@testable import ReportPage

/// A line of records.jsonl as far as the page reads it.
struct RecordBuilder {
  var docID = "00000000000000a1"
  var status = "ok"
  var agency: String? = "青岚市司法局"
  /// Without it several bodies may have the name.
  var region: String? = "青岚市"
  var agencyID: String?
  var year: Int? = 2023
  var edition = "e2021"
  var path = "2023/司法局.docx"
  var url: String?
  var mediaType: String? = "text/plain"
  /// `["granted": ["total": 3]]`, `["denied.state_secret": …]`, `["review": …]`.
  var rows: [String: [String: Int]] = [:]
  var failures: [[String: Any]] = []
  var failed = 0
  var issues: [String] = []
  var prose = ""
  /// Of the evidence of `rows`.
  var place = "table 2 row 5 cell 8"
  var error: String?

  func view() throws -> RecordView {
    var tables: [String: Any] = [:]
    var evidence: [[String: Any]] = []
    for (row, numbers) in rows {
      let isReview = ["review", "direct_suit", "suit_after_review"].contains(row)
      let isActive = ["rules", "normative_docs", "licensing"].contains(row)
      let table = isReview ? "review_litigation" : isActive ? "active_disclosure" : "applications"
      let columns = numbers.keys.sorted()
      evidence.append([
        "table_id": table, "row_id": row, "columns": columns,
        "states": columns.map { _ in "value" }, "raw": columns.map { "\(numbers[$0] ?? 0)件" },
        "units": columns.map { _ in NSNull() }, "locations": columns.map { _ in place },
      ])
      var rows = tables[table] as? [String: Any] ?? [:]
      let parts = row.split(separator: ".").map(String.init)
      if parts.count == 1 {
        rows[row] = numbers
      } else {
        var group = rows[parts[0]] as? [String: Any] ?? [:]
        group[parts[1]] = numbers
        rows[parts[0]] = group
      }
      tables[table] = rows
    }
    tables["evidence"] = evidence
    let null = NSNull()
    let record: [String: Any] = [
      "schema": "gongkai.record/1.1", "doc_id": docID, "status": status,
      "kind": error == nil ? "annual_report" : null, "agency_name": agency ?? null,
      "report_year": year ?? null, "agency_id": agencyID ?? null,
      "region": ["stated": region ?? null] as [String: Any], "edition": edition,
      "annual_report": error == nil ? tables : null,
      "source": ["path": path, "url": url ?? null, "media_type": mediaType ?? null]
        as [String: Any],
      "checks": ["passed": 1, "failed": failed, "unassessable": 2, "failures": failures]
        as [String: Any],
      "sections": [["id": "s1", "level": 1, "text": prose] as [String: Any]],
      "issues": issues.map { ["code": $0] },
      "error": error.map { ["code": $0] } ?? null,
    ]
    let line = try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
    return try #require(RecordView(Array(line)))
  }
}

extension ReportPage {
  /// The page of `records`; those without a `docID` get one.
  init(_ records: [RecordBuilder]) throws {
    let views = try records.enumerated().map { index, record in
      var record = record
      if record.docID.isEmpty { record.docID = "000000000000000\(index)" }
      return try record.view()
    }
    var counted = CountedReports()
    for view in views { counted.add(ReportCandidate(view)) }
    counted.close()
    self.init()
    for view in views { add(ReadReport(view), counted.standing(of: view)) }
  }
}

/// Requests of a report whose numbers agree: 10 new and 2 carried in, 4 granted, 3 refused, 4 not held, 1 carried out.
let plainRows = [
  "new_received": ["natural_person": 7, "business": 3, "total": 10],
  "carried_in": ["total": 2], "granted": ["total": 4], "denied.state_secret": ["total": 3],
  "unable.not_held": ["total": 4], "result_total": ["total": 11], "carried_out": ["total": 1],
  "review": ["upheld": 2, "corrected": 1, "other": 0, "pending": 1, "total": 4],
]
