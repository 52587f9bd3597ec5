internal import CountedReports
internal import Diagnostics
internal import NationalForm
internal import RecordReading
internal import ReportRecords

extension RecordTables {
  /// A report to a row, each number of the form a column.
  static let reports = RecordTable(
    "reports", "One row a report, with every number of its tables", key: ["path"],
    from: "records JOIN standing USING (doc_id) WHERE kind = 'annual_report'",
    columns: facts + formCells + sums,
    rows: { source in source.cells == nil ? [] : [ReportRow(source)] })

  /// A report with its members at hand.
  private struct ReportRow: Sendable {
    let source: RecordSource
    let cells: [CellReading]
    let region, contacts, extraction, report, derived: JSONValue?
    let checks: Checks
    let issues: [String]

    init(_ source: RecordSource) {
      let record = source.record
      self.source = source
      cells = source.cells ?? []
      region = record["region"]
      contacts = record["contacts"]
      extraction = record["extraction"]
      report = record["annual_report"]
      derived = report?["derived"]
      checks = record.checks
      issues = (record["issues"]?.elements ?? []).compactMap { $0["severity"]?.string }
    }
  }

  private static let isCounted =
    "counted_doc_id = doc_id AND row_number() OVER (PARTITION BY doc_id ORDER BY \(RecordView.documentPathSQL)) = 1"

  private static let facts: [TableColumn<ReportRow>] =
    [
      .init(
        "path", .string,
        "Of the file, below the input folder; of a member of an archive the archive's, !/ and its own",
        isRequired: true, sql: RecordView.documentPathSQL
      ) {
        $0.source.record.documentPath
      },
      .init(
        "doc_id", .string, "First 16 digits of the SHA-256 of the bytes", isRequired: true,
        sql: "doc_id"
      ) {
        $0.source.docID
      },
      .init(
        "duplicate_of", .string,
        "Path of the first file with the same bytes; empty for that one",
        sql: "nullif(first_path, \(RecordView.documentPathSQL))"
      ) { $0.source.standing.duplicateOf },
      .init(
        "same_report_as", .string,
        "The doc_id of the report that counts in its place: the same bytes, or the same agency and year in another format or with other numbers; empty where it counts itself",
        sql: "CASE WHEN \(isCounted) THEN NULL ELSE counted_doc_id END"
      ) { $0.source.standing.sameReportAs },
      .init(
        "counted", .boolean, "Whether it counts: sums are over rows where it is true",
        isRequired: true,
        sql: isCounted
      ) { String($0.source.standing.isCounted) },
      .init(
        "agency_key", .string,
        "What makes a series of an agency's reports: its id in the map of agencies, else agency_id, else agency_name",
        sql: "agency_key"
      ) { $0.source.standing.agencyKey },
      .init("agency_name", .string, "The issuing body, as printed", sql: "agency_name") {
        $0.source.agencyName
      },
      .init("report_year", .integer, "The year that the report is about", sql: "report_year") {
        $0.source.reportYear
      },
      .init(
        "edition", .choice(Edition.allCases.map(\.rawValue)), "Revision of the form", sql: "edition"
      ) {
        $0.source.edition
      },
      .init(
        "status", .choice(["ok", "partial"]), "partial: a table is missing or unreadable",
        isRequired: true, sql: "status"
      ) { $0.source.record.status },
      .init("title", .string, "Title lines, joined", sql: "title") { $0.source.record.title },
      .init("dated_on", .date, "The date in the tail", sql: "dated_on") {
        $0.source.record.datedOn
      },
      .init("period_start", .date, "First day that the figures cover", sql: "period_start") {
        $0.source.record["period_start"]?.string
      },
      .init("period_end", .date, "Last day that the figures cover", sql: "period_end") {
        $0.source.record["period_end"]?.string
      },
    ]
    + [
      ("stated", "The body's region, as it is written"),
      (
        "province",
        "Its province, as written or by the list of divisions; empty where there is doubt"
      ),
      ("prefecture", "Its prefecture, likewise"), ("county", "Its county or district, likewise"),
      (
        "code",
        "The six digits of the region (GB/T 2260), to join other data by; empty where there is doubt"
      ),
    ].map { key, about in
      .init("region_\(key)", .string, about, sql: "region.\(key)") { $0.region?[key]?.string }
    } + [
      .init(
        "agency_id", .string,
        "region_code and the body's name without its region: the same for all spellings of one body, in all years; empty where the region is in doubt",
        sql: "agency_id"
      ) { $0.source.record["agency_id"]?.string }
    ]
    + ["unit", "address", "postcode", "phone", "fax", "email", "website"].map { key in
      .init("contact_\(key)", .string, "From the contact block", sql: "contacts.\(key)") {
        $0.contacts?[key]?.string
      }
    } + [
      .init("signature", .string, "The body that signs", sql: "annual_report.signature") {
        $0.report?["signature"]?.string
      },
      .init(
        "compiled_by", .string, "The office that compiled a government's report",
        sql: "annual_report.compiled_by"
      ) {
        $0.report?["compiled_by"]?.string
      },
      .init("url", .string, "Where it was downloaded from", sql: "source.url") {
        $0.source.record.url
      },
      .init(
        "published_on", .date, "The day on which its page was put out, by the page",
        sql: "source.published_on"
      ) { $0.source.record["source"]?["published_on"]?.string },
      .init("extractor", .string, "The reader", sql: "extraction.extractor") {
        $0.extraction?["extractor"]?.string
      },
      .init("pages", .integer, "Empty for formats without pages", sql: "extraction.pages") {
        $0.extraction?["pages"]?.integer.map(String.init)
      },
      .init(
        "checks_passed", .integer, "Identities that hold", isRequired: true, sql: "checks.passed"
      ) {
        String($0.checks.passed)
      },
      .init(
        "checks_failed", .integer, "Identities that don't", isRequired: true, sql: "checks.failed"
      ) {
        String($0.checks.failed)
      },
      .init(
        "checks_unassessable", .integer, "Identities with an operand that isn't there",
        isRequired: true,
        sql: "checks.unassessable"
      ) { String($0.checks.unassessable) },
    ]
    + ["error", "warning"].map { severity in
      .init(
        "issues_\(severity)", .integer, "Issues of this severity", isRequired: true,
        sql: "len([issue FOR issue IN issues IF issue.severity = '\(severity)'])"
      ) { row in String(row.issues.count { $0 == severity }) }
    }

  private static let formCells: [TableColumn<ReportRow>] =
    NationalForm.cells.enumerated().compactMap { index, id in
      guard let (row, column) = NationalForm.cell(id) else { return nil }
      return .init(
        FormLabels.columnName(id), column.kind.type, FormLabels.definition(row, column),
        sql: "annual_report.\(id.sqlPath)"
      ) { row in row.cells.indices.contains(index) ? row.cells[index].value?.description : nil }
    }

  private static let sums: [TableColumn<ReportRow>] =
    (NationalForm.derivedSums.map { ($0.id, $0.title) } + [
      ("blank_cells", "Cells printed and empty")
    ])
    .map { key, about in
      .init(
        key, .integer,
        "\(about); blanks count as 0 in these sums, which are empty while a member can't be read",
        sql: "annual_report.derived.\(key)"
      ) {
        $0.derived?[key]?.integer.map(String.init)
      }
    }
}
