internal import CountedReports
internal import Diagnostics
internal import NationalForm
internal import RecordReading
internal import ReportRecords

extension RecordTables {
  /// A report to a row, each number of the form a column.
  static let reports = RecordTable(
    "reports", "报告 Reports", "One row a report, with every number of its tables", key: ["path"],
    references: [
      TableReference(["duplicate_of"], in: "", ["path"]),
      TableReference(["same_report_as"], in: "", ["doc_id"]),
    ],
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
        "path", "文件路径", .string,
        "Of the file, below the input folder; of a member of an archive the archive's, !/ and its own",
        isRequired: true, sql: RecordView.documentPathSQL
      ) {
        $0.source.record.documentPath
      },
      .init(
        "doc_id", "文件标识", .string, "First 16 digits of the SHA-256 of the bytes", isRequired: true,
        sql: "doc_id"
      ) {
        $0.source.docID
      },
      .init(
        "duplicate_of", "字节相同的首个文件", .string,
        "Path of the first file with the same bytes; empty for that one",
        sql: "nullif(first_path, \(RecordView.documentPathSQL))"
      ) { $0.source.standing.duplicateOf },
      .init(
        "same_report_as", "代其计数的报告", .string,
        "The doc_id of the report that counts in its place: the same bytes, or the same agency and year in another format or with other numbers; empty where it counts itself",
        sql: "CASE WHEN \(isCounted) THEN NULL ELSE counted_doc_id END"
      ) { $0.source.standing.sameReportAs },
      .init(
        "counted", "是否计数", .boolean, "Whether it counts: sums are over rows where it is true",
        isRequired: true,
        sql: isCounted
      ) { String($0.source.standing.isCounted) },
      .init(
        "agency_key", "机关序列标识", .string,
        "What makes a series of an agency's reports: its id in the map of agencies, else agency_id, else agency_name",
        sql: "agency_key"
      ) { $0.source.standing.agencyKey },
      .init("agency_name", "机关名称", .string, "The issuing body, as printed", sql: "agency_name") {
        $0.source.agencyName
      },
      .init(
        "report_year", "报告年度", .integer, "The year that the report is about", sql: "report_year"
      ) {
        $0.source.reportYear
      },
      .init(
        "edition", "表式", .choice(Edition.allCases.map(\.rawValue)), "Revision of the form",
        sql: "edition"
      ) {
        $0.source.edition
      },
      .init(
        "status", "状态", .choice(["ok", "partial"]), "partial: a table is missing or unreadable",
        isRequired: true, sql: "status"
      ) { $0.source.record.status },
      .init("title", "标题", .string, "Title lines, joined", sql: "title") { $0.source.record.title },
      .init("dated_on", "落款日期", .date, "The date in the tail", sql: "dated_on") {
        $0.source.record.datedOn
      },
      .init("period_start", "统计期起", .date, "First day that the figures cover", sql: "period_start")
      {
        $0.source.record["period_start"]?.string
      },
      .init("period_end", "统计期止", .date, "Last day that the figures cover", sql: "period_end") {
        $0.source.record["period_end"]?.string
      },
    ]
    + [
      ("stated", "所述地区", "The body's region, as it is written"),
      (
        "province", "省级",
        "Its province, as written or by the list of divisions; empty where there is doubt"
      ),
      ("prefecture", "地级", "Its prefecture, likewise"),
      ("county", "县级", "Its county or district, likewise"),
      (
        "code", "行政区划代码",
        "The six digits of the region (GB/T 2260), to join other data by; empty where there is doubt"
      ),
    ].map { key, title, about in
      .init("region_\(key)", title, .string, about, sql: "region.\(key)") {
        $0.region?[key]?.string
      }
    } + [
      .init(
        "agency_id", "机关代码", .string,
        "region_code and the body's name without its region: the same for all spellings of one body, in all years; empty where the region is in doubt",
        sql: "agency_id"
      ) { $0.source.record["agency_id"]?.string }
    ]
    + [
      ("unit", "联系单位"), ("address", "地址"), ("postcode", "邮编"), ("phone", "电话"), ("fax", "传真"),
      ("email", "电子邮箱"), ("website", "网址"),
    ].map { key, title in
      .init("contact_\(key)", title, .string, "From the contact block", sql: "contacts.\(key)") {
        $0.contacts?[key]?.string
      }
    } + [
      .init("signature", "落款", .string, "The body that signs", sql: "annual_report.signature") {
        $0.report?["signature"]?.string
      },
      .init(
        "compiled_by", "编制机构", .string, "The office that compiled a government's report",
        sql: "annual_report.compiled_by"
      ) {
        $0.report?["compiled_by"]?.string
      },
      .init("url", "下载地址", .string, "Where it was downloaded from", sql: "source.url") {
        $0.source.record.url
      },
      .init(
        "published_on", "网页发布日期", .date, "The day on which its page was put out, by the page",
        sql: "source.published_on"
      ) { $0.source.record["source"]?["published_on"]?.string },
      .init("extractor", "读取程序", .string, "The reader", sql: "extraction.extractor") {
        $0.extraction?["extractor"]?.string
      },
      .init("pages", "页数", .integer, "Empty for formats without pages", sql: "extraction.pages") {
        $0.extraction?["pages"]?.integer.map(String.init)
      },
      .init(
        "checks_passed", "勾稽成立数", .integer, "Identities that hold", isRequired: true,
        sql: "checks.passed"
      ) {
        String($0.checks.passed)
      },
      .init(
        "checks_failed", "勾稽不符数", .integer, "Identities that don't", isRequired: true,
        sql: "checks.failed"
      ) {
        String($0.checks.failed)
      },
      .init(
        "checks_unassessable", "勾稽不能判定数", .integer, "Identities with an operand that isn't there",
        isRequired: true,
        sql: "checks.unassessable"
      ) { String($0.checks.unassessable) },
    ]
    + [("error", "错误数"), ("warning", "警告数")].map { severity, title in
      .init(
        "issues_\(severity)", title, .integer, "Issues of this severity", isRequired: true,
        sql: "len([issue FOR issue IN issues IF issue.severity = '\(severity)'])"
      ) { row in String(row.issues.count { $0 == severity }) }
    }

  private static let formCells: [TableColumn<ReportRow>] =
    NationalForm.cells.enumerated().compactMap { index, id in
      guard let (row, column) = NationalForm.cell(id) else { return nil }
      return .init(
        FormLabels.columnName(id), FormLabels.title(row, column), column.kind.type,
        FormLabels.definition(row, column),
        sql: "annual_report.\(id.sqlPath)"
      ) { row in row.cells.indices.contains(index) ? row.cells[index].value?.description : nil }
    }

  private static let sums: [TableColumn<ReportRow>] =
    (NationalForm.derivedSums.map { ($0.id, FormLabels.title($0), $0.title) } + [
      ("blank_cells", "空白单元格数", "Cells printed and empty")
    ])
    .map { key, title, about in
      .init(
        key, title, .integer,
        "\(about); blanks count as 0 in these sums, which are empty while a member can't be read",
        sql: "annual_report.derived.\(key)"
      ) {
        $0.derived?[key]?.integer.map(String.init)
      }
    }
}
