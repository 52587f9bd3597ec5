/// Rules of style sheets by which cells, rows, paragraphs and other blocks within certain elements may not show as they stand in
/// the source.
struct StyleContexts {
  /// A bit for each class, id and element that a rule asks of what is around an element.
  typealias Surroundings = SIMD4<UInt64>

  /// What the elements around one of that name must have, for each rule.
  private var rules: [String: [Surroundings]] = [:]
  private var count = 0
  /// The bit of each class, with a `.`, id, with a `#`, and element.
  private var bits: [String: Surroundings] = [:]
  /// Whether there were more rules than are kept.
  private(set) var isIncomplete = false

  var isEmpty: Bool { rules.isEmpty }

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
    var mask = Surroundings.zero
    for name in names {
      guard let bit = bit(of: name) else { return isIncomplete = true }
      mask |= bit
    }
    guard !rules[element, default: []].contains(mask) else { return }
    guard count < Self.mostRules else { return isIncomplete = true }
    count += 1
    rules[element, default: []].append(mask)
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
  func bits(_ element: String, classes: String?, id: String?) -> Surroundings {
    guard !bits.isEmpty else { return .zero }
    var found = bits[element] ?? .zero
    for name in classes?.split(whereSeparator: \.isWhitespace) ?? [] {
      if let bit = bits[".\(name.lowercased())"] { found |= bit }
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
