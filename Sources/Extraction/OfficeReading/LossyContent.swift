internal import XMLEvents

/// Finds what an OpenDocument text shows and Word's format can't say, so that a docx of it may show something else: text that is hidden
/// by a condition, fields of a form, formulas, fields with text of their own (ODF 1.3, part 3: 5.4, 7.7, 13.25, 14.3).
struct LossyContent: XMLEventHandler {
  /// What there is of it, in the order of ``Kind``.
  var kinds: [Kind] { Kind.allCases.filter(found.contains) }
  private var found: Set<Kind> = []

  enum Kind: String, CaseIterable {
    case hidden = "text hidden by a condition"
    case control = "fields of a form"
    case formula = "formulas"
    case field = "fields with text of their own"
  }

  static let vocabulary = XMLVocabulary(
    namespaces: Namespace.allCases.map { [$0.uri] }, names: Name.allCases.map(\.rawValue))

  private enum Namespace: CaseIterable {
    case text, drawing, math, extended

    var uri: String {
      let open = "urn:oasis:names:tc:opendocument:xmlns:"
      return switch self {
      case .text: open + "text:1.0"
      case .drawing: open + "drawing:1.0"
      case .math: "http://www.w3.org/1998/Math/MathML"
      case .extended: "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
      }
    }
  }

  private enum Name: String, CaseIterable {
    case hiddenText = "hidden-text"
    case hiddenParagraph = "hidden-paragraph"
    case metaField = "meta-field"
    case section, control, math, display, hidden
    case bookmarkStart = "bookmark-start"
    case variableSet = "variable-set"
    case userFieldGet = "user-field-get"
  }

  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    guard Namespace.allCases.indices.contains(name.namespace),
      Name.allCases.indices.contains(name.local)
    else { return .wanted }
    switch (Namespace.allCases[name.namespace], Name.allCases[name.local]) {
    case (.text, .hiddenText), (.text, .hiddenParagraph): found.insert(.hidden)
    case (.text, .section), (.text, .variableSet), (.text, .userFieldGet):
      let display = Self.value(of: .display, attributes)
      if display == "none" || display == "condition" { found.insert(.hidden) }
    case (.text, .bookmarkStart):
      if Self.value(of: .hidden, attributes) == "true" { found.insert(.hidden) }
    case (.text, .metaField): found.insert(.field)
    case (.drawing, .control): found.insert(.control)
    case (.math, .math): found.insert(.formula)
    default: break
    }
    return .wanted
  }

  private static func value(of name: Name, _ attributes: borrowing XMLAttributes) -> String? {
    Name.allCases.firstIndex(of: name).flatMap { attributes.value($0) }
  }

  mutating func end(_ name: XMLName) {}
  mutating func text(_ text: borrowing XMLText) {}
}
