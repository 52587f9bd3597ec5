internal import XMLEvents

/// One relationship of a part to another.
struct Relationship: Hashable {
  /// The last component of the type, equal in Transitional and Strict: `officeDocument`, `styles`, `header`.
  var kind: String
  /// The part it leads to, normalized; nil for a target outside the package, which is never followed.
  var part: String?
}

/// Reads a `.rels` part (OPC 9.3).
struct RelationshipsHandler: XMLEventHandler {
  private let source: String
  private(set) var byID: [String: Relationship] = [:]
  /// In document order.
  private(set) var all: [Relationship] = []

  /// - Parameter source: The part whose relationships are read; empty for the package.
  init(source: String) { self.source = source }

  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    guard name.word == .relationship, let type = attributes.string(.typeAttribute),
      let target = attributes.string(.target)
    else { return .wanted }
    let isExternal = attributes.string(.targetMode) == "External"
    let relationship = Relationship(
      kind: Self.lastComponent(of: type),
      part: isExternal ? nil : PartName.resolved(target, from: source))
    all.append(relationship)
    if let id = attributes.string(.idAttribute), byID[id] == nil { byID[id] = relationship }
    return .wanted
  }

  mutating func end(_ name: XMLName) {}
  mutating func text(_ text: borrowing XMLText) {}

  private static func lastComponent(of type: String) -> String {
    let slash = UInt8(ascii: "/")
    let path = type.utf8
    guard let last = path.lastIndex(where: { $0 != slash }) else { return "" }
    let start = path[...last].lastIndex(of: slash).map { path.index(after: $0) }
    return String(type[(start ?? path.startIndex)...last])
  }
}

/// Reads `[Content_Types].xml` (OPC 7.2): which part is of which type.
struct ContentTypesHandler: XMLEventHandler {
  /// Part names with a type of their own, in document order.
  private(set) var overrides: [(part: String, type: String)] = []
  private(set) var defaults: [String: String] = [:]

  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    guard let type = attributes.string(.contentType) else { return .wanted }
    if name.word == .override, let part = attributes.string(.partName) {
      overrides.append((PartName.normalized(part), type))
    } else if name.word == .defaultType, let suffix = attributes.string(.extensionAttribute) {
      defaults[PartName.key(suffix)] = type
    }
    return .wanted
  }

  mutating func end(_ name: XMLName) {}
  mutating func text(_ text: borrowing XMLText) {}

  /// The part whose type says that it is a Word document; nil if there is none.
  var mainPart: String? {
    overrides.first { Self.isWordDocument($0.type) }?.part
  }

  static func isWordDocument(_ type: String) -> Bool {
    type == usualType
      || type.hasSuffix("+xml") && type.contains(".main")
        && (type.contains("wordprocessingml") || type.contains("ms-word"))
  }

  private static let usualType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
}
