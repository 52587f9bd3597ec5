internal import DurableFiles
internal import ReportRecords

/// A column of a table: what it is called, what it holds, and where it comes from, for a program of ours and for DuckDB.
package struct TableColumn<Row>: Sendable {
  let description: ColumnDescription
  /// An expression over what the table is selected from.
  let sql: String
  /// As CSV prints it; nil for an empty field.
  let value: @Sendable (Row) -> String?

  /// - Parameters:
  ///   - title: In Chinese.
  ///   - about: In English.
  init(
    _ name: String, _ title: String, _ type: ColumnType, _ about: String,
    isRequired: Bool = false, sql: String, _ value: @escaping @Sendable (Row) -> String?
  ) {
    description = ColumnDescription(name, title, type, about, isRequired: isRequired)
    // Null and an empty text are one field of CSV, and so they are one in a view.
    let isText = type == .string && !isRequired
    self.sql = isText ? "nullif(\(sql), '')" : sql
    self.value = value
  }
}

/// What a column is called and holds.
package struct ColumnDescription: Hashable, Sendable {
  package let name: String
  /// In Chinese.
  package let title: String
  package let type: ColumnType
  /// In English.
  package let about: String
  package let isRequired: Bool

  init(
    _ name: String, _ title: String, _ type: ColumnType, _ about: String, isRequired: Bool = false
  ) {
    self.name = name
    self.title = title
    self.type = type
    self.about = about
    self.isRequired = isRequired
  }
}

/// What the values of a column are.
package enum ColumnType: Hashable, Sendable {
  case string
  /// One of these.
  case choice([String])
  case integer
  /// Money in 元 with at most two decimals.
  case money
  /// Any decimal number.
  case decimal
  case boolean
  case date

  /// In DuckDB.
  package var sql: String {
    switch self {
    case .string, .choice: "VARCHAR"
    case .integer: "BIGINT"
    case .money: "DECIMAL(38,2)"
    case .decimal: "DECIMAL(38,10)"
    case .boolean: "BOOLEAN"
    case .date: "DATE"
    }
  }

  /// In a Table Schema of frictionless data.
  var frictionless: String {
    switch self {
    case .string, .choice: "string"
    case .integer: "integer"
    case .money, .decimal: "number"
    case .boolean: "boolean"
    case .date: "date"
    }
  }
}

/// A table made of records, one file of CSV.
package struct RecordTable: Sendable {
  /// `reports`.
  package let name: String
  /// `报告 Reports`.
  package let title: String
  package let about: String
  package let key: [String]
  let references: [TableReference]
  /// What each column is, in order.
  package let columns: [ColumnDescription]
  /// `SELECT … FROM …` over the view `records`.
  let select: String
  /// The rows of a record, each with a field for every column.
  package let rows: @Sendable (_ record: RecordSource) -> [[String?]]

  /// - Parameters:
  ///   - from: What SQL selects from: `records, unnest(…)`.
  ///   - rows: What each row of a record is made of.
  init<Row>(
    _ name: String, _ title: String, _ about: String, key: [String],
    references: [TableReference], from: String,
    columns: [TableColumn<Row>], rows: @escaping @Sendable (RecordSource) -> [Row]
  ) {
    self.name = name
    self.title = title
    self.about = about
    self.key = key
    self.references = references
    self.columns = columns.map(\.description)
    let list = columns.map {
      "  CAST(\($0.sql) AS \($0.description.type.sql)) AS \"\($0.description.name)\""
    }
    select = "SELECT\n\(list.joined(separator: ",\n"))\nFROM \(from)"
    self.rows = { record in rows(record).map { row in columns.map { $0.value(row) } } }
  }

  package var fileName: String { "\(name).csv" }

  /// The fields of a row as a file of `style` has them.
  func fields(_ row: [String?], _ style: CSVStyle) -> [String?] {
    guard style != .plain else { return row }
    return zip(row, columns).map { field, column in
      column.type == .string ? field.map(style.text) : field
    }
  }
}
