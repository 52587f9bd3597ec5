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
    /// By what (``StyleDeclarations/cause``).
    var cause: String?
    /// Moved to the right of what follows, as `float` does it.
    var isMoved = false
    /// Without width or height, which hides a field of a form.
    var isFlat = false
    /// Has a picture as its ground.
    var isPicture = false
    /// The font that the page brings along for it: its digits may look like others.
    var ownFont: String?
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
  var isIncomplete: Bool { matches.isIncomplete }
  private let hasUnknownGrounds: Bool
  private let pageFonts: Set<String>
  private var matches: StyleMatches
  /// The place of each element in ``matches``; empty where there are no rules.
  private var places: [Int] = []

  init(_ tree: ElementTree, _ rules: StyleRules) {
    hasUnknownGrounds = rules.hasUnknownGrounds
    pageFonts = rules.pageFonts
    matches = StyleMatches(rules)
    looks.reserveCapacity(tree.nodes.count)
    if !rules.isEmpty { places.reserveCapacity(tree.nodes.count) }
    var styles: [String: StyleDeclarations] = [:]
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
          look.cause = nil
          look.isMoved = false
          look.ownFont = nil
        }
        apply(tag: name, to: &look)
        if !rules.isEmpty {
          let around = node.parent >= 0 ? places[node.parent] : -1
          places.append(matches.place(of: index, in: tree, parent: around))
        }
        if node.attributes >= 0 || !rules.isEmpty {
          var declared = declared(name, index, tree, &styles)
          if declared.mayShow == true, !name.isBlock { declared.letShow() }
          apply(declared, to: &look)
        }
      } else if !rules.isEmpty {
        places.append(-1)
      }
      looks.append(look)
    }
  }

  subscript(_ node: Int) -> Look { looks[node] }

  /// Shows what a script was to show, but for what is hidden in it by itself.
  mutating func show(_ nodes: Range<Int>, _ tree: ElementTree, wasHidden: Bool) {
    var styles: [String: StyleDeclarations] = [:]
    for index in nodes {
      let parent = tree.nodes[index].parent
      var own = StyleDeclarations()
      var isOut = false
      if index > nodes.lowerBound, let name = tree.nodes[index].name {
        own = declared(name, index, tree, &styles)
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
    case .clear?, .inherited?, nil:
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

  private func declared(
    _ name: ElementName, _ index: Int, _ tree: ElementTree,
    _ styles: inout [String: StyleDeclarations]
  ) -> StyleDeclarations {
    var declared = places.isEmpty ? StyleDeclarations() : matches.declared(at: places[index])
    guard tree.nodes[index].attributes >= 0 else { return declared }
    if let classes = tree.attribute("class", of: index),
      Self.forScreenReaders.contains(where: { classes.holds($0) })
    {
      declared.isUnclear = true
    }
    if let colour = tree.attribute("bgcolor", of: index) {
      declared.ground = declared.ground ?? PageColour.attribute(colour)
    }
    if tree.attribute("background", of: index) != nil { declared.ground = .unknown }
    if name == .font, tree.attribute("size", of: index) == "0" { declared.isUnclear = true }
    if name == .font, let colour = tree.attribute("color", of: index) {
      declared.ink = declared.ink ?? PageColour.attribute(colour)
    }
    if tree.attribute("hidden", of: index) != nil {
      declared.display = StyleDeclarations.Display.none
    }
    if let style = tree.attribute("style", of: index) {
      if style.holds("var("), !places.isEmpty {
        let variables = matches.variables(at: places[index])
        let list = StyleVariables.resolved(StyleDeclarations.list(style), variables)
        declared.override(with: StyleDeclarations(list, rank: StyleRank.inline))
      } else if let known = styles[style] {
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
    if declared.isUnclear == true {
      look.cause = StyleDeclarations.cause(
        of: look.cause, look.isUnclear, and: declared.cause, true)
      look.isUnclear = true
    }
    if let isMoved = declared.isMoved { look.isMoved = isMoved }
    if declared.isFlat == true { look.isFlat = true }
    // Together they hide what is in it; a third rule may give it a height.
    if declared.isFlat == true, declared.isCut == true {
      (look.isUnclear, look.cause) = (true, nil)
    }
    if declared.isDrawnBack == true, !look.isBlock { look.isMoved = true }
    if declared.isPicture == true { look.isPicture = true }
    if let family = declared.family { look.ownFont = pageFonts.contains(family) ? family : nil }
    switch declared.ink {
    case .inherited?, nil: break
    case .unknown?: look.ink = nil
    case let ink?: look.ink = ink
    }
    switch declared.ground {
    case .clear?, .inherited?, nil: break
    case let ground?: look.ground = ground
    }
    if declared.isStruck == true { look.isStruck = true }
    if let height = declared.height { look.height = height }
    if declared.isListNumber == true { look.isListNumber = true }
    if let listStyle = declared.listStyle { look.listStyle = listStyle }
  }
}
