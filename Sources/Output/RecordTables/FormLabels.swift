package import DurableFiles
internal import NationalForm

/// What the form calls its cells, for those who read numbers by keys.
package enum FormLabels {
  package static let fileName = "labels.csv"

  static let columns: [(name: String, type: ColumnType, about: String, isRequired: Bool)] =
    [
      ("id", .string, "Path of the cell in annual_report", true),
      ("column_name", .string, "Its column in reports.csv", true),
      ("table_id", .choice(TableID.allCases.map(\.rawValue)), "Table of the form", true),
      ("row_id", .string, "Row of the form", true),
      ("col_id", .string, "Column of the form", true),
    ]
    + Edition.forms.map { edition in
      (
        "label_\(edition.name)", .string,
        "As the \(edition.name) form words it; empty where it has no such cell", false
      )
    } + [
      ("article", .string, "Article of the 条例; empty where the row is only arithmetic", false),
      ("unit", .string, "元 for money, empty for counts", false),
      ("definition", .string, "What is counted", true),
    ]

  /// `labels.csv`: a line for every cell of the form.
  package static func csv(_ style: CSVStyle) -> [UInt8] {
    var bytes = style.beginning + CSVLine.bytes(columns.map(\.name))
    for (id, editions) in zip(NationalForm.cells, NationalForm.editions) {
      guard let (row, column) = NationalForm.cell(id) else { continue }
      func label(_ edition: Edition) -> String? {
        guard editions.contains(edition) else { return nil }
        return (row.path + column.path).map { $0.text(in: edition) }.joined(separator: " / ")
      }
      let fields =
        [id.description, columnName(id), id.table.rawValue, id.row, id.column]
        + Edition.forms.map(label)
        + [row.article, column.kind == .amount ? "元" : nil, definition(row, column)]
      bytes += CSVLine.bytes(fields.map { $0.map(style.text) })
    }
    return bytes
  }

  /// `applications_granted_total`.
  static func columnName(_ id: CellID) -> String {
    id.description.split(separator: ".").joined(separator: "_")
  }

  static func definition(_ row: FormRow, _ column: FormColumn) -> String {
    "\(row.definition): \(column.definition.prefix(1).lowercased() + column.definition.dropFirst())"
  }
}
