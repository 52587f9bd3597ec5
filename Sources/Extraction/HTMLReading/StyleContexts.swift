/// Rules of style sheets by which cells, rows or paragraphs within certain elements may not show as they stand in the source.
struct StyleContexts {
  private struct Rule {
    var element: String
    /// A bit for each of ``bits`` that the elements around must have.
    var surroundings: UInt64
  }

  private var rules: [Rule] = []
  /// The bit of each class, with a `.`, and id, with a `#`.
  private var bits: [String: UInt64] = [:]

  var isEmpty: Bool { rules.isEmpty }

  private static let elements: Set<String> = ["td", "th", "tr", "p"]
  private static let mostRules = 100

  /// Adds that elements called `element` are unclear within elements with all of `names`.
  mutating func add(_ element: String, in names: Set<String>) {
    guard Self.elements.contains(element), rules.count < Self.mostRules else { return }
    var mask: UInt64 = 0
    for name in names {
      if bits[name] == nil {
        guard bits.count < 64 else { return }
        bits[name] = 1 << bits.count
      }
      mask |= bits[name] ?? 0
    }
    rules.append(Rule(element: element, surroundings: mask))
  }

  /// The bits that an element has by itself.
  func bits(classes: String?, id: String?) -> UInt64 {
    guard !bits.isEmpty else { return 0 }
    var found: UInt64 = 0
    for name in classes?.split(whereSeparator: \.isWhitespace).prefix(16) ?? [] {
      found |= bits[".\(name.lowercased())"] ?? 0
    }
    if let id { found |= bits["#\(id.lowercased())"] ?? 0 }
    return found
  }

  /// Whether an element is unclear within elements that have the bits of `surroundings` together.
  func isUnclear(_ element: String, in surroundings: UInt64) -> Bool {
    rules.contains {
      $0.element == element && $0.surroundings & surroundings == $0.surroundings
    }
  }
}
