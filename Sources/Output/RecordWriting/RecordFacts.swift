internal import Diagnostics
internal import NationalForm
package import RecordReading
package import ReportRecords

/// What a run needs to know of a record, so that it needn't read the line: a hundredth of its bytes.
package struct RecordFacts: Hashable, Sendable {
  /// `ok`, `partial`, `failed`.
  package var status: String
  package var isReport: Bool
  /// Whether its tables have more than a few values: of a form whose figures are gone some zeros may be left.
  package var hasFigures: Bool
  /// Whether a document that is no report has tables of more than words: the page of an error may have one that lays it out.
  package var hasTables: Bool
  /// `e2019`, `e2021`, `legacy`; nil for what is no report, or a report without tables.
  package var edition: String?
  /// 64 hexadecimal digits; nil where the bytes of the file could not be read.
  package var sha256: String?
  package var url: String?
  /// `docx`, `pdf`, `text`; nil where no reader was chosen.
  package var extractor: String?
  /// Ids of the identities that fail, each once and in order: `["A1", "R3"]`.
  ///
  /// Those that fail only with blanks taken as zero, and soft ones, aren't among them.
  package var failedChecks: [String]
  /// The codes of its issues, each once and in order.
  package var issues: [String]
  /// Set exactly when `status` is failed.
  package var failure: RecordedFailure?

  package init(_ record: Record) {
    status = record.status.rawValue
    isReport = record.content.kind == .annualReport
    hasFigures = Self.haveFigures(record.content.annualReport?.cells ?? [])
    hasTables = !isReport && record.content.tables.contains { Self.isTable($0.rows) }
    edition = record.content.edition?.rawValue
    sha256 = record.source.sha256
    url = record.source.url
    extractor = record.extraction.extractor
    failedChecks = Self.once(
      record.content.checks.failures
        .filter { !$0.blanksAsZero && $0.severity == .error }.map(\.id))
    issues = Self.once(record.issues.map(\.code.rawValue))
    failure = record.failure.map {
      RecordedFailure(
        code: $0.code.rawValue, message: $0.message, stage: $0.stage.rawValue,
        isRetryable: $0.code.isRetryable)
    }
  }

  /// What the line of a record says of it.
  package init(_ record: RecordView) {
    status = record.status
    isReport = record.isReport
    hasFigures = Self.haveFigures(record.cells ?? [])
    let tables = isReport ? [] : record["tables"]?.elements ?? []
    hasTables = tables.contains { table in
      Self.isTable(
        (table["rows"]?.elements ?? []).map { ($0.elements ?? []).compactMap(\.string) })
    }
    edition = record.edition?.rawValue
    sha256 = record["source"]?["sha256"]?.string
    url = record.url
    extractor = record["extraction"]?["extractor"]?.string
    failedChecks = Self.once(
      record.checks.failures.filter { !$0.blanksAsZero && $0.severity == .error }.map(\.id))
    issues = Self.once((record["issues"]?.elements ?? []).compactMap { $0["code"]?.string })
    guard let error = record["error"], let code = error["code"]?.string else { return }
    failure = RecordedFailure(
      code: code, message: error["message"]?.string ?? "", stage: error["stage"]?.string ?? "",
      isRetryable: error["retryable"]?.isTrue == true)
  }

  /// Whether two cells side by side, in two rows, one of which holds a digit, make it more than a layout.
  private static func isTable(_ rows: [[String]]) -> Bool {
    let filled = rows.filter { row in row.count { !$0.isEmpty } > 1 }
    return filled.count > 1
      && filled.contains { row in row.contains { $0.utf8.contains { 0x30...0x39 ~= $0 } } }
  }

  private static func haveFigures(_ cells: [CellReading]) -> Bool {
    cells.lazy.filter { $0.value != nil }.prefix(fewest).count == fewest
  }

  /// Values of a report that has figures; the shortest of real ones have the zeros of a column.
  private static let fewest = 10

  private static func once(_ names: [String]) -> [String] { Set(names).sorted() }
}

/// Why a document failed, in the words of its record.
package struct RecordedFailure: Hashable, Sendable {
  package var code, message, stage: String
  package var isRetryable: Bool

  package init(code: String, message: String, stage: String, isRetryable: Bool) {
    self.code = code
    self.message = message
    self.stage = stage
    self.isRetryable = isRetryable
  }
}

// MARK: As JSON, from process to process

extension RecordFacts {
  /// Appends them as an object: `{"status":"ok","report":true,"figures":true,"tables":false,"edition":"e2021",…}`.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.pair("status", status)
      json.key("report")
      json.token(isReport ? "true" : "false")
      json.key("figures")
      json.token(hasFigures ? "true" : "false")
      json.key("tables")
      json.token(hasTables ? "true" : "false")
      for (name, value) in [
        ("edition", edition), ("sha256", sha256), ("url", url), ("extractor", extractor),
      ] {
        if let value { json.pair(name, value) }
      }
      json.strings("failed_checks", failedChecks)
      json.strings("issues", issues)
      guard let failure else { return }
      json.pair("code", failure.code)
      json.pair("message", failure.message)
      json.pair("stage", failure.stage)
      json.key("retryable")
      json.token(failure.isRetryable ? "true" : "false")
    }
  }

  /// The facts in the object at `range`; nil for bytes that ``write(to:)`` doesn't write.
  package init?(_ bytes: [UInt8], at range: Range<Int>) {
    guard let members = JSONWalk.members(of: range, in: bytes) else { return nil }
    func text(_ name: String) -> String? {
      members[name].flatMap { JSONWalk.string($0, in: bytes) }
    }
    func texts(_ name: String) -> [String]? {
      members[name].flatMap { JSONWalk.elements(of: $0, in: bytes) }?
        .compactMap { JSONWalk.string($0, in: bytes) }
    }
    func isTrue(_ name: String) -> Bool {
      members[name].map { bytes[$0].elementsEqual("true".utf8) } ?? false
    }
    guard let status = text("status"), let failedChecks = texts("failed_checks"),
      let issues = texts("issues")
    else { return nil }
    self.status = status
    isReport = isTrue("report")
    hasFigures = isTrue("figures")
    hasTables = isTrue("tables")
    edition = text("edition")
    sha256 = text("sha256")
    url = text("url")
    extractor = text("extractor")
    self.failedChecks = failedChecks
    self.issues = issues
    if let code = text("code"), let message = text("message"), let stage = text("stage") {
      failure = RecordedFailure(
        code: code, message: message, stage: stage, isRetryable: isTrue("retryable"))
    }
  }
}
