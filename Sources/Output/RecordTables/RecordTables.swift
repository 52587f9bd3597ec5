internal import CountedReports
internal import Diagnostics
internal import NationalForm
internal import RecordReading
internal import ReportRecords

/// The tables that analysts load: defined once, written as CSV, described to frictionless data, and made by DuckDB too.
package enum RecordTables {
  package static let all = [reports, cells, checks, figures, cited]

  /// What every table begins with that has rows of a report, of equal bytes once.
  static func ownerColumns<Row>(
    _ source: any KeyPath<Row, RecordSource> & Sendable
  ) -> [TableColumn<Row>] {
    [
      .init("doc_id", "文件标识", .string, "Of the report", isRequired: true, sql: "doc_id") {
        $0[keyPath: source].docID
      },
      .init(
        "counted", "是否计数", .boolean, "Whether the report counts: see reports.csv", isRequired: true,
        sql: "counted"
      ) {
        String($0[keyPath: source].standing.isCounted)
      },
      .init(
        "agency_key", "机关序列标识", .string, "What makes a series of an agency's reports",
        sql: "agency_key"
      ) {
        $0[keyPath: source].standing.agencyKey
      },
      .init("agency_name", "机关名称", .string, "The issuing body", sql: "agency_name") {
        $0[keyPath: source].agencyName
      },
      .init(
        "report_year", "报告年度", .integer, "The year that the report is about", sql: "report_year"
      ) {
        $0[keyPath: source].reportYear
      },
    ]
  }
}

extension FormColumn.Kind {
  var type: ColumnType { self == .amount ? .money : .integer }
}

extension CellID {
  /// As a path of members in DuckDB; `all` and the like are words of SQL.
  var sqlPath: String {
    ([table.rawValue] + row.split(separator: ".").map(String.init) + [column])
      .map { "\"\($0)\"" }.joined(separator: ".")
  }
}
