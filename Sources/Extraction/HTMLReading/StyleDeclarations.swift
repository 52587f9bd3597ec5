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
  /// By what, where that does to digits only what it does to any text: whoever reads the labels of a table reads the numbers
  /// then, if it is done to both.
  var cause: String?
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

  /// `color: #fff` with its name and value in lower case.
  struct Declaration {
    var name: String
    var value: String
    var isImportant = false
  }

  /// The declarations of `display: none; color: #fff !important`.
  static func list(_ text: String) -> [Declaration] {
    let text = StyleText.withoutComments(text)
    let parts =
      text.holds("(") || text.holds("\"") || text.holds("'")
      ? StyleText.parts(text[...]) { $0 == ";" } : text.split(separator: ";")
    return parts.compactMap { part in
      guard let colon = part.firstIndex(of: ":") else { return nil }
      var value = part[part.index(after: colon)...].trimmed
      var isImportant = false
      if let mark = value.lastIndex(of: "!"), value[mark...].lowercased().holds("important") {
        isImportant = true
        value = value[..<mark].trimmed
      }
      return Declaration(
        name: part[..<colon].trimmed.lowercased(), value: value.lowercased(),
        isImportant: isImportant)
    }
  }

  /// Reads `display: none; color: #fff`.
  init(_ style: String, rank: Int = 0) { self.init(Self.list(style), rank: rank) }

  init(_ declarations: [Declaration], rank: Int = 0) {
    var facts = Box()
    var important = StyleDeclarations()
    var alone = Box()
    for declaration in declarations where !declaration.isImportant {
      set(declaration.name, declaration.value, &facts)
    }
    for declaration in declarations where declaration.isImportant {
      set(declaration.name, declaration.value, &facts)
      important.set(declaration.name, declaration.value, &alone)
    }
    ranks = StyleRank(of: important, rank)
    if (facts.isAbsolute || facts.isRelative) && facts.isFar || facts.isAbsolute && facts.isClipped
      || facts.isIndented || (facts.isFlat || facts.isLineless) && facts.isCut
    {
      isOffPage = true
    } else if facts.isClipped {
      // It is cut to nothing where another rule sets it apart.
      doubt()
    }
    if facts.isFlat { isFlat = true }
    if facts.isCut { isCut = true }
    if facts.isRelative, facts.isShifted { isMoved = true }
    // It may cover what stands beside it.
    if facts.isAbsolute { doubt("position") }
  }
}
