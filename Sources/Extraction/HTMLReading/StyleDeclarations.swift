internal import DocumentModel

/// What a style says of whether and how text shows; nil where it says nothing.
struct StyleDeclarations {
  enum Display {
    case none, block, inline, other
  }

  enum Size {
    /// Less than two pixels.
    case tiny
    case seen
    /// As that of the text around it.
    case relative
  }

  var display: Display?
  var isInvisible: Bool?
  var ink: PageColour.Value?
  var ground: PageColour.Value?
  var isStruck: Bool?
  var height: DigitHeight??
  var size: Size?
  /// Without opacity.
  var isClear: Bool?
  /// Moved out of the page, or cut to nothing.
  var isOffPage: Bool?
  /// Whether it may hide, replace, add or reorder characters in a way that isn't followed here.
  var isUnclear: Bool?
  /// Whether a rule that isn't followed here may show what another one hides.
  var mayShow: Bool?
  /// Floats to the right.
  var isMoved: Bool?
  /// Without width or height.
  var isFlat: Bool?
  /// Doesn't show what goes over its sides.
  var isCut: Bool?
  /// Moved over what stands before it, where it stands in a line.
  var isDrawnBack: Bool?
  /// Has a picture as its ground.
  var isPicture: Bool?
  /// The first of the fonts, in lower case; empty where it isn't one by name.
  var family: String?
  var listStyle: String?
  /// `mso-list: Ignore`: the number of a list that Word wrote as text.
  var isListNumber: Bool?

  /// How strong what it says is against what other rules say.
  var ranks = StyleRank()

  init() {}

  /// Reads `display: none; color: #fff`.
  init(_ style: String, rank: Int = 0) {
    var facts = Box()
    var important = StyleDeclarations()
    var strong: [(name: String, value: String)] = []
    for declaration in Self.withoutComments(style).split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let name = declaration[..<colon].trimmed.lowercased()
      let value = declaration[declaration.index(after: colon)...].trimmed.lowercased()
      if let mark = value.firstIndex(of: "!") {
        strong.append((name, String(value[..<mark].trimmed)))
      } else {
        set(name, value, &facts)
      }
    }
    if !strong.isEmpty {
      var alone = Box()
      for (name, value) in strong {
        set(name, value, &facts)
        important.set(name, value, &alone)
      }
    }
    ranks = StyleRank(of: important, rank)
    if (facts.isAbsolute || facts.isRelative) && facts.isFar || facts.isAbsolute && facts.isClipped
      || facts.isIndented || (facts.isFlat || facts.isLineless) && facts.isCut
    {
      isOffPage = true
    } else if facts.isClipped {
      // It is cut to nothing where another rule sets it apart.
      isUnclear = true
    }
    if facts.isFlat { isFlat = true }
    if facts.isCut { isCut = true }
    if facts.isRelative, facts.isShifted { isMoved = true }
    // It may cover what stands beside it.
    if facts.isAbsolute { isUnclear = true }
  }

  /// What only together moves text out of sight.
  private struct Box {
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

  private mutating func set(_ name: String, _ value: String, _ box: inout Box) {
    if value.holds("var("), Self.concealing.contains(name) {
      isUnclear = true
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
      if ink == .unknown, value.contains("(") { isUnclear = true }
    case "background-color", "mso-shading":
      if value != "windowtext" { ground = PageColour.value(value) }
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
    case "zoom": if let zoom = Self.factor(value), zoom < 0.2 { isUnclear = true }
    case "clip": box.isClipped = Self.cutsAll(value)
    case "transform": setTransform(value)
    case "clip-path", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image":
      if value != "none" { isUnclear = true }
    case "content-visibility": if value == "hidden" { isUnclear = true }
    case "animation", "animation-name", "scale", "translate", "rotate", "-webkit-text-security":
      if value != "none" { isUnclear = true }
    case "filter": if value.holds("opacity") { isUnclear = true }
    case "unicode-bidi": if value.holds("override") { isUnclear = true }
    case "flex-direction", "flex-flow": if value.holds("reverse") { isUnclear = true }
    case "order": if Int(value) ?? 1 != 0 { isUnclear = true }
    case "grid-area", "grid-column", "grid-row", "grid-column-start", "grid-row-start":
      if Self.placesInGrid(value) { isUnclear = true }
    case "letter-spacing", "word-spacing":
      if let length = Self.length(value), length < -4 { isUnclear = true }
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

  private static func withoutComments(_ style: String) -> String {
    guard style.holds("/*") else { return style }
    var kept: [UInt8] = []
    var rest = Array(style.utf8)[...]
    while let start = rest.firstIndex(of: "/*") {
      kept += rest[..<start]
      let inside = rest[(start + 2)...]
      rest = inside.firstIndex(of: "*/").map { inside[($0 + 2)...] } ?? []
    }
    return String(decoding: kept + rest, as: UTF8.self)
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
      if amounts.contains(where: { (Self.factor(String($0)) ?? 1) < 0.2 }) { isUnclear = true }
    } else {
      isUnclear = true
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

  /// Whether text may be gone by it.
  var hides: Bool {
    display == Display.none || isInvisible == true || size == .tiny || isClear == true
      || isOffPage == true || isUnclear == true || ink == .clear
  }

  /// Whether it shows what another rule may hide.
  var shows: Bool {
    display.map { $0 != .none } ?? false || isInvisible == false || size == .seen
      || size == .relative || isClear == false
  }

  /// Makes what is hidden unclear: another rule may show it.
  mutating func letShow() {
    guard display == Display.none || isInvisible == true || size == .tiny || isClear == true else {
      return
    }
    if display == Display.none { display = nil }
    (isInvisible, size, isClear) = (nil, nil, nil)
    isUnclear = true
  }

  private static func take<Value>(
    _ new: Value?, _ newRank: Int, over old: inout Value?, _ rank: inout Int
  ) {
    guard let new, newRank >= rank else { return }
    old = new
    rank = newRank
  }

  /// Takes from `other` what it says, but for what a stronger rule says here.
  mutating func override(with other: StyleDeclarations) {
    Self.take(other.display, other.ranks.display, over: &display, &ranks.display)
    Self.take(other.isInvisible, other.ranks.visibility, over: &isInvisible, &ranks.visibility)
    Self.take(other.size, other.ranks.size, over: &size, &ranks.size)
    Self.take(other.isClear, other.ranks.opacity, over: &isClear, &ranks.opacity)
    Self.take(other.ink, other.ranks.ink, over: &ink, &ranks.ink)
    ground = other.ground ?? ground
    isStruck = other.isStruck ?? isStruck
    height = other.height ?? height
    isOffPage = other.isOffPage ?? isOffPage
    isUnclear = other.isUnclear ?? isUnclear
    mayShow = other.mayShow ?? mayShow
    isMoved = other.isMoved ?? isMoved
    isFlat = other.isFlat ?? isFlat
    isCut = other.isCut ?? isCut
    isDrawnBack = other.isDrawnBack ?? isDrawnBack
    isPicture = other.isPicture ?? isPicture
    family = other.family ?? family
    listStyle = other.listStyle ?? listStyle
    isListNumber = other.isListNumber ?? isListNumber
  }
}
