internal import NationalForm
internal import RecordReading

/// What the table of failing identities is selected from, for DuckDB: each with its place and printed strings, as
/// ``CheckProof`` finds them.
enum CheckSQL {
  static let source = """
    (
      WITH failed AS (
        SELECT doc_id, counted, agency_key, agency_name, report_year, edition, \(RecordView.documentPathSQL) AS path, annual_report.figures AS figures,
          unnest(checks.failures) AS item, generate_subscripts(checks.failures, 1) AS place
        FROM unique_reports
      ), prints AS (
        SELECT doc_id, table_id || '.' || row_id || '.' || col_id AS id, row_id, nullif(raw, '') AS raw, location
        FROM cells WHERE state <> 'absent' AND doc_id IN (SELECT doc_id FROM failed)
      ), forms AS (
        -- The edition whose rows a report prints.
        SELECT doc_id, form FROM (
          SELECT failed.doc_id, any_value(edition) AS edition, list(DISTINCT row_id) AS printed
          FROM failed LEFT JOIN prints USING (doc_id) GROUP BY failed.doc_id
        ) CROSS JOIN (VALUES
    \(forms)
        ) AS forms (form, number, row_ids)
        QUALIFY row_number() OVER (PARTITION BY doc_id ORDER BY len(list_intersect(printed, row_ids)) DESC,
          coalesce(form = edition, false) DESC, len(list_intersect(printed, row_ids)) - len(row_ids) DESC, number) = 1
      ), identities (form, check_id, scope, expected, actual) AS (VALUES
    \(identities)
      ), sides AS (
        SELECT doc_id, place, 1 AS side, unnest(expected) AS id, generate_subscripts(expected, 1) AS number
        FROM failed JOIN forms USING (doc_id)
          JOIN identities ON identities.form = forms.form AND check_id = item.id AND scope = item.scope
        UNION ALL
        SELECT doc_id, place, 2, unnest(actual), generate_subscripts(actual, 1)
        FROM failed JOIN forms USING (doc_id)
          JOIN identities ON identities.form = forms.form AND check_id = item.id AND scope = item.scope
        UNION ALL
        SELECT doc_id, place, 2, item.scope, 1 FROM failed WHERE item.id = '\(CheckRule.narrative.rawValue)'
      ), sums AS (
        SELECT doc_id, place, string_agg(coalesce(raw, '\(CheckProof.noPrint)'), ' + ' ORDER BY number) FILTER (side = 1) AS expected,
          string_agg(coalesce(raw, '\(CheckProof.noPrint)'), ' + ' ORDER BY number) FILTER (side = 2) AS actual,
          max(location) FILTER (side = 2 AND number = 1) AS location
        FROM sides LEFT JOIN prints USING (doc_id, id) GROUP BY ALL
      )
      SELECT failed.*,
        CASE WHEN item.id = '\(CheckRule.parts.rawValue)' THEN figures[TRY_CAST(item.scope AS INTEGER) + 1].section_id
          ELSE location END AS location,
        CASE WHEN item.id = '\(CheckRule.parts.rawValue)' THEN figures[TRY_CAST(item.scope AS INTEGER) + 1].quote
          ELSE concat_ws(' ≠ ', expected, actual) END AS printed
      FROM failed LEFT JOIN sums USING (doc_id, place)
    )
    """

  /// What a rule says, by the id of an identity.
  static func words(_ words: any KeyPath<CheckRule, String> & Sendable) -> String {
    let cases = CheckRule.allCases.map { "WHEN '\($0.rawValue)' THEN '\($0[keyPath: words])'" }
    return "CASE item.id \(cases.joined(separator: " ")) END"
  }

  private static let forms = Edition.forms.enumerated().map { number, edition in
    "      ('\(edition.rawValue)', \(number), [\(list(rows(of: edition)))])"
  }.joined(separator: ",\n")

  private static func rows(of edition: Edition) -> [String] {
    NationalForm.applications.rows.filter { $0.editions.contains(edition) }.map(\.id)
  }

  /// Those of a report that prints the rows of an edition, and sums of rows that it may print beside them.
  private static func identities(of edition: Edition) -> [FormIdentity] {
    let own = NationalForm.identities(of: edition, printing: Set(rows(of: edition)))
    let all = NationalForm.identities(
      of: edition, printing: Set(NationalForm.applications.rows.map(\.id)))
    return own
      + all.filter { $0.id == CheckRule.a3.rawValue && !own.map(\.scope).contains($0.scope) }
  }

  private static let identities = Edition.forms.flatMap { edition in
    identities(of: edition).map { identity in
      let expected = identity.expected.count <= CheckRule.mostPrinted ? identity.expected : []
      return "      ('\(edition.rawValue)', '\(identity.id)', '\(identity.scope)', "
        + "[\(list(expected.map(\.description)))]::VARCHAR[], [\(list(identity.actual.map(\.description)))])"
    }
  }.joined(separator: ",\n")

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
