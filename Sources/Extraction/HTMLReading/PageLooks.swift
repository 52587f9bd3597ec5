internal import DocumentModel

/// How each element of a page shows, with what it has from those around it.
struct PageLooks {
  private(set) var looks: [PageLook] = []
  /// Whether the page has more rules than are followed.
  var isIncomplete: Bool { matches.isIncomplete }
  private let hasUnknownGrounds: Bool
  private let pageFonts: Set<String>
  private var matches: StyleMatches
  /// The place of each element in ``matches``; empty where there are no rules.
  private var places: [Int] = []
  /// Pixels of the page's own text.
  private var rootSize = 16.0
  /// Whether a style of the page says so.
  private var isRootSized = false

  init(_ tree: ElementTree, _ rules: StyleRules) {
    hasUnknownGrounds = rules.hasUnknownGrounds
    pageFonts = rules.pageFonts
    matches = StyleMatches(rules)
    looks.reserveCapacity(tree.nodes.count)
    if !rules.isEmpty { places.reserveCapacity(tree.nodes.count) }
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      var look = node.parent >= 0 ? looks[node.parent] : PageLook()
      if let name = node.name {
        look.isBlock = name.isBlock
        look.isFlat = false
        look.isPicture = false
        look.isCollapsed = false
        let isItem = look.holdsItems
        look.holdsItems = false
        if name == .table { look.isIndentedOff = false }
        if node.parent >= 0, [.td, .th].contains(tree.nodes[node.parent].name) {
          look.isInCell = true
        }
        // What is done to a table as a whole leaves its rows as they are; what is done to a row is done to its cells.
        if node.parent >= 0, tree.nodes[node.parent].name == .table {
          look.isUnclear = false
          look.cause = nil
          look.piece = -1
          look.ownFont = nil
        }
        apply(tag: name, to: &look)
        if isItem || name == .input { look.piece = index }
        if !rules.isEmpty {
          let around = node.parent >= 0 ? places[node.parent] : -1
          places.append(matches.place(of: index, in: tree, parent: around))
        }
        if node.attributes >= 0 || !rules.isEmpty {
          var declared = declared(name, index, tree)
          // A block that a rule may show is one of several, of which one shows at a time.
          if declared.mayShow, !name.isBlock || look.isInCell { declared.letShow() }
          if isItem, declared.display == .contents { look.holdsItems = true }
          apply(declared, to: &look, name)
          if standsApart(declared, look) { look.piece = index }
          if let spacing = declared.spacing, name.isOfTable || look.isInCell, isGap(spacing, look) {
            doubt(&look, "letter-spacing")
          }
          if index == 0, declared.size != nil { (rootSize, isRootSized) = (look.size, true) }
        }
      } else {
        if look.holdsItems { look.piece = index }
        if !rules.isEmpty { places.append(-1) }
      }
      looks.append(look)
    }
  }

  subscript(_ node: Int) -> PageLook { looks[node] }

  /// Shows what a script was to show, but for what is hidden in it by itself.
  mutating func show(_ nodes: Range<Int>, _ tree: ElementTree, wasHidden: Bool) {
    for index in nodes {
      let parent = tree.nodes[index].parent
      var own = StyleDeclarations()
      var isOut = false
      if index > nodes.lowerBound, let name = tree.nodes[index].name {
        own = declared(name, index, tree)
        isOut = name == .rt || name == .rp
      }
      if wasHidden {
        let isInHidden = index > nodes.lowerBound && looks[parent].isHidden
        looks[index].isHidden = isOut || isInHidden || own.display == StyleDeclarations.Display.none
      } else {
        let around = index > nodes.lowerBound ? looks[parent] : PageLook()
        looks[index].opacity = around.opacity * (own.opacity ?? 1)
        looks[index].isUnseen =
          switch own.visibility {
          case .hidden?, .collapsed?: true
          case .visible?: false
          case .inherited?, nil: around.isUnseen
          }
      }
    }
  }

  /// Whether text there has the colour of what it stands on; nil where its colour is white and its ground isn't known.
  func isFaint(_ node: Int) -> Bool? {
    let look = looks[node]
    return isFaint(look.fill ?? look.ink, look.ground)
  }

  private func isFaint(_ ink: PageColour.Value?, _ ground: PageColour.Value?) -> Bool? {
    guard let ink else {
      // Black, unless a style sheet elsewhere has another colour for it.
      guard case .colour(let ground)? = ground, ground.isNear(.black) else { return false }
      return hasUnknownGrounds ? nil : true
    }
    guard case .colour(let ink) = ink else { return ink == .clear }
    switch ground {
    case .colour(let ground)?: return ink.isNear(ground)
    case .unknown?: return ink.isNear(.white) ? nil : false
    case .clear?, .inherited?, nil:
      guard ink.isNear(.white) else { return false }
      return hasUnknownGrounds ? nil : true
    }
  }

  private func apply(tag name: ElementName, to look: inout PageLook) {
    switch name {
    case .s, .strike, .del: look.isStruck = true
    case .sup: look.height = .raised
    case .sub: look.height = .lowered
    case .rt, .rp: look.isHidden = true
    default: break
    }
  }

  private mutating func declared(
    _ name: ElementName, _ index: Int, _ tree: ElementTree
  ) -> StyleDeclarations {
    let hasAttributes = tree.nodes[index].attributes >= 0
    var declared = matches.declared(
      at: places.isEmpty ? -1 : places[index],
      style: hasAttributes ? tree.attribute("style", of: index) : nil,
      isHidden: hasAttributes && tree.attribute("hidden", of: index) != nil)
    guard hasAttributes else { return declared }
    if let classes = tree.attribute("class", of: index),
      Self.forScreenReaders.contains(where: { classes.holds($0) })
    {
      declared.isUnclear = true
    }
    if let colour = tree.attribute("bgcolor", of: index) {
      declared.ground = declared.ground ?? PageColour.attribute(colour)
    }
    if tree.attribute("background", of: index) != nil { declared.ground = .unknown }
    if name == .font, let size = tree.attribute("size", of: index)?.trimmed {
      if size == "0" { declared.isUnclear = true }
      declared.size = declared.size ?? Self.fontSize(size)
    }
    if name == .span, tree.attribute("name", of: index) == "small" {
      declared.size = declared.size ?? StyleDeclarations.sizeWords["smaller"]
    }
    if name == .font, let colour = tree.attribute("color", of: index) {
      declared.ink = declared.ink ?? PageColour.attribute(colour)
    }
    return declared
  }

  /// The size that `<font size>` sets: 1 to 7, `+1`, `-1` (HTML, 15.3.4).
  private static func fontSize(_ text: Substring) -> StyleLength? {
    guard let number = Int(text) else { return nil }
    let size = text.hasPrefix("+") || text.hasPrefix("-") ? 3 + number : number
    return .amount(fontSizes[min(max(size, 1), fontSizes.count) - 1], .pixel)
  }

  private static let fontSizes = [10.0, 13, 16, 18, 24, 32, 48]

  /// Names of classes by which frameworks hide what only a screen reader is to say.
  private static let forScreenReaders = [
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader",
  ]

  private func apply(_ declared: StyleDeclarations, to look: inout PageLook, _ name: ElementName) {
    switch declared.display {
    case StyleDeclarations.Display.none?: look.isHidden = true
    case .block?: look.isBlock = true
    case .inline?, .inlineBlock?, .contents?: look.isBlock = false
    case .other?, nil: break
    }
    switch declared.visibility {
    case .hidden?: look.isUnseen = true
    case .collapsed?: (look.isUnseen, look.isCollapsed) = (true, true)
    case .visible?: look.isUnseen = false
    case .inherited?, nil: break
    }
    if let opacity = declared.opacity { look.opacity *= opacity }
    if let size = declared.size {
      let measures = StyleLength.Measures(em: look.size, rem: rootSize, whole: look.size)
      let pixels = size.pixels(measures) ?? look.size
      look.isScaled = name == .font || size.isMeasured(by: [.em, .share])
      if pixels <= 0 || pixels >= StyleDeclarations.leastSize {
        look.size = pixels
      } else if size.isMeasured(by: [.rem]), !isRootSized {
        // A script sizes the page by its window.
        doubt(&look, "font-size: rem")
      } else if size.isMeasured(by: [.em, .share]) {
        // Some browsers make six pixels of it.
        doubt(&look, "font-size")
      } else {
        look.size = pixels
      }
    }
    let isBox = look.isBlock || declared.display == .inlineBlock || declared.display == .other
    if declared.isOffPage { look.isMovedOff = true }
    if declared.isLineIndented, isBox { look.isIndentedOff = true }
    if declared.isUnclear { doubt(&look, declared.cause) }
    if declared.isFlat { look.isFlat = true }
    // Together they hide what is in a block; an inline box and a cell have room for it all the same.
    if declared.isFlat, declared.isCut {
      if look.isBlock && !name.isOfTable || declared.display == .inlineBlock {
        look.isMovedOff = true
      } else {
        doubt(&look, "flat")
      }
    }
    if declared.isPicture { look.isPicture = true }
    if declared.holdsItems { look.holdsItems = true }
    if let family = declared.family { look.ownFont = pageFonts.contains(family) ? family : nil }
    let around = look
    if let ink = declared.ink, ink != .inherited { look.ink = ink }
    if let fill = declared.fill { look.fill = fill }
    look.ground = Self.ground(declared.ground, on: around.ground)
    for other in declared.otherPaints {
      let ink = other.ink.flatMap { $0 == .inherited ? nil : $0 } ?? around.fill ?? around.ink
      let ground = Self.ground(other.ground, on: around.ground)
      let isFaint = isFaint(look.fill ?? look.ink, look.ground)
      guard self.isFaint(ink, ground) != isFaint else { continue }
      doubt(&look, other.cause)
      // What one of them shows is there.
      if isFaint == true { (look.ink, look.fill, look.ground) = (ink, nil, ground) }
    }
    if declared.isStruck == true { look.isStruck = true }
    if let height = declared.height { look.height = height }
    if declared.isListNumber { look.isListNumber = true }
    if let listStyle = declared.listStyle { look.listStyle = listStyle }
  }

  /// Whether text in an element doesn't go on from what stands before it in its line.
  private func standsApart(_ declared: StyleDeclarations, _ look: PageLook) -> Bool {
    if declared.isMoved { return true }
    // A block ends lines, and margins and paddings are inside or outside of them.
    return !look.isBlock && (declared.isDrawnBack || declared.gaps.contains { isGap($0, look) })
  }

  /// Whether digits that are `length` apart are read as two numbers.
  private func isGap(_ length: StyleLength, _ look: PageLook) -> Bool {
    // Shares are of a width that isn't known.
    let measures = StyleLength.Measures(em: look.size, rem: rootSize, whole: 1_000)
    return length.pixels(measures) ?? 0 > look.size / 3
  }

  private func doubt(_ look: inout PageLook, _ cause: String?) {
    look.cause = StyleDeclarations.cause(of: look.cause, look.isUnclear, and: cause, true)
    look.isUnclear = true
  }

  /// What text stands on in an element on another ground.
  private static func ground(
    _ own: PageColour.Value?, on around: PageColour.Value?
  ) -> PageColour.Value? {
    switch own {
    case .clear?, .inherited?, nil: around
    case let own?: own
    }
  }
}
