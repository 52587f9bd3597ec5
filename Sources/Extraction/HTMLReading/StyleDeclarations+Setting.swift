internal import DocumentModel

/// What each property of a style says of text.
extension StyleDeclarations {
  /// What only together moves text out of sight.
  struct Box {
    var isAbsolute = false
    var isRelative = false
    /// Moved a little to one of its sides, where it is relative.
    var isShifted = false
    /// Its lines have no height.
    var isLineless = false
    /// Moved out of the page at one of its sides.
    var isFar = false
    /// The same, and by its margin, which any box has.
    var isIndented = false
    /// The same of its first line, which an inline box doesn't have.
    var isLineIndented = false
    /// Nothing of it lies within `clip`, which holds for absolute positions only.
    var isClipped = false
    var isFlat = false
    /// Has a least width or height.
    var isAtLeast = false
    var isCut = false
    var isDrawnBack = false
    var hasImage = false
    var isFloating = false
    /// Has a width of its own.
    var isWide = false
    var gaps: [StyleLength] = []

    mutating func set(_ name: String, _ value: String) {
      switch name {
      case "position":
        isAbsolute = value == "absolute" || value == "fixed"
        isRelative = value == "relative"
      case "line-height":
        isLineless = StyleDeclarations.length(value) == 0 || StyleDeclarations.share(value) == 0
      case "float": isFloating = value != "none" && !StyleValidity.ofAny.contains(value)
      case "margin-right", "padding-left", "padding-right": noteGap(value)
      case "margin-left":
        noteGap(value)
        if (StyleDeclarations.length(value) ?? 0) < -500
          || (StyleDeclarations.share(value) ?? 0) <= -1
        {
          isIndented = true
        } else if (StyleDeclarations.length(value) ?? 0) < -4 {
          isDrawnBack = true
        }
      case "left", "right":
        let amount = StyleDeclarations.length(value) ?? 0
        if amount < -500 || amount > (name == "left" ? 5_000 : 500)
          || abs(StyleDeclarations.share(value) ?? 0) >= 1
        {
          isFar = true
        }
        if StyleDeclarations.shifts(value) { isShifted = true }
      case "top", "margin-top", "bottom":
        let amount = StyleDeclarations.length(value) ?? 0
        if name == "bottom" ? amount > 5_000 : amount < -500 { isFar = true }
        if name != "margin-top", StyleDeclarations.shifts(value) { isShifted = true }
      case "text-indent": isLineIndented = (StyleDeclarations.length(value) ?? 0) < -900
      case "height", "max-height", "width", "max-width":
        if name == "width" { noteWidth(value) }
        if let length = StyleDeclarations.length(value), length < 1 { isFlat = true }
      case "min-height", "min-width":
        if name == "min-width" { noteWidth(value) }
        if StyleLength(value).map({ $0.pixels() ?? 0 > 0 }) ?? false { isAtLeast = true }
      case "overflow-x", "overflow-y": if value == "hidden" || value == "clip" { isCut = true }
      default: break
      }
    }

    private mutating func noteGap(_ value: String) {
      if let length = StyleLength(value), length != .amount(0, .one) { gaps.append(length) }
    }

    /// What fits its content is no width of its own.
    private mutating func noteWidth(_ value: String) {
      if let length = StyleLength(value) { isWide = isWide || length.pixels() ?? 1 > 0 }
    }
  }

  /// Takes over what the box comes to as a whole.
  mutating func settle(_ box: Box) {
    if (box.isAbsolute || box.isRelative) && box.isFar || box.isAbsolute && box.isClipped
      || box.isIndented
    {
      isOffPage = true
    }
    isLineIndented = box.isLineIndented
    isFlat = box.isFlat && !box.isAtLeast || box.isLineless && box.isCut
    isCut = box.isCut
    isDrawnBack = box.isDrawnBack
    if box.hasImage { ground = .unknown }
    if box.isRelative && box.isShifted || box.isFloating || box.isWide && display == .inlineBlock {
      isMoved = true
    }
    gaps = box.gaps
    // It may cover what stands beside it.
    if box.isAbsolute { doubt("position") }
  }

  mutating func set(_ name: String, _ value: String, _ box: inout Box) {
    // What a variable is that nothing in the page sets isn't known; a colour is that of the text around then.
    if value.holds("var(") {
      if Self.concealing.contains(name) || value == StyleVariables.unknown {
        doubt("\(name):\(value)")
      }
      return
    }
    switch name {
    case "display": setDisplay(value)
    case "visibility":
      switch value {
      case "hidden": visibility = .hidden
      case "collapse": visibility = .collapsed
      case "visible", "initial": visibility = .visible
      default: visibility = .inherited
      }
    case "color": if let colour = colour(name, value) { ink = colour }
    case "-webkit-text-fill-color":
      if value == "currentcolor" || value == "initial" || value == "revert" {
        fill = .some(nil)
      } else if let colour = colour(name, value), colour != .inherited {
        fill = colour
      }
    case "background-color":
      // Of the text that stands on it.
      if value == "currentcolor" { doubt("background:currentcolor") }
      ground = value == "initial" || value == "unset" ? .clear : PageColour.value(value)
    case "background-image":
      if value.holds("url(") { isPicture = true }
      box.hasImage = !StyleValidity.ofAny.contains(value) && value != "none"
    case "text-decoration-line", "text-line-through":
      isStruck =
        name == "text-line-through" ? value != "none" : value.holds("line-through")
    case "vertical-align", "mso-text-raise":
      switch value {
      case "super": height = .some(.raised)
      case "sub": height = .some(.lowered)
      case "baseline": height = .some(nil)
      default: break
      }
    case "font-size": setSize(value)
    case "opacity": setOpacity(value)
    case "font-family": family = Self.fontName(value)
    case "zoom": if let zoom = Self.factor(value), zoom < 0.2 { doubt() }
    case "clip": box.isClipped = Self.cutsAll(value)
    case "transform": setTransform(value)
    case "clip-path", "mask-image": if !Self.isNothing(value) { doubt("\(name):\(value)") }
    case "content-visibility": if value == "hidden" { doubt() }
    case "content": if value.holds("url(") { doubt() }
    case "all": doubt("all:\(value)")
    case "animation-name", "translate", "rotate":
      if !Self.isNothing(value) { doubt("\(name):\(value)") }
    case "scale":
      if value.split(separator: " ").contains(where: { (Self.factor(String($0)) ?? 1) < 0.2 }) {
        doubt()
      }
    case "-webkit-text-security": if value != "none" { doubt() }
    case "filter": if Self.clears(value) { doubt() }
    case "unicode-bidi": if value.holds("override") { doubt() }
    case "flex-direction": if value.holds("reverse") { doubt() }
    case "order": if Int(value) ?? 1 != 0 { doubt("order") }
    case "grid-area", "grid-column", "grid-row": if Self.placesInGrid(value) { doubt("grid") }
    case "letter-spacing", "word-spacing":
      if let length = Self.length(value), length < -4 { doubt() }
      if name == "letter-spacing" { spacing = StyleLength(value) }
    case "mso-hide": if value == "all" { display = Display.none }
    case "mso-list": if value == "ignore" { isListNumber = true }
    case "list-style-type": listStyle = value.split(separator: " ").first.map(String.init)
    default: box.set(name, value)
    }
  }

  private mutating func setDisplay(_ value: String) {
    holdsItems = value.hasSuffix("flex") || value.hasSuffix("grid") || value.hasSuffix("box")
    switch value {
    case "none": display = Display.none
    case "block", "flex", "grid", "list-item", "table", "flow-root", "block flow", "block flex":
      display = .block
    case "inline", "initial", "unset": display = .inline
    case "contents": display = .contents
    // A box of its own in the row of those beside it.
    case "table-cell":
      display = .other
      isMoved = true
    case "inline-block", "inline-flex", "inline-grid", "inline-table": display = .inlineBlock
    // That of the element around it, or of weaker rules.
    case "inherit", "revert-layer": doubt("display:\(value)")
    // Its own, whatever it is.
    case "revert": break
    default: display = .other
    }
  }

  /// The colour that `value` names; nil where it isn't known, which leaves the text in doubt.
  private mutating func colour(_ name: String, _ value: String) -> PageColour.Value? {
    let colour = PageColour.value(value)
    guard colour == .unknown else { return colour }
    doubt("\(name):\(value)")
    return nil
  }

  private mutating func setSize(_ value: String) {
    if let size = Self.sizeWords[value] {
      self.size = size
    } else if let size = StyleLength(value), !size.isBareNumber {
      self.size = size
    } else {
      doubt("font-size:\(value)")
    }
  }

  private mutating func setOpacity(_ value: String) {
    switch value {
    case "initial", "unset", "revert": opacity = 1
    default:
      if let amount = StyleLength(value)?.pixels(StyleLength.Measures(whole: 1)) {
        opacity = min(max(amount, 0), 1)
      } else {
        doubt("opacity:\(value)")
      }
    }
  }

  /// Whether `left: 20px` and the like move something.
  fileprivate static func shifts(_ value: String) -> Bool {
    (length(value) ?? share(value)).map { $0 != 0 } ?? value.contains("(")
  }

  /// Whether a place in a grid is another one than that in the source: `2`, `x`, `1 / 3`; not `span 2`, `auto`, `1 / -1`.
  private static func placesInGrid(_ value: String) -> Bool {
    let dense = value.filter { $0 != " " }
    return !dense.hasPrefix("span") && !dense.hasPrefix("auto") && dense != "1/-1"
      && dense != "none"
  }

  /// Properties by which text may be gone: what one is set to by a variable isn't known.
  private static let concealing: Set<String> = [
    "display", "visibility", "opacity", "position", "transform", "clip", "clip-path", "text-indent",
    "filter", "content-visibility", "font", "font-size", "left", "right", "top", "bottom", "inset",
    "zoom", "mask-image", "unicode-bidi", "-webkit-text-fill-color",
  ]

  /// The first name of a list of fonts, without quotation marks.
  private static func fontName(_ list: some StringProtocol) -> String {
    String(list.prefix { $0 != "," }).filter { $0 != "\"" && $0 != "'" }.trimmed.description
  }

  private mutating func setTransform(_ value: String) {
    guard let open = value.firstIndex(of: "(") else { return }
    let amounts = value[value.index(after: open)...].split { " ,)".contains($0) }
    if value.hasPrefix("translate") {
      let isFar = amounts.contains {
        abs(Self.length(String($0)) ?? 0) > 500 || abs(Self.share(String($0)) ?? 0) > 5
      }
      if isFar { isOffPage = true } else if !Self.isNothing(value) { isMoved = true }
    } else if value.hasPrefix("scale") {
      if amounts.contains(where: { (Self.factor(String($0)) ?? 1) < 0.2 }) { doubt() }
    } else if !Self.isNothing(value) {
      doubt("transform:\(value)")
    }
  }
}
