package import DurableFiles
internal import NationalForm
internal import RecordReading

/// What the form calls its cells, for those who read numbers by keys.
package enum FormLabels {
  package static let fileName = "labels.csv"

  static let columns =
    [
      ColumnDescription(
        "id", "单元格", .string, "Path of the cell in annual_report", isRequired: true),
      ColumnDescription(
        "column_name", "列名", .string, "Its column in reports.csv", isRequired: true),
      ColumnDescription(
        "table_id", "表", .choice(TableID.allCases.map(\.rawValue)), "Table of the form",
        isRequired: true),
      ColumnDescription("row_id", "行", .string, "Row of the form", isRequired: true),
      ColumnDescription("col_id", "列", .string, "Column of the form", isRequired: true),
    ]
    + Edition.forms.map { edition in
      ColumnDescription(
        "label_\(edition.name)", "\(edition.name) 年表式名称", .string,
        "As the \(edition.name) form words it; empty where it has no such cell")
    } + [
      ColumnDescription(
        "article", "条例条款", .string, "Article of the 条例; empty where the row is only arithmetic"),
      ColumnDescription("unit", "单位", .string, "元 for money, empty for counts"),
      ColumnDescription("definition", "定义", .string, "What is counted", isRequired: true),
      ColumnDescription(
        "row_zh", "行简称", .string, "The row in a few words, for an axis, in Chinese",
        isRequired: true),
      ColumnDescription("row_en", "行简称（英文）", .string, "The same in English", isRequired: true),
      ColumnDescription(
        "col_zh", "列简称", .string, "The column, likewise in Chinese", isRequired: true),
      ColumnDescription("col_en", "列简称（英文）", .string, "The same in English", isRequired: true),
    ]

  /// `labels.csv`: a line for every cell of the form.
  package static func csv(_ style: CSVStyle) -> [UInt8] {
    rows.reduce(into: style.beginning + CSVLine.bytes(columns.map(\.name))) { bytes, fields in
      bytes += CSVLine.bytes(fields.map { $0.map(style.text) })
    }
  }

  /// A field for each of ``columns``, for every cell of the form.
  static let rows: [[String?]] = zip(NationalForm.cells, NationalForm.editions).compactMap {
    id, editions in
    guard let (row, column) = NationalForm.cell(id) else { return nil }
    func label(_ edition: Edition) -> String? {
      guard editions.contains(edition) else { return nil }
      return (row.path + column.path).map { $0.text(in: edition) }.joined(separator: " / ")
    }
    return [id.description, columnName(id), id.table.rawValue, id.row, id.column]
      + Edition.forms.map(label)
      + [row.article, column.kind == .amount ? "元" : nil, definition(row, column)]
      + [
        short(row.path), ShortLabel.english(row.definition, inGroup: row.id.contains(".")),
        short(column.path),
        ShortLabel.english(column.definition),
      ]
  }

  /// `applications_granted_total`.
  static func columnName(_ id: CellID) -> String {
    id.description.split(separator: ".").joined(separator: "_")
  }

  /// `三、本年度办理结果 / （一）予以公开 / 总计`.
  static func title(_ row: FormRow, _ column: FormColumn) -> String {
    (row.path + column.path).map(\.text).joined(separator: " / ")
  }

  /// `（三）不予公开合计`: what the rows of a sum stand under.
  static func title(_ sum: DerivedSum) -> String {
    let first = sum.rows.first.flatMap {
      NationalForm.cell(NationalForm.cells[NationalForm.rows[$0].lowerBound])
    }
    let path = first?.0.path ?? []
    return "\((path.dropLast().last ?? path.last)?.text ?? sum.title)合计"
  }

  private static func short(_ path: [FormLabel]) -> String {
    path.last.map { ShortLabel.chinese($0.text) } ?? ""
  }

  static func definition(_ row: FormRow, _ column: FormColumn) -> String {
    "\(row.definition): \(column.definition.prefix(1).lowercased() + column.definition.dropFirst())"
  }
}
