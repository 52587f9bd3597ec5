internal import RecordWriting

/// What Datasette shows a database with: titles, columns and facets (`datasette tables.sqlite -m tables.metadata.json`).
enum DatabaseMetadata {
  /// `tables.metadata.json`, of `tables.sqlite`.
  static func fileName(of database: String) -> String { "\(stem(database)).metadata.json" }

  static func json(of database: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("title", DataPackage.title)
      json.pair("description", DataPackage.about)
      json.pair("license", "Apache-2.0")
      json.pair("license_url", DataPackage.licence)
      json.pair("source", DataPackage.sources)
      json.key("databases")
      json.object { json in
        json.key(stem(database))
        json.object { json in
          json.key("tables")
          json.object(tables)
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func tables(_ json: inout JSONWriter) {
    for table in RecordTables.all {
      json.table(
        table.name, "\(table.title)", table.about, table.columns,
        label: table.name == "reports" ? "path" : nil, facets: facets[table.name] ?? [])
    }
    json.table(
      DatabaseSchema.labels, "表式名称 Labels", "What the form calls its cells", FormLabels.columns,
      label: "id", facets: ["table_id"])
    json.table(
      DatabaseSchema.documents, "文件 Documents",
      "One row for the reports of equal bytes; the other tables belong to it", [],
      label: "path", facets: ["report_year", "counted"])
    json.table(
      DatabaseSchema.columns, "列 Columns", "What each column of a table is called and holds", [],
      label: nil, facets: ["table_name"])
  }

  private static let facets = [
    "reports": ["report_year", "region_province", "counted"],
    "cells": ["report_year", "table_id", "state"], "checks": ["report_year", "check_id"],
    "figures": ["report_year", "unit"], "cited": ["report_year"],
  ]

  private static func stem(_ name: String) -> String {
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return name }
    return String(name[..<point])
  }
}

extension JSONWriter {
  fileprivate mutating func table(
    _ name: String, _ title: String, _ about: String, _ columns: [ColumnDescription],
    label: String?, facets: [String]
  ) {
    key(name)
    object { json in
      json.pair("title", title)
      json.pair("description", about)
      if let label { json.pair("label_column", label) }
      json.strings("facets", facets)
      guard !columns.isEmpty else { return }
      json.key("columns")
      json.object { json in
        for column in columns { json.pair(column.name, "\(column.title) · \(column.about)") }
      }
    }
  }
}
