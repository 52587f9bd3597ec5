internal import DocumentModel

/// How each element of a page shows, with what it has from those around it.
struct PageLooks {
  struct Look {
    /// Not laid out: `display: none`.
    var isHidden = false
    /// Laid out without ink: `visibility: hidden`, no opacity.
    var isInvisible = false
    var isTiny = false
    var isOffPage = false
    /// May not show as it stands in the source.
    var isUnclear = false
    /// Moved to the right of what follows, as `float` does it.
    var isMoved = false
    /// Without width or height, which hides a field of a form.
    var isFlat = false
    /// Has a picture as its ground.
    var isPicture = false
    /// In a font that the page brings along, for a cell or part of one: its digits may look like others.
    var hasOwnFont = false
    /// Black where nothing is said.
    var ink: PageColour.Value?
    /// White where nothing is said.
    var ground: PageColour.Value?
    var isStruck = false
    var height: DigitHeight?
    /// Whether the element begins and ends lines.
    var isBlock = false
    var isListNumber = false
    var listStyle: String?
  }

  private(set) var looks: [Look] = []
  /// Whether the page has more rules than are followed.
  let isIncomplete: Bool
  private let hasUnknownGrounds: Bool
  private let pageFonts: Set<String>

  init(_ tree: ElementTree, _ rules: StyleRules) {
    hasUnknownGrounds = rules.hasUnknownGrounds
    pageFonts = rules.pageFonts
    looks.reserveCapacity(tree.nodes.count)
    var styles: [String: StyleDeclarations] = [:]
    let surroundings = rules.contexts.fitted(to: tree)
    isIncomplete = surroundings.isIncomplete
    /// What ``StyleContexts`` knows of each element and those around it.
    var contexts = [StyleContexts.Surroundings](
      repeating: .zero, count: surroundings.isEmpty ? 0 : tree.nodes.count)
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      var look = node.parent >= 0 ? looks[node.parent] : Look()
      if let name = node.name {
        look.isBlock = name.isBlock
        look.isFlat = false
        look.isPicture = false
        // What is done to a table as a whole leaves its rows as they are; what is done to a row is done to its cells.
        if node.parent >= 0, tree.nodes[node.parent].name == .table {
          look.isUnclear = false
          look.isMoved = false
          look.hasOwnFont = false
        }
        apply(tag: name, to: &look)
        if !contexts.isEmpty {
          let around = node.parent >= 0 ? contexts[node.parent] : .zero
          let own = surroundings.bits(
            name.rawValue, classes: tree.attribute("class", of: index),
            conditions: tree.attribute(MarkupTag.conditions, of: index),
            id: tree.attribute("id", of: index))
          contexts[index] = around | own
          if surroundings.isUnclear(name.rawValue, in: around) { look.isUnclear = true }
        }
        if node.attributes >= 0 || !rules.isEmpty {
          var declared = Self.declared(name, index, tree, rules, &styles)
          if declared.mayShow == true, !name.isBlock { declared.letShow() }
          apply(declared, to: &look)
        }
      }
      looks.append(look)
    }
  }

  subscript(_ node: Int) -> Look { looks[node] }

  /// Shows what a script was to show, but for what is hidden in it by itself.
  mutating func show(_ nodes: Range<Int>, _ rules: StyleRules, _ tree: ElementTree, wasHidden: Bool)
  {
    var styles: [String: StyleDeclarations] = [:]
    for index in nodes {
      let parent = tree.nodes[index].parent
      var own = StyleDeclarations()
      var isOut = false
      if index > nodes.lowerBound, let name = tree.nodes[index].name {
        own = Self.declared(name, index, tree, rules, &styles)
        isOut = name == .rt || name == .rp
      }
      if wasHidden {
        let isInHidden = index > nodes.lowerBound && looks[parent].isHidden
        looks[index].isHidden = isOut || isInHidden || own.display == StyleDeclarations.Display.none
      } else {
        looks[index].isInvisible =
          index > nodes.lowerBound && (own.isInvisible ?? looks[parent].isInvisible)
          || own.isClear == true
      }
    }
  }

  /// Whether text there has the colour of what it stands on; nil where its colour is white and its ground isn't known.
  func isFaint(_ node: Int) -> Bool? {
    let look = looks[node]
    guard case .colour(let ink)? = look.ink else { return look.ink == .clear }
    switch look.ground {
    case .colour(let ground)?: return ink.isNear(ground)
    case .unknown?: return ink.isNear(.white) ? nil : false
    case .clear?, nil:
      guard ink.isNear(.white) else { return false }
      return hasUnknownGrounds ? nil : true
    }
  }

  private func apply(tag name: ElementName, to look: inout Look) {
    switch name {
    case .s, .strike, .del: look.isStruck = true
    case .sup: look.height = .raised
    case .sub: look.height = .lowered
    case .rt, .rp: look.isHidden = true
    default: break
    }
  }

  private static func declared(
    _ name: ElementName, _ index: Int, _ tree: ElementTree, _ rules: StyleRules,
    _ styles: inout [String: StyleDeclarations]
  ) -> StyleDeclarations {
    var declared =
      rules.isEmpty
      ? StyleDeclarations()
      : rules.declarations(
        tree.attribute("name", of: index) ?? name.rawValue,
        classes: tree.attribute("class", of: index),
        conditions: tree.attribute(MarkupTag.conditions, of: index),
        id: tree.attribute("id", of: index))
    guard tree.nodes[index].attributes >= 0 else { return declared }
    if let classes = tree.attribute("class", of: index),
      forScreenReaders.contains(where: { classes.holds($0) })
    {
      declared.isUnclear = true
    }
    if let colour = tree.attribute("bgcolor", of: index) {
      declared.ground = declared.ground ?? PageColour.value(colour)
    }
    if tree.attribute("background", of: index) != nil { declared.ground = .unknown }
    if name == .font, tree.attribute("size", of: index) == "0" { declared.isUnclear = true }
    if name == .font, let colour = tree.attribute("color", of: index) {
      declared.ink = PageColour.value(colour)
    }
    if tree.attribute("hidden", of: index) != nil {
      declared.display = StyleDeclarations.Display.none
    }
    if let style = tree.attribute("style", of: index) {
      if let known = styles[style] {
        declared.override(with: known)
      } else {
        let own = StyleDeclarations(style, rank: StyleRank.inline)
        // A page made by an office program has a few hundred of them.
        if styles.count < 10_000 { styles[style] = own }
        declared.override(with: own)
      }
      if let known = styles[style], known.shows || known.hides { declared.mayShow = nil }
    }
    return declared
  }

  /// Names of classes by which frameworks hide what only a screen reader is to say.
  private static let forScreenReaders = [
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader",
  ]

  private func apply(_ declared: StyleDeclarations, to look: inout Look) {
    switch declared.display {
    case StyleDeclarations.Display.none?: look.isHidden = true
    case .block?: look.isBlock = true
    case .inline?: look.isBlock = false
    case .other?, nil: break
    }
    if let isInvisible = declared.isInvisible { look.isInvisible = isInvisible }
    if declared.isClear == true { look.isInvisible = true }
    switch declared.size {
    case .tiny?: look.isTiny = true
    case .seen?: look.isTiny = false
    case .relative?, nil: break
    }
    if declared.isOffPage == true { look.isOffPage = true }
    if declared.isUnclear == true { look.isUnclear = true }
    if let isMoved = declared.isMoved { look.isMoved = isMoved }
    if declared.isFlat == true { look.isFlat = true }
    // Together they hide what is in it; a third rule may give it a height.
    if declared.isFlat == true, declared.isCut == true { look.isUnclear = true }
    if declared.isDrawnBack == true, !look.isBlock { look.isMoved = true }
    if declared.isPicture == true { look.isPicture = true }
    if let family = declared.family { look.hasOwnFont = pageFonts.contains(family) }
    if let ink = declared.ink { look.ink = ink == .unknown ? nil : ink }
    switch declared.ground {
    case .clear?, nil: break
    case let ground?: look.ground = ground
    }
    if declared.isStruck == true { look.isStruck = true }
    if let height = declared.height { look.height = height }
    if declared.isListNumber == true { look.isListNumber = true }
    if let listStyle = declared.listStyle { look.listStyle = listStyle }
  }
}
