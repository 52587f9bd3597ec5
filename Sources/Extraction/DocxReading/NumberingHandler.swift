internal import XMLEvents

/// Reads `numbering.xml` (17.9.17).
struct NumberingHandler: XMLEventHandler {
  private(set) var numbering = Numbering()
  private var abstractID: Int?
  private var abstract = Numbering.AbstractList()
  private var listID: Int?
  private var list = Numbering.List(abstract: 0)
  private var overriddenLevel: Int?
  private var levelIndex: Int?
  private var level = Numbering.Level()
  private var choices = AlternateChoices()

  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    if name.isIn(.compatibility) {
      return choices.start(name, attributes) ? .wanted : .passedOver
    }
    guard name.isIn(.word), let word = name.word else { return .wanted }
    switch word {
    case .pPrChange, .rPrChange, .numberingChange: return .passedOver
    case .abstractNum:
      abstractID = attributes.integer(.abstractNumId)
      abstract = Numbering.AbstractList()
    case .numStyleLink: abstract.styleLink = attributes.string(.val)
    case .num:
      listID = attributes.integer(.numId)
      list = Numbering.List(abstract: -1)
    case .abstractNumId: list.abstract = attributes.integer(.val) ?? -1
    case .lvlOverride: overriddenLevel = attributes.integer(.ilvl)
    case .startOverride:
      if let overriddenLevel {
        list.startOverrides[overriddenLevel] = attributes.integer(.val) ?? 0
      }
    case .lvl:
      levelIndex = attributes.integer(.ilvl)
      level = Numbering.Level()
    default: property(word, attributes)
    }
    return .wanted
  }

  private mutating func property(_ word: WordName, _ attributes: borrowing XMLAttributes) {
    guard levelIndex != nil else { return }
    switch word {
    case .start: level.start = attributes.integer(.val) ?? 0
    case .numFmt:
      let value = attributes.string(.val) ?? "decimal"
      if value == "custom" {
        level.format = NumberFormat(custom: attributes.string(.format) ?? "")
      } else {
        level.format = NumberFormat(named: value)
        level.unknownFormat = level.format == nil ? value : nil
      }
    case .lvlText:
      let text = attributes.string(.val) ?? ""
      level.text = text.utf8.count > ListCounters.longestLabel ? "" : text
    case .lvlRestart: level.restart = attributes.integer(.val)
    case .suff:
      level.suffix = attributes.string(.val).flatMap(Numbering.Suffix.init) ?? .tab
    case .isLgl: level.isLegal = attributes.isOn
    case .pStyle: level.style = attributes.string(.val)
    case .vanish: level.isHidden = attributes.isOn
    case .lvlPicBulletId:
      level.format = .bullet
      level.text = "•"
    case .rFonts: level.font = attributes.symbolFont
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    if name.isIn(.compatibility) {
      _ = choices.end(name)
      return
    }
    guard name.isIn(.word), let word = name.word else { return }
    switch word {
    case .lvl:
      if let levelIndex {
        if listID != nil {
          list.levels[levelIndex] = level
        } else {
          abstract.levels[levelIndex] = level
        }
      }
      levelIndex = nil
    case .lvlOverride: overriddenLevel = nil
    case .abstractNum:
      if let abstractID, numbering.abstractLists[abstractID] == nil {
        numbering.abstractLists[abstractID] = abstract
      }
      abstractID = nil
    case .num:
      if let listID, numbering.lists[listID] == nil { numbering.lists[listID] = list }
      listID = nil
    default: break
    }
  }

  mutating func text(_ text: borrowing XMLText) {}
}
