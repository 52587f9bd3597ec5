/// The rules of a page's own style sheets that name an element, a class or an id alone.
///
/// What selectors of several steps or conditions say is not known here: where one sets a ground, grounds are not known; where
/// one hides something, elements that its last step fits are unclear.
struct StyleRules {
  private var byElement: [String: StyleDeclarations] = [:]
  private var byClass: [String: StyleDeclarations] = [:]
  private var byID: [String: StyleDeclarations] = [:]
  /// Whether something may have a ground that isn't known.
  private(set) var hasUnknownGrounds: Bool
  /// The names of fonts that the page brings along, in lower case.
  private(set) var pageFonts: Set<String> = []
  /// Cells, rows and paragraphs that may not show as they stand in the source.
  private(set) var contexts = StyleContexts()

  init(_ head: PageHead) {
    hasUnknownGrounds = head.hasOtherStyles
    read(head.styles)
  }

  /// How many rules were read.
  private var order = 0
  /// Whether there are more rules than are read, or they stand deeper in each other.
  private(set) var isIncomplete = false

  var isEmpty: Bool {
    byElement.isEmpty && byClass.isEmpty && byID.isEmpty && contexts.isBlank
  }

  /// What the rules say of an element.
  ///
  /// - Parameter element: What the source calls it: `em`.
  func declarations(
    _ element: String, classes: String?, conditions: String?, id: String?
  ) -> StyleDeclarations {
    var found = byElement[element] ?? StyleDeclarations()
    if let classes, !byClass.isEmpty {
      for name in classes.split(whereSeparator: \.isWhitespace) {
        let name = name.lowercased()
        if let rule = byClass[name] { found.override(with: rule) }
        if let rule = byClass["\(element).\(name)"] { found.override(with: rule) }
      }
    }
    for word in conditions?.split(separator: " ") ?? [] {
      if let rule = byClass[String(word)] { found.override(with: rule) }
    }
    if let id, let rule = byID[id.lowercased()] { found.override(with: rule) }
    return found
  }

  private static let mostRules = 20_000
  /// How deep rules may stand in each other.
  private static let mostDepth = 4

  /// - Parameter isConditional: Whether the rules hold for some readers only.
  private mutating func read(_ sheet: [UInt8], isConditional: Bool = false, depth: Int = 0) {
    var rest = Self.withoutComments(sheet)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      guard order < Self.mostRules, depth <= Self.mostDepth else { return isIncomplete = true }
      // `@charset "utf-8";` and the like end before the rule.
      let prelude = String(decoding: rest[..<open], as: UTF8.self)
      let selectors = (prelude.split(separator: ";").last ?? "").trimmed
      if selectors.hasPrefix("@") {
        let end = Self.endOfBlock(rest, from: open)
        if selectors.lowercased().hasPrefix("@font-face") { noteFont(rest[open..<end]) }
        if Self.mayHold(selectors.lowercased()) {
          read(
            Array(rest[(open + 1)..<max(open + 1, end - 1)]), isConditional: true, depth: depth + 1)
        }
        rest = rest[end...]
        continue
      }
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) ?? rest.endIndex
      var own = rest[(open + 1)..<close]
      // Rules within a rule hold for what is in its elements.
      var inner: [UInt8] = []
      if own.contains(UInt8(ascii: "{")) {
        let end = Self.endOfBlock(rest, from: open)
        let parts = Self.nested(rest[(open + 1)..<max(open + 1, end - 1)])
        (own, inner) = (parts.own[...], parts.rules)
        rest = rest[end...]
      } else {
        rest = rest[min(close + 1, rest.endIndex)...]
      }
      add(
        StyleSelector.list(selectors), String(decoding: own, as: UTF8.self),
        isConditional: isConditional)
      if !inner.isEmpty { read(inner, isConditional: true, depth: depth + 1) }
    }
  }

  /// What stands in a rule: its own declarations, also those behind a rule in it, and these rules.
  private static func nested(_ block: ArraySlice<UInt8>) -> (own: [UInt8], rules: [UInt8]) {
    var own: [UInt8] = []
    var rules: [UInt8] = []
    var rest = block
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      let start = rest[..<open].lastIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? rest.startIndex
      let end = endOfBlock(rest, from: open)
      own += rest[..<start]
      rules += rest[start..<end]
      rest = rest[end...]
    }
    return (own + rest, rules)
  }

  /// Whether what stands in a block such as `@media screen { … }` may hold for a reader at a desk.
  private static func mayHold(_ condition: String) -> Bool {
    if condition.hasPrefix("@media") {
      return condition.dropFirst(6).split(separator: ",").contains { mayHold(query: $0.trimmed) }
    }
    return ["@supports", "@layer", "@container"].contains { condition.hasPrefix($0) }
  }

  /// - Parameter query: `screen and (max-width: 600px)`, `not print`.
  private static func mayHold(query: Substring) -> Bool {
    var words = query.split { $0.isWhitespace || $0 == "(" }
    let isNegated = words.first == "not"
    if isNegated || words.first == "only" { words.removeFirst() }
    let isOtherMedium = words.first == "print" || words.first == "speech"
    let isSmall = query.holds("max-width") || query.holds("max-device-width")
    // With a condition of its own, either side of a negation may hold.
    if isNegated { return isOtherMedium || isSmall || words.count > 1 }
    return !isOtherMedium && !isSmall
  }

  /// Notes the name of a font in `@font-face { font-family: "name"; src: url(…) }`.
  private mutating func noteFont(_ block: ArraySlice<UInt8>) {
    let text = String(decoding: block, as: UTF8.self).lowercased()
    // A font of the reader's own machine is what it says.
    guard text.holds("url("),
      let open = text.firstIndex(of: "{"), let close = text.lastIndex(of: "}"), open < close,
      let family = StyleDeclarations(String(text[text.index(after: open)..<close])).family
    else { return }
    pageFonts.insert(family)
  }

  private mutating func add(_ selectors: [StyleSelector], _ text: String, isConditional: Bool) {
    let plain = StyleDeclarations(text, rank: order)
    order += 1
    for selector in selectors {
      var rule = plain
      guard let simple = selector.simple, !isConditional else {
        if rule.ground != nil { hasUnknownGrounds = true }
        addUnclear(selector, rule, text)
        continue
      }
      rule.ranks.raise(by: StyleRank.of(simple))
      switch simple {
      case .id(let id): byID[id, default: StyleDeclarations()].override(with: rule)
      case .class(let name): byClass[name, default: StyleDeclarations()].override(with: rule)
      case .element(let name): byElement[name, default: StyleDeclarations()].override(with: rule)
      }
    }
  }

  /// Marks what the last step of `selector` may fit as unclear where its rule hides it, or adds digits before or behind it.
  private mutating func addUnclear(
    _ selector: StyleSelector, _ rule: StyleDeclarations, _ text: String
  ) {
    guard !selector.isInteractive else { return }
    var unclear = StyleDeclarations()
    if selector.isGenerated ? Self.addsDigits(text) : rule.hides {
      unclear.isUnclear = true
    } else if !selector.isGenerated, rule.shows {
      unclear.mayShow = true
    } else {
      return
    }
    let isOfAll =
      selector.isGenerated
      ? !selector.isSelective && Self.addsSameDigits(text) : !selector.isOfEmpty
    for name in selector.names {
      switch name {
      case .class(let name): byClass[name, default: StyleDeclarations()].override(with: unclear)
      case .id(let id): byID[id, default: StyleDeclarations()].override(with: unclear)
      case .attribute(let word):
        if isOfAll { byClass[word, default: StyleDeclarations()].override(with: unclear) }
      case .element(let name) where Self.inText.contains(name):
        byElement[name, default: StyleDeclarations()].override(with: unclear)
      case .element(let name):
        if isOfAll, unclear.isUnclear == true { contexts.add(name, in: selector.surroundings) }
      case .any:
        for name in Self.inText {
          byElement[name, default: StyleDeclarations()].override(with: unclear)
        }
      }
    }
  }

  /// Whether `content` of a rule writes what makes another number of one beside it, or what isn't known: `"3"`, `"-"`, `"万"`,
  /// `attr(data-n)`; not `"\e903"`, a sign of a font.
  private static func addsDigits(_ text: String) -> Bool {
    contents(text).contains { value in
      if ["attr(", "counter", "var(", "url("].contains(where: { value.holds($0) }) { return true }
      guard let start = value.firstIndex(where: { $0 == "\"" || $0 == "'" }) else { return false }
      return StyleEscapes.decoded(value[start...]).contains { character in
        character.isNumber || Self.ofNumbers.contains(character)
      }
    }
  }

  /// The same of what it writes whatever stands in the element, so not of `attr(data-n)`, which cells alone may have.
  private static func addsSameDigits(_ text: String) -> Bool {
    addsDigits(text) && !contents(text).contains { $0.holds("attr(") || $0.holds("url(") }
  }

  /// The values of `content` in a rule, in lower case.
  private static func contents(_ text: String) -> [String] {
    text.split(separator: ";").compactMap { declaration in
      guard let colon = declaration.firstIndex(of: ":"),
        declaration[..<colon].trimmed.lowercased() == "content"
      else { return nil }
      return declaration[declaration.index(after: colon)...].lowercased()
    }
  }

  /// Signs of negative numbers, and what multiplies the number before it.
  static let ofNumbers = Set("-−－十百千万亿")

  /// Elements that part of a number may stand in: a rule for all cells of another table says nothing of those.
  private static let inText: Set<String> = {
    Set(ElementRole.phrases).union(["span", "font", "sup", "sub", "a", "ins"])
  }()

  private static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(sheet.count)
    var index = 0
    while index < sheet.count {
      let byte = sheet[index]
      let next = index + 1 < sheet.count ? sheet[index + 1] : 0
      if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        index += 2
        while index < sheet.count, !sheet[index...].starts(with: "*/".utf8) { index += 1 }
        index += 2
      } else if byte == UInt8(ascii: "<"), sheet[index...].starts(with: "<!--".utf8) {
        index += 4
      } else if byte == UInt8(ascii: "-"), sheet[index...].starts(with: "-->".utf8) {
        index += 3
      } else {
        kept.append(byte)
        index += 1
      }
    }
    return kept
  }

  private static func endOfBlock(_ sheet: ArraySlice<UInt8>, from open: Int) -> Int {
    var depth = 0
    var index = open
    while index < sheet.endIndex {
      if sheet[index] == UInt8(ascii: "{") { depth += 1 }
      if sheet[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      index += 1
    }
    return sheet.endIndex
  }
}
