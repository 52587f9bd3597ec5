internal import DocumentModel

/// Whether rules in a block with a condition, `@media (min-width: 768px) { … }`, hold for a reader at a desk: a mouse, light
/// colours, and a window of a browser of today, from that of a small laptop to that of a large screen.
enum StyleMedia {
  enum Answer {
    case holds, fails
    /// Not known here, or not the same for all.
    case unsure

    init(_ holds: Bool) { self = holds ? .holds : .fails }

    /// Of what holds where both do.
    func and(_ other: Answer) -> Answer {
      if self == .fails || other == .fails { return .fails }
      return self == .unsure || other == .unsure ? .unsure : .holds
    }

    var negated: Answer {
      switch self {
      case .holds: .fails
      case .fails: .holds
      case .unsure: .unsure
      }
    }
  }

  /// Pixels of the window.
  static let widths = 1_280.0...1_920.0
  static let heights = 600.0...1_000.0

  /// The answer for the words of a block up to its bracket: `@supports (display: grid)`.
  static func answer(_ prelude: String) -> Answer {
    let text = prelude.lowercased()
    if text.hasPrefix("@media") { return media(text.dropFirst(6)) }
    if text.hasPrefix("@layer") { return .holds }
    if text.hasPrefix("@supports") { return supports(text.dropFirst(9).trimmed) }
    return text.hasPrefix("@container") || text.hasPrefix("@scope") ? .unsure : .fails
  }

  /// - Parameter condition: `(display: grid)`, `not (position: sticky)`.
  private static func supports(_ condition: Substring) -> Answer {
    if condition.hasPrefix("not") { return supports(condition.dropFirst(3).trimmed).negated }
    guard condition.hasPrefix("("), condition.hasSuffix(")"), !condition.dropFirst().contains("(")
    else { return .unsure }
    let parts = condition.dropFirst().dropLast().split(separator: ":", maxSplits: 1).map(\.trimmed)
    guard parts.count == 2 else { return .unsure }
    let isOfOthers = ["-moz-", "-ms-", "-o-", "-khtml-", "-webkit-touch-callout"].contains {
      parts[0].hasPrefix($0) || parts[1].hasPrefix($0)
    }
    if isOfOthers { return .fails }
    if parts[0].hasPrefix("--") { return .holds }
    return supported[String(parts[0])]?.contains(String(parts[1])) == true ? .holds : .unsure
  }

  /// What pages ask for and every browser of today knows.
  private static let supported: [String: Set<String>] = [
    "display": ["grid", "flex", "inline-grid", "inline-flex", "contents", "flow-root", "block"],
    "position": ["sticky", "fixed"], "object-fit": ["cover", "contain"],
    "aspect-ratio": ["1", "1/1", "1 / 1", "16/9", "16 / 9"], "gap": ["1px", "1em", "1rem", "10px"],
    "color": ["var(--a)", "red"], "width": ["fit-content", "max-content", "min-content"],
  ]

  /// - Parameter list: `print, screen and (max-width: 600px)`.
  private static func media(_ list: Substring) -> Answer {
    let answers = list.split(separator: ",").map { query($0.trimmed) }
    if answers.isEmpty || answers.contains(.holds) { return .holds }
    return answers.contains(.unsure) ? .unsure : .fails
  }

  private static func query(_ text: Substring) -> Answer {
    // Written for an old browser, which the others make fail: `screen\0`, `(-ms-high-contrast: none)`.
    if text.contains("\\") || text.holds("(-ms-") || text.holds("(-moz-") { return .fails }
    var rest = text
    let isNegated = rest.hasPrefix("not ") || rest.hasPrefix("not(")
    if isNegated { rest = rest.dropFirst(3).trimmed }
    if rest.hasPrefix("only ") { rest = rest.dropFirst(5).trimmed }
    var answer = Answer.holds
    for part in StyleText.parts(rest, separator: { $0.isWhitespace }) where !part.isEmpty {
      switch part {
      case "and", "screen", "all": break
      case "print", "speech", "tv", "tty", "handheld", "projection", "braille", "embossed",
        "aural":
        answer = .fails
      // Either side may hold.
      case "or": return .unsure
      default: answer = answer.and(part.hasPrefix("(") ? feature(part) : .unsure)
      }
    }
    return isNegated ? answer.negated : answer
  }

  /// - Parameter text: `(min-width:768px)`, `(48rem <= width < 64rem)`.
  private static func feature(_ text: Substring) -> Answer {
    let inside = text.dropFirst().dropLast(text.hasSuffix(")") ? 1 : 0)
    let parts = inside.split(separator: ":", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2 else { return range(inside) }
    let value = String(parts[1])
    switch parts[0] {
    case "min-width", "min-device-width": return compare(widths, ">=", value)
    case "max-width", "max-device-width": return compare(widths, "<=", value)
    case "min-height", "min-device-height": return compare(heights, ">=", value)
    case "max-height", "max-device-height": return compare(heights, "<=", value)
    case "orientation": return Answer(value == "landscape")
    case "prefers-color-scheme": return Answer(value == "light")
    case "hover", "any-hover": return Answer(value == "hover")
    case "pointer", "any-pointer": return Answer(value == "fine")
    case "prefers-reduced-motion", "prefers-contrast", "prefers-reduced-transparency",
      "forced-colors", "inverted-colors":
      return Answer(value == "no-preference" || value == "none")
    case "scripting": return Answer(value == "enabled")
    default: return .unsure
    }
  }

  /// Whether a comparison holds at both ends of a range, or at none.
  private static func compare(
    _ range: ClosedRange<Double>, _ sign: Substring, _ value: String
  ) -> Answer {
    guard let length = StyleDeclarations.length(value) else { return .unsure }
    let answers = [range.lowerBound, range.upperBound].map { number in
      switch sign {
      case "<": number < length
      case "<=": number <= length
      case ">": number > length
      case ">=": number >= length
      default: false
      }
    }
    // What equals one number alone holds for hardly any window.
    return answers[0] == answers[1] ? Answer(answers[0]) : .unsure
  }

  /// Comparisons of the width: `width >= 768px`, `400px <= width <= 700px`.
  private static func range(_ text: Substring) -> Answer {
    guard text.contains(where: { "<>".contains($0) }) else {
      return ["color", "hover", "pointer", "width", "height"].contains(text.trimmed)
        ? .holds : .unsure
    }
    var terms: [String] = []
    var signs: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      let term = rest.prefix { !"<>=".contains($0) }
      terms.append(String(term.trimmed))
      rest = rest[term.endIndex...]
      let sign = rest.prefix { "<>=".contains($0) }
      if !sign.isEmpty { signs.append(sign) }
      rest = rest[sign.endIndex...]
    }
    guard terms.count == signs.count + 1 else { return .unsure }
    var answer = Answer.holds
    for (index, sign) in signs.enumerated() {
      let (left, right) = (terms[index], terms[index + 1])
      if let range = ranges[left] {
        answer = answer.and(compare(range, sign, right))
      } else if let range = ranges[right], let turned = turned[sign] {
        answer = answer.and(compare(range, turned, left))
      } else {
        return .unsure
      }
    }
    return answer
  }

  private static let ranges = ["width": widths, "height": heights]
  private static let turned: [Substring: Substring] = [
    "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=",
  ]
}
