internal import NationalForm

/// The tables, keys, indexes and views of the database.
enum DatabaseSchema {
  static let documents = "documents"
  static let labels = "labels"
  static let columns = "columns"
  static let countedReports = "counted_reports"

  /// What is there before the rows.
  ///
  /// Foreign keys are declared for those who read it; a run makes only rows that keep them.
  static let tables =
    """
    CREATE TABLE "\(documents)" (
      "doc_id" TEXT PRIMARY KEY, "path" TEXT NOT NULL REFERENCES "reports" ("path"), "counted" INTEGER NOT NULL,
      "agency_key" TEXT, "agency_name" TEXT, "report_year" INTEGER
    ) WITHOUT ROWID;
    CREATE TABLE "\(labels)" (
    \(list(FormLabels.columns)),
      PRIMARY KEY ("id"), UNIQUE ("table_id", "row_id", "col_id")
    );
    CREATE TABLE "\(columns)" (
      "table_name" TEXT NOT NULL, "place" INTEGER NOT NULL, "column_name" TEXT NOT NULL, "type" TEXT NOT NULL,
      "title_zh" TEXT NOT NULL, "about_en" TEXT NOT NULL, PRIMARY KEY ("table_name", "column_name")
    ) WITHOUT ROWID;

    """ + RecordTables.all.map(table).joined() + views

  /// What is made of the rows when all are there: one key of a table that may have millions of rows is sorted once.
  static let indexes =
    RecordTables.all.filter { $0.key != ["path"] }.map { table in
      "CREATE UNIQUE INDEX \"\(table.name)_key\" ON \"\(table.name)\" (\(names(table.key)));\n"
    }.joined()
    + [
      ("reports", ["doc_id"]), ("reports", ["agency_key", "report_year"]),
      ("reports", ["report_year"]), ("reports", ["region_code"]), ("reports", ["same_report_as"]),
      ("reports", ["duplicate_of"]),
      (documents, ["agency_key", "report_year"]), (documents, ["path"]),
      ("cells", ["table_id", "row_id", "col_id", "report_year"]), ("checks", ["check_id"]),
      ("checks", ["path"]), ("figures", ["label"]), ("cited", ["title"]),
    ].map { table, columns in
      "CREATE INDEX \"\(table)_\(columns.joined(separator: "_"))\" ON \"\(table)\" (\(names(columns)));\n"
    }.joined()

  private static func table(_ table: RecordTable) -> String {
    let key = table.key == ["path"] ? ["  PRIMARY KEY (\(names(table.key)))"] : []
    let references = table.references.map { reference in
      // Files of equal bytes are rows of reports, each with the same doc_id: of these `documents` has one.
      let isOfDocument = reference.target == ["doc_id"]
      let target =
        isOfDocument ? documents : reference.table.isEmpty ? table.name : reference.table
      return
        "  FOREIGN KEY (\(names(reference.fields))) REFERENCES \"\(target)\" (\(names(reference.target)))"
    }
    let ofReport =
      table.name == "reports"
      ? ["  FOREIGN KEY (\"doc_id\") REFERENCES \"\(documents)\" (\"doc_id\")"] : []
    return """
      CREATE TABLE "\(table.name)" (
      \(([list(table.columns)] + key + ofReport + references).joined(separator: ",\n"))
      );

      """
  }

  private static func list(_ columns: [ColumnDescription]) -> String {
    columns.map { column in
      "  \"\(column.name)\"\(column.type.sqlite)"
    }.joined(separator: ",\n")
  }

  private static func names(_ columns: [String]) -> String {
    columns.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  private static let views = """
    CREATE VIEW "\(countedReports)" AS SELECT * FROM reports WHERE counted;
    CREATE VIEW "\(CarryOverSQL.panel)" AS SELECT * FROM reports WHERE path IN (
      SELECT min(path) FROM reports WHERE counted AND agency_key IS NOT NULL AND report_year IS NOT NULL
      GROUP BY agency_key, report_year HAVING count(*) = 1
    );
    CREATE VIEW "\(CarryOverSQL.name)" AS
    \(CarryOverSQL.columnsView);

    """
}

extension ColumnType {
  /// In SQLite; nothing for a decimal number, so that one with more digits than its numbers have stays as it is printed.
  fileprivate var sqlite: String {
    switch self {
    case .string, .choice, .date: " TEXT"
    case .integer, .boolean: " INTEGER"
    case .money, .decimal: ""
    }
  }
}
