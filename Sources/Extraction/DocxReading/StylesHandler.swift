internal import XMLEvents

/// Reads `styles.xml` (17.7.4.18).
struct StylesHandler: XMLEventHandler {
  /// The properties that are being read.
  private enum Part {
    case none, defaults, paragraph, run, table, cell, fill, outline
  }

  private(set) var declarations: [StyleDeclaration] = []
  private var defaults = Look()
  private var current: StyleDeclaration?
  private var part = Part.none
  private var isDefault = false
  /// The part of a table that the properties are for.
  private var region: TableLook.Region?
  private var fill = TextFillReader()

  var sheet: StyleSheet { StyleSheet(declarations, defaults: defaults) }

  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    if name.isIn(.word2010) { return startFill(name, attributes) }
    guard name.isIn(.word), let word = name.word else { return .wanted }
    switch word {
    case .style:
      var declaration = StyleDeclaration(id: attributes.string(.styleId) ?? "")
      let type = attributes.string(.type)
      declaration.isParagraphStyle = type == "paragraph" || type == nil
      declaration.isDefault = ["1", "true", "on"].contains(attributes.string(.default))
      if type == "table" { declaration.table = TableLook() }
      current = declaration
    // Recorded changes, and what doesn't matter for text.
    case .pPrChange, .rPrChange, .tblPrChange, .trPr: return .passedOver
    case .docDefaults: isDefault = true
    case .pPrDefault: return .passedOver
    case .pPr: part = .paragraph
    case .rPr: part = .run
    case .tblPr: part = .table
    case .tcPr: part = .cell
    case .tblStylePr: region = TableLook.Region(name: attributes.string(.type) ?? "")
    default: startProperty(word, attributes)
    }
    return .wanted
  }

  private mutating func startProperty(_ word: WordName, _ attributes: borrowing XMLAttributes) {
    switch (part, word) {
    case (.run, _): startRunProperty(word, attributes)
    case (.paragraph, .shd): current?.style.ground = attributes.ground
    case (.table, .shd):
      if region == nil, current?.table?.ground == nil { current?.table?.ground = attributes.ground }
    case (.cell, .shd):
      if region != nil {
        region?.ground = attributes.ground
      } else {
        current?.table?.ground = attributes.ground
      }
    case (_, .basedOn): current?.basedOn = attributes.string(.val)
    case (_, .numId):
      current?.style.numbering.list = attributes.integer(.val)
      let id = current?.id
      current?.style.numberingStyle = id
    case (_, .ilvl): current?.style.numbering.level = attributes.integer(.val)
    default: break
    }
  }

  private mutating func startRunProperty(_ word: WordName, _ attributes: borrowing XMLAttributes) {
    if isDefault { return defaults.read(word, attributes) }
    if region != nil {
      if word == .color { region?.hasInk = true }
      return
    }
    switch word {
    case .vanish: current?.style.isHidden = attributes.isOn
    case .strike: current?.style.strike.single = attributes.isOn
    case .dstrike: current?.style.strike.double = attributes.isOn
    case .vertAlign: current?.style.position = VerticalPosition(attributes.string(.val))
    default:
      current?.style.look.read(word, attributes)
      current?.table?.look.read(word, attributes)
    }
  }

  private mutating func startFill(
    _ name: XMLName, _ attributes: borrowing XMLAttributes
  ) -> XMLContent {
    switch name.word {
    case .textFill:
      part = .fill
      fill = TextFillReader()
    case .textOutline:
      part = .outline
      fill = TextFillReader()
    default:
      guard part == .fill || part == .outline, let word = name.word else { return .passedOver }
      fill.start(word, attributes)
    }
    return .wanted
  }

  mutating func end(_ name: XMLName) {
    guard let word = name.word, name.isIn(.word) || name.isIn(.word2010) else { return }
    switch word {
    case .style:
      if let declaration = current { declarations.append(declaration) }
      current = nil
    case .docDefaults: isDefault = false
    case .pPr, .rPr, .tblPr, .tcPr: part = .none
    case .tblStylePr:
      if let region { current?.table?.regions.append(region) }
      region = nil
    case .textFill, .textOutline: endFill(word)
    default: break
    }
  }

  private mutating func endFill(_ word: WordName) {
    part = .run
    guard region == nil else { return }
    let (value, isOutline) = (fill.fill, fill.isOutline)
    switch (word, isDefault) {
    case (.textFill, true): defaults.fill = value
    case (.textFill, false):
      current?.style.look.fill = value
      current?.table?.look.fill = value
    case (_, true): defaults.hasOutline = isOutline
    case (_, false):
      current?.style.look.hasOutline = isOutline
      current?.table?.look.hasOutline = isOutline
    }
  }

  mutating func text(_ text: borrowing XMLText) {}
}
