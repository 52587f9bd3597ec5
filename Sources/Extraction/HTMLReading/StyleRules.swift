internal import DocumentModel

/// The rules of a page's own style sheets that say whether and how text shows, each where an element finds it by its name, id
/// or classes.
///
/// Rules hold as they do for a reader at a desk (``StyleMedia``).
struct StyleRules {
  struct Rule {
    let selector: StyleSelector
    /// What it says of text.
    let declarations: [StyleProperty]
    /// The variables that it sets.
    let variables: [StyleProperty]
    let rank: StyleRank
    /// Whether it isn't known whether the block that it stands in holds: it does for all elements that it fits, or for none.
    let isUnsure: Bool
    /// Whether what it says is about content before or behind the element.
    let isGenerated: Bool
    let asksForVariables: Bool

    var setsVariables: Bool { !variables.isEmpty }
  }

  /// Whether something may have a ground that isn't known.
  let hasUnknownGrounds: Bool
  /// Whether case counts in classes and ids.
  let keepsCase: Bool
  /// The names of fonts that the page brings along, in lower case.
  private(set) var pageFonts: Set<String> = []
  private(set) var rules: [Rule] = []
  /// The values of variables where no rule sets them: `@property --c { initial-value: #fff }`.
  private(set) var variables: [String: String] = [:]
  /// Variables that an element doesn't have from those around it.
  private(set) var ownVariables: Set<String> = []
  private var layers = StyleLayers()
  /// Whether rules ask for the number of an element among those beside it.
  private(set) var asksForPlaces = false
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
    /// The number of the layer, which is weaker than what stands in none.
    var layer: Int?
    var depth = 0
  }

  private static let mostRules = 20_000
  /// How deep rules may stand in each other.
  private static let mostDepth = 8

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
          noteLayers(String(decoding: text[start..<at], as: UTF8.self).trimmed)
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
    let lowered = prelude.lowercased()
    if lowered.hasPrefix("@font-face") { return noteFont(block) }
    if lowered.hasPrefix("@property") { return noteProperty(prelude.dropFirst(9).trimmed, block) }
    switch StyleMedia.answer(String(prelude)) {
    case .holds: break
    case .fails: return
    case .unsure: inner.isUnsure = true
    }
    if lowered.hasPrefix("@layer") {
      let name = String(prelude.dropFirst(6).trimmed)
      // The order of layers within layers isn't followed.
      if place.layer != nil || name.contains(".") { inner.isUnsure = true }
      inner.layer = layer(name)
    }
    read(block, inner)
  }

  private mutating func noteLayers(_ statement: Substring) {
    guard statement.lowercased().hasPrefix("@layer") else { return }
    for name in statement.dropFirst(6).split(separator: ",") { _ = layer(String(name.trimmed)) }
  }

  private mutating func layer(_ name: String) -> Int {
    let number = layers.number(of: name)
    if number == StyleLayers.most { isIncomplete = true }
    return number
  }

  /// Notes `@property --c { inherits: false; initial-value: #fff; … }`.
  private mutating func noteProperty(_ name: Substring, _ block: ArraySlice<UInt8>) {
    guard ownVariables.count + variables.count < 1_000 else { return isIncomplete = true }
    for part in StyleText.parts(
      String(decoding: block, as: UTF8.self)[...], separator: { $0 == ";" })
    {
      let words = part.split(separator: ":", maxSplits: 1).map(\.trimmed)
      guard words.count == 2 else { continue }
      switch words[0].lowercased() {
      case "inherits": if words[1] == "false" { ownVariables.insert(String(name)) }
      case "initial-value": variables[String(name)] = String(words[1])
      default: break
      }
    }
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
    guard text.holds("url("), let family = StyleDeclarations(StyleProperty.list(text)).family,
      !WellKnownFonts.hold(family)
    else { return }
    pageFonts.insert(family)
  }

  private mutating func add(_ selectors: Substring, _ text: String, _ place: Place) {
    order += 1
    let list = StyleProperty.list(text)
    let variables = list.filter(\.setsVariable)
    let declarations = list.filter(\.isOfText)
    let content = GeneratedContent(list)
    guard !variables.isEmpty || !declarations.isEmpty || content.addsDigits,
      let selectors = StyleSelector.list(selectors, keepsCase: keepsCase)
    else { return }
    let asksForVariables = declarations.contains { $0.value.holds("var(") }
    for selector in selectors where !selector.steps.contains(where: \.isInteractive) {
      if selector.isGenerated {
        guard content.isSeen(by: selector) else { continue }
      } else if variables.isEmpty, declarations.isEmpty {
        continue
      }
      if selector.steps.contains(where: { !$0.numbers.isEmpty }) { asksForPlaces = true }
      enter(rules.count, selector.last)
      rules.append(
        Rule(
          selector: selector, declarations: declarations,
          variables: selector.isGenerated ? [] : variables,
          rank: StyleRank(selector, order: order, layer: place.layer), isUnsure: place.isUnsure,
          isGenerated: selector.isGenerated, asksForVariables: asksForVariables))
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
