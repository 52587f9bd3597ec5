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
  /// Whether records of an earlier minor version of the schema lack it: every record of this one has it.
  private(set) var isLater = false
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
    /// Whether every record has it, those of earlier minor versions too.
    var isRequired: Bool
  }
}

extension Field {
  /// The same field, which records of an earlier minor version need not have.
  func addedLater() -> Field {
    var field = self
    field.isLater = true
    return field
  }

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
      json.string(value(root))
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
    Field(key, .integer(minimum: minimum), about) { root, json in json.integer(value(root)) }
  }

  static func optionalInteger(
    _ key: String, _ about: String, minimum: Int? = 0, _ value: @escaping @Sendable (Root) -> Int?
  ) -> Field {
    Field(key, .nullable(.integer(minimum: minimum)), about) { root, json in
      json.optional(value(root)) { value, json in json.integer(value) }
    }
  }

  static func number(
    _ key: String, _ about: String, _ value: @escaping @Sendable (Root) -> ExactDecimal
  ) -> Field {
    Field(key, .number, about) { root, json in json.number(value(root)) }
  }

  static func optionalNumber(
    _ key: String, _ about: String, shape: Shape = .number,
    _ value: @escaping @Sendable (Root) -> ExactDecimal?
  ) -> Field {
    Field(key, .nullable(shape), about) { root, json in
      json.optional(value(root)) { value, json in json.number(value) }
    }
  }

  /// A list whose elements may be null; `write` has the one of each place.
  static func optionalStrings(
    _ key: String, _ about: String, of places: @escaping @Sendable (Root) -> [Int],
    _ write: @escaping @Sendable (Root, Int, inout JSONWriter) -> Void
  ) -> Field {
    .list(key, .nullable(.string(nil)), about, of: places, write)
  }

  static func strings(
    _ key: String, _ about: String, _ restriction: Shape.Restriction? = nil,
    of places: @escaping @Sendable (Root) -> [Int],
    _ write: @escaping @Sendable (Root, Int, inout JSONWriter) -> Void
  ) -> Field {
    .list(key, .string(restriction), about, of: places, write)
  }

  private static func list(
    _ key: String, _ shape: Shape, _ about: String,
    of places: @escaping @Sendable (Root) -> [Int],
    _ write: @escaping @Sendable (Root, Int, inout JSONWriter) -> Void
  ) -> Field {
    Field(key, .array(shape), about) { root, json in
      json.array { json in
        for place in places(root) {
          json.element()
          write(root, place, &json)
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
      // By index: a field in a variable of its own is a copy of all that it describes.
      for index in fields.indices {
        json.member(fields[index].quotedKey)
        fields[index].write(part, &json)
      }
    }
  }

  mutating func string(_ text: String?) {
    if let text { string(text) } else { token("null") }
  }

  mutating func number(_ number: ExactDecimal) {
    if let integer = number.integer { self.integer(integer) } else { token(number.description) }
  }

  mutating func optional<Value>(_ value: Value?, _ write: (Value, inout JSONWriter) -> Void) {
    if let value { write(value, &self) } else { token("null") }
  }
}

extension Array {
  /// The shape of an object with these fields.
  func shape<Root>() -> Shape where Element == Field<Root> {
    .object(
      map {
        Shape.Property(key: $0.key, shape: $0.shape, about: $0.about, isRequired: !$0.isLater)
      })
  }
}
