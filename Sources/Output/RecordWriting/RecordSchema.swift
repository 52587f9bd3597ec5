/// The JSON Schema (2020-12) of the output, made from the fields that the writer walks.
package enum RecordSchema {
  /// - Parameter asArray: Describe an array of records, for validators that read one JSON value a file
  ///   (`jq -s . records.jsonl`).
  package static func json(asArray: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.pair("title", asArray ? "Array of \(RecordFields.schemaName)" : RecordFields.schemaName)
      if asArray {
        json.pair("type", "array")
        json.key("items")
        json.object { json in json.members(of: RecordFields.record.shape()) }
      } else {
        json.members(of: RecordFields.record.shape())
      }
    }
    json.newline()
    return json.bytes
  }

  /// The members of a record with their types in DuckDB: `("source", "STRUCT(\"path\" VARCHAR, …)")`.
  package static func duckDBColumns() -> [(name: String, type: String)] {
    guard case .object(let properties) = RecordFields.record.shape() else { return [] }
    return properties.map { ($0.key, $0.shape.duckDB) }
  }
}

extension Shape {
  fileprivate var duckDB: String {
    switch self {
    case .nullable(let inner): inner.duckDB
    case .string(.date): "DATE"
    case .string: "VARCHAR"
    case .integer: "BIGINT"
    case .number: "DECIMAL(38,10)"
    case .boolean: "BOOLEAN"
    case .array(let element): "\(element.duckDB)[]"
    case .object(let properties):
      "STRUCT(\(properties.map { "\"\($0.key)\" \($0.shape.duckDB)" }.joined(separator: ", ")))"
    }
  }
}

extension JSONWriter {
  /// The keywords that describe `shape`.
  fileprivate mutating func members(of shape: Shape, isNullable: Bool = false) {
    switch shape {
    case .nullable(let inner): members(of: inner, isNullable: true)
    case .string(let restriction):
      type("string", isNullable)
      switch restriction {
      case nil: break
      case .date: pair("format", "date")
      case .pattern(let pattern): pair("pattern", "^\(pattern)$")
      case .values(let values):
        key("enum")
        array { json in
          for value in values {
            json.element()
            json.string(value)
          }
          if isNullable {
            json.element()
            json.token("null")
          }
        }
      }
    case .integer(let minimum):
      type("integer", isNullable)
      if let minimum {
        key("minimum")
        token(String(minimum))
      }
    case .number: type("number", isNullable)
    case .boolean: type("boolean", isNullable)
    case .array(let element):
      type("array", isNullable)
      key("items")
      object { json in json.members(of: element) }
    case .object(let properties):
      type("object", isNullable)
      key("properties")
      object { json in
        for property in properties {
          json.key(property.key)
          json.object { json in
            json.pair("description", property.about)
            json.members(of: property.shape)
          }
        }
      }
      strings("required", properties.filter(\.isRequired).map(\.key))
      key("additionalProperties")
      token("false")
    }
  }

  private mutating func type(_ name: String, _ isNullable: Bool) {
    if isNullable { strings("type", [name, "null"]) } else { pair("type", name) }
  }
}
