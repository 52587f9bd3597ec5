internal import ReportRecords

/// One key of an object: what it is called, what its values look like, and how one is written.
///
/// Lists of fields are the one definition of the record: the writer and the JSON Schema both walk them.
struct Field<Root>: Sendable {
  let key: String
  let shape: Shape
  let about: String
  /// The key as it stands in JSON, quoted and with its colon.
  let quotedKey: [UInt8]
  let write: @Sendable (Root, inout JSONWriter) -> Void

  init(
    _ key: String, _ shape: Shape, _ about: String,
    _ write: @escaping @Sendable (Root, inout JSONWriter) -> Void
  ) {
    self.key = key
    self.shape = shape
    self.about = about
    self.write = write
    quotedKey = Array("\"\(key)\":".utf8)
  }
}

/// What the values of a field look like.
indirect enum Shape: Sendable {
  case string(Restriction?)
  case integer(minimum: Int?)
  case number
  case boolean
  case array(Shape)
  case object([Property])
  case nullable(Shape)

  enum Restriction: Sendable {
    case values([String])
    /// A regular expression that the whole string matches.
    case pattern(String)
    case date
  }

  struct Property: Sendable {
    var key: String
    var shape: Shape
    var about: String
  }
}

extension Field {
  static func string(
    _ key: String, _ about: String, _ restriction: Shape.Restriction? = nil,
    _ value: @escaping @Sendable (Root) -> String
  ) -> Field {
    Field(key, .string(restriction), about) { root, json in json.string(value(root)) }
  }

  static func optionalString(
    _ key: String, _ about: String, _ restriction: Shape.Restriction? = nil,
    _ value: @escaping @Sendable (Root) -> String?
  ) -> Field {
    Field(key, .nullable(.string(restriction)), about) { root, json in
      json.optional(value(root)) { value, json in json.string(value) }
    }
  }

  static func date(
    _ key: String, _ about: String, _ value: @escaping @Sendable (Root) -> CalendarDate?
  ) -> Field {
    .optionalString(key, about, .date) { value($0)?.description }
  }

  static func integer(
    _ key: String, _ about: String, minimum: Int? = 0, _ value: @escaping @Sendable (Root) -> Int
  ) -> Field {
    Field(key, .integer(minimum: minimum), about) { root, json in json.token(String(value(root))) }
  }

  static func optionalInteger(
    _ key: String, _ about: String, minimum: Int? = 0, _ value: @escaping @Sendable (Root) -> Int?
  ) -> Field {
    Field(key, .nullable(.integer(minimum: minimum)), about) { root, json in
      json.optional(value(root)) { value, json in json.token(String(value)) }
    }
  }

  static func number(
    _ key: String, _ about: String, _ value: @escaping @Sendable (Root) -> ExactDecimal
  ) -> Field {
    Field(key, .number, about) { root, json in json.token(value(root).description) }
  }

  static func optionalNumber(
    _ key: String, _ about: String, shape: Shape = .number,
    _ value: @escaping @Sendable (Root) -> ExactDecimal?
  ) -> Field {
    Field(key, .nullable(shape), about) { root, json in
      json.optional(value(root)) { value, json in json.token(value.description) }
    }
  }

  /// A list whose elements may be null.
  static func optionalStrings<Element>(
    _ key: String, _ about: String, of list: @escaping @Sendable (Root) -> [Element],
    _ value: @escaping @Sendable (Element) -> String?
  ) -> Field {
    Field(key, .array(.nullable(.string(nil))), about) { root, json in
      json.array { json in
        for element in list(root) {
          json.element()
          json.optional(value(element)) { value, json in json.string(value) }
        }
      }
    }
  }

  static func strings<Element>(
    _ key: String, _ about: String, _ restriction: Shape.Restriction? = nil,
    of list: @escaping @Sendable (Root) -> [Element],
    _ value: @escaping @Sendable (Element) -> String
  ) -> Field {
    Field(key, .array(.string(restriction)), about) { root, json in
      json.array { json in
        for element in list(root) {
          json.element()
          json.string(value(element))
        }
      }
    }
  }

  static func boolean(
    _ key: String, _ about: String, _ value: @escaping @Sendable (Root) -> Bool
  ) -> Field {
    Field(key, .boolean, about) { root, json in json.token(value(root) ? "true" : "false") }
  }

  static func object<Part>(
    _ key: String, _ about: String, _ fields: [Field<Part>],
    _ value: @escaping @Sendable (Root) -> Part
  ) -> Field {
    Field(key, fields.shape(), about) { root, json in json.object(value(root), fields) }
  }

  /// An object whose members are `fields` of the same root.
  static func group(_ key: String, _ about: String, _ fields: [Field]) -> Field {
    Field(key, fields.shape(), about) { root, json in json.object(root, fields) }
  }

  static func optionalObject<Part>(
    _ key: String, _ about: String, _ fields: [Field<Part>],
    _ value: @escaping @Sendable (Root) -> Part?
  ) -> Field {
    Field(key, .nullable(fields.shape()), about) { root, json in
      json.optional(value(root)) { value, json in json.object(value, fields) }
    }
  }

  static func objects<Part>(
    _ key: String, _ about: String, _ fields: [Field<Part>],
    _ value: @escaping @Sendable (Root) -> [Part]
  ) -> Field {
    Field(key, .array(fields.shape()), about) { root, json in
      json.array { json in
        for part in value(root) {
          json.element()
          json.object(part, fields)
        }
      }
    }
  }
}

extension JSONWriter {
  mutating func object<Part>(_ part: Part, _ fields: [Field<Part>]) {
    object { json in
      for field in fields {
        json.member(field.quotedKey)
        field.write(part, &json)
      }
    }
  }

  mutating func optional<Value>(_ value: Value?, _ write: (Value, inout JSONWriter) -> Void) {
    if let value { write(value, &self) } else { token("null") }
  }
}

extension Array {
  /// The shape of an object with these fields.
  func shape<Root>() -> Shape where Element == Field<Root> {
    .object(map { Shape.Property(key: $0.key, shape: $0.shape, about: $0.about) })
  }
}
