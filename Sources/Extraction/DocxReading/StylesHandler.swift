internal import XMLEvents

/// Reads `styles.xml` (17.7.4.18).
struct StylesHandler: XMLEventHandler {
  private(set) var declarations: [StyleDeclaration] = []
  private var current: StyleDeclaration?

  var sheet: StyleSheet { StyleSheet(declarations) }

  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    guard name.isIn(.word), let word = name.word else { return .wanted }
    if word == .style {
      var declaration = StyleDeclaration(id: attributes.string(.styleId) ?? "")
      let type = attributes.string(.type)
      declaration.isParagraphStyle = type == "paragraph" || type == nil
      declaration.isDefault = ["1", "true", "on"].contains(attributes.string(.default))
      current = declaration
      return .wanted
    }
    switch word {
    // Table styles, recorded changes.
    case .docDefaults, .pPrChange, .rPrChange, .tblPr, .trPr, .tcPr: return .passedOver
    case .basedOn: current?.basedOn = attributes.string(.val)
    case .vanish: current?.style.isHidden = attributes.isOn
    case .strike: current?.style.strike.single = attributes.isOn
    case .dstrike: current?.style.strike.double = attributes.isOn
    case .vertAlign: current?.style.position = VerticalPosition(attributes.string(.val))
    case .numId:
      current?.style.numbering.list = attributes.integer(.val)
      let id = current?.id
      current?.style.numberingStyle = id
    case .ilvl: current?.style.numbering.level = attributes.integer(.val)
    default: break
    }
    return .wanted
  }

  mutating func end(_ name: XMLName) {
    if name.isWord(.style), let declaration = current {
      declarations.append(declaration)
      current = nil
    }
  }

  mutating func text(_ text: borrowing XMLText) {}
}
