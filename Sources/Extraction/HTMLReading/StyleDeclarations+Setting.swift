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
    /// Nothing of it lies within `clip`, which holds for absolute positions only.
    var isClipped = false
    var isIndented = false
    var isFlat = false
    var isCut = false
  }

  mutating func set(_ name: String, _ value: String, _ box: inout Box) {
    // What a variable is that nothing in the page sets isn't known; a colour is that of the text around then.
    if value.holds("var(") {
      if Self.concealing.contains(name) { doubt("\(name):\(value)") }
      return
    }
    switch name {
    case "display":
      display =
        switch value {
        case "none": Display.none
        case "block", "flex", "grid", "list-item", "table": .block
        case "inline", "inline-block", "inline-flex", "contents": .inline
        default: .other
        }
    case "visibility": isInvisible = value == "hidden" || value == "collapse"
    case "color", "-webkit-text-fill-color":
      ink = PageColour.value(value)
      if ink == .unknown, value.contains("(") {
        ink = nil
        doubt("\(name):\(value)")
      }
    case "background-color", "mso-shading":
      switch value {
      case "windowtext": break
      case "initial", "none": ground = .clear
      default: ground = PageColour.value(value)
      }
    case "background", "background-image": setGround(value, isShort: name == "background")
    case "text-decoration", "text-decoration-line", "text-line-through":
      isStruck =
        name == "text-line-through" ? value != "none" : value.holds("line-through")
    case "vertical-align", "mso-text-raise":
      switch value {
      case "super": height = .some(.raised)
      case "sub": height = .some(.lowered)
      case "baseline": height = .some(nil)
      default: break
      }
    case "font-size": if let size = Self.size(value) { self.size = size }
    case "opacity": isClear = (Self.factor(value) ?? 1) < 0.05
    case "font": setFont(value)
    case "font-family": family = Self.fontName(value)
    case "float": isMoved = value == "right"
    case "zoom": if let zoom = Self.factor(value), zoom < 0.2 { doubt() }
    case "clip": box.isClipped = Self.cutsAll(value)
    case "transform": setTransform(value)
    case "clip-path", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image":
      if !Self.isNothing(value) { doubt("\(name):\(value)") }
    case "content-visibility": if value == "hidden" { doubt() }
    case "content": if value.holds("url(") { doubt() }
    case "all": doubt()
    case "animation", "animation-name", "translate", "rotate":
      if !Self.isNothing(value) { doubt("\(name):\(value)") }
    case "scale":
      if value.split(separator: " ").contains(where: { (Self.factor(String($0)) ?? 1) < 0.2 }) {
        doubt()
      }
    case "-webkit-text-security": if value != "none" { doubt() }
    case "filter", "-webkit-filter": if Self.clears(value) { doubt() }
    case "unicode-bidi": if value.holds("override") { doubt() }
    case "flex-direction", "flex-flow": if value.holds("reverse") { doubt() }
    case "order": if Int(value) ?? 1 != 0 { doubt("order") }
    case "grid-area", "grid-column", "grid-row", "grid-column-start", "grid-row-start":
      if Self.placesInGrid(value) { doubt("grid") }
    case "letter-spacing", "word-spacing":
      if let length = Self.length(value), length < -4 { doubt() }
    case "mso-hide": if value == "all" { display = Display.none }
    case "mso-list": if value == "ignore" { isListNumber = true }
    case "list-style-type": listStyle = value
    case "list-style": listStyle = value.split(separator: " ").first.map(String.init)
    case "position":
      box.isAbsolute = value == "absolute" || value == "fixed"
      box.isRelative = value == "relative"
    case "line-height": box.isLineless = Self.length(value) == 0 || Self.share(value) == 0
    case "margin-left":
      if (Self.length(value) ?? 0) < -500 || (Self.share(value) ?? 0) <= -1 {
        box.isFar = true
        box.isIndented = true
      } else if (Self.length(value) ?? 0) < -4 {
        isDrawnBack = true
      }
    case "left", "right", "inset", "inset-inline", "inset-inline-start", "inset-inline-end":
      let places = value.split(separator: " ").map(String.init)
      let isFar = places.contains {
        (Self.length($0) ?? 0) < -500 || (Self.length($0) ?? 0) > (name == "left" ? 5_000 : 500)
          || abs(Self.share($0) ?? 0) >= 1
      }
      if isFar { box.isFar = true }
      if places.contains(where: Self.shifts) { box.isShifted = true }
    case "top", "margin-top", "bottom":
      let length = Self.length(value) ?? 0
      if name == "bottom" ? length > 5_000 : length < -500 { box.isFar = true }
      if name != "margin-top", Self.shifts(value) { box.isShifted = true }
    case "text-indent": box.isIndented = (Self.length(value) ?? 0) < -900
    case "height", "max-height", "width", "max-width":
      if let length = Self.length(value), length < 1 { box.isFlat = true }
    case "overflow", "overflow-x", "overflow-y": box.isCut = value == "hidden" || value == "clip"
    default: break
    }
  }

  /// Whether `left: 20px` and the like move something.
  private static func shifts(_ value: String) -> Bool {
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
    "zoom", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image", "unicode-bidi",
    "-webkit-text-fill-color",
  ]

  /// The first name of a list of fonts, without quotation marks.
  private static func fontName(_ list: some StringProtocol) -> String {
    String(list.prefix { $0 != "," }).filter { $0 != "\"" && $0 != "'" }.trimmed.description
  }

  /// Reads `italic bold 12px/1.5 "a b", c`: the fonts stand behind the size.
  private mutating func setFont(_ value: String) {
    let words = value.split(separator: " ")
    guard
      let place = words.firstIndex(where: { word in
        guard let first = word.first, first.isNumber || first == "." || first == "-" else {
          let name = String(word.prefix { $0 != "/" })
          return Self.absoluteSizes.contains(name) || Self.relativeSizes.contains(name)
        }
        // `700` is a weight; a size has a unit, or is 0.
        return word.contains("/") || Int(word) ?? 0 == 0
      })
    else {
      // Of the system, `menu`, or of what is around it, `inherit`.
      family = ""
      size = value == "inherit" || value == "unset" ? .relative : .seen
      return
    }
    let height = String(words[place].prefix { $0 != "/" })
    size = Self.size(height) ?? .seen
    // The height of the line may be a word of its own: `12px / 1.5`, `12px/ 1.5`, `12px /1.5`.
    var rest = words[(place + 1)...]
    if rest.first == "/" {
      rest = rest.dropFirst(2)
    } else if words[place].hasSuffix("/") || rest.first?.hasPrefix("/") == true {
      rest = rest.dropFirst()
    }
    family = Self.fontName(rest.joined(separator: " "))
  }

  private mutating func setTransform(_ value: String) {
    guard let open = value.firstIndex(of: "(") else { return }
    let amounts = value[value.index(after: open)...].split { " ,)".contains($0) }
    if value.hasPrefix("translate") {
      let isFar = amounts.contains {
        abs(Self.length(String($0)) ?? 0) > 500 || abs(Self.share(String($0)) ?? 0) > 5
      }
      if isFar { isOffPage = true }
    } else if value.hasPrefix("scale") {
      if amounts.contains(where: { (Self.factor(String($0)) ?? 1) < 0.2 }) { doubt() }
    } else if !Self.isNothing(value) {
      doubt("transform:\(value)")
    }
  }

  private mutating func setGround(_ value: String, isShort: Bool) {
    if value.holds("url(") { isPicture = true }
    if value.holds("url(") || value.holds("gradient") {
      ground = .unknown
    } else if isShort {
      let colours = Self.words(value).map { PageColour.value($0) }.filter { $0 != .unknown }
      ground = colours.first ?? (value == "none" ? .clear : ground)
    }
  }
}
