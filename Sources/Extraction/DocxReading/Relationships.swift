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
  let source: String
  private(set) var byID: [String: Relationship] = [:]
  /// In document order.
  private(set) var all: [Relationship] = []

  /// Whether they are gathered from the names of parts: then none has an id.
  private(set) var isGuessed = false

  /// - Parameter source: The part whose relationships are read; empty for the package.
  init(source: String) { self.source = source }

  /// - Parameter known: What `source` is related to, each by its id.
  init(source: String, known: [(id: String, relationship: Relationship)]) {
    self.init(source: source)
    for (id, relationship) in known {
      all.append(relationship)
      byID[id] = relationship
    }
  }

  /// What `source` is related to by what its neighbours among `parts` are called, where nothing else tells.
  init(source: String, guessedFrom parts: [String]) {
    self.init(source: source)
    isGuessed = true
    for part in parts {
      guard let kind = Self.kind(ofPart: part, beside: source) else { continue }
      all.append(Relationship(kind: kind, part: part))
    }
  }

  /// `footnotes` for `word/footnotes.xml` beside `word/document.xml`, `header` for `word/header2.xml`.
  private static func kind(ofPart part: String, beside source: String) -> String? {
    let name = PartName.key(part)
    let folder = PartName.key(String(PartName.folder(of: source)))
    guard name.hasPrefix(folder), name.hasSuffix(".xml") else { return nil }
    let base = name.dropFirst(folder.utf8.count).dropLast(4)
    if ["styles", "numbering", "footnotes", "endnotes"].contains(base) { return String(base) }
    return ["header", "footer"].first {
      base.hasPrefix($0) && base.dropFirst($0.utf8.count).utf8.allSatisfy { $0 &- 0x30 < 10 }
    }
  }

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
