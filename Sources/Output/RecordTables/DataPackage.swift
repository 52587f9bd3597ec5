package import DurableFiles
internal import RecordWriting

/// The description of the CSV files as a data package (frictionless data, Table Schema 1).
package enum DataPackage {
  package static let fileName = "datapackage.json"

  /// - Parameters:
  ///   - tables: Those that are there beside the labels.
  package static func json(of tables: [RecordTable], _ style: CSVStyle) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("name", "gongkai")
      json.pair("title", "Annual reports on government information disclosure")
      json.pair("profile", "tabular-data-package")
      json.key("resources")
      json.array { json in
        for table in tables {
          json.element()
          json.resource(table.name, table.about, style, table.columns, table.key)
        }
        json.element()
        json.resource(
          "labels", "What the form calls its cells", style, FormLabels.columns, ["id"])
      }
    }
    json.newline()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func resource(
    _ name: String, _ about: String, _ style: CSVStyle,
    _ columns: [(name: String, type: ColumnType, about: String, isRequired: Bool)], _ key: [String]
  ) {
    object { json in
      json.pair("name", name)
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
              json.pair("type", column.type.frictionless)
              json.pair("description", column.about)
              json.constraints(column.type, column.isRequired)
            }
          }
        }
        json.strings("primaryKey", key)
        json.strings("missingValues", [""])
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
