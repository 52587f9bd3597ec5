/// Rules of style sheets by which cells, rows, paragraphs and other blocks within certain elements may not show as they stand in
/// the source.
struct StyleContexts {
  /// A bit for each class, id and element that a rule asks of what is around an element.
  typealias Surroundings = SIMD4<UInt64>

  private struct Rule: Hashable {
    /// What the element that is meant is called.
    var element: String
    var around: Set<String>
  }

  /// All rules in their order, each once.
  private var all: [Rule] = []
  private var known: Set<Rule> = []
  /// What the elements around one of that name must have, for each rule that can hold in the page.
  private var rules: [String: [Surroundings]] = [:]
  /// The bit of each class, with a `.`, id, with a `#`, and element.
  private var bits: [String: Surroundings] = [:]
  /// Whether the page has more of these rules than are followed.
  private(set) var isIncomplete = false

  /// Whether no rule can hold in the page that this was fitted to.
  var isEmpty: Bool { rules.isEmpty }
  /// Whether there is no rule.
  var isBlank: Bool { all.isEmpty }

  private static let any = "*"
  private static let mostRules = 500
  private static let mostNames = Surroundings.scalarCount * 64

  /// Names of elements that can stand in a cell and hold a number, beside those that stand in a line.
  private static func isBlock(_ element: String) -> Bool {
    if element == any { return true }
    guard case .kept(let name) = ElementRole(element) else { return false }
    return name.isBlock && name != .body && name != .table && name != .hr
  }

  /// Adds that elements called `element` are unclear within elements with all of `names`.
  mutating func add(_ element: String, in names: Set<String>) {
    guard Self.isBlock(element), element != Self.any || !names.isEmpty else { return }
    let rule = Rule(element: element, around: names)
    if known.insert(rule).inserted { all.append(rule) }
  }

  /// The rules that can hold in a page: all that they name stands in it.
  func fitted(to tree: ElementTree) -> StyleContexts {
    var fitted = self
    guard !isBlank else { return fitted }
    var present: Set<String> = []
    for index in tree.nodes.indices {
      guard let name = tree.nodes[index].name else { continue }
      present.insert(name.rawValue)
      for name in tree.attribute("class", of: index)?.split(whereSeparator: \.isWhitespace) ?? [] {
        present.insert(".\(name.lowercased())")
      }
      for word in tree.attribute(MarkupTag.conditions, of: index)?.split(separator: " ") ?? [] {
        present.insert(String(word))
      }
      if let id = tree.attribute("id", of: index) { present.insert("#\(id.lowercased())") }
    }
    var count = 0
    for rule in all
    where (rule.element == Self.any || present.contains(rule.element))
      && rule.around.isSubset(of: present)
    {
      count += 1
      guard count <= Self.mostRules, let mask = fitted.mask(of: rule.around) else {
        fitted.isIncomplete = true
        return fitted
      }
      fitted.rules[rule.element, default: []].append(mask)
    }
    return fitted
  }

  private mutating func mask(of names: Set<String>) -> Surroundings? {
    var mask = Surroundings.zero
    for name in names {
      guard let bit = bit(of: name) else { return nil }
      mask |= bit
    }
    return mask
  }

  /// The bit for `name`, which is given one; nil where all are given.
  private mutating func bit(of name: String) -> Surroundings? {
    if let known = bits[name] { return known }
    guard bits.count < Self.mostNames else { return nil }
    var bit = Surroundings.zero
    bit[bits.count / 64] = 1 << (bits.count % 64)
    bits[name] = bit
    return bit
  }

  /// The bits that an element has by itself.
  func bits(_ element: String, classes: String?, conditions: String?, id: String?) -> Surroundings {
    guard !bits.isEmpty else { return .zero }
    var found = bits[element] ?? .zero
    for name in classes?.split(whereSeparator: \.isWhitespace) ?? [] {
      if let bit = bits[".\(name.lowercased())"] { found |= bit }
    }
    for word in conditions?.split(separator: " ") ?? [] {
      if let bit = bits[String(word)] { found |= bit }
    }
    if let id, let bit = bits["#\(id.lowercased())"] { found |= bit }
    return found
  }

  /// Whether an element is unclear within elements that have the bits of `surroundings` together.
  func isUnclear(_ element: String, in surroundings: Surroundings) -> Bool {
    [element, Self.any].contains { name in
      rules[name]?.contains { $0 & surroundings == $0 } ?? false
    }
  }
}
