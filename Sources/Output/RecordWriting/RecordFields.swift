internal import Diagnostics
internal import NationalForm
internal import ReportRecords

/// The record, key by key and in order: schema `gongkai.record/1.1`.
enum RecordFields {
  static let schemaName = "gongkai.record/1.1"
  /// Versions whose records are valid under this schema too.
  private static let earlierNames = ["gongkai.record/1.0"]

  static let record: [Field<Record>] = [
    .string(
      "schema", "Name and version of this schema; a minor version only adds keys",
      .values(earlierNames + [schemaName])
    ) { _ in
      schemaName
    },
    .string(
      "doc_id", "First 16 digits of the SHA-256 of the bytes; equal files share it",
      .pattern("[0-9a-f]{16}")
    ) {
      $0.docID
    },
    .string(
      "status", "partial: text came out, but a required table is missing or unreadable",
      values(Record.Status.self)
    ) {
      $0.status.rawValue
    },
    .optionalString(
      "kind", "Recognised family; document is any other readable text", values(Content.Kind.self)
    ) {
      $0.content.kind?.rawValue
    },
    .optionalInteger("report_year", "The year that the report is about") { $0.content.reportYear },
    .optionalString(
      "agency_name", "The issuing body, as printed; for a government-level report the government"
    ) {
      $0.content.agencyName
    },
    .optionalString(
      "edition", "Revision of the national format, decided from the tables", values(Edition.self)
    ) {
      $0.content.edition?.rawValue
    },
    .optionalString("title", "Printed title lines joined without inserted space") {
      $0.content.title
    },
    .date("dated_on", "The date in the tail") { $0.content.datedOn },
    .date("period_start", "First day of the period that the figures cover") {
      $0.content.periodStart
    },
    .date("period_end", "Last day of that period") { $0.content.periodEnd },
    .object("region", "The issuing body's region", region) { $0.content.region },
    .optionalString(
      "agency_id",
      "region.code and the body's name without its region: 320813/人民政府; null where it isn't certain"
    ) {
      $0.content.agencyID
    }.addedLater(),
    .object("contacts", "The contact block", contacts) { $0.content.contacts },
    .object("source", "The input file", source) { $0.source },
    .objects(
      "attachments", "Files that it links to or embeds, and that this record does not hold",
      attachment
    ) {
      $0.attachments
    }.addedLater(),
    .object("extraction", "How the text was got out of it", extraction) { $0.extraction },
    .objects("sections", "Headings with their text, flat and in order", section) {
      $0.content.sections
    },
    .optionalObject("annual_report", "What only an annual report has", annualReport) {
      $0.content.annualReport
    },
    .objects("tables", "Tables other than the three of the form", table) {
      $0.content.tables
    },
    .object("checks", "How the form's arithmetic came out", checks) { $0.content.checks },
    .objects("issues", "Everything lost, guessed or odd", issue) { $0.issues },
    .optionalObject("error", "Set exactly when status is failed", failure) { $0.failure },
  ]

  static let region: [Field<Region>] = [
    .optionalString("stated", "As written: 济宁市兖州区") { $0.stated },
    .optionalString("province", "省, 自治区 or 直辖市") { $0.province },
    .optionalString("prefecture", "地级市, 自治州, 盟 or 地区") { $0.prefecture },
    .optionalString("county", "县, 区, 旗 or 县级市") { $0.county },
    .optionalString(
      "code", "Of GB/T 2260, in the year of the report; null where the place isn't certain",
      .pattern("[0-9]{6}")
    ) { $0.code }.addedLater(),
  ]

  static let contacts: [Field<Contacts>] = [
    .optionalString("unit", "Whom to ask") { $0.unit },
    .optionalString("address", "Postal address") { $0.address },
    .optionalString("postcode", "Six digits") { $0.postcode },
    .optionalString("phone", "With an ASCII hyphen; no area code is added") { $0.phone },
    .optionalString("fax", "With an ASCII hyphen") { $0.fax },
    .optionalString("email", "Mail address") { $0.email },
    .optionalString("website", "Host or address, as written") { $0.website },
  ]

  static let source: [Field<Record.Source>] = [
    .string("path", "Relative to the input root; bytes that are no UTF-8 as \\xHH") { $0.path },
    .string("name", "Last component of the path") { $0.name },
    .integer("bytes", "Size of the file") { $0.bytes },
    .optionalString("sha256", "Null where the bytes could not be read", .pattern("[0-9a-f]{64}")) {
      $0.sha256
    },
    .optionalString("media_type", "By content, not by extension; null where unknown") {
      $0.mediaType
    },
    .optionalString("url", "Where it was downloaded from, if a side-car or the page itself says so")
    {
      $0.url
    },
    .optionalString("container_path", "Path inside an archive") { $0.containerPath },
    .date("published_on", "When a page was posted, by its own metadata: never the report's date") {
      $0.publishedOn
    }.addedLater(),
    .optionalString("site", "The site of a page, by its own metadata; never the agency") {
      $0.site
    }.addedLater(),
  ]

  static let attachment: [Field<Record.Attachment>] = [
    .string("name", "What the link to it says, or its file name") { $0.name },
    .optionalString("url", "Its address, made whole where the page's own is known") { $0.url },
    .optionalString("media_type", "What its name promises; null where unknown") { $0.mediaType },
  ]

  static let extraction: [Field<Record.Extraction>] = [
    .optionalString("extractor", "The reader; null where none was chosen") { $0.extractor },
    .string(
      "method",
      "ocr where the text of a page was recognised in a picture; none where no text came out",
      values(Record.Extraction.Method.self)
    ) {
      $0.method.rawValue
    },
    .optionalInteger("pages", "Null for formats without pages") { $0.pages },
    .integer("chars", "Characters of text in paragraphs, tables and notes") { $0.chars },
    .integer("tables", "Tables found") { $0.tables },
    .string("tool_version", "Version of the converter") { _ in Version.tool },
    .string("rules_version", "Changes when the same bytes may give another value") { _ in
      Version.rules
    },
  ]

  static let section: [Field<Section>] = [
    .string("id", "s1, s2, ... in order", .pattern("s[0-9]+")) { $0.id },
    .integer("level", "1 for 一、, 2 for （一）, and so on", minimum: 1) { $0.level },
    .optionalString("number", "As printed") { $0.number },
    .optionalString("heading", "Without number and trailing mark; null before the first heading") {
      $0.heading
    },
    .optionalString("topic", "The part of the prescribed format", values(Section.Topic.self)) {
      $0.topic?.rawValue
    },
    .string("text", "Own paragraphs, one a line") { $0.text },
  ]

  static let table: [Field<ContentTable>] = [
    .string("id", "t1, t2, ... in order", .pattern("t[0-9]+")) { $0.id },
    .optionalString("caption", "The line above it, if it is one") { $0.caption },
    Field("rows", .array(.array(.string(nil))), "Cells as printed; a covered position is empty") {
      table, json in
      json.array { json in
        for row in table.rows {
          json.element()
          json.array { json in
            for cell in row {
              json.element()
              json.string(cell)
            }
          }
        }
      }
    },
  ]

  static let checks: [Field<Checks>] = [
    .integer("passed", "Identities that hold") { $0.passed },
    .integer("failed", "Identities that don't") { $0.failed },
    .integer("unassessable", "Identities with an operand that is not printed or not readable") {
      $0.unassessable
    },
    .objects(
      "failures", "Those that don't hold; with blanks_as_zero, unassessable ones that fail so",
      checkFailure
    ) {
      $0.failures
    },
  ]

  static let checkFailure: [Field<CheckFailure>] = [
    .string(
      "id", "A1 A2 A3 R1 R2 R3 of the form; the soft N and P",
      .values(["A1", "A2", "A3", "R1", "R2", "R3", "N", "P"])
    ) {
      $0.id
    },
    .string(
      "scope",
      "Column for A1 and A2, row for A3, group for R1 to R3, path of the cell for N, index of the figure for P"
    ) {
      $0.scope
    },
    .string("severity", "warning for soft checks and blanks as zero", values(Severity.self)) {
      $0.severity.rawValue
    },
    .optionalNumber("expected", "What the other operands say") { $0.expected },
    .optionalNumber("actual", "What is printed") { $0.actual },
    .optionalNumber("delta", "actual - expected") { $0.delta },
    .boolean("blanks_as_zero", "Whether a blank was taken as 0") { $0.blanksAsZero },
  ]

  static let issue: [Field<Issue>] = [
    .string("code", "Closed list", values(IssueCode.self)) { $0.code.rawValue },
    .string(
      "severity", "error and warning: a number may be missing or wrong", values(Severity.self)
    ) { $0.severity.rawValue },
    .string("message", "One sentence") { $0.message },
    .optionalString("location", "Where to look; null for the whole document") {
      $0.location?.description
    },
  ]

  static let failure: [Field<Failure>] = [
    .string("code", "Closed list", values(FailureCode.self)) { $0.code.rawValue },
    .string("message", "One sentence") { $0.message },
    .string("stage", "Where it failed", values(Stage.self)) { $0.stage.rawValue },
    .boolean("retryable", "Whether another night may do better") { $0.code.isRetryable },
  ]

  static func values<Value: CaseIterable & RawRepresentable<String>>(_: Value.Type)
    -> Shape.Restriction
  {
    .values(Value.allCases.map(\.rawValue))
  }
}
