internal import RecordReading

extension CountedReports {
  /// The same rule as views over `records`, for DuckDB: `standing`, with a row for each `doc_id` of a report.
  ///
  /// - Parameter map: Its rows are written out.
  package static func views(map: AgencyMap?) -> String {
    """
    -- The map of agencies that the tables were made with: ids by name and by path, of a file or a folder.
    CREATE OR REPLACE VIEW agency_map AS
    SELECT * FROM (VALUES
    \(rows(map))
    ) AS map (id, name, path) WHERE id IS NOT NULL;

    -- Which reports count. Files of equal bytes are one report; so are those of one agency on one year: another format,
    -- or a report that was put out again with other numbers. counted_doc_id is the one that counts.
    CREATE OR REPLACE VIEW standing AS
    WITH firsts AS (
      SELECT doc_id, agency_name, agency_id, report_year, region, issues, annual_report, status, checks, source, dated_on,
        extraction
      FROM records WHERE kind = 'annual_report'
      QUALIFY row_number() OVER (PARTITION BY doc_id ORDER BY \(RecordView.documentPathSQL)) = 1
    ), parts AS (
      SELECT doc_id, string_split(replace(\(RecordView.documentPathSQL), '!/', '/'), '/') AS names FROM firsts
    ), folders AS (
      SELECT doc_id, unnest([array_to_string(names[:n], '/') FOR n IN range(1, len(names) + 1)]) AS path FROM parts
    ), by_path AS (
      SELECT doc_id, arg_max(id, length(path)) AS id FROM folders JOIN agency_map USING (path) GROUP BY doc_id
    ), by_name AS (
      SELECT name, any_value(id) AS id FROM agency_map WHERE name IS NOT NULL GROUP BY name
    ), keyed AS (
      SELECT firsts.*, coalesce(by_path.id, by_name.id) AS map_id,
        coalesce(by_path.id, by_name.id, agency_id, agency_name) AS agency_key,
        to_json([annual_report.active_disclosure])::VARCHAR || to_json([annual_report.applications])::VARCHAR
          || to_json([annual_report.review_litigation])::VARCHAR AS numbers
      FROM firsts LEFT JOIN by_path USING (doc_id) LEFT JOIN by_name ON by_name.name = firsts.agency_name
    ), series AS (
      SELECT *, CASE
        WHEN agency_key IS NULL OR report_year IS NULL THEN doc_id
        WHEN map_id IS NOT NULL OR agency_id IS NOT NULL THEN NULL
        -- Several bodies may have the name: only reports with the same numbers are one.
        WHEN region.stated IS NULL OR len([issue FOR issue IN issues IF issue.code = '\(ReportCandidate.doubtfulPlace)']) > 0
        THEN CASE WHEN regexp_matches(numbers, ':-?[0-9]') THEN md5(numbers) ELSE doc_id END
      END AS apart FROM keyed
    )
    SELECT doc_id, agency_key, \(RecordView.documentPathSQL) AS first_path, first_value(doc_id) OVER (
      PARTITION BY agency_key, report_year, apart ORDER BY \(Preference.all.map(\.sql).joined(separator: ",\n        "))
    ) AS counted_doc_id FROM series;


    """
  }

  private static func rows(_ map: AgencyMap?) -> String {
    let rows = (map?.rows ?? []).map { row in
      "  (\(quoted(row.id)), \(quoted(row.name)), \(quoted(row.path)))"
    }
    return (rows + ["  (NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR)"]).joined(separator: ",\n")
  }

  private static func quoted(_ text: String?) -> String {
    text.map { "'\($0.replacing("'", with: "''"))'" } ?? "NULL"
  }
}
