package import CountedReports
internal import NationalForm
internal import RecordReading
internal import RecordWriting

/// The tables as views over `records.jsonl`, for DuckDB.
///
/// Every column has its type written down: DuckDB guesses from the first 20,480 lines else, and drops or rounds in
/// silence what comes later and looks different.
package enum ViewSQL {
  package static let fileName = "views.sql"
  package static let parquetFileName = "parquet.sql"

  /// `views.sql`: read it in the folder where `records.jsonl` is.
  ///
  /// - Parameter map: Of the agencies, as the tables beside it were made with.
  package static func views(map: AgencyMap?) -> [UInt8] {
    var text = """
      -- Views over records.jsonl for DuckDB 1.1 or newer. Start it in this folder: duckdb -init views.sql

      -- Every record with all it holds.
      CREATE OR REPLACE VIEW records AS
      SELECT * FROM read_json('records.jsonl', format = 'newline_delimited', maximum_object_size = \(largestRecord),
        columns = {

      """
    text += RecordSchema.duckDBColumns().map { "    '\($0.name)': '\($0.type)'" }
      .joined(separator: ",\n")
    text += "\n  });\n\n"
    text += CountedReports.views(map: map)
    text += """
      -- Each report once, however many files hold its bytes; counted tells whether it counts.
      CREATE OR REPLACE VIEW unique_reports AS
      SELECT records.*, agency_key, counted_doc_id = doc_id AS counted FROM records JOIN standing USING (doc_id)
      WHERE kind = 'annual_report'
      QUALIFY row_number() OVER (PARTITION BY doc_id ORDER BY \(RecordView.documentPathSQL)) = 1;


      """
    for table in RecordTables.all {
      text += "-- \(table.about).\nCREATE OR REPLACE VIEW \(table.name) AS\n\(table.select);\n\n"
    }
    text += CarryOverSQL.view
    text += """
      -- The form's labels and definitions.
      CREATE OR REPLACE VIEW labels AS
      SELECT * FROM read_csv('\(FormLabels.fileName)', header = true, all_varchar = true);

      """
    return Array(text.utf8)
  }

  /// `parquet.sql`: the views as Parquet files, after `views.sql`.
  package static func parquet() -> [UInt8] {
    let names =
      RecordTables.all.map { $0.name } + [CarryOverSQL.panel, CarryOverSQL.name, "labels"]
    return Array(
      ("-- The views as Parquet files: duckdb -init views.sql < parquet.sql\n"
        + names.map {
          "COPY (SELECT * FROM \($0)) TO '\($0).parquet' (FORMAT parquet, COMPRESSION zstd);\n"
        }.joined()).utf8)
  }

  /// What a table of the members of `list` is selected from.
  static func list(_ list: String) -> String {
    """
    (SELECT doc_id, counted, agency_key, agency_name, report_year, unnest(\(list)) AS item, generate_subscripts(\(list), 1) AS place
      FROM unique_reports)
    """
  }

  /// What the table of cells is selected from.
  static let cellsSource = """
    (
      WITH form AS (
        SELECT * FROM (VALUES
    \(form)
        ) AS form (id, table_id, row_id, col_id, unit, editions)
      ), numbers AS (
        SELECT doc_id, unnest([
    \(numbers)
        ], recursive := true)
        FROM unique_reports
      ), printed AS (
        SELECT doc_id, line.table_id || '.' || line.row_id || '.' || unnest(line.columns) AS id,
          unnest(line.states) AS state, unnest(line.raw) AS raw, unnest(line.locations) AS location
        FROM (SELECT doc_id, unnest(annual_report.evidence) AS line FROM unique_reports)
      )
      SELECT doc_id, counted, agency_key, agency_name, report_year, edition, table_id, row_id, col_id, value, unit,
        coalesce(state, 'absent') AS state, raw, location
      FROM unique_reports JOIN numbers USING (doc_id) JOIN form USING (id) LEFT JOIN printed USING (doc_id, id)
      WHERE state IS NOT NULL OR list_contains(editions, edition)
    )
    """

  private static let form = zip(NationalForm.cells, NationalForm.editions)
    .map { id, editions in
      let unit = NationalForm.cell(id)?.column.kind == .amount ? "'元'" : "NULL"
      let names = Edition.allCases.filter(editions.contains).map { "'\($0.rawValue)'" }
      return
        "      ('\(id)', '\(id.table.rawValue)', '\(id.row)', '\(id.column)', \(unit), [\(names.joined(separator: ", "))])"
    }.joined(separator: ",\n")

  private static let numbers = NationalForm.cells
    .map {
      "      {'id': '\($0)', 'value': CAST(annual_report.\($0.sqlPath) AS \(ColumnType.money.sql))}"
    }
    .joined(separator: ",\n")

  /// Bytes of a record that DuckDB takes; it reserves a few times as much for each of its threads.
  private static let largestRecord = 128 << 20
}
