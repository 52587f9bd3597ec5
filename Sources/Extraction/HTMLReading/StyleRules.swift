internal import DocumentModel

/// The rules of a page's own style sheets that say whether and how text shows, each where an element finds it by its name, id
/// or classes.
///
/// Rules hold as they do for a reader at a desk (``StyleMedia``).
struct StyleRules {
  struct Rule {
    let selector: StyleSelector
    /// Ranked by the selector and the rule's place; nil where it asks for variables.
    let declared: StyleDeclarations?
    let declarations: [StyleDeclarations.Declaration]
    let rank: Int
    /// Whether it isn't known whether the block that it stands in holds: it does for all elements that it fits, or for none.
    let isUnsure: Bool
    /// Whether what it says is about content before or behind the element.
    let isGenerated: Bool
    /// Whether it sets variables.
    let setsVariables: Bool
  }

  /// Whether something may have a ground that isn't known.
  let hasUnknownGrounds: Bool
  /// Whether case counts in classes and ids.
  let keepsCase: Bool
  /// The names of fonts that the page brings along, in lower case.
  private(set) var pageFonts: Set<String> = []
  private(set) var rules: [Rule] = []
  private var ofAny: [Int] = []
  private var byElement: [String: [Int]] = [:]
  private var byClass: [String: [Int]] = [:]
  private var byID: [String: [Int]] = [:]
  private var byCondition: [String: [Int]] = [:]
  /// How many rules were read.
  private var order = 0
  /// Whether there are more rules than are read, or they stand deeper in each other.
  private(set) var isIncomplete = false

  init(_ head: PageHead) {
    hasUnknownGrounds = head.hasOtherStyles
    keepsCase = head.keepsCase
    let sheet = StyleText.withoutComments(sheet: head.styles)
    read(sheet[...], Place())
  }

  var isEmpty: Bool { rules.isEmpty }

  /// The rules that may fit an element by its last step.
  func candidates(
    _ element: String, classes: [Substring], conditions: [Substring], id: String?
  ) -> [Int] {
    var found = ofAny
    if let rules = byElement[element] { found += rules }
    if !byClass.isEmpty {
      for name in classes { if let rules = byClass[String(name)] { found += rules } }
    }
    for word in conditions { if let rules = byCondition[String(word)] { found += rules } }
    if let id, let rules = byID[id] { found += rules }
    return found
  }

  // MARK: Reading

  /// Where a rule stands.
  private struct Place {
    /// The selectors of the rule around it.
    var parent: String?
    var isUnsure = false
    /// Within a layer, which is weaker than what stands in none.
    var isLayered = false
    var depth = 0
  }

  private static let mostRules = 20_000
  /// How deep rules may stand in each other.
  private static let mostDepth = 4

  /// Reads the rules of a sheet or block; what it says of its parent comes with them.
  private mutating func read(_ text: ArraySlice<UInt8>, _ place: Place) {
    var own: [UInt8] = []
    var start = text.startIndex
    var cursor = StyleCursor(text)
    while let (sign, at) = cursor.next() {
      switch sign {
      case UInt8(ascii: "{"):
        guard order < Self.mostRules, place.depth <= Self.mostDepth else {
          isIncomplete = true
          return
        }
        let prelude = String(decoding: text[start..<at], as: UTF8.self)
        let end = cursor.endOfBlock()
        readBlock(prelude.trimmed, text[(at + 1)..<end.content], place)
        start = end.next
      case UInt8(ascii: ";"):
        if place.parent != nil {
          own += text[start...at]
          start = at + 1
        } else if text[start...].first(where: { $0 > 0x20 }) == UInt8(ascii: "@") {
          // `@charset "utf-8";` and the like end before the next rule.
          start = at + 1
        }
      default: break
      }
    }
    guard let parent = place.parent else { return }
    own += text[start...]
    add(parent[...], String(decoding: own, as: UTF8.self), place)
  }

  private mutating func readBlock(_ prelude: Substring, _ block: ArraySlice<UInt8>, _ place: Place)
  {
    var inner = place
    inner.depth += 1
    guard prelude.hasPrefix("@") else {
      guard block.contains(UInt8(ascii: "{")) || place.parent != nil else {
        return add(prelude, String(decoding: block, as: UTF8.self), place)
      }
      if let parent = place.parent {
        guard let nested = Self.nested(prelude, in: parent) else {
          isIncomplete = true
          return
        }
        inner.parent = nested
      } else {
        inner.parent = String(prelude)
      }
      return read(block, inner)
    }
    if prelude.lowercased().hasPrefix("@font-face") { return noteFont(block) }
    switch StyleMedia.answer(String(prelude)) {
    case .holds: break
    case .fails: return
    case .unsure: inner.isUnsure = true
    }
    if prelude.lowercased().hasPrefix("@layer") { inner.isLayered = true }
    read(block, inner)
  }

  /// Bytes of the selectors of a rule with those around it, which each `&` and each comma repeats.
  private static let longestNested = 64 << 10

  /// `.a` in `.b` is `:is(.b) .a`, and `&.a` is `:is(.b).a`; nil where that is too long.
  private static func nested(_ selectors: Substring, in parent: String) -> String? {
    let around = ":is(\(parent))"
    let repeats = 1 + selectors.utf8.count { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ",") }
    guard repeats <= longestNested / around.utf8.count else { return nil }
    return StyleText.parts(selectors, separator: { $0 == "," }).map { part in
      part.contains("&")
        ? part.split(separator: "&", omittingEmptySubsequences: false).joined(separator: around)
        : "\(around) \(part)"
    }.joined(separator: ",")
  }

  /// Notes the name of a font in `@font-face { font-family: "name"; src: url(…) }`.
  private mutating func noteFont(_ block: ArraySlice<UInt8>) {
    let text = String(decoding: block, as: UTF8.self).lowercased()
    // A font of the reader's own machine is what it says.
    guard text.holds("url("), let family = StyleDeclarations(text).family,
      !WellKnownFonts.hold(family)
    else { return }
    pageFonts.insert(family)
  }

  private mutating func add(_ selectors: Substring, _ text: String, _ place: Place) {
    order += 1
    let declarations = StyleDeclarations.list(text)
    let setsVariables = declarations.contains { $0.name.hasPrefix("--") }
    let asks = declarations.contains { !$0.name.hasPrefix("--") && $0.value.holds("var(") }
    let plain = StyleDeclarations(declarations)
    let content = GeneratedContent(declarations)
    guard asks || setsVariables || !plain.isBlank || content.addsDigits,
      let list = StyleSelector.list(selectors, keepsCase: keepsCase)
    else { return }
    for selector in list where !selector.steps.contains(where: \.isInteractive) {
      let rank = StyleRank.of(
        selector, order: order, isLayered: place.isLayered)
      var declared = asks ? nil : plain
      declared?.ranks.raise(by: rank)
      if selector.isGenerated {
        guard content.isSeen(by: selector) else { continue }
        declared = StyleDeclarations()
        declared?.isUnclear = true
      }
      let rule = Rule(
        selector: selector, declared: declared,
        declarations: asks || setsVariables ? declarations : [],
        rank: rank, isUnsure: place.isUnsure,
        isGenerated: selector.isGenerated, setsVariables: setsVariables && !selector.isGenerated)
      enter(rules.count, selector.last)
      rules.append(rule)
    }
  }

  private mutating func enter(_ rule: Int, _ step: StyleSelector.Step) {
    if let id = step.ids.first {
      byID[id, default: []].append(rule)
    } else if let name = step.classes.first {
      byClass[name, default: []].append(rule)
    } else if let word = step.conditions.first {
      byCondition[word, default: []].append(rule)
    } else if let element = step.element {
      byElement[element, default: []].append(rule)
    } else {
      ofAny.append(rule)
    }
  }
}

/// Goes through a style sheet from one of `{`, `}` and `;` to the next, past quotation marks and brackets.
private struct StyleCursor {
  private let text: ArraySlice<UInt8>
  private var index: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    index = text.startIndex
  }

  /// The next sign and its place.
  mutating func next() -> (sign: UInt8, at: Int)? {
    var depth = 0
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipText(byte)
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      // A bracket that isn't closed ends where the block does.
      case UInt8(ascii: "{"), UInt8(ascii: "}"): return (byte, index - 1)
      case UInt8(ascii: ";") where depth == 0: return (byte, index - 1)
      default: break
      }
    }
    return nil
  }

  /// A line end ends a text too.
  private mutating func skipText(_ quote: UInt8) {
    while index < text.endIndex, text[index] != quote, text[index] != 0x0A {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index + 1, text.endIndex)
  }

  /// Where the content of the block ends whose bracket was just passed, and what comes next.
  mutating func endOfBlock() -> (content: Int, next: Int) {
    var depth = 1
    while let (sign, at) = next() {
      if sign == UInt8(ascii: "{") { depth += 1 }
      if sign == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return (at, index) }
    }
    index = text.endIndex
    return (index, index)
  }
}
