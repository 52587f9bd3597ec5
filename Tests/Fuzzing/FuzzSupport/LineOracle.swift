internal import NationalForm
internal import RecordReading
internal import RecordWriting

/// Holds a line against the JSON Schema that the program publishes, and against the order of its keys.
package enum LineOracle {
  /// Traps unless `line` is one record and nothing else.
  package static func check(_ line: [UInt8]) {
    guard line.last == 0x0A, line.firstIndex(of: 0x0A) == line.count - 1 else {
      fatalError("oracle: not one LF at the end of the line")
    }
    guard let record = JSON(line.dropLast()) else { fatalError("oracle: the line is no JSON") }
    check(record, schema, at: "record")
    guard let read = RecordView(line) else { fatalError("oracle: our reader refuses the line") }
    let error = record["error"]?["code"]?.text
    guard read.status == record["status"]?.text, read.docID == record["doc_id"]?.text,
      read.edition?.rawValue == record["edition"]?.text, read.title == record["title"]?.text,
      read.path == record["source"]?["path"]?.text, (error != nil) == (read.status == "failed")
    else { fatalError("oracle: our reader reads another line") }
    if error == "internal" { fatalError("oracle: internal") }
  }

  private static let schema: JSON = {
    guard let schema = JSON(RecordSchema.json(asArray: false).dropLast()) else {
      fatalError("oracle: the schema is no JSON")
    }
    return schema
  }()

  private static func check(_ value: JSON, _ schema: JSON, at place: String) {
    let types = schema["type"]?.text.map { [$0] } ?? schema["type"]?.elements.compactMap(\.text)
    guard let types, types.contains(where: { fits(value, $0) }) else {
      fatalError("oracle: \(place) is not \(types ?? [])")
    }
    switch value {
    case .object(let members):
      guard case .object(let properties) = schema["properties"],
        members.map(\.key) == properties.map(\.key)
      else { fatalError("oracle: \(place) has the keys \(members.map(\.key))") }
      for (member, property) in zip(members, properties) {
        check(member.value, property.value, at: "\(place).\(member.key)")
      }
    case .array(let elements):
      guard let items = schema["items"] else { return }
      for element in elements { check(element, items, at: "\(place)[]") }
    case .string(let text):
      if case .array(let allowed) = schema["enum"], !allowed.contains(.string(text)) {
        fatalError("oracle: \(place) is \(text), which is not in the list")
      }
    case .number(let digits):
      if case .number("0") = schema["minimum"], digits.hasPrefix("-") {
        fatalError("oracle: \(place) is \(digits)")
      }
    case .boolean, .null: break
    }
  }

  private static func fits(_ value: JSON, _ type: String) -> Bool {
    switch (value, type) {
    case (.object, "object"), (.array, "array"), (.string, "string"), (.boolean, "boolean"),
      (.null, "null"):
      true
    case (.number(let digits), "number"): !digits.contains("e")
    case (.number(let digits), "integer"): !digits.contains { $0 == "." || $0 == "e" }
    default: false
    }
  }
}
