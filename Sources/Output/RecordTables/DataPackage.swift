package import DurableFiles
internal import RecordWriting

/// The description of the CSV files as a data package (frictionless data, Table Schema 1).
package enum DataPackage {
  package static let fileName = "datapackage.json"

  static let title = "政府信息公开工作年度报告 Annual reports on government information disclosure"
  static let about =
    "Numbers that agencies print in the reports that 条例 第四十九条 asks of them, each with its place; made by Gongkai"
  static let licence = "https://www.apache.org/licenses/LICENSE-2.0"
  static let sources = "各机关政府信息公开工作年度报告 The reports of the agencies"

  /// - Parameters:
  ///   - tables: Those that are there beside the labels.
  package static func json(of tables: [RecordTable], _ style: CSVStyle) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("name", "gongkai")
      json.pair("title", title)
      json.pair("description", about)
      json.pair("version", Version.tool)
      json.pair("profile", "tabular-data-package")
      json.list("licenses") { json in
        json.pair("name", "Apache-2.0")
        json.pair("path", licence)
        json.pair(
          "title",
          "Apache License 2.0, for layout, labels and definitions; the numbers are those of the reports"
        )
      }
      json.list("sources") { json in
        json.pair("title", "\(sources): reports.csv has file and address of each")
        json.pair("path", "reports.csv")
      }
      json.key("resources")
      json.array { json in
        for table in tables {
          json.element()
          json.resource(
            table.name, table.title, table.about, style, table.columns, table.key, table.references)
        }
        json.element()
        json.resource(
          "labels", "表式名称 Labels", "What the form calls its cells", style, FormLabels.columns,
          ["id"], [])
      }
    }
    json.newline()
    return json.bytes
  }
}

/// Fields of a table that are fields of another, or of the same.
package struct TableReference: Sendable {
  let fields: [String]
  /// Empty for the table itself.
  let table: String
  let target: [String]

  init(_ fields: [String], in table: String, _ target: [String]? = nil) {
    self.fields = fields
    self.table = table
    self.target = target ?? fields
  }
}

extension JSONWriter {
  fileprivate mutating func list(_ name: String, _ write: (inout JSONWriter) -> Void) {
    key(name)
    array { json in
      json.element()
      json.object { write(&$0) }
    }
  }

  fileprivate mutating func resource(
    _ name: String, _ title: String, _ about: String, _ style: CSVStyle,
    _ columns: [ColumnDescription], _ key: [String], _ references: [TableReference]
  ) {
    object { json in
      json.pair("name", name)
      json.pair("title", title)
      json.pair("description", about)
      json.pair("path", "\(name).csv")
      json.pair("profile", "tabular-data-resource")
      json.pair("format", "csv")
      json.pair("mediatype", "text/csv")
      json.pair("encoding", style == .spreadsheet ? "utf-8-sig" : "utf-8")
      json.key("schema")
      json.object { json in
        json.key("fields")
        json.array { json in
          for column in columns {
            json.element()
            json.object { json in
              json.pair("name", column.name)
              json.pair("title", column.title)
              json.pair("type", column.type.frictionless)
              json.pair("description", column.about)
              json.constraints(column.type, column.isRequired)
            }
          }
        }
        json.strings("primaryKey", key)
        json.references(references)
        json.strings("missingValues", [""])
      }
    }
  }

  private mutating func references(_ references: [TableReference]) {
    guard !references.isEmpty else { return }
    key("foreignKeys")
    array { json in
      for reference in references {
        json.element()
        json.object { json in
          json.strings("fields", reference.fields)
          json.key("reference")
          json.object { json in
            json.pair("resource", reference.table)
            json.strings("fields", reference.target)
          }
        }
      }
    }
  }

  private mutating func constraints(_ type: ColumnType, _ isRequired: Bool) {
    var values: [String] = []
    if case .choice(let choices) = type { values = choices }
    guard isRequired || !values.isEmpty else { return }
    key("constraints")
    object { json in
      if isRequired {
        json.key("required")
        json.token("true")
      }
      if !values.isEmpty { json.strings("enum", values) }
    }
  }
}
