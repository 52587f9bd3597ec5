internal import DocumentModel

/// Whether rules in a block with a condition, `@media (min-width: 768px) { … }`, hold for a reader at a desk: a screen of 1,280
/// by 800 pixels, a mouse, light colours.
enum StyleMedia {
  enum Answer {
    case holds, fails
    /// Not known here.
    case unsure
  }

  private static let width = 1_280.0
  private static let height = 800.0

  /// The answer for the words of a block up to its bracket: `@supports (display: grid)`.
  static func answer(_ prelude: String) -> Answer {
    let text = prelude.lowercased()
    if text.hasPrefix("@media") { return media(text.dropFirst(6)) }
    if text.hasPrefix("@layer") { return .holds }
    if text.hasPrefix("@supports") { return supports(text.dropFirst(9).trimmed) }
    return text.hasPrefix("@container") || text.hasPrefix("@scope") ? .unsure : .fails
  }

  private static func supports(_ condition: Substring) -> Answer {
    let isOfOthers = ["-moz-", "-ms-", "-o-"].contains { condition.holds($0) }
    guard condition.hasPrefix("not") else { return isOfOthers ? .fails : .holds }
    if condition.holds(" and ") || condition.holds(" or ") { return .unsure }
    return isOfOthers ? .holds : .fails
  }

  /// - Parameter list: `print, screen and (max-width: 600px)`.
  private static func media(_ list: Substring) -> Answer {
    let answers = list.split(separator: ",").map { query($0.trimmed) }
    if answers.isEmpty || answers.contains(.holds) { return .holds }
    return answers.contains(.unsure) ? .unsure : .fails
  }

  private static func query(_ text: Substring) -> Answer {
    var rest = text
    let isNegated = rest.hasPrefix("not ") || rest.hasPrefix("not(")
    if isNegated { rest = rest.dropFirst(3).trimmed }
    if rest.hasPrefix("only ") { rest = rest.dropFirst(5).trimmed }
    var answer = Answer.holds
    for part in StyleText.parts(rest, separator: { $0.isWhitespace }) where !part.isEmpty {
      let found: Answer =
        switch part {
        case "and", "screen", "all": .holds
        case "print", "speech", "tv", "tty", "handheld", "projection", "braille", "embossed",
          "aural":
          .fails
        // Either side may hold.
        case "or": .unsure
        default: part.hasPrefix("(") ? feature(part) : .unsure
        }
      if part == "or" { return .unsure }
      if found == .fails { answer = .fails }
      if found == .unsure, answer == .holds { answer = .unsure }
    }
    guard isNegated else { return answer }
    return answer == .unsure ? .unsure : answer == .holds ? .fails : .holds
  }

  /// - Parameter text: `(min-width:768px)`, `(48rem <= width < 64rem)`.
  private static func feature(_ text: Substring) -> Answer {
    let inside = text.dropFirst().prefix { $0 != ")" }
    let parts = inside.split(separator: ":", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2 else { return range(inside) }
    let value = String(parts[1])
    switch parts[0] {
    case "min-width", "min-device-width": return compare(value) { width >= $0 }
    case "max-width", "max-device-width": return compare(value) { width <= $0 }
    case "min-height", "min-device-height": return compare(value) { height >= $0 }
    case "max-height", "max-device-height": return compare(value) { height <= $0 }
    case "orientation": return value == "landscape" ? .holds : .fails
    case "prefers-color-scheme": return value == "light" ? .holds : .fails
    case "hover", "any-hover": return value == "hover" ? .holds : .fails
    case "pointer", "any-pointer": return value == "fine" ? .holds : .fails
    case "prefers-reduced-motion", "prefers-contrast", "prefers-reduced-transparency",
      "forced-colors", "inverted-colors", "-ms-high-contrast":
      return value == "no-preference" || value == "none" ? .holds : .fails
    case "scripting": return value == "enabled" ? .holds : .fails
    case "min-resolution", "-webkit-min-device-pixel-ratio", "min-device-pixel-ratio":
      return Double(value.prefix { $0.isNumber || $0 == "." }).map { $0 <= 1 || $0 == 96 } ?? false
        ? .holds : .fails
    default: return .unsure
    }
  }

  private static func compare(_ value: String, _ holds: (Double) -> Bool) -> Answer {
    guard let length = StyleDeclarations.length(value) else { return .unsure }
    return holds(length) ? .holds : .fails
  }

  /// Comparisons of the width: `width >= 768px`, `400px <= width <= 700px`.
  private static func range(_ text: Substring) -> Answer {
    guard text.contains(where: { "<>".contains($0) }) else {
      return ["color", "hover", "pointer"].contains(text.trimmed) ? .holds : .unsure
    }
    var terms: [Double?] = []
    var signs: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      let term = rest.prefix { !"<>=".contains($0) }
      let word = String(term.trimmed)
      terms.append(
        word == "width" ? width : word == "height" ? height : StyleDeclarations.length(word))
      rest = rest[term.endIndex...]
      let sign = rest.prefix { "<>=".contains($0) }
      if !sign.isEmpty { signs.append(sign) }
      rest = rest[sign.endIndex...]
    }
    guard terms.count == signs.count + 1, text.holds("width") || text.holds("height") else {
      return .unsure
    }
    for (index, sign) in signs.enumerated() {
      guard let left = terms[index], let right = terms[index + 1] else { return .unsure }
      let holds =
        switch sign {
        case "<": left < right
        case "<=": left <= right
        case ">": left > right
        case ">=": left >= right
        default: left == right
        }
      if !holds { return .fails }
    }
    return .holds
  }
}
