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

  init(_ head: PageHead) {
    hasUnknownGrounds = head.hasOtherStyles
    read(head.styles)
  }

  var isEmpty: Bool { byElement.isEmpty && byClass.isEmpty && byID.isEmpty }

  /// What the rules say of an element.
  func declarations(_ element: ElementName, classes: String?, id: String?) -> StyleDeclarations {
    var found = byElement[element.rawValue] ?? StyleDeclarations()
    if let classes, !byClass.isEmpty {
      for name in classes.split(whereSeparator: \.isWhitespace).prefix(16) {
        let name = name.lowercased()
        if let rule = byClass[name] { found.override(with: rule) }
        if let rule = byClass["\(element.rawValue).\(name)"] { found.override(with: rule) }
      }
    }
    if let id, let rule = byID[id.lowercased()] { found.override(with: rule) }
    return found
  }

  private static let mostRules = 5_000

  /// - Parameter isConditional: Whether the rules hold for some readers only.
  private mutating func read(_ sheet: [UInt8], isConditional: Bool = false, depth: Int = 0) {
    var rest = Self.withoutComments(sheet)[...]
    var rules = 0
    while let open = rest.firstIndex(of: UInt8(ascii: "{")), rules < Self.mostRules {
      // `@charset "utf-8";` and the like end before the rule.
      let prelude = String(decoding: rest[..<open], as: UTF8.self)
      let selectors = (prelude.split(separator: ";").last ?? "").trimmed
      if selectors.hasPrefix("@") {
        let end = Self.endOfBlock(rest, from: open)
        if selectors.lowercased().hasPrefix("@font-face") { noteFont(rest[open..<end]) }
        if depth < 4, Self.mayHold(selectors.lowercased()) {
          read(
            Array(rest[(open + 1)..<max(open + 1, end - 1)]), isConditional: true, depth: depth + 1)
        }
        rest = rest[end...]
        continue
      }
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) ?? rest.endIndex
      // Rules within a rule hold for what is in its elements.
      if let inner = rest[(open + 1)..<close].firstIndex(of: UInt8(ascii: "{")), depth < 4 {
        let end = Self.endOfBlock(rest, from: open)
        let own = rest[(open + 1)..<inner]
        let last = own.lastIndex(of: UInt8(ascii: ";")) ?? own.startIndex
        add(
          selectors.split(separator: ",").prefix(64),
          String(decoding: own[..<last].prefix(4_096), as: UTF8.self), isConditional: isConditional)
        read(
          Array(rest[(open + 1)..<max(open + 1, end - 1)]), isConditional: true, depth: depth + 1)
        rest = rest[end...]
        rules += 1
        continue
      }
      let text = String(decoding: rest[(open + 1)..<close].prefix(4_096), as: UTF8.self)
      rest = rest[min(close + 1, rest.endIndex)...]
      rules += 1
      add(
        selectors.split(separator: ",").prefix(64), text, isConditional: isConditional)
    }
  }

  /// Whether what stands in a block such as `@media screen { … }` may hold for a reader at a desk.
  private static func mayHold(_ condition: String) -> Bool {
    let isOther = ["print", "max-width", "max-device-width", "speech"].contains {
      condition.holds($0)
    }
    return !isOther
      && ["@media", "@supports", "@layer", "@container"].contains { condition.hasPrefix($0) }
  }

  /// Notes the name of a font in `@font-face { font-family: "name"; src: url(…) }`.
  private mutating func noteFont(_ block: ArraySlice<UInt8>) {
    let text = String(decoding: block.prefix(4_096), as: UTF8.self).lowercased()
    // A font of the reader's own machine is what it says.
    guard text.holds("url("), pageFonts.count < 1_000,
      let open = text.firstIndex(of: "{"), let close = text.lastIndex(of: "}"), open < close,
      let family = StyleDeclarations(String(text[text.index(after: open)..<close])).family
    else { return }
    pageFonts.insert(family)
  }

  private mutating func add(
    _ selectors: ArraySlice<Substring>, _ text: String, isConditional: Bool
  ) {
    let rule = StyleDeclarations(text)
    for selector in selectors {
      let selector = Self.unescaped(selector.trimmed).lowercased()
      let isPlain = !selector.contains { " >+~:[*&".contains($0) }
      guard isPlain, !isConditional, selector.count(where: { $0 == "." }) < 2 else {
        if rule.ground != nil { hasUnknownGrounds = true }
        addUnclear(selector, rule, text)
        continue
      }
      if selector.hasPrefix("#") {
        byID[String(selector.dropFirst()), default: StyleDeclarations()].override(with: rule)
      } else if selector.hasPrefix(".") {
        byClass[String(selector.dropFirst()), default: StyleDeclarations()].override(with: rule)
      } else if selector.contains(".") {
        byClass[selector, default: StyleDeclarations()].override(with: rule)
      } else {
        byElement[selector, default: StyleDeclarations()].override(with: rule)
      }
    }
  }

  /// Marks what the last step of `selector` may fit as unclear where its rule hides it, or adds digits before or behind it.
  private mutating func addUnclear(_ selector: String, _ rule: StyleDeclarations, _ text: String) {
    let isMoved = ["hover", "focus", "active", "visited", "checked", "target"].contains {
      selector.holds(":\($0)")
    }
    let isGenerated = selector.holds(":before") || selector.holds(":after")
    guard !isMoved, isGenerated ? Self.addsDigits(text) : rule.hides else { return }
    let step = selector.split { " >+~".contains($0) }.last ?? ""
    // `:is(.a)` names what it fits within; `:not(.a)` doesn't.
    let isWithin = step.hasPrefix(":is(") || step.hasPrefix(":where(") || step.hasPrefix("*:is(")
    let name =
      isWithin
      ? step.drop { $0 != "(" }.dropFirst().prefix { !":[)".contains($0) }
      : step.prefix { !":[".contains($0) }
    var unclear = StyleDeclarations()
    unclear.isUnclear = true
    if let mark = name.lastIndex(of: "."), name.index(after: mark) < name.endIndex {
      byClass[String(name[name.index(after: mark)...]), default: StyleDeclarations()]
        .override(with: unclear)
    } else if name.hasPrefix("#") {
      byID[String(name.dropFirst()), default: StyleDeclarations()].override(with: unclear)
    } else if Self.inText.contains(String(name)) {
      byElement[String(name), default: StyleDeclarations()].override(with: unclear)
    }
  }

  /// `selector` with `\68 ` as `h` and `\:` as `:`, which it names then.
  private static func unescaped(_ selector: Substring) -> String {
    guard selector.contains("\\") else { return String(selector) }
    var text = ""
    var rest = selector
    while let character = rest.popFirst() {
      guard character == "\\" else {
        text.append(character)
        continue
      }
      let digits = rest.prefix(6).prefix { $0.isHexDigit }
      if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
        text.unicodeScalars.append(scalar)
        rest = rest.dropFirst(digits.count)
        if rest.first == " " { rest = rest.dropFirst() }
      } else if let next = rest.popFirst() {
        text.append(next)
      }
    }
    return text
  }

  /// Whether `content` of a rule writes digits, or what isn't known: `"3"`, `attr(data-n)`; not `"\e903"`, a sign of a font.
  private static func addsDigits(_ text: String) -> Bool {
    let start =
      text.utf8.span.firstIndex(of: "content:".utf8.span)
      ?? text.utf8.span.firstIndex(of: "content :".utf8.span)
    guard let start else { return false }
    let value = Substring(text.utf8.dropFirst(start + 8)).prefix { $0 != ";" }
    if value.holds("attr(") || value.holds("counter") { return true }
    var isEscaped = false
    return value.contains { character in
      if character == "\\" { isEscaped = true }
      return !isEscaped && character.isNumber
    }
  }

  /// Elements that part of a number may stand in: a rule for all cells of another table says nothing of those.
  private static let inText: Set<String> = ["span", "i", "b", "em", "strong", "font", "sup", "sub"]

  private static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(sheet.count)
    var index = 0
    while index < sheet.count {
      if sheet[index...].starts(with: "/*".utf8) {
        index += 2
        while index < sheet.count, !sheet[index...].starts(with: "*/".utf8) { index += 1 }
        index += 2
      } else if sheet[index...].starts(with: "<!--".utf8) {
        index += 4
      } else if sheet[index...].starts(with: "-->".utf8) {
        index += 3
      } else {
        kept.append(sheet[index])
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
