internal import Diagnostics
internal import NationalForm
internal import RecordReading
internal import ReportRecords

/// The tables that analysts load: defined once, written as CSV, described to frictionless data, and made by DuckDB too.
package enum RecordTables {
  package static let all = [reports, cells, checks, figures, cited]
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
