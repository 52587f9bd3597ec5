internal import NationalForm
internal import RecordReading

/// The identities between the reports of two years in a row, as a view.
///
/// As `gongkai audit` and the page see them: between reports that count and stand alone for their agency and year.
enum CarryOverSQL {
  static let name = "carry_over"

  static let panel = "panel"

  static let view = """
    -- The reports that can be set against those of another year: one for each agency and year. Left out are those without
    -- either, and years for which several reports of a name count that several bodies may have.
    CREATE OR REPLACE VIEW \(panel) AS
    SELECT * FROM reports WHERE counted AND agency_key IS NOT NULL AND report_year IS NOT NULL
    QUALIFY count(*) OVER (PARTITION BY agency_key, report_year) = 1;

    -- One row for each identity between an agency's reports of two years in a row, X1 X2 X3: where delta isn't 0 it breaks,
    -- where it is null an operand has no number. Rows without any number are left out.
    CREATE OR REPLACE VIEW \(name) AS
    WITH firsts AS (
      SELECT doc_id, agency_key, agency_name, report_year, \(RecordView.documentPathSQL) AS path, annual_report AS report
      FROM unique_reports WHERE doc_id IN (SELECT doc_id FROM panel)
    ), identities AS (
      SELECT newer.agency_key, newer.agency_name, newer.report_year, newer.doc_id, newer.path, older.doc_id AS older_doc_id,
        older.path AS older_path, unnest([
    \(identities)
        ], recursive := true)
      FROM firsts AS older JOIN firsts AS newer
        ON older.agency_key = newer.agency_key AND older.report_year + 1 = newer.report_year
    )
    SELECT agency_key, agency_name, report_year, check_id, scope, expected, actual, actual - expected AS delta,
      older_doc_id, older_path, doc_id, path
    FROM identities WHERE is_printed;


    """

  /// The same view over the columns of `reports`, for SQLite.
  static let columnsView = NationalForm.carryOver.map { identity in
    let sum = identity.expected.enumerated().map { index, operand in
      (index == 0 ? "" : operand.isSubtracted ? " - " : " + ") + operand.column
    }.joined()
    let all = (identity.expected + [identity.actual]).map(\.column).joined(separator: ", ")
    return """
      SELECT newer.agency_key, newer.agency_name, newer.report_year, '\(identity.id)' AS check_id, '\(identity.scope)' AS scope,
        \(sum) AS expected, \(identity.actual.column) AS actual, \(identity.actual.column) - (\(sum)) AS delta,
        older.doc_id AS older_doc_id, older.path AS older_path, newer.doc_id AS doc_id, newer.path AS path
      FROM \(panel) AS older JOIN \(panel) AS newer
        ON older.agency_key = newer.agency_key AND older.report_year + 1 = newer.report_year
      WHERE coalesce(\(all)) IS NOT NULL
      """
  }.joined(separator: "\nUNION ALL\n")

  private static let identities = NationalForm.carryOver.map { identity in
    let sum = identity.expected.enumerated().map { index, operand in
      (index == 0 ? "" : operand.isSubtracted ? " - " : " + ") + operand.sql
    }
    let all = (identity.expected + [identity.actual]).map(\.sql).joined(separator: ", ")
    return "      {'check_id': '\(identity.id)', 'scope': '\(identity.scope)', 'expected': "
      + "\(sum.joined()), 'actual': \(identity.actual.sql), 'is_printed': coalesce(\(all)) IS NOT NULL}"
  }.joined(separator: ",\n")
}

extension CarryOverIdentity.Operand {
  fileprivate var column: String {
    "\(isNewer ? "newer" : "older").\"\(FormLabels.columnName(cell))\""
  }

  /// Wider than the number, so that no sum fails.
  fileprivate var sql: String {
    "CAST(\(isNewer ? "newer" : "older").report.\(cell.sqlPath) AS DECIMAL(38,0))"
  }
}
