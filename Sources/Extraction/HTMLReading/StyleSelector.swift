internal import DocumentModel

/// One selector of a style sheet: the steps from the outermost element that it names to the one that is meant.
struct StyleSelector {
  /// How an element stands to the one that the step before names.
  enum Bond {
    case within, childOf
    /// Behind it, with the same parent.
    case beside
  }

  /// What is asked of one element.
  struct Step {
    var bond = Bond.within
    /// In lower case; nil for any.
    var element: String?
    var ids: [String] = []
    var classes: [String] = []
    /// Words of ``StyleCondition``.
    var conditions: [String] = []
    /// Lists of selectors, one of each of which must fit.
    var choices: [[StyleSelector]] = []
    /// Selectors that may not fit.
    var exclusions: [StyleSelector] = []
    /// Its number among those beside it.
    var numbers: [StyleNumber] = []
    /// Whether it asks for what isn't known here: what stands beside it, what it holds.
    var isUnsure = false
    /// Whether it holds only while somebody points at an element or has done so.
    var isInteractive = false
    var asksForLink = false
    var asksForEmpty = false

    var isAny: Bool {
      element == nil && ids.isEmpty && classes.isEmpty && conditions.isEmpty && choices.isEmpty
    }
  }

  fileprivate(set) var steps: [Step] = []
  /// Whether its rule is about content that a style adds.
  fileprivate(set) var isGenerated = false
  /// Whether it asks for the first or another single one of the elements that are meant, and it isn't known which that is.
  fileprivate(set) var isSelective = false
  /// Whether it may not fit, however well all that is known does.
  fileprivate(set) var isUnsure = false
  /// How much it names: ids, classes and elements, eight bits each.
  fileprivate(set) var specificity = 0

  /// What the element that is meant is asked.
  var last: Step { steps.last ?? Step() }

  static let id = 1 << 16
  static let `class` = 1 << 8
  private static let mostDepth = 4

  /// The selectors of a rule; nil where one of them is none, with which browsers drop the rule.
  ///
  /// - Parameter keepsCase: Whether case counts in classes and ids.
  static func list(_ text: some StringProtocol, keepsCase: Bool, depth: Int = 0) -> [StyleSelector]?
  {
    var list: [StyleSelector] = []
    let masked = depth == 0 ? StyleEscapes.masked(Substring(text)) : String(text)
    for part in StyleText.parts(masked[...], separator: { $0 == "," }) {
      var reader = SelectorReader(part.trimmed, keepsCase: keepsCase, depth: depth)
      guard depth <= mostDepth, let selector = reader.selector() else { return nil }
      list.append(selector)
    }
    return list
  }
}

/// Reads a selector from its first step to its last.
private struct SelectorReader {
  private var rest: Substring
  private let keepsCase: Bool
  private let depth: Int
  private var made = StyleSelector()

  init(_ text: Substring, keepsCase: Bool, depth: Int) {
    rest = text
    self.keepsCase = keepsCase
    self.depth = depth
  }

  mutating func selector() -> StyleSelector? {
    guard !rest.isEmpty, !rest.contains(where: { ";{}".contains($0) }) else { return nil }
    var bond = StyleSelector.Bond.within
    while !rest.isEmpty {
      var step = StyleSelector.Step()
      step.bond = bond
      guard read(&step) else { return nil }
      add(step)
      bond = .within
      var isParted = false
      while let sign = rest.first, " \t\n\r\u{C}>+~".contains(sign) {
        switch sign {
        case ">": bond = .childOf
        case "+", "~": bond = .beside
        default: break
        }
        isParted = true
        rest = rest.dropFirst()
      }
      guard isParted || rest.isEmpty else { return nil }
    }
    return made
  }

  /// Leaves out elements that the page is read without: what they hold isn't known to stand in them.
  private mutating func add(_ step: StyleSelector.Step) {
    if !rest.isEmpty, let element = step.element, element != "html",
      case .unwrapped = ElementRole(element)
    {
      made.isUnsure = true
    } else {
      made.steps.append(step)
    }
  }

  /// Reads what is asked of one element; false where it isn't a selector.
  private mutating func read(_ step: inout StyleSelector.Step) -> Bool {
    let start = rest.startIndex
    while let sign = rest.first {
      switch sign {
      case " ", "\t", "\n", "\r", "\u{C}", ">", "+", "~": return rest.startIndex > start
      case "*", "&": rest = rest.dropFirst()
      case "#":
        step.ids.append(takeName(from: 1, isElement: false))
        made.specificity += StyleSelector.id
      case ".":
        step.classes.append(takeName(from: 1, isElement: false))
        made.specificity += StyleSelector.class
      case "[":
        guard let close = rest.firstIndex(of: "]") else { return false }
        guard let condition = StyleCondition(rest[rest.index(after: rest.startIndex)..<close])
        else { return false }
        step.conditions.append(condition.word)
        made.specificity += StyleSelector.class
        rest = rest[rest.index(after: close)...]
      case ":": guard readPseudo(&step) else { return false }
      default:
        guard rest.startIndex == start else { return false }
        step.element = takeName(from: 0, isElement: true)
        made.specificity += 1
        guard rest.startIndex > start else { return false }
      }
    }
    return true
  }

  private mutating func takeName(from skipped: Int, isElement: Bool) -> String {
    let start = rest.utf8.index(rest.startIndex, offsetBy: skipped)
    let end = rest.utf8[start...].firstIndex(where: Self.endsName) ?? rest.endIndex
    let name = rest[start..<end]
    rest = rest[end...]
    let text = StyleEscapes.unmasked(name)
    return keepsCase && !isElement ? text : text.lowercased()
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte < 0x60 && ">+~.#:[*&()".utf8.contains(byte) || byte == UInt8(ascii: "~")
  }

  // MARK: Pseudo-classes

  private mutating func readPseudo(_ step: inout StyleSelector.Step) -> Bool {
    let isElement = rest.hasPrefix("::")
    let name = takeName(from: isElement ? 2 : 1, isElement: true)
    var argument: Substring?
    if rest.first == "(" {
      guard let close = StyleText.closing(rest) else { return false }
      argument = rest[rest.index(after: rest.startIndex)..<close]
      rest = rest[rest.index(after: close)...]
    }
    // Those of other browsers make the rule one that is dropped.
    guard !["-moz-", "-ms-", "-o-", "-khtml-"].contains(where: { name.hasPrefix($0) }) else {
      return false
    }
    if isElement || Self.elements.contains(name) { return readElement(name, &step) }
    switch name {
    case "not", "is", "where", "matches", "-webkit-any":
      guard let argument,
        let list = StyleSelector.list(
          argument.trimmed, keepsCase: keepsCase, depth: depth + 1)
      else { return false }
      if name == "not" { step.exclusions += list } else { step.choices.append(list) }
      if name != "where" { made.specificity += list.map(\.specificity).max() ?? 0 }
      return true
    case "link", "any-link": step.asksForLink = true
    case "root": step.element = "html"
    case "empty": step.asksForEmpty = true
    case "enabled", "defined", "scope": break
    case "host", "host-context": step.isInteractive = true
    case _ where Self.interactive.contains(name): step.isInteractive = true
    default:
      if let numbers = StyleNumber.list(name, argument, of: step.element) {
        step.numbers += numbers
      } else {
        step.isUnsure = true
      }
    }
    if step.isUnsure, !["td", "th", "tr"].contains(step.element),
      ["first", "last", "nth", "only"].contains(where: { name.hasPrefix($0) })
    {
      made.isSelective = true
    }
    made.specificity += StyleSelector.class
    return true
  }

  private mutating func readElement(_ name: String, _ step: inout StyleSelector.Step) -> Bool {
    switch name {
    case "before", "after", "marker": made.isGenerated = true
    case "first-letter", "first-line": step.isUnsure = true
    default: step.isInteractive = true
    }
    made.specificity += 1
    return true
  }

  /// Pseudo-elements that may be written with one colon.
  private static let elements: Set<String> = ["before", "after", "first-letter", "first-line"]
  private static let interactive: Set<String> = [
    "hover", "focus", "active", "visited", "target", "focus-within", "focus-visible", "fullscreen",
    "popover-open", "autofill", "-webkit-autofill", "modal", "user-invalid", "user-valid",
    "picture-in-picture",
  ]
}
